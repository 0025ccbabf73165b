/** What the name search is made of, as files of the built site: lean, because they are loaded before anything is found. */

/** A level, a category and signals: what a result shows and is narrowed by. Segments as in paths. */
export type Traits = readonly [level: string, category: string, ...signals: string[]];

/** A server: its aliases are its slug, its package and what else it is called by. */
export type ServerName = readonly [slug: string, name: string, level: string, ...aliases: string[]];

/** An attack, a guide or a product: aliases are ids of weaknesses, packages that were hit and the like. */
export type TextName = readonly [kind: 'brand' | 'attack' | 'guide', id: string, title: string, ...aliases: string[]];

/** The tools of one server: its place in `servers`, names, and for each name its place in `traits`. */
export type ServerTools = readonly [
  server: number,
  names: readonly string[],
  traits: readonly number[],
  /** URL segments of names that are not their own, by name. */
  segments?: Readonly<Record<string, string>>,
];

/** `/search/names.json`: everything but tools, and those too where they are few. */
export interface NamesFile {
  readonly version: 1;
  readonly traits: readonly Traits[];
  readonly servers: readonly ServerName[];
  readonly texts: readonly TextName[];
  /** URL segments of pages of shared names that are not the name itself. */
  readonly hubs: Readonly<Record<string, string>>;
  readonly tools: readonly ServerTools[];
  /** Files beside this one that hold the tools where they are many: each is `ServerTools[]`. */
  readonly shards: readonly string[];
}

/** Where the browser finds them. */
export const NAMES_FOLDER = '/search/';
export const NAMES_FILE = 'names.json';
