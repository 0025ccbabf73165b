import {
  type AttackEntry,
  type AttackQuery,
  type Chosen,
  FACETS,
  type Facet,
  facetCounts,
  queryFrom,
  searchOf,
} from '../../domain/attacks/filter/attack-facets.ts';
import { AttackIndex } from '../../domain/attacks/filter/filter-attacks.ts';
import { faultMessage } from '../fault.ts';
import { loadJson } from '../load.ts';

/** The list of attacks, filtered as one types; what the form says is in the address, and the other way round. */

const root = document.querySelector<HTMLElement>('[data-attack-filter]') as HTMLElement;
const form = root.querySelector('form') as HTMLFormElement;
const input = form.elements.namedItem('q') as HTMLInputElement;
const status = root.querySelector<HTMLElement>('[data-filter-status]') as HTMLElement;
const results = document.querySelector<HTMLElement>('[data-filter-results]') as HTMLElement;
const groups = document.querySelector<HTMLElement>('[data-filter-groups]') as HTMLElement;
const rows = new Map(
  [...groups.querySelectorAll<HTMLElement>('[data-entry]')].map((row) => [row.dataset.entry as string, row]),
);
const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];

/** Loaded once; a failed attempt is forgotten, so that the next key tries again. */
let loading: Promise<{ readonly entries: readonly AttackEntry[]; readonly index: AttackIndex }> | undefined;
function load() {
  loading ??= loadJson<AttackEntry[]>('/attacks/filter.json').then((entries) => ({
    entries,
    index: new AttackIndex(entries),
  }));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

function readForm(): AttackQuery {
  const chosen: Partial<Record<Facet, string[]>> = {};
  for (const box of boxes) {
    if (!box.checked) continue;
    const facet = box.name as Facet;
    chosen[facet] = [...(chosen[facet] ?? []), box.value];
  }
  return { words: input.value.trim(), chosen };
}

function fillForm(): void {
  const { words, chosen } = queryFrom(location.search);
  input.value = words;
  for (const box of boxes) box.checked = chosen[box.name as Facet]?.includes(box.value) ?? false;
  for (const facet of form.querySelectorAll<HTMLDetailsElement>('[data-facet]')) {
    if (chosen[facet.dataset.facet as Facet] !== undefined) facet.open = true;
  }
}

let newest = 0;

async function run(): Promise<void> {
  newest += 1;
  const mine = newest;
  const query = readForm();
  showChosen(query.chosen);
  const asked = query.words !== '' || Object.keys(query.chosen).length > 0;
  groups.hidden = asked;
  results.hidden = !asked;
  if (!asked) results.replaceChildren();
  try {
    const { entries, index } = await load();
    if (mine !== newest) return;
    const { found, partly } = index.find(query.words, query.chosen);
    // What another choice would show: whatever the words find.
    const inWords = new Set(index.find(query.words, {}).found.map(({ id }) => id));
    showCounts(
      entries.filter(({ id }) => inWords.has(id)),
      query.chosen,
    );
    if (!asked) {
      status.textContent = '';
      return;
    }
    results.replaceChildren(...found.flatMap(({ id }) => rows.get(id)?.cloneNode(true) ?? []));
    status.textContent = statusWords(found.length, entries.length, partly);
  } catch (error) {
    if (mine !== newest) return;
    status.replaceChildren(
      ...faultMessage(error, 'The filter could not be loaded. Check the connection and try again.'),
    );
  }
}

function statusWords(found: number, all: number, partly: boolean): string {
  if (found === 0) return 'No entry fits. Try fewer words, or take a choice away.';
  const number = `${found} of ${all} entries${found === 1 ? ' fits' : ' fit'}`;
  return partly ? `No entry has all of these words; ${number} most of them.` : `${number}.`;
}

function showCounts(entries: readonly AttackEntry[], chosen: Chosen): void {
  const counts = facetCounts(entries, chosen);
  for (const box of boxes) {
    const place = box.closest('label')?.querySelector('[data-count]');
    if (place) place.textContent = String(counts[box.name as Facet].get(box.value) ?? 0);
  }
}

function showChosen(chosen: Chosen): void {
  for (const facet of FACETS) {
    const place = form.querySelector(`[data-facet="${facet}"] [data-chosen]`);
    const number = chosen[facet]?.length ?? 0;
    if (place) place.textContent = number > 0 ? `(${number})` : '';
  }
}

/** Puts the form's state into the address: each choice is a step back, words are not. */
function remember(isStep: boolean): void {
  const search = searchOf(readForm());
  const address = search === '' ? location.pathname : `?${search}`;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

form.addEventListener('input', (event) => {
  remember(event.target !== input);
  void run();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  results.querySelector('a')?.click();
});
addEventListener('popstate', () => {
  fillForm();
  void run();
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const target = event.target as HTMLElement;
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  if (event.key === 'f' && !isTyping) {
    event.preventDefault();
    input.focus();
    input.select();
    return;
  }
  if (event.key === 'Escape' && target === input && input.value !== '') {
    event.preventDefault();
    input.value = '';
    remember(false);
    void run();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const list = results.hidden ? groups : results;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('[data-entry] a')];
  const at = links.indexOf(target as HTMLAnchorElement);
  if (target !== input && at < 0) return;
  event.preventDefault();
  const to = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (to < 0) input.focus();
  else links[to]?.focus();
});

fillForm();
// Says to tests, and to styles, that keys are heard now.
root.dataset.ready = '';
if (location.search !== '') void run();
else input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
