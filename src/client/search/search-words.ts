import type { ResultGroup } from '../../domain/search/merge-results.ts';

/** Every sentence that search shows. The browser loads it with search: nothing of the domain's wording comes along. */

const NUMBERS = new Intl.NumberFormat('en-GB');

/** Letters from which on names are searched, and texts. */
export const SHORTEST_NAME = 2;
export const SHORTEST_TEXT = 3;

export const SEARCH_WORDS = {
  dialog: 'Search',
  field: 'Search servers, tools, attacks and guides',
  placeholder: 'A server, a tool, an attack, a CVE',
  close: 'Close',
  recent: 'Recent searches',
  recentNote: 'Kept in this browser only.',
  clear: 'Clear',
  cleared: 'Recent searches cleared.',
  more: 'All results, with filters',
  tooShort: `Type at least ${SHORTEST_NAME} letters.`,
  namesLoading: 'Loading names…',
  textsLoading: 'Searching the texts…',
  namesFailed: 'Names could not be loaded.',
  textsFailed: 'Texts could not be searched.',
  bothFailed: 'Search could not be loaded. Check the connection and type again.',
  broken: 'Search has a fault of its own, and your connection is fine. Load the page again.',
  commonWord: 'Add a word to search the texts too.',
  allServers: 'Show all',
} as const;

/** Headings over results. */
export const GROUP_WORDS: Readonly<Record<ResultGroup['id'], string>> = {
  names: 'Names',
  text: 'In the text',
  similar: 'Similar names',
};

/** What stands beside a result that is no tool. */
export const KIND_WORDS = {
  brand: 'which server is meant',
  server: 'server',
  name: 'name',
  attack: 'attack',
  guide: 'guide',
  tool: 'tool',
} as const;

/** Levels and categories by their segments. */
export const LEVEL_WORDS: Readonly<Record<string, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'not-assessed': 'Not assessed',
};
export const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  read: 'Read',
  write: 'Write',
  execute: 'Execute',
  destructive: 'Destructive',
  financial: 'Financial',
  'not-assessed': 'Not assessed',
};

/** "on 14 servers, low to high"; "on 2 servers". */
export function sharedWords(servers: number, mildest: string | undefined, worst: string | undefined): string {
  const on = `on ${NUMBERS.format(servers)} servers`;
  if (mildest === undefined || worst === undefined || mildest === worst) return on;
  return `${on}, ${LEVEL_WORDS[mildest]?.toLowerCase()} to ${LEVEL_WORDS[worst]?.toLowerCase()}`;
}

/** "Critical (120)". */
export function optionWords(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label} (${NUMBERS.format(count)})`;
}

/** "3 names, 1 text". */
export function foundWords(names: number, texts: number): string {
  const parts = [...(names > 0 ? [counted(names, 'name')] : []), ...(texts > 0 ? [counted(texts, 'text')] : [])];
  return parts.join(', ');
}

/** "1,204 results"; with how many are shown, where those are fewer. */
export function listedWords(total: number, shown: number): string {
  const results = counted(total, 'result');
  return total > shown ? `${results}, the first ${NUMBERS.format(shown)} shown` : results;
}

/** What is said when nothing was found. */
export function nothingWords(query: string): string {
  return query === ''
    ? 'Nothing fits all of these filters.'
    : `Nothing found for “${query}”. Try a part of the name, or fewer words.`;
}

/** "12 of 54 servers". */
export function serversWords(shown: number, all: number): string {
  return shown === all ? counted(all, 'server') : `${NUMBERS.format(shown)} of ${counted(all, 'server')}`;
}

/** "3 of 117 tools fit". */
export function fittingWords(fitting: number, all: number): string {
  return `${NUMBERS.format(fitting)} of ${counted(all, 'tool')} fit`;
}

function counted(value: number, noun: string): string {
  return `${NUMBERS.format(value)} ${noun}${value === 1 ? '' : 's'}`;
}
