import { foundWords, resultItems, search } from './search.ts';

/** Letters that are typed before a search starts: shorter words match too much to be of use. */
const SHORTEST_QUERY = 2;

let dialog: HTMLDialogElement | undefined;
let newest = 0;

/** Opens the search dialog; makes it the first time. */
export function openSearchDialog(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', 'Search');
  // Fixed markup: nothing of a reader or a publisher stands in it.
  made.innerHTML = `
    <form class="search-form" role="search" action="/search/">
      <input name="q" type="search" aria-label="Search servers, tools, attacks and guides" placeholder="A server, a tool, an attack" autocomplete="off" spellcheck="false">
      <button type="button" class="button">Close</button>
    </form>
    <p class="search-status" role="status">Type at least ${SHORTEST_QUERY} letters.</p>
    <ol class="search-results"></ol>`;
  const input = made.querySelector('input') as HTMLInputElement;
  const status = made.querySelector('.search-status') as HTMLElement;
  const list = made.querySelector('.search-results') as HTMLElement;

  input.addEventListener('input', () => void update(input.value.trim(), status, list));
  made.querySelector('button')?.addEventListener('click', () => made.close());
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  made.addEventListener('keydown', (event) => move(event, input, list));
  made.querySelector('form')?.addEventListener('submit', (event) => {
    const first = list.querySelector('a');
    if (first) {
      event.preventDefault();
      first.click();
    }
  });
  document.body.append(made);
  return made;
}

async function update(query: string, status: HTMLElement, list: HTMLElement): Promise<void> {
  newest += 1;
  const mine = newest;
  if (query.length < SHORTEST_QUERY) {
    status.textContent = `Type at least ${SHORTEST_QUERY} letters.`;
    list.replaceChildren();
    return;
  }
  status.textContent = 'Searching…';
  try {
    const found = await search(query, {});
    if (mine !== newest) return;
    status.textContent = foundWords(query, found);
    list.replaceChildren(...resultItems(found.shown));
  } catch {
    if (mine === newest) status.textContent = 'Search could not be loaded. Check the connection and type again.';
  }
}

/** Arrow keys walk from the input through the results and back; Enter follows the one that has the focus. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
