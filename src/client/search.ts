import { nameParts } from '../domain/name-parts.ts';
import { loadPagefind, type PagefindData } from './pagefind.ts';

/** What a reader may narrow a search to; empty means any. */
export interface Filters {
  readonly kind?: string;
  readonly risk?: string;
  readonly category?: string;
}

/** Results with how many there are in all. */
export interface Found {
  readonly total: number;
  readonly shown: readonly PagefindData[];
}

/** Results that are shown; more are counted. */
const MOST_RESULTS = 20;

/** Searches the index; an empty query with filters lists what fits them. */
export async function search(query: string, filters: Filters): Promise<Found> {
  const pagefind = await loadPagefind();
  const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const { results } = await pagefind.search(query === '' ? null : query, { filters: set });
  const shown = await Promise.all(results.slice(0, MOST_RESULTS).map((result) => result.data()));
  return { total: results.length, shown: exactFirst(query, shown) };
}

/** Stemming cannot tell run_test from run_tests: what has exactly the letters of the query comes first. */
export function exactFirst(query: string, results: readonly PagefindData[]): PagefindData[] {
  const wanted = letters(query);
  const rank = (result: PagefindData) => {
    const title = result.meta.title ?? '';
    if (title === query.trim()) return 0;
    return letters(title) === wanted ? 1 : 2;
  };
  return results.toSorted((a, b) => rank(a) - rank(b));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The sentence that is shown and announced for what was found. */
export function foundWords(query: string, found: Found): string {
  const { total, shown } = found;
  if (total === 0) return `Nothing found for “${query}”. Try a part of the name, or fewer words.`;
  const results = `${total} ${total === 1 ? 'result' : 'results'}`;
  return total > shown.length ? `${results}, the first ${shown.length} shown` : results;
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
  'not-assessed': 'Not assessed',
};

/** List items for results. Texts of the index are a publisher's: they are set as text, never as markup. */
export function resultItems(results: readonly PagefindData[]): HTMLLIElement[] {
  return results.map(({ url, meta, excerpt }) => {
    const item = document.createElement('li');
    const link = item.appendChild(document.createElement('a'));
    link.href = url;
    const head = link.appendChild(element('span', 'row-head'));
    if (meta.level) {
      const chip = head.appendChild(element('span', 'chip', LEVEL_WORDS[meta.level] ?? meta.level));
      chip.dataset.level = meta.level;
    }
    const name = head.appendChild(element('span', meta.kind === 'tool' ? 'name' : 'title'));
    for (const [index, part] of nameParts(meta.title ?? url).entries()) {
      if (index > 0) name.append(document.createElement('wbr'));
      name.append(part);
    }
    if (meta.context) head.append(element('span', 'small quiet', meta.context));
    const text = link.appendChild(element('p'));
    if (meta.summary) text.textContent = meta.summary;
    else appendExcerpt(text, excerpt);
    return item;
  });
}

function element(tag: string, className?: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Pagefind's excerpt with its marks; any other markup becomes text. */
function appendExcerpt(target: HTMLElement, excerpt: string): void {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  for (const node of parsed.childNodes) {
    if (node.nodeName === 'MARK') target.append(element('mark', undefined, node.textContent ?? ''));
    else target.append(node.textContent ?? '');
  }
}
