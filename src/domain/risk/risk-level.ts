import { z } from 'zod';
import type { Category } from './category.ts';
import type { RiskSignal } from './signal.ts';

/** The four levels, mildest first. "Low" means that one call changes nothing and returns no secret, not "safe". */
export const RISK_LEVELS = ['low', 'medium', 'high', 'critical'] as const;

/** One of the four levels of the taxonomy. */
export const RiskLevelSchema = /* @__PURE__ */ z.enum(RISK_LEVELS);
export type RiskLevel = z.infer<typeof RiskLevelSchema>;

/** Position of a level, 0 (low) to 3 (critical). */
export function levelRank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** The segment that stands for a level in paths and data attributes; `not-assessed` for null. */
export function levelSegment(level: RiskLevel | null): string {
  return level ?? 'not-assessed';
}

/** The level that follows from a category and its signals (taxonomy: Level). Never below the category's own. */
export function levelOf(category: Category, signals: readonly RiskSignal[]): RiskLevel {
  const has = (signal: RiskSignal) => signals.includes(signal);
  switch (category) {
    case 'Read':
      return has('secrets') ? 'high' : 'low';
    case 'Write':
      return has('access') || has('persistent') || has('outbound') ? 'high' : 'medium';
    case 'Execute':
      return has('code') ? 'critical' : 'high';
    case 'Destructive':
    case 'Financial':
      return 'critical';
    default:
      return category satisfies never;
  }
}

/**
 * Sorts levels for lists, worst first: critical, not assessed, high, medium, low. Smaller comes first.
 * Not assessed stands directly after critical (taxonomy: Not assessed).
 */
export function levelOrder(level: RiskLevel | null): number {
  if (level === null) return 0.5;
  return 3 - levelRank(level);
}

/** The worst level of a set; not-assessed members are skipped, null when no member has a level. */
export function worstLevel(levels: Iterable<RiskLevel | null>): RiskLevel | null {
  let worst: RiskLevel | null = null;
  for (const level of levels) {
    if (level !== null && (worst === null || levelRank(level) > levelRank(worst))) worst = level;
  }
  return worst;
}
