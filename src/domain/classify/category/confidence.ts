import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import type { CategoryVerdict, Ground } from './reading.ts';

/**
 * How often verdicts are right by what they rest on: first where every part was beyond doubt, then where one was not.
 * Set by counting on labelled tools that the rules were not written for, and rounded down: a small sample flatters.
 */
const RIGHT: Readonly<Record<Ground, readonly [number, number]>> = {
  agreed: [0.97, 0.88],
  name: [0.88, 0.65],
  text: [0.88, 0.65],
  raised: [0.8, 0.65],
  lowered: [0.85, 0.7],
  operation: [0.88, 0.75],
  argument: [0.85, 0.7],
  claim: [0.75, 0.7],
  noun: [0.7, 0.6],
  unread: [0.6, 0.6],
};

/** Verbs that two readers understand differently: whether something stays behind, or goes on, they leave open. */
const OPEN_VERBS: ReadonlySet<string> = words(
  'download export extract convert edit write process manage sync import connect load handle request control evaluate use apply submit',
);

/** How sure the classifier is of the category, 0 to 1. */
export function confidenceOf(facts: ToolFacts, verdict: CategoryVerdict | null): number {
  if (verdict === null) return 0;
  let confidence = RIGHT[verdict.ground][verdict.sure ? 0 : 1];
  const verb = facts.nameActions[0]?.verb.base ?? facts.textActions[0]?.verb.base ?? '';
  if (OPEN_VERBS.has(verb) && verdict.ground !== 'operation') confidence = Math.min(confidence, 0.85);
  // Without a description the name's verb is all there is.
  if (!facts.description.present) confidence = Math.min(confidence, 0.6);
  const claim = facts.hints.readOnlyHint;
  if (claim !== undefined && claim !== (verdict.category === 'Read')) confidence -= 0.15;
  if (claim === true && verdict.category === 'Read') confidence += 0.02;
  if (verdict.against.length > 1) confidence -= 0.05;
  return Math.round(Math.min(0.99, Math.max(0.2, confidence)) * 100) / 100;
}
