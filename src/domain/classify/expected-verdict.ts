import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import type { Verdict } from './classify.ts';

/** What a careful reader who has only the definition and docs/taxonomy.md would say about a tool. */
export interface ExpectedVerdict {
  /** Every category that may be given, the best first; null is "not assessed". */
  readonly oneOf: readonly (Category | null)[];
  /** Signals that must be there, where the tool is assessed. */
  readonly shows?: readonly RiskSignal[];
  /** Signals that must not be there. */
  readonly lacks?: readonly RiskSignal[];
}

/** What a verdict does not meet, one line each: "is Read", "lacks code", "shows secrets". Empty when all is met. */
export function unmet(verdict: Verdict, expected: ExpectedVerdict): string[] {
  const ids = new Set(verdict.signals.map(({ id }) => id));
  const missing = verdict.category === null ? [] : (expected.shows ?? []).filter((id) => !ids.has(id));
  return [
    ...(expected.oneOf.includes(verdict.category) ? [] : [`is ${verdict.category ?? 'not assessed'}`]),
    ...missing.map((id) => `lacks ${id}`),
    ...(expected.lacks ?? []).filter((id) => ids.has(id)).map((id) => `shows ${id}`),
  ];
}
