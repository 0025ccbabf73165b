/** Milliseconds of quiet before something is read out: nobody wants to hear every letter's result. */
const QUIET = 600;

/** Says the last of several texts in a live region, once it has been quiet for a moment. */
export function announcer(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
    }, QUIET);
  };
}
