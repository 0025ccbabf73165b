import type { Content } from './content.ts';
import type { Problem } from './problem.ts';
import { attackRules } from './rules/attack-rules.ts';
import { definitionRules } from './rules/definition-rules.ts';
import { listingRules } from './rules/listing-rules.ts';
import { reviewRules } from './rules/review-rules.ts';
import type { Rule } from './rules/rule.ts';
import { textRules } from './rules/text-rules.ts';
import { wordRules } from './rules/word-rules.ts';

/** Every rule that content is held to beside its schemas, in the order in which problems are reported. */
export const RULES: readonly Rule[] = [
  ...listingRules,
  ...definitionRules,
  ...wordRules,
  ...reviewRules,
  ...attackRules,
  ...textRules,
];

/**
 * All problems of a content root: what could not be read, then what the rules find.
 * @param now dates after it are errors
 */
export function checkContent(content: Content, now: Date): Problem[] {
  const today = now.toISOString().slice(0, 10);
  return [...content.problems, ...RULES.flatMap((rule) => rule.check(content, { today }))];
}
