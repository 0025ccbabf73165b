/** A list of tools that shows only those with all the words that a reader types. */

const WAIT = 150;

function normal(text: string): string {
  return text.toLowerCase().replace(/[_\-./]+/g, ' ');
}

/** Makes the filter of a list work. */
function enhance(list: HTMLElement): void {
  const input = list.querySelector('input');
  const status = list.querySelector<HTMLElement>('[role=status]');
  if (!input || !status) return;
  const groups = [...list.querySelectorAll<HTMLElement>('[data-tool-group]')].map((group) => ({
    group,
    rows: [...group.querySelectorAll<HTMLElement>('.row')].map((row) => ({ row, text: normal(row.textContent ?? '') })),
  }));
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  let announcing = 0;

  const show = () => {
    const words = normal(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { group, rows } of groups) {
      let inGroup = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) inGroup += 1;
      }
      group.hidden = inGroup === 0;
      shown += inGroup;
    }
    clearTimeout(announcing);
    // Said once the reader pauses, not with every letter.
    announcing = window.setTimeout(() => {
      status.textContent = words.length === 0 ? '' : `${shown} of ${total} tools`;
    }, WAIT);
  };
  input.addEventListener('input', show);
  // What was typed while this was loading.
  if (input.value !== '') show();
}

for (const list of document.querySelectorAll<HTMLElement>('[data-tool-filter]')) enhance(list);

// A module of its own: its names are not the page's.
export {};
