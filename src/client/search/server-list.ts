import { BUILT_ORDER, SERVER_COLUMNS, type ServerColumn, serverOrder } from '../../domain/page/server-columns.ts';
import type { NameIndex } from '../../domain/search/name-index.ts';
import { nameKey } from '../../domain/search/name-words.ts';
import { countServers, type Facets, failedFacets } from '../../domain/search/search-facets.ts';
import { facetedNames } from '../../domain/search/search-names.ts';
import { fillForm, onFormChange, rememberForm } from '../address.ts';
import { announcer } from '../announce.ts';
import { readFacets, showCounts } from './facet-fields.ts';
import { currentNames, openNames } from './names.ts';
import { fittingWords, SEARCH_WORDS, serversWords } from './search-words.ts';

/** The list of servers: narrowed and sorted in place. Its order in the page is by level and score. */

/** A row with what it is sorted and narrowed by. */
interface Row {
  readonly element: HTMLTableRowElement;
  readonly slug: string;
  readonly name: string;
  readonly key: string;
  readonly tools: number;
  /** Where it stands in the page as it was built. */
  readonly place: number;
  /** The cell that says how many tools there are, and what it says. */
  readonly cell: HTMLElement;
  readonly said: string;
}

const COLLATOR = new Intl.Collator('en');

/** How columns are compared, each in the direction that is of most use. */
const ORDERS: Readonly<Record<ServerColumn, (a: Row, b: Row) => number>> = {
  level: (a, b) => a.place - b.place,
  name: (a, b) => COLLATOR.compare(a.name, b.name),
  tools: (a, b) => b.tools - a.tools || a.place - b.place,
};

const table = document.querySelector<HTMLTableElement>('[data-servers]') as HTMLTableElement;
const form = document.querySelector<HTMLFormElement>('[data-server-form]') as HTMLFormElement;
const status = document.querySelector<HTMLElement>('[data-server-status]') as HTMLElement;
const body = table.tBodies[0] as HTMLTableSectionElement;
const announce = announcer(document.getElementById('status') as HTMLElement);
const input = form.elements.namedItem('q') as HTMLInputElement;
const sortField = form.elements.namedItem('sort') as HTMLInputElement;

const rows: Row[] = [...body.rows].map((element, place) => {
  const cell = element.querySelector<HTMLElement>('[data-tools]') as HTMLElement;
  const name = element.querySelector('a')?.textContent ?? '';
  const slug = element.dataset.server ?? '';
  return {
    element,
    slug,
    name,
    key: `${nameKey(name)} ${nameKey(slug)}`,
    tools: Number(cell.dataset.tools),
    place,
    cell,
    said: cell.textContent ?? '',
  };
});
let order = serverOrder('');
/** Rows that are shown once somebody narrows or sorts: laying out thousands would keep a key waiting. */
const MOST_ROWS = 200;
let most = MOST_ROWS;
/** True until then: the whole list stands as it was built. */
let isUntouched = true;

const more = document.createElement('button');
more.type = 'button';
more.className = 'button';
more.textContent = SEARCH_WORDS.allServers;
more.hidden = true;
more.addEventListener('click', () => {
  most = rows.length;
  narrow();
});
table.after(more);

/** Tools that fit, by server; null when no facet is set. */
function fittingTools(index: NameIndex, facets: Facets): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of facetedNames(index)) {
    if (item.kind !== 'tool' || failedFacets(item, facets).length > 0) continue;
    const { server } = item as { readonly server: string };
    counts.set(server, (counts.get(server) ?? 0) + 1);
  }
  return counts;
}

function narrow(): void {
  const facets = readFacets(form);
  const isNarrowed = Object.values(facets).some(Boolean);
  if (isUntouched && !isNarrowed && input.value === '' && isAsBuilt()) {
    status.textContent = serversWords(rows.length, rows.length);
    const { index } = currentNames();
    if (index) count(index, facets);
    return;
  }
  const { index, state } = currentNames();
  if (isNarrowed && index === null) {
    const said = { failed: SEARCH_WORDS.namesFailed, broken: SEARCH_WORDS.broken } as const;
    status.textContent = state === 'failed' || state === 'broken' ? said[state] : SEARCH_WORDS.namesLoading;
    return;
  }
  const fitting = isNarrowed && index ? fittingTools(index, facets) : null;
  if (index) count(index, facets);
  const wanted = nameKey(input.value);
  const fits = ({ slug, key }: Row) => key.includes(wanted) && (fitting === null || fitting.has(slug));
  const wantedRows = sortedRows().filter(fits);
  for (const { slug, cell, said, tools } of wantedRows) {
    const text = fitting === null ? said : fittingWords(fitting.get(slug) ?? 0, tools);
    if (cell.textContent !== text) cell.textContent = text;
  }
  const shown = wantedRows.slice(0, most);
  isUntouched = false;
  body.replaceChildren(...shown.map(({ element }) => element));
  more.hidden = shown.length === wantedRows.length;
  status.textContent = serversWords(wantedRows.length, rows.length);
  announce(status.textContent);
}

let counted = '';

/** Writes beside each choice how many servers it would leave; typing changes nothing of it. */
function count(index: NameIndex, facets: Facets): void {
  const key = `${JSON.stringify(facets)} ${index.entries.length}`;
  if (key === counted) return;
  counted = key;
  const tools = [...facetedNames(index)].filter(({ kind }) => kind === 'tool');
  showCounts(form, countServers(tools, facets));
}

/** Sorts by a column: `name`, or `-name` for the other way round. */
function sortBy(wanted: string): void {
  order = serverOrder(wanted);
  const { first } = SERVER_COLUMNS[order.column];
  const other = first === 'ascending' ? 'descending' : 'ascending';
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
    if (head.dataset.sort !== order.column) head.removeAttribute('aria-sort');
    else head.setAttribute('aria-sort', order.isReversed ? other : first);
  }
}

/** All rows in the order that is chosen. */
function sortedRows(): readonly Row[] {
  const { column, isReversed } = order;
  const sign = isReversed ? -1 : 1;
  return isAsBuilt() ? rows : rows.toSorted((a, b) => sign * ORDERS[column](a, b));
}

function isAsBuilt(): boolean {
  return order.column === BUILT_ORDER && !order.isReversed;
}

for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
  const column = head.dataset.sort as string;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const isReversed = order.column === column && !order.isReversed;
    const wanted = isReversed ? `-${column}` : column;
    sortField.value = wanted === BUILT_ORDER ? '' : wanted;
    rememberForm(form, 'chosen');
    run();
  });
}

/** Names are loaded when somebody narrows the list by what tools can do, or is about to. */
const load = () => openNames(narrow);

function run(): void {
  if (Object.values(readFacets(form)).some(Boolean)) load();
  sortBy(sortField.value);
  narrow();
}

form.hidden = false;
fillForm(form);
onFormChange(form, run);
form.addEventListener('focusin', load, { once: true });
form.addEventListener('pointerenter', load, { once: true });
run();
