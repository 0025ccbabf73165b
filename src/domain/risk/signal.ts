import { z } from 'zod';

/** The risk signals, in the order in which pages and files list them (docs/taxonomy.md#risk-signals). */
export const RISK_SIGNALS = [
  'code',
  'path',
  'url',
  'credentials',
  'secrets',
  'bulk',
  'outbound',
  'untrusted',
  'private',
  'access',
  'persistent',
] as const;

/** One of the risk signals of the taxonomy. */
export const RiskSignalSchema = /* @__PURE__ */ z.enum(RISK_SIGNALS);
export type RiskSignal = z.infer<typeof RiskSignalSchema>;

/** Puts signals into the taxonomy's order and drops repetitions. */
export function sortSignals(signals: Iterable<RiskSignal>): RiskSignal[] {
  const present = new Set(signals);
  return RISK_SIGNALS.filter((signal) => present.has(signal));
}
