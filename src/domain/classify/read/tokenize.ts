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
  const words: Word[] = [];
  for (const match of name.slice(0, LONGEST_NAME).matchAll(NAME_PIECE)) {
    if (words.length >= MOST_NAME_WORDS) break;
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

const TEXT_WORD = /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu;

/** The words of a text; hyphens, underscores and apostrophes keep a word together. */
export function textWords(text: string, most = 400): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(TEXT_WORD)) {
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

const NOT_PLURAL =
  /(?:ss|us|is|news|status|address|dns|aws|gps|https?|os|css|js|sms|tls|alias|canvas|kubernetes|postgres|sales|analytics|series)$/;

/** The singular of an English noun, as far as endings tell; words that only look plural stay. */
export function singular(word: string): string {
  if (word.length < 4 || NOT_PLURAL.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** True for a noun that stands in the plural. */
export function isPlural(word: string): boolean {
  return singular(word) !== word;
}

/** The forms in which a text may use a verb: delete, deletes, deleting. Past forms are left out: they describe, they do not act. */
export function verbForms(base: string): { readonly plain: string; readonly third: string; readonly gerund: string } {
  const third = /(?:s|x|z|sh|ch|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const gerund = DOUBLED.has(base)
    ? `${base}${base.at(-1)}ing`
    : /[^eoy]e$/.test(base)
      ? `${base.slice(0, -1)}ing`
      : `${base}ing`;
  return { plain: base, third, gerund };
}

/** Verbs whose last consonant is doubled before -ing. */
const DOUBLED: ReadonlySet<string> = new Set(
  'get set put run stop drop tag plan log begin swap ship scan submit commit chat pin trim unpin unset tap drag plot cut'.split(
    ' ',
  ),
);

/** At most six consecutive words of a text from a position on: what evidence may show of a publisher's text. */
export function shortQuote(text: string, start: number, end: number, mostWords = 6): string {
  const piece = text.slice(start, Math.min(end, start + 160));
  let count = 0;
  let last = 0;
  // Counted as publisher-text.ts counts them: "to-do" is two. A word of a script without spaces is a few characters.
  for (const match of piece.matchAll(/[\p{L}\p{N}]{1,40}/gu)) {
    count += 1;
    if (count > mostWords) break;
    last = match.index + match[0].length;
  }
  return piece
    .slice(0, last)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '');
}
