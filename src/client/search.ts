import { mergeResults, type ResultGroup } from '../domain/search/merge-results.ts';
import type { Facets } from '../domain/search/search-facets.ts';
import { type NameHits, searchNames } from '../domain/search/search-names.ts';
import { currentNames, openNames } from './names.ts';
import { loadPagefind } from './pagefind.ts';
import { foundWords, listedWords, nothingWords, SEARCH_WORDS, SHORTEST_NAME, SHORTEST_TEXT } from './search-words.ts';
import { searchTexts, type TextHits } from './text-search.ts';

/** What is to be shown for what was typed, as far as it is known. */
export interface SearchView {
  readonly groups: readonly ResultGroup[];
  /** One line about it. */
  readonly status: string;
  /** False while something is still under way. */
  readonly isDone: boolean;
}

/** Milliseconds after the last key until texts are searched: names are there at once. */
const TEXT_DELAY = 150;

/**
 * A word that stands in more names than this is not looked for in texts: scoring thousands of pages takes seconds
 * (docs/interface.md#search).
 */
const COMMON_WORD = 1000;

/** Results that are shown of each search; more are counted. */
const MOST_NAMES = 20;
const MOST_LISTED = 50;

const NO_NAMES: NameHits = { hits: [], total: 0 };

type Texts = TextHits | 'waiting' | 'failed' | 'left out';

/**
 * A search as somebody types: names at once, texts under them a little later. Calls `show` whenever there is something new for
 * what was typed last.
 */
export function startSearch(show: (view: SearchView) => void): (query: string, facets: Facets) => void {
  let query = '';
  let facets: Facets = {};
  let texts: Texts = 'left out';
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let names = NO_NAMES;
  const findNames = () => {
    const { index } = currentNames();
    const isAsked = query.length >= SHORTEST_NAME || (query === '' && Object.values(facets).some(Boolean));
    names = index && isAsked ? searchNames(index, query, facets) : NO_NAMES;
  };
  const update = () => show(viewOf(query, facets, names, texts));
  const moreNames = () => {
    findNames();
    update();
  };
  const searchText = async (mine: number) => {
    let found: Texts;
    try {
      found = await searchTexts(await loadPagefind(), query, facets);
    } catch {
      found = 'failed';
    }
    if (mine !== newest) return;
    texts = found;
    update();
  };
  openNames(moreNames);

  return (typed, narrowed) => {
    newest += 1;
    const mine = newest;
    query = typed;
    facets = narrowed;
    clearTimeout(timer);
    openNames(moreNames);
    findNames();
    const isWanted = query.length >= SHORTEST_TEXT && !isCommon(query, names);
    texts = isWanted ? 'waiting' : 'left out';
    if (isWanted) timer = setTimeout(() => void searchText(mine), TEXT_DELAY);
    update();
  };
}

function isCommon(query: string, names: NameHits): boolean {
  return !/\s/.test(query) && names.total > COMMON_WORD;
}

function viewOf(query: string, facets: Facets, names: NameHits, texts: Texts): SearchView {
  const isNarrowed = Object.values(facets).some(Boolean);
  if (query.length < SHORTEST_NAME && !(query === '' && isNarrowed)) {
    return { groups: [], status: query === '' ? '' : SEARCH_WORDS.tooShort, isDone: true };
  }
  const { state } = currentNames();
  const waiting = [
    ...(state === 'loading' ? [SEARCH_WORDS.namesLoading] : []),
    ...(texts === 'waiting' ? [SEARCH_WORDS.textsLoading] : []),
  ];
  const failed = [
    ...(state === 'failed' ? [SEARCH_WORDS.namesFailed] : []),
    ...(texts === 'failed' ? [SEARCH_WORDS.textsFailed] : []),
  ];
  if (failed.length === 2 || (state === 'failed' && texts === 'left out')) {
    return { groups: [], status: SEARCH_WORDS.bothFailed, isDone: true };
  }
  const isDone = waiting.length === 0;
  if (query === '') {
    const hits = names.hits.slice(0, MOST_LISTED);
    const listed = hits.length > 0 ? listedWords(names.total, hits.length) : isDone ? nothingWords('') : '';
    return {
      groups: hits.length > 0 ? [{ id: 'names', hits }] : [],
      status: joined([listed, ...waiting, ...failed]),
      isDone,
    };
  }
  const found = typeof texts === 'object' ? texts : { hits: [], total: 0 };
  const groups = mergeResults(query, names.hits.slice(0, MOST_NAMES), found.hits)
    // Names with a wrong letter may belong under texts that are not there yet: nothing moves under the reader's hand.
    .filter(({ id }) => !(id === 'similar' && texts === 'waiting' && /\s/.test(query)));
  const counts = foundWords(names.total, groups.some(({ id }) => id === 'text') ? found.total : 0);
  const nothing = counts === '' && isDone ? nothingWords(query) : '';
  const common = texts === 'left out' && names.total > COMMON_WORD ? SEARCH_WORDS.commonWord : '';
  return { groups, status: joined([counts || nothing, common, ...waiting, ...failed]), isDone };
}

function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
