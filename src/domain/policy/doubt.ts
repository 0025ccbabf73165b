import { z } from 'zod';
import type { Classification } from '../record/classification.ts';
import type { AppliedReview } from '../record/reviewed-verdict.ts';

/** Why a verdict may be too mild to let a tool run unasked (docs/policies.md#doubts). */
export const DOUBTS = ['finding', 'unsure'] as const;
export const DoubtSchema = z.enum(DOUBTS);
export type Doubt = z.infer<typeof DoubtSchema>;

/** A classifier that is less sure than this has not understood the tool well enough to open it. */
export const SURE_ENOUGH = 0.7;

/** The classifier's verdict, and the review that was laid over it; null where there is none. */
export interface Doubtful {
  readonly classification: Pick<Classification, 'category' | 'confidence' | 'findings'>;
  readonly review: Pick<AppliedReview, 'lapsed' | 'review'> | null;
}

/**
 * What speaks against letting a tool run unasked, whatever its verdict: a finding always, an unsure verdict until a review of this
 * very definition gives the category.
 */
export function doubtsOf({ classification, review }: Doubtful): Doubt[] {
  const isGiven = review !== null && !review.lapsed && review.review.category !== undefined;
  const isUnsure = classification.category !== null && classification.confidence < SURE_ENOUGH && !isGiven;
  return [
    ...(classification.findings.length > 0 ? ['finding' as const] : []),
    ...(isUnsure ? ['unsure' as const] : []),
  ];
}
