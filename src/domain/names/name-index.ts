import { letterBits } from './edit-distance.ts';
import { letters, nameWords, plainWords, searchWords } from './letters.ts';
import type { NamesFile, ServerTools } from './names-file.ts';

/** A tool of one server that bears a name. */
export interface Bearer {
  /** Place in `servers` of the file. */
  readonly server: number;
  /** Place in `traits` of the file. */
  readonly traits: number;
  readonly segment: string;
}

/** Something that is found by its name: a server, an attack, a guide, or a name that tools bear. */
export interface NameEntry {
  readonly kind: 'server' | 'tool' | 'attack' | 'guide';
  readonly title: string;
  /** Title and aliases, as they are. */
  readonly names: readonly string[];
  /** The letters of each. */
  readonly keys: readonly string[];
  /** Letters of each key as bits. */
  readonly bits: readonly number[];
  /** How many words the title has. */
  readonly wordCount: number;
  /** Place in `servers` or `texts` of the file; for tools -1. */
  readonly at: number;
  /** Tools of this name. */
  readonly bearers: Bearer[];
}

/** A word and the entries that have it. */
export interface IndexedWord {
  readonly word: string;
  readonly singular: string;
  readonly bits: number;
  readonly entries: number[];
}

/** The names in memory. Tools are added server by server, so that a browser can breathe in between. */
export interface NameIndex {
  readonly file: Omit<NamesFile, 'tools' | 'shards'>;
  readonly entries: NameEntry[];
  readonly words: Map<string, IndexedWord>;
  /** Entries of tools by name, and by letters. */
  readonly tools: Map<string, number>;
  readonly toolsByKey: Map<string, number[]>;
  /** Entries of servers, by place in the file. */
  readonly servers: number[];
}

/** An index of all servers, attacks and guides of a file; its tools are added with `addTools`. */
export function createNameIndex(file: NamesFile): NameIndex {
  const { traits, servers, texts, hubs, version } = file;
  const index: NameIndex = {
    file: { version, traits, servers, texts, hubs },
    entries: [],
    words: new Map(),
    tools: new Map(),
    toolsByKey: new Map(),
    servers: [],
  };
  for (const [at, [slug, name, , ...aliases]] of servers.entries()) {
    index.servers.push(addEntry(index, 'server', name, [slug, ...aliases], at));
  }
  for (const [at, [kind, id, title, ...aliases]] of texts.entries()) addEntry(index, kind, title, [id, ...aliases], at);
  return index;
}

/** Adds the tools of one server. */
export function addTools(index: NameIndex, [server, names, traits, segments]: ServerTools): void {
  for (const [at, name] of names.entries()) {
    let id = index.tools.get(name);
    if (id === undefined) {
      id = addEntry(index, 'tool', name, [], -1);
      index.tools.set(name, id);
      const key = letters(name);
      const same = index.toolsByKey.get(key);
      if (same) same.push(id);
      else index.toolsByKey.set(key, [id]);
    }
    const segment = segments !== undefined && Object.hasOwn(segments, name) ? (segments[name] as string) : name;
    index.entries[id]?.bearers.push({ server, traits: traits[at] as number, segment });
  }
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
  const keys = [...new Set(names.map(letters))].filter((key) => key !== '');
  index.entries.push({
    kind,
    title,
    names,
    keys,
    bits: keys.map(letterBits),
    wordCount: (kind === 'server' ? plainWords : nameWords)(title).length,
    at,
    bearers: [],
  });
  // The humps of a product's name mean nothing: PayPal is no word for paying.
  const wordsOf = kind === 'server' ? plainWords : searchWords;
  for (const word of new Set(names.flatMap((name) => [...wordsOf(name)]))) {
    const known = index.words.get(word);
    if (known) known.entries.push(id);
    else index.words.set(word, { word, singular: singular(word), bits: letterBits(word), entries: [id] });
  }
  return id;
}

/** A word without the ending of its plural, as far as that can be told from its letters. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
