import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import type { Action } from '../lexicon/action.ts';
import type { Meaning } from '../lexicon/object-rule.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { meaningOf } from './meaning.ts';

/** How the category came about; `confidence.ts` turns it into a number. */
export type Ground =
  | 'agreed' // name and text say the same
  | 'name' // the name's verb alone
  | 'text' // the text's verb alone
  | 'raised' // one of them says worse than the other
  | 'lowered' // the milder of them is taken
  | 'operation' // an operation argument offers worse than the verb says
  | 'argument' // what an argument takes decides
  | 'claim' // the server's annotations tipped the balance
  | 'noun' // no verb: a noun says what comes back, or what is done
  | 'unread'; // nothing was understood: never a verdict of its own

/** A category with what led to it. */
export interface CategoryVerdict {
  readonly category: Category;
  readonly evidence: readonly Evidence[];
  readonly ground: Ground;
  /** Whether every part that decided was beyond doubt. */
  readonly sure: boolean;
  /** Other categories that parts of the definition speak for, with the words that do. */
  readonly against: readonly { readonly category: Category; readonly text: string }[];
}

/** An action with what it means in this definition. */
export interface Reading {
  readonly action: Action;
  readonly meaning: Meaning;
}

/** Reads actions in the light of a definition. */
export const readingOf =
  (facts: ToolFacts) =>
  (action: Action): Reading => ({ action, meaning: meaningOf(action, facts.topics) });

/** A reading of a phrase in the description that no verb of ours stands for. */
export function phraseReading(base: string, category: Category, says: string, text: string, sure: boolean): Reading {
  const action: Action = {
    verb: { base, category, loose: false, says },
    clarity: 2,
    object: [],
    rest: [],
    preposition: undefined,
    first: true,
    from: 'description',
    text,
  };
  return { action, meaning: { category, says, sure, specific: true } };
}

/** What shows a reading. */
export function evidenceOf({ action, meaning }: Reading): Evidence {
  return {
    from: action.from,
    ...(action.where === undefined ? {} : { where: action.where }),
    text: action.text,
    says: meaning.says,
  };
}
