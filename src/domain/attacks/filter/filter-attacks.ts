import { editDistance } from '../../text/edit-distance.ts';
import { type AttackEntry, type Chosen, isChosen } from './attack-facets.ts';
import { SYNONYMS } from './attack-synonyms.ts';

/** An entry that was found. */
export interface Found {
  readonly id: string;
  /** Larger comes first. */
  readonly score: number;
}

/** What a search gave. */
export interface FoundAttacks {
  /** Best first; without words in the order of the entries. */
  readonly found: readonly Found[];
  /** True where no entry has all the words, and those with most of them are shown. */
  readonly partly: boolean;
}

/** Words that say nothing about an attack. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at by for from how in into is it its of on or that the this to was were what when which who with'.split(
    ' ',
  ),
);
/** Words shorter than this are never forgiven a wrong letter. */
const FORGIVEN_FROM = 5;

/** A text's words: lower case, without accents. */
function plainWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text's words as they are compared: a plural or an ending taken off too. */
export function searchWords(text: string): string[] {
  return plainWords(text).map(stem);
}

function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const plural = word.replace(/ies$/, 'y').replace(/(?<![su])s$/, '');
  return plural.length < 6 ? plural : plural.replace(/(ing|ed)$/, '');
}

const SAME = new Map<string, ReadonlySet<string>>();
for (const group of SYNONYMS) {
  const words = new Set(group.map((word) => searchWords(word)[0] as string));
  for (const word of words) SAME.set(word, new Set([...(SAME.get(word) ?? []), ...words]));
}

/** Words that people may use in place of those of a text, for a search that knows no synonyms. */
export function otherWords(text: string): string[] {
  const own = new Set(searchWords(text));
  return [...new Set([...own].flatMap((word) => [...(SAME.get(word) ?? [])]))].filter((word) => !own.has(word));
}

/** An entry made ready for searching. */
interface Prepared {
  readonly entry: AttackEntry;
  /** Everything that it is called, folded. */
  readonly exact: ReadonlySet<string>;
  /** Its words, each with the weight of the best place that it stands in. */
  readonly words: ReadonlyMap<string, number>;
}

/** Searches entries that were made ready once. */
export class AttackIndex {
  readonly #prepared: readonly Prepared[];
  /** In how many entries a word stands. */
  readonly #spread = new Map<string, number>();

  constructor(entries: readonly AttackEntry[]) {
    this.#prepared = entries.map(prepare);
    for (const { words } of this.#prepared) {
      for (const word of words.keys()) this.#spread.set(word, (this.#spread.get(word) ?? 0) + 1);
    }
  }

  /** The entries that have the words and a chosen value of every facet. */
  find(text: string, chosen: Chosen): FoundAttacks {
    const open = this.#prepared.filter(({ entry }) => isChosen(entry, chosen));
    const all = [...new Set(plainWords(text))];
    const telling = all.filter((word) => !EMPTY_WORDS.has(word));
    const asked = telling.length > 0 ? telling : all;
    if (asked.length === 0) return { found: open.map(({ entry }) => ({ id: entry.id, score: 0 })), partly: false };
    const scored = open.map((each) => this.#score(each, asked, fold(text)));
    const most = Math.max(0, ...scored.map(({ covered }) => covered));
    const enough = most === asked.length || (most * 2 >= asked.length && most > 0) ? most : asked.length;
    const found = scored
      .filter(({ covered, exact }) => covered >= enough || exact)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ id, score }) => ({ id, score }));
    return { found, partly: found.length > 0 && most < asked.length && !scored.some(({ exact }) => exact) };
  }

  #score({ entry, exact, words }: Prepared, asked: readonly string[], text: string) {
    let score = 0;
    let covered = 0;
    for (const word of asked) {
      const root = stem(word);
      const fit = Math.max(this.#fit(word, words), root === word ? 0 : this.#fit(root, words));
      if (fit > 0) covered += 1;
      score += fit;
    }
    const isExact = exact.has(text);
    if (isExact) score += 1000 + nearness(entry, text);
    else if (fold(entry.title).includes(text)) score *= 1.5;
    // Of two that fit alike, the pattern explains and the case is an example.
    if (entry.facets.kind.includes('pattern')) score *= 1.05;
    const order = this.#prepared.findIndex((other) => other.entry === entry);
    return { id: entry.id, score, covered, exact: isExact, order };
  }

  /** How well a word fits an entry: the best of equal, begun, alike in meaning, and one letter off. */
  #fit(word: string, words: ReadonlyMap<string, number>): number {
    const rare = (found: string) => Math.log(1 + this.#prepared.length / (this.#spread.get(found) ?? 1));
    const equal = words.get(word);
    let best = equal === undefined ? 0 : equal * rare(word);
    const same = SAME.get(word);
    for (const [other, weight] of words) {
      const share =
        other === word
          ? 0
          : word.length > 1 && other.startsWith(word)
            ? 0.6
            : same?.has(other)
              ? 0.45
              : word.length >= FORGIVEN_FROM && !this.#spread.has(word) && editDistance(word, other, 1) === 1
                ? 0.5
                : 0;
      if (share > 0) best = Math.max(best, weight * rare(other) * share);
    }
    return best;
  }
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function prepare(entry: AttackEntry): Prepared {
  const words = new Map<string, number>();
  const add = (text: string, weight: number) => {
    // With its ending too, so that a wrong letter in the ending is forgiven.
    for (const word of plainWords(text).flatMap((each) => [each, stem(each)])) {
      words.set(word, Math.max(weight, words.get(word) ?? 0));
    }
  };
  add(entry.summary, 2);
  for (const [id, title] of entry.mappings) add(`${id} ${title}`, 1.5);
  for (const id of entry.ids) add(id, 4);
  for (const name of entry.names) add(name, 4);
  add(entry.id, 3);
  add(entry.title, 5);
  // A package is known by its name, whatever stands behind it in parentheses.
  const names = entry.names.flatMap((name) => [name, name.replace(/ \(.*\)$/, '')]);
  const called = [entry.id, entry.title, ...entry.ids, ...names, ...entry.mappings.map(([id]) => id)];
  return { entry, words, exact: new Set(called.map(fold)) };
}

/** Many entries bear one id of a public list: the one whose title has most words of the list's title comes first. */
function nearness(entry: AttackEntry, text: string): number {
  if (fold(entry.title) === text || entry.id === text) return 100;
  const title = entry.mappings.find(([id]) => fold(id) === text)?.[1];
  if (title === undefined) return 50;
  const own = new Set(searchWords(entry.title));
  const listed = searchWords(title);
  return (20 * listed.filter((word) => own.has(word)).length) / Math.max(listed.length, own.size);
}
