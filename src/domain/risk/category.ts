import { z } from 'zod';

/** What one call of a tool can at worst do, mildest first. Where two fit, the later one wins (docs/taxonomy.md#categories). */
export const CATEGORIES = ['Read', 'Write', 'Execute', 'Destructive', 'Financial'] as const;

/** One of the five categories of the taxonomy. */
export const CategorySchema = /* @__PURE__ */ z.enum(CATEGORIES);
export type Category = z.infer<typeof CategorySchema>;

/** Position in the order of danger, 0 (Read) to 4 (Financial). */
export function categoryRank(category: Category): number {
  return CATEGORIES.indexOf(category);
}

/** The segment that stands for a category in paths and data attributes; `not-assessed` for null. */
export function categorySegment(category: Category | null): string {
  return category === null ? 'not-assessed' : category.toLowerCase();
}
