import type { Hit } from './hit.ts';
import { singular } from './name-index.ts';
import { searchWords } from './name-words.ts';
import { queryWords } from './query-words.ts';
import type { NameHit } from './search-names.ts';

/** A result of the full-text search. */
export interface TextHit extends Hit {
  /** All of the text that was searched. */
  readonly content: string;
}

/** Results that belong together, under a heading of their own. */
export interface ResultGroup {
  readonly id: 'names' | 'text' | 'similar';
  readonly hits: readonly Hit[];
}

/**
 * The one order in which results are shown: names that fit, then texts. A name with a wrong letter comes first only where a
 * single word was typed; after several words, texts that have all of them go before it, and texts that have some go after it.
 * A page is shown once. A text with none of the words is left out: full-text search takes the beginning of a word that it does not
 * know for the word.
 */
export function mergeResults(query: string, names: readonly NameHit[], texts: readonly TextHit[]): ResultGroup[] {
  const { words, isSentence } = queryWords(query);
  const fitting = names.filter(({ fit }) => fit !== 'typo');
  const similar = names.filter(({ fit }) => fit === 'typo');
  const having = texts.filter(({ title, content }) => hasWords(`${title} ${content}`, words));
  const part = texts.filter((hit) => !having.includes(hit) && hasSome(`${hit.title} ${hit.content}`, words));
  // What a server can do in all is said of it in one sentence: the tool that does it is nearer.
  const whole = [...having.filter(({ kind }) => kind !== 'server'), ...having.filter(({ kind }) => kind === 'server')];
  const groups: ResultGroup[] = [
    { id: 'names', hits: fitting },
    ...(isSentence
      ? [group('text', whole), group('similar', similar), group('text', part)]
      : [group('similar', similar), group('text', [...whole, ...part])]),
  ];
  const seen = new Set<string>();
  return groups
    .map(({ id, hits }) => ({ id, hits: hits.filter(({ url }) => !seen.has(url) && seen.add(url)) }))
    .filter(({ hits }) => hits.length > 0);
}

function group(id: ResultGroup['id'], hits: readonly Hit[]): ResultGroup {
  return { id, hits };
}

/** Whether a text has all words, in any of their endings. */
function hasWords(text: string, words: readonly string[]): boolean {
  const present = [...searchWordsOf(text)];
  return words.every((word) => present.some((known) => known.startsWith(stem(word))));
}

/** Whether a text has one of the words, or one of the same root. */
function hasSome(text: string, words: readonly string[]): boolean {
  const present = [...searchWordsOf(text)];
  return words.some((word) => present.some((known) => known.startsWith(word.slice(0, Math.max(4, word.length / 2)))));
}

/** Words of a whole text: `searchWords` looks at names, which are short. */
function searchWordsOf(text: string): Set<string> {
  return new Set(text.split(/\s+/).flatMap((part) => [...searchWords(part)]));
}

/** A word without its commonest endings. */
function stem(word: string): string {
  const one = singular(word);
  return one.length > 5 ? one.replace(/(ing|ed|e|y)$/, '') : one;
}
