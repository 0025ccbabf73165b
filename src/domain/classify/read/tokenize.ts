import { singular } from '../lexicon/inflection.ts';

/** Names longer than this are cut before they are looked at; no honest tool has one. */
const LONGEST_NAME = 200;
const MOST_NAME_WORDS = 24;

/** One word of a name or text: as written, in lower case, and where it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

// A run of capitals before a capitalised word (`HTTPServer` → HTTP, Server), a word, digits, or a run of other letters.
const NAME_PIECE = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu;

/** Cuts a tool's or parameter's name into words: snake_case, kebab-case, camelCase, dots and slashes, runs of capitals. */
export function nameWords(name: string): Word[] {
  return wordsIn(name.slice(0, LONGEST_NAME), NAME_PIECE, MOST_NAME_WORDS);
}

function wordsIn(text: string, piece: RegExp, most: number): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(piece)) {
    if (words.length >= most) break;
    words.push({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return words;
}

/** Nouns of two words of which one or both look like verbs. */
const COMPOUNDS: ReadonlySet<string> = new Set([
  'merge request',
  'pull request',
  'feature request',
  'service request',
  'check run',
]);

/** True for a word that is half of a noun such as "merge request". */
export function isInCompound(words: readonly Word[], index: number): boolean {
  const pair = (at: number) => COMPOUNDS.has(`${words[at]?.lower} ${singular(words[at + 1]?.lower ?? '')}`);
  return pair(index) || (index > 0 && pair(index - 1));
}

const TEXT_WORD = /[\p{L}\p{N}\p{M}]+(?:['’_-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text; hyphens, underscores and apostrophes keep a word together. */
export function textWords(text: string, most = 400): Word[] {
  return wordsIn(text, TEXT_WORD, most);
}
