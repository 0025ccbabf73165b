/** Shows what is said of days that are long past, on the day of reading: the page itself must not change with the clock. */
export function markOldDays(today: string): void {
  for (const mark of document.querySelectorAll<HTMLElement>('[data-old-from]'))
    mark.hidden = today < (mark.dataset.oldFrom as string);
}
