import { z } from 'zod';
import { CATEGORIES, type Category, CategorySchema } from './category.ts';
import { levelRank, type RiskLevel } from './risk-level.ts';
import { RISK_SIGNALS, type RiskSignal, RiskSignalSchema } from './signal.ts';

/** A tool with a label, and what the classifier says of it. */
export interface Judged {
  readonly server: string;
  readonly tool: string;
  readonly label: {
    readonly category: Category;
    readonly level: RiskLevel;
    readonly signals: readonly RiskSignal[];
    /** Signals on which the labels differed: left out of the figures. */
    readonly doubt: readonly RiskSignal[];
  };
  readonly verdict: {
    readonly category: Category | null;
    readonly level: RiskLevel | null;
    readonly confidence: number;
    readonly signals: readonly RiskSignal[];
  };
  /** What a verb in the name alone would say; null when there is none. */
  readonly baseline: Category | null;
}

/** A share with its 95 % interval (Wilson score). All from 0 to 1. */
const ShareSchema = z.strictObject({
  of: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Share = z.infer<typeof ShareSchema>;

/** Precision, recall and F1 of one class. */
const ClassFiguresSchema = z.strictObject({ precision: ShareSchema, recall: ShareSchema, f1: z.number() });

/** Figures of one measurement: written by `npm run accuracy`, shown on /method/. Never edited. */
export const AccuracySchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Day of the measurement. */
  date: z.iso.date(),
  /** SHA-256 of the classifier's sources: when it no longer fits, the figures are stale. */
  sources: z.string().regex(/^[0-9a-f]{64}$/),
  tools: z.number().int(),
  category: ShareSchema,
  macroF1: z.number(),
  categories: z.record(CategorySchema, ClassFiguresSchema),
  /** Rows: what the labels say; columns: what the classifier says, the last one "not assessed". */
  confusion: z.array(z.array(z.number().int())),
  signalsMicroF1: z.number(),
  signals: z.record(RiskSignalSchema, ClassFiguresSchema),
  levelTooLow: ShareSchema,
  levelTooHigh: ShareSchema,
  /** Destructive and Financial tools that are called Read. */
  dangerousCalledRead: z.number().int(),
  calibration: z.array(z.strictObject({ from: z.number(), to: z.number(), right: ShareSchema })),
  baseline: ShareSchema,
  owners: z.array(z.strictObject({ claim: z.string(), right: ShareSchema })),
  /** What is still wrong, worst first. */
  errors: z.array(
    z.strictObject({
      server: z.string(),
      tool: z.string(),
      people: CategorySchema,
      classifier: CategorySchema.nullable(),
      confidence: z.number(),
    }),
  ),
});
export type Accuracy = z.infer<typeof AccuracySchema>;

/** A share and its Wilson interval at 95 % (E. B. Wilson, 1927); all zero when nothing was counted. */
export function share(hits: number, of: number): Share {
  if (of === 0) return { of, hits, share: 0, low: 0, high: 0 };
  const z2 = 1.96 ** 2;
  const p = hits / of;
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (1.96 / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { of, hits, share: round(p), low: round(Math.max(middle - half, 0)), high: round(Math.min(middle + half, 1)) };
}

/** The harmonic mean of precision and recall; 0 when nothing was right. */
function f1(hits: number, said: number, there: number): number {
  return said + there === 0 ? 0 : round((2 * hits) / (said + there));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function classFigures<Key extends string>(
  keys: readonly Key[],
  says: (judged: Judged, key: Key) => boolean,
  is: (judged: Judged, key: Key) => boolean,
  counts: (judged: Judged, key: Key) => boolean,
  all: readonly Judged[],
): Record<Key, z.infer<typeof ClassFiguresSchema>> {
  const figures = keys.map((key) => {
    const counted = all.filter((judged) => counts(judged, key));
    const said = counted.filter((judged) => says(judged, key));
    const there = counted.filter((judged) => is(judged, key));
    const hits = said.filter((judged) => is(judged, key)).length;
    const value = {
      precision: share(hits, said.length),
      recall: share(hits, there.length),
      f1: f1(hits, said.length, there.length),
    };
    return [key, value] as const;
  });
  return Object.fromEntries(figures) as Record<Key, z.infer<typeof ClassFiguresSchema>>;
}

/** Bounds of the confidence bins; the last one takes 1 too. */
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 1.01] as const;

/** Everything that can be said of a set of judged tools. "Not assessed" counts as wrong (docs/taxonomy.md#not-assessed). */
export function measure(all: readonly Judged[]): Omit<Accuracy, 'schemaVersion' | 'date' | 'sources' | 'owners'> {
  const right = (judged: Judged) => judged.verdict.category === judged.label.category;
  const categories = classFigures(
    CATEGORIES,
    (judged, category) => judged.verdict.category === category,
    (judged, category) => judged.label.category === category,
    () => true,
    all,
  );
  const has = (judged: Judged, signal: RiskSignal) => judged.verdict.signals.includes(signal);
  const should = (judged: Judged, signal: RiskSignal) => judged.label.signals.includes(signal);
  const sure = (judged: Judged, signal: RiskSignal) => !judged.label.doubt.includes(signal);
  const signals = classFigures(RISK_SIGNALS, has, should, sure, all);
  const sum = (of: (figures: z.infer<typeof ClassFiguresSchema>) => number) =>
    Object.values(signals).reduce((total, figures) => total + of(figures), 0);
  const rank = (level: RiskLevel | null) => (level === null ? null : levelRank(level));
  const compare = (judged: Judged) => {
    const verdict = rank(judged.verdict.level);
    return verdict === null ? 0 : verdict - levelRank(judged.label.level);
  };
  return {
    tools: all.length,
    category: share(all.filter(right).length, all.length),
    macroF1: round(CATEGORIES.reduce((total, category) => total + categories[category].f1, 0) / CATEGORIES.length),
    categories,
    confusion: CATEGORIES.map((label) =>
      [...CATEGORIES, null].map(
        (said) => all.filter((judged) => judged.label.category === label && judged.verdict.category === said).length,
      ),
    ),
    signalsMicroF1: f1(
      sum(({ precision }) => precision.hits),
      sum(({ precision }) => precision.of),
      sum(({ recall }) => recall.of),
    ),
    signals,
    levelTooLow: share(all.filter((judged) => compare(judged) < 0).length, all.length),
    levelTooHigh: share(all.filter((judged) => compare(judged) > 0).length, all.length),
    dangerousCalledRead: all.filter(
      ({ label, verdict }) =>
        (label.category === 'Destructive' || label.category === 'Financial') && verdict.category === 'Read',
    ).length,
    calibration: BINS.slice(0, -1).map((from, index) => {
      const to = BINS[index + 1] as number;
      const inside = all.filter(({ verdict }) => verdict.confidence >= from && verdict.confidence < to);
      return { from, to: Math.min(to, 1), right: share(inside.filter(right).length, inside.length) };
    }),
    baseline: share(all.filter((judged) => judged.baseline === judged.label.category).length, all.length),
    errors: all
      .filter((judged) => !right(judged))
      .map(({ server, tool, label, verdict }) => ({
        server,
        tool,
        people: label.category,
        classifier: verdict.category,
        confidence: verdict.confidence,
      }))
      .sort((a, b) => b.confidence - a.confidence),
  };
}
