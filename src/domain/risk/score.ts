import type { Category } from './category.ts';
import { type RiskSignal, sortSignals } from './signal.ts';

/** Points that a category starts from (docs/taxonomy.md#score). */
export const CATEGORY_POINTS: Readonly<Record<Category, number>> = {
  Read: 10,
  Write: 35,
  Execute: 60,
  Destructive: 80,
  Financial: 80,
};

/** Points that each signal adds (docs/taxonomy.md#score). */
export const SIGNAL_POINTS: Readonly<Record<RiskSignal, number>> = {
  secrets: 25,
  code: 20,
  persistent: 15,
  access: 15,
  outbound: 12,
  credentials: 10,
  private: 8,
  untrusted: 8,
  url: 8,
  path: 8,
  bulk: 8,
};

/** The highest score there is. */
export const MAX_SCORE = 100;

/** One line of the sum that pages print: what it is for and how many points it gives. */
export interface ScoreLine {
  readonly of: Category | RiskSignal;
  readonly points: number;
}

/** The lines of the score in the order of the taxonomy: the category first, then each signal. */
export function scoreLines(category: Category, signals: readonly RiskSignal[]): ScoreLine[] {
  return [
    { of: category, points: CATEGORY_POINTS[category] },
    ...sortSignals(signals).map((signal) => ({ of: signal, points: SIGNAL_POINTS[signal] })),
  ];
}

/** 0 to 100; orders tools inside a level and never changes the level. */
export function scoreOf(category: Category, signals: readonly RiskSignal[]): number {
  const sum = scoreLines(category, signals).reduce((total, line) => total + line.points, 0);
  return Math.min(sum, MAX_SCORE);
}
