import { letterBits } from '../text/edit-distance.ts';
import { nameKey, nameWords, plainWords, searchWords } from './name-words.ts';
import type { NamesFile, ServerTools } from './names-file.ts';

/** A tool of one server that bears a name. */
export interface Bearer {
  /** Place in `servers` of the file. */
  readonly server: number;
  /** Place in `traits` of the file. */
  readonly traits: number;
  readonly segment: string;
}

/** Something that is found by its name: a product, a server, an attack, a guide, or a name that tools bear. */
export interface NameEntry {
  readonly kind: 'brand' | 'server' | 'tool' | 'attack' | 'guide';
  readonly title: string;
  /** Title and aliases, as they are. */
  readonly names: readonly string[];
  /** The letters of each. */
  readonly keys: readonly string[];
  /** How many words the title has. */
  readonly wordCount: number;
  /** Place in `servers` or `texts` of the file; for tools -1. */
  readonly at: number;
  /** Tools of this name. */
  readonly bearers: Bearer[];
  /** Place of the worst level among them, or of its own: smaller is worse. */
  worst: number;
}

/** Levels in the order of lists: worst first, not assessed directly after critical. */
const LEVEL_ORDER = ['critical', 'not-assessed', 'high', 'medium', 'low'];

/** Place of a level in that order; what has none comes last. */
export function levelPlace(level: string | undefined): number {
  const place = level === undefined ? -1 : LEVEL_ORDER.indexOf(level);
  return place < 0 ? LEVEL_ORDER.length : place;
}

/** A word and the entries that have it. */
export interface IndexedWord {
  readonly word: string;
  readonly singular: string;
  readonly bits: number;
  readonly entries: number[];
}

/** The names in memory. They are added piece by piece, so that a browser can breathe in between. */
export interface NameIndex {
  readonly file: Omit<NamesFile, 'tools' | 'shards'>;
  readonly entries: NameEntry[];
  readonly words: Map<string, IndexedWord>;
  /** Words by their first letter. */
  readonly wordsBy: Map<string, IndexedWord[]>;
  /** Entries by the first letter of each of their keys. */
  readonly keysBy: Map<string, IndexedKey[]>;
  /** Entries of tools by name, and by letters. */
  readonly tools: Map<string, number>;
  readonly toolsByKey: Map<string, number[]>;
  /** Entries of servers, by place in the file, and places by the letters of their names. */
  readonly servers: number[];
  readonly serversByKey: Map<string, number[]>;
  /** For each of the file's traits, the place of its level. */
  readonly levels: readonly number[];
}

/** The letters of a name, and whose they are. */
export interface IndexedKey {
  readonly key: string;
  readonly bits: number;
  readonly id: number;
}

/** An index of a file with nothing in it yet. */
export function emptyNameIndex({ traits, servers, texts, hubs, version }: NamesFile): NameIndex {
  return {
    file: { version, traits, servers, texts, hubs },
    entries: [],
    words: new Map(),
    wordsBy: new Map(),
    keysBy: new Map(),
    tools: new Map(),
    toolsByKey: new Map(),
    servers: [],
    serversByKey: new Map(),
    levels: traits.map(([level]) => levelPlace(level)),
  };
}

/** Adds the servers, products, attacks and guides of its file, one with each step. */
export function* addTitles(index: NameIndex): Generator<void> {
  for (const [at, [slug, name, level, ...aliases]] of index.file.servers.entries()) {
    const id = addEntry(index, 'server', name, [slug, ...aliases], at);
    (index.entries[id] as NameEntry).worst = levelPlace(level);
    index.servers.push(id);
    for (const key of index.entries[id]?.keys ?? []) listIn(index.serversByKey, key, at);
    yield;
  }
  for (const [at, [kind, id, title, ...aliases]] of index.file.texts.entries()) {
    addEntry(index, kind, title, [id, ...aliases], at);
    yield;
  }
}

/** Adds tools, a server's with each step. */
export function* addTools(index: NameIndex, tools: readonly ServerTools[]): Generator<void> {
  for (const [server, names, traits, segments] of tools) {
    for (const [at, name] of names.entries()) {
      let id = index.tools.get(name);
      if (id === undefined) {
        id = addEntry(index, 'tool', name, [], -1);
        index.tools.set(name, id);
        listIn(index.toolsByKey, nameKey(name), id);
      }
      const segment = segments !== undefined && Object.hasOwn(segments, name) ? (segments[name] as string) : name;
      const entry = index.entries[id] as NameEntry;
      const place = traits[at] as number;
      entry.bearers.push({ server, traits: place, segment });
      entry.worst = Math.min(entry.worst, index.levels[place] as number);
    }
    yield;
  }
}

/** An index of a whole file, and of the tools of its shards, in one go. */
export function createNameIndex(file: NamesFile, more: readonly ServerTools[] = []): NameIndex {
  const index = emptyNameIndex(file);
  for (const steps of [addTitles(index), addTools(index, file.tools), addTools(index, more)]) {
    while (steps.next().done !== true);
  }
  return index;
}

function addEntry(
  index: NameIndex,
  kind: NameEntry['kind'],
  title: string,
  aliases: readonly string[],
  at: number,
): number {
  const id = index.entries.length;
  const names = [title, ...aliases];
  const keys = [...new Set(names.map(nameKey))].filter((key) => key !== '');
  // The humps of a product's name mean nothing: PayPal is no word for paying.
  const wordsOf = kind === 'server' ? plainWords : nameWords;
  index.entries.push({
    kind,
    title,
    names,
    keys,
    wordCount: wordsOf(title).length,
    at,
    bearers: [],
    worst: LEVEL_ORDER.length,
  });
  for (const key of keys) listIn(index.keysBy, key.charAt(0), { key, bits: letterBits(key), id });
  const words = new Set(names.flatMap((name) => [...(kind === 'server' ? plainWords(name) : searchWords(name))]));
  for (const word of words) {
    const known = index.words.get(word);
    if (known) {
      known.entries.push(id);
      continue;
    }
    const made = { word, singular: singular(word), bits: letterBits(word), entries: [id] };
    index.words.set(word, made);
    listIn(index.wordsBy, word.charAt(0), made);
  }
  return id;
}

function listIn<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A word without the ending of its plural, as far as that can be told from its letters. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
