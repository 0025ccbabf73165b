/** Copies a text that is not on the page; says on the button what really happened, and announces it. */
export async function copyText(pressed: HTMLElement, text: string): Promise<void> {
  const label = pressed.dataset.label ?? pressed.textContent ?? '';
  pressed.dataset.label = label;
  let said = 'Copied';
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Refused, or not there without https: a file is the way that is left.
    said = 'Copying was refused';
  }
  pressed.textContent = said;
  const status = document.getElementById('status');
  if (status) status.textContent = said;
  setTimeout(() => {
    pressed.textContent = label;
  }, 2000);
}

/** Hands a text to the browser as a file. */
export function saveText(name: string, text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  anchor.download = name.split(/[\\/]/).at(-1) ?? 'policy.txt';
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
