import type { CategoryVerdict, Ground } from './category.ts';
import type { ToolFacts } from './facts.ts';

/**
 * Share of verdicts that were right on tools that the rules were not tuned on, by what they rest on: first where
 * every part was beyond doubt, then where one was not. Rounded down: a small sample flatters.
 */
const RIGHT: Readonly<Record<Ground, readonly [number, number]>> = {
  agreed: [0.97, 0.85],
  name: [0.88, 0.65],
  text: [0.88, 0.65],
  raised: [0.8, 0.7],
  lowered: [0.85, 0.7],
  operation: [0.9, 0.7],
  argument: [0.88, 0.7],
  claim: [0.75, 0.7],
  assumed: [0.75, 0.75],
};

/** How sure the classifier is of the category, 0 to 1. */
export function confidenceOf(facts: ToolFacts, verdict: CategoryVerdict | null): number {
  if (verdict === null) return 0;
  let confidence = RIGHT[verdict.ground][verdict.sure ? 0 : 1];
  // Without a description a verb in the name is all there is.
  if (!facts.description.present) confidence = Math.min(confidence, 0.6);
  const claim = facts.hints.readOnlyHint;
  if (claim === true && verdict.category !== 'Read') confidence -= 0.15;
  if (claim === false && verdict.category === 'Read') confidence -= 0.15;
  if (claim === true && verdict.category === 'Read') confidence += 0.02;
  if (verdict.against.length > 1) confidence -= 0.05;
  return Math.round(Math.min(0.99, Math.max(0.2, confidence)) * 100) / 100;
}
