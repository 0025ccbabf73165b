import type { Category } from '../../risk/category.ts';
import type { RiskSignal } from '../../risk/signal.ts';
import type { Example } from './example.ts';
import { spellings } from './spellings.ts';

/** What rows are for, besides categories. */
export type Shown = RiskSignal | 'shared-text';

/** Rows that are alike, with what an example of each of them looks like. */
export interface ExampleTable {
  /** What the rows are, in the ledger's keys: "coin", "access.name". */
  readonly id: string;
  /** The words of a list, or a text for every alternative of a pattern. */
  readonly rows: () => readonly string[];
  readonly example: (row: string) => Example;
  /** The category that rows of this table give, where that is what they are for; null is not assessed. */
  readonly gives?: Category | null;
  /** The signal, or text that others read, that rows of this table show. */
  readonly shows?: Shown;
  /** What would be there without the row. */
  readonly hides?: Shown;
  /** A row of no meaning, whose example is without what `gives` and `shows` say, and with what `hides` says. */
  readonly neutral?: string;
  /** Rows on whose examples other rows decide as well, so that they show nothing by themselves. */
  readonly except?: readonly string[];
  /** The list itself, where leaving a word out must change the verdict on its example. */
  readonly words?: ReadonlySet<string>;
}

/** What a table is, besides its rows. */
type TableParts = Omit<ExampleTable, 'id' | 'rows' | 'words'>;

/** A table of the words of a list. */
export function wordTable(id: string, words: ReadonlySet<string>, parts: TableParts): ExampleTable {
  return { id, rows: () => [...words], words, ...parts };
}

/** A table of the words of a list that is read before a row can be left out. */
export function plainTable(id: string, words: ReadonlySet<string>, parts: TableParts): ExampleTable {
  return { id, rows: () => [...words], ...parts };
}

/** A table of the alternatives of a pattern. */
export function patternTable(id: string, pattern: RegExp, parts: TableParts): ExampleTable {
  return { id, rows: () => spellings(pattern.source), ...parts };
}
