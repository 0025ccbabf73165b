import { z } from 'zod';
import { CategorySchema } from '../risk/category.ts';
import { RiskSignalSchema } from '../risk/signal.ts';
import { FINDING_IDS } from './classification.ts';
import { DaySchema } from './record.ts';

/** Another limit than the table of decisions gives, by window; at least one of them. */
export const ReviewLimitSchema = z
  .strictObject({
    /** Calls a minute. */
    minute: z.number().int().positive().optional(),
    /** Calls an hour. */
    hour: z.number().int().positive().optional(),
  })
  .refine((limit) => limit.minute !== undefined || limit.hour !== undefined, 'give `minute`, `hour` or both');
export type ReviewLimit = z.infer<typeof ReviewLimitSchema>;

/**
 * A person's override of the classifier for one tool (docs/contracts.md#what-lapses). Level and score are computed, never
 * set.
 */
export const ReviewSchema = z
  .strictObject({
    /** The fingerprint, or the day of the listing, that the reviewer looked at. */
    for: z.string().min(1),
    date: DaySchema,
    /** Why; printed on the page. */
    reason: z.string().trim().min(10, 'a reason that a reader can follow, at least ten characters'),
    category: CategorySchema.optional(),
    signals: z
      .strictObject({
        add: z.array(RiskSignalSchema).min(1).optional(),
        remove: z.array(RiskSignalSchema).min(1).optional(),
      })
      .optional(),
    limit: ReviewLimitSchema.optional(),
    /**
     * Findings in the definition that the reviewer has read, for `check --strict`. They change neither verdict nor policy: a tool
     * with a finding is never let through unasked.
     */
    findings: z.array(z.enum(FINDING_IDS)).min(1).optional(),
  })
  .refine(
    ({ category, signals, limit, findings }) =>
      [category, signals, limit, findings].some((given) => given !== undefined),
    'a review sets `category`, `signals` or `limit`, or names the `findings` that were read; without any of them delete the entry',
  );
export type Review = z.infer<typeof ReviewSchema>;

/** review.yaml: reviews by raw tool name. */
export const ReviewFileSchema = z.strictObject({ tools: z.record(z.string().min(1), ReviewSchema) });
export type ReviewFile = z.infer<typeof ReviewFileSchema>;
