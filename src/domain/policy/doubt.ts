import type { Verdict } from '../record/reviewed-verdict.ts';

/** Why a verdict may be too mild to let a tool run unasked (docs/policies.md#doubts). */
export const DOUBTS = ['finding', 'unsure'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A classifier that is less sure than this has not understood the tool well enough to open it. */
export const SURE_ENOUGH = 0.7;

/** What speaks against letting a tool run unasked, whatever its verdict: a finding always, an unsure verdict until it is reviewed. */
export function doubtsOf({ classification, review }: Pick<Verdict, 'classification' | 'review'>): readonly Doubt[] {
  const isReviewed = review !== null && !review.lapsed;
  const isUnsure = classification.category !== null && classification.confidence < SURE_ENOUGH && !isReviewed;
  return [
    ...(classification.findings.length > 0 ? ['finding' as const] : []),
    ...(isUnsure ? ['unsure' as const] : []),
  ];
}
