/** Work that is left: what has to be made, where it belongs, and which expectations (`id aspect`) fail until it is. */
export interface NotYet {
  readonly todo: string;
  readonly where: string;
  readonly of: readonly string[];
}

/** All expectations of a list, once each and sorted: one may wait for several things. */
export function casesOf(list: readonly NotYet[]): string[] {
  return [...new Set(list.flatMap(({ of }) => of))].sort();
}

/** What the strangers' configurations wait for. The tests hold the list to be exact: who mends something takes it out. */
export const NOT_YET: readonly NotYet[] = [];

/** The same for our own. */
export const HELD_OUT_NOT_YET: readonly NotYet[] = [];

/** What the command line waits for, for both. */
export const EXITS_NOT_YET: readonly NotYet[] = [];
