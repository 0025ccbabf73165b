/** What kinds of things are found; a `brand` is the page of a product that several servers are called by, a `name` is the page of a name that several servers use. */
export type HitKind = 'brand' | 'server' | 'tool' | 'name' | 'attack' | 'guide';

/** A result as lists show it, whichever search found it. Texts are a publisher's: they are set as text. */
export interface Hit {
  readonly url: string;
  readonly kind: HitKind;
  readonly title: string;
  /** Segment; of a shared name, that of its worst tool. */
  readonly level?: string;
  /** Segment. */
  readonly category?: string;
  /** Name of a tool's server. */
  readonly server?: string;
  /** Of a shared name: on how many servers it stands. */
  readonly servers?: number;
  /** Of a shared name: the mildest level of its tools. */
  readonly mildest?: string;
  /** Our sentence. */
  readonly summary?: string;
  /** Where the words stand, as HTML of the full-text search: escaped, with `mark` elements. */
  readonly excerpt?: string;
}
