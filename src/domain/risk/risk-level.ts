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

/** A category's row in the table of levels. */
export interface LevelRow {
  /** The category's own level. */
  readonly level: RiskLevel;
  /** The level that any one of these signals raises it to. */
  readonly raised?: { readonly to: RiskLevel; readonly by: readonly RiskSignal[] };
}

/** The table of levels (docs/taxonomy.md#level), which pages print and `levelOf` goes by. */
export const LEVEL_TABLE: Readonly<Record<Category, LevelRow>> = {
  Read: { level: 'low', raised: { to: 'high', by: ['secrets'] } },
  Write: { level: 'medium', raised: { to: 'high', by: ['access', 'persistent', 'outbound'] } },
  Execute: { level: 'high', raised: { to: 'critical', by: ['code'] } },
  Destructive: { level: 'critical' },
  Financial: { level: 'critical' },
};

/** The level that follows from a category and its signals. Never below the category's own. */
export function levelOf(category: Category, signals: readonly RiskSignal[]): RiskLevel {
  const { level, raised } = LEVEL_TABLE[category];
  return raised?.by.some((signal) => signals.includes(signal)) ? raised.to : level;
}

/**
 * Sorts levels for lists, worst first: critical, not assessed, high, medium, low. Smaller comes first.
 * Not assessed stands directly after critical (docs/taxonomy.md#not-assessed).
 */
export function levelOrder(level: RiskLevel | null): number {
  if (level === null) return 0.5;
  return 3 - levelRank(level);
}

/** The worst level of a set; not-assessed members are skipped, null when no member has a level. */
export function worstLevel(levels: Iterable<RiskLevel | null>): RiskLevel | null {
  const known = [...levels].filter((level) => level !== null);
  return known.toSorted((a, b) => levelRank(b) - levelRank(a))[0] ?? null;
}
