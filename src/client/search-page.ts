import { type Filters, foundWords, resultItems, search } from './search.ts';

/** The search page: what the form says is in the address, and the other way round. */

const FILTERS = ['kind', 'risk', 'category'] as const;
const form = document.querySelector<HTMLFormElement>('[data-search-page] form') as HTMLFormElement;
const status = document.querySelector<HTMLElement>('[data-search-status]') as HTMLElement;
const list = document.querySelector<HTMLElement>('[data-search-results]') as HTMLElement;
const input = form.elements.namedItem('q') as HTMLInputElement;
let newest = 0;

function readForm(): { query: string; filters: Filters } {
  const data = new FormData(form);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, String(data.get(name) ?? '')]));
  return { query: String(data.get('q') ?? '').trim(), filters };
}

function fillForm(): void {
  const params = new URLSearchParams(location.search);
  input.value = params.get('q') ?? '';
  for (const name of FILTERS) (form.elements.namedItem(name) as HTMLSelectElement).value = params.get(name) ?? '';
}

async function run(): Promise<void> {
  newest += 1;
  const mine = newest;
  const { query, filters } = readForm();
  if (query === '' && !Object.values(filters).some(Boolean)) {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  status.textContent = 'Searching…';
  try {
    const found = await search(query, filters);
    if (mine !== newest) return;
    status.textContent = foundWords(query, found);
    list.replaceChildren(...resultItems(found.shown));
  } catch {
    if (mine === newest) status.textContent = 'Search could not be loaded. Check the connection and try again.';
  }
}

/** Puts the form's state into the address. */
function remember(): void {
  const { query, filters } = readForm();
  const entries = Object.entries({ q: query, ...filters }).filter(([, value]) => value !== '');
  const search = new URLSearchParams(entries as [string, string][]).toString();
  history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
}

form.addEventListener('input', () => {
  remember();
  void run();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  remember();
  void run();
});
addEventListener('popstate', () => {
  fillForm();
  void run();
});
fillForm();
void run();
