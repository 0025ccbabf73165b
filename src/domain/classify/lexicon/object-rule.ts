import type { Category } from '../../risk/category.ts';
import type { Action } from './action.ts';

import type { Example } from './example.ts';
import type { Topics } from './topics.ts';

/** What an action means: its category and our words for it. `sure` is false where the object leaves doubt. */
export interface Meaning {
  readonly category: Category;
  readonly says: string;
  readonly sure: boolean;
  /** Whether the object had a say, so that it is not the verb's general meaning. */
  readonly specific: boolean;
}

/** What a verb means with certain objects. All conditions that are given must hold. */
export interface ObjectRule {
  /** What the row is for. */
  readonly example: Example;
  /** Plain forms of the verbs that it is about. */
  readonly verbs: ReadonlySet<string>;
  /** The object's head (last noun) is one of these. */
  readonly head?: ReadonlySet<string>;
  /** Any word of the object is one of these. */
  readonly any?: ReadonlySet<string>;
  /** Any word after the preposition is one of these. */
  readonly rest?: ReadonlySet<string>;
  readonly when?: (topics: Topics, action: Action) => boolean;
  readonly category: Category;
  readonly says: string;
  readonly unsure?: true;
}
