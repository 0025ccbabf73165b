import { z } from 'zod';
import { HttpUrlSchema } from '../text/http-url.ts';
import { SLUG_PATTERN } from '../text/slug.ts';
import { DaySchema } from './record.ts';

/** brands/<brand>.yaml: a product whose name alone does not say which server is meant (docs/contracts.md#brands). */
export const BrandFileSchema = z.strictObject({
  /** The product, as people say it. */
  name: z.string().trim().min(1).max(80),
  /** The server of its maker; absent where nobody has found one. */
  official: z
    .strictObject({
      /** Who makes it. */
      by: z.string().trim().min(1).max(80),
      /** Slug of its sheet, where we have one. */
      server: z.string().regex(SLUG_PATTERN).optional(),
      endpoint: HttpUrlSchema.optional(),
      repository: HttpUrlSchema.optional(),
      /** Where its maker, or who lists it, says what it is. */
      documentation: HttpUrlSchema.optional(),
      /** What else must be known of it, as part of a sentence. */
      note: z.string().trim().min(1).max(200).optional(),
    })
    .optional(),
  /** Day on which somebody looked for an official server. */
  looked: DaySchema,
});
export type BrandFile = z.infer<typeof BrandFileSchema>;
