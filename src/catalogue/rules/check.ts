import type { Content } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';
import { attackFactsRules } from './attack-facts-rules.ts';
import { attackRules } from './attack-rules.ts';
import { brandRules } from './brand-rules.ts';
import type { Rule } from './content-rule.ts';
import { definitionRules } from './definition-rules.ts';
import { listingRules } from './listing-rules.ts';
import { reviewRules } from './review-rules.ts';
import { textRules } from './text-rules.ts';
import { wordRules } from './word-rules.ts';

/** Every rule that content is held to beside its schemas, in the order in which problems are reported. */
export const RULES: readonly Rule[] = [
  ...listingRules,
  ...brandRules,
  ...definitionRules,
  ...wordRules,
  ...reviewRules,
  ...attackRules,
  ...attackFactsRules,
  ...textRules,
];

/**
 * All problems of a content root: what could not be read, then what the rules find.
 * @param now dates after it are errors
 */
export async function checkContent(content: Content, now: Date): Promise<Problem[]> {
  const today = now.toISOString().slice(0, 10);
  const found = await Promise.all(RULES.map((rule) => rule.check(content, { today })));
  return [...content.problems, ...found.flat()];
}
