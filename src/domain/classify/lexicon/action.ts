import type { Evidence } from '../../record/classification.ts';
import type { Verb } from './verbs.ts';

/** How clearly a word is a verb at its place: 3 beyond doubt, 2 likely, 1 perhaps. */
export type Clarity = 1 | 2 | 3;

/** Something that a definition says the tool does: a verb with its object. */
export interface Action {
  readonly verb: Verb;
  readonly clarity: Clarity;
  /** The object's words in the singular, in order; its head is the last. */
  readonly object: readonly string[];
  /** Words after the first preposition: from what, to whom. */
  readonly rest: readonly string[];
  /** The preposition itself. */
  readonly preposition: string | undefined;
  /** Whether this is the first thing that the name or text says. */
  readonly first: boolean;
  readonly from: Evidence['from'];
  readonly where?: string;
  readonly text: string;
}

/** A word that was read as the verb of a name or sentence. */
export interface FoundVerb {
  readonly index: number;
  readonly verb: Verb;
  readonly clarity: Clarity;
}
