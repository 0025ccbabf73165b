import type { Hint } from '../../record/tool.ts';
import type { Action } from '../lexicon/action.ts';
import type { Topics } from '../lexicon/topics.ts';
import type { Description } from './description.ts';
import type { Router } from './router.ts';
import type { Parameter } from './schema-parameters.ts';

/** A definition, read once for all rules. */
export interface ToolFacts {
  readonly name: string;
  readonly title: string;
  /** The words of the server's id in lower case. */
  readonly server: readonly string[];
  /** The words of the name in lower case. */
  readonly nameWords: readonly string[];
  readonly description: Description;
  readonly parameters: readonly Parameter[];
  readonly nameActions: readonly Action[];
  readonly titleActions: readonly Action[];
  readonly textActions: readonly Action[];
  readonly topics: Topics;
  /** Server id, name, title and purpose in lower case, words apart: where topics are looked for. */
  readonly about: string;
  /** Whether it passes calls on to operations that its schema does not list. */
  readonly router: Router | undefined;
  /** The hints that the server gave, without those that only repeat the defaults. */
  readonly hints: Partial<Record<Hint, boolean>>;
}
