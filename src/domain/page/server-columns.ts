/** The columns of the list of servers, in their order: what the head says, and the direction that comes first. */
export const SERVER_COLUMNS = {
  level: { heading: 'Level', first: 'descending' },
  name: { heading: 'Server', first: 'ascending' },
  tools: { heading: 'Tools', first: 'descending' },
} as const satisfies Readonly<Record<string, ServerColumnWords>>;
export type ServerColumn = keyof typeof SERVER_COLUMNS;

/** What a column says of itself; the direction as `aria-sort` has it, levels descending from the worst. */
interface ServerColumnWords {
  readonly heading: string;
  readonly first: 'ascending' | 'descending';
}

/** The column by which a page is sorted when it is built. */
export const BUILT_ORDER: ServerColumn = 'level';

/** Ids of the columns, in their order. */
export const SERVER_COLUMN_IDS = Object.keys(SERVER_COLUMNS) as readonly ServerColumn[];

/** How a list is sorted by what an address says: a column, with `-` before it for the other way round; else as it was built. */
export function serverOrder(given: string): { readonly column: ServerColumn; readonly isReversed: boolean } {
  const column = SERVER_COLUMN_IDS.find((id) => given === id || given === `-${id}`);
  return { column: column ?? BUILT_ORDER, isReversed: column !== undefined && given.startsWith('-') };
}
