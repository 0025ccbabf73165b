import { describe, expect, test } from 'vitest';
import { AccuracySchema, type Judged, measure, share } from './accuracy.ts';
import type { Category } from './category.ts';
import type { RiskLevel } from './risk-level.ts';
import type { RiskSignal } from './signal.ts';

describe('a share and its interval', () => {
  // Wilson score at 95 %, worked out apart (R: binom::binom.wilson).
  test.each([
    [0, 0, { share: 0, low: 0, high: 0 }],
    [0, 10, { share: 0, low: 0, high: 0.2775 }],
    [5, 10, { share: 0.5, low: 0.2366, high: 0.7634 }],
    [10, 10, { share: 1, low: 0.7225, high: 1 }],
    [90, 100, { share: 0.9, low: 0.8256, high: 0.9448 }],
    [1, 3, { share: 0.3333, low: 0.0615, high: 0.7923 }],
  ])('%i of %i', (hits, of, expected) => {
    expect(share(hits, of)).toEqual({ hits, of, ...expected });
  });
});

interface Said {
  readonly category: Category | null;
  readonly level: RiskLevel | null;
  readonly signals?: readonly RiskSignal[];
}
function judged(
  tool: string,
  label: Said & { readonly category: Category; readonly level: RiskLevel; readonly doubt?: readonly RiskSignal[] },
  verdict: Said & { readonly confidence: number },
  baseline: Category | null = null,
): Judged {
  return {
    server: 'example',
    tool,
    label: { signals: [], doubt: [], ...label },
    verdict: { signals: [], ...verdict },
    baseline,
  };
}

/** Two right, one too mild, one too harsh, one not assessed, one that is dangerous and called Read. */
const ALL: readonly Judged[] = [
  judged(
    'get',
    { category: 'Read', level: 'low', signals: ['path'] },
    { category: 'Read', level: 'low', signals: ['path'], confidence: 1 },
    'Read',
  ),
  judged(
    'put',
    { category: 'Write', level: 'medium' },
    { category: 'Write', level: 'medium', signals: ['access'], confidence: 0.9 },
    'Read',
  ),
  judged(
    'run',
    { category: 'Execute', level: 'critical', signals: ['code', 'path'], doubt: ['path'] },
    { category: 'Write', level: 'medium', signals: ['code'], confidence: 0.6 },
    'Execute',
  ),
  judged('see', { category: 'Read', level: 'low' }, { category: 'Write', level: 'high', confidence: 0.85 }),
  judged(
    'odd',
    { category: 'Write', level: 'medium', signals: ['path'] },
    { category: null, level: null, confidence: 0.3 },
  ),
  judged('pay', { category: 'Financial', level: 'critical' }, { category: 'Read', level: 'low', confidence: 0.7 }),
];
const figures = () => measure(ALL);

test('what is right counts, what is not assessed is wrong', () => {
  expect(figures().tools).toBe(6);
  expect(figures().category).toEqual(share(2, 6));
  expect(figures().baseline).toEqual(share(2, 6));
});

test('precision, recall and F1 of each category, and their mean over all five', () => {
  expect(figures().categories).toEqual({
    Read: { precision: share(1, 2), recall: share(1, 2), f1: 0.5 },
    Write: { precision: share(1, 3), recall: share(1, 2), f1: 0.4 },
    Execute: { precision: share(0, 0), recall: share(0, 1), f1: 0 },
    Destructive: { precision: share(0, 0), recall: share(0, 0), f1: 0 },
    Financial: { precision: share(0, 0), recall: share(0, 1), f1: 0 },
  });
  expect(figures().macroF1).toBe(0.18);
});

test('rows are what people say, columns what the classifier says', () => {
  expect(figures().confusion).toEqual([
    [1, 1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 1],
    [0, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
  ]);
});

test('signals: those that readers differed on are left out', () => {
  expect(figures().signals).toMatchObject({
    path: { precision: share(1, 1), recall: share(1, 2), f1: 0.6667 },
    code: { precision: share(1, 1), recall: share(1, 1), f1: 1 },
    access: { precision: share(0, 1), recall: share(0, 0), f1: 0 },
    url: { precision: share(0, 0), recall: share(0, 0), f1: 0 },
  });
  expect(figures().signalsMicroF1).toBe(0.6667);
});

test('levels that are too low, too high; what is not assessed is neither', () => {
  expect(figures().levelTooLow).toEqual(share(2, 6));
  expect(figures().levelTooHigh).toEqual(share(1, 6));
});

test('what destroys or pays and is called Read', () => {
  expect(figures().dangerousCalledRead).toBe(1);
  const destroys = { category: 'Destructive', level: 'high' } as const;
  const more = [
    judged('drop', destroys, { category: 'Read', level: 'low', confidence: 0.5 }),
    judged('wipe', destroys, { category: 'Write', level: 'high', confidence: 0.5 }),
    judged('look', { category: 'Execute', level: 'high' }, { category: 'Read', level: 'low', confidence: 0.5 }),
  ];
  expect(measure([...ALL, ...more]).dangerousCalledRead).toBe(2);
});

test('how often a confidence is right, from its lower bound on; the last bin has 1 too', () => {
  expect(figures().calibration).toEqual([
    { from: 0, to: 0.5, right: share(0, 1) },
    { from: 0.5, to: 0.7, right: share(0, 1) },
    { from: 0.7, to: 0.8, right: share(0, 1) },
    { from: 0.8, to: 0.9, right: share(0, 1) },
    { from: 0.9, to: 1, right: share(2, 2) },
  ]);
});

test('errors, the surest first', () => {
  expect(figures().errors).toEqual([
    { server: 'example', tool: 'see', people: 'Read', classifier: 'Write', confidence: 0.85 },
    { server: 'example', tool: 'pay', people: 'Financial', classifier: 'Read', confidence: 0.7 },
    { server: 'example', tool: 'run', people: 'Execute', classifier: 'Write', confidence: 0.6 },
    { server: 'example', tool: 'odd', people: 'Write', classifier: null, confidence: 0.3 },
  ]);
});

test('the figures can be written down and read again', () => {
  const file = { schemaVersion: 1, date: '2026-11-28', sources: 'a'.repeat(64), owners: [], ...figures() };
  expect(AccuracySchema.parse(file)).toEqual(file);
  expect(AccuracySchema.safeParse({ ...file, sources: `${'a'.repeat(64)}b` }).success).toBe(false);
  expect(AccuracySchema.safeParse({ ...file, sources: `b${'a'.repeat(64)}` }).success).toBe(false);
});
