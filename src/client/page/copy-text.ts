/** How long a button says what happened, in milliseconds. */
const SAID_FOR = 2000;

/**
 * Copies a text; says on the button what really happened, and announces it. Where copying is refused or not there (plain http),
 * a text that stands on the page is selected, so that the reader's own keys copy it.
 * @param source the element whose text it is, if one is
 */
export async function copyText(pressed: HTMLElement, text: string, source?: Node | null): Promise<void> {
  let said = 'Copied';
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (source) getSelection()?.selectAllChildren(source);
    said = source ? 'Selected: copy it' : 'Copying was refused';
  }
  const label = pressed.dataset.label ?? pressed.textContent ?? '';
  pressed.dataset.label = label;
  pressed.textContent = said;
  say(said);
  setTimeout(() => {
    pressed.textContent = label;
  }, SAID_FOR);
}

/** Says something to people who listen to the page. */
export function say(text: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = text;
}

/** Hands a text to the browser as a file. @param name its path: the last part of it is the file's name */
export function saveText(name: string, text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  anchor.download = name.split(/[\\/]/).at(-1) ?? 'policy.txt';
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
