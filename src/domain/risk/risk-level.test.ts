import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, type Category } from './category.ts';
import { levelOf, levelOrder, levelRank, levelSegment, RISK_LEVELS, type RiskLevel, worstLevel } from './risk-level.ts';
import { RISK_SIGNALS, type RiskSignal } from './signal.ts';

describe('levelOf', () => {
  const OWN: Readonly<Record<Category, RiskLevel>> = {
    Read: 'low',
    Write: 'medium',
    Execute: 'high',
    Destructive: 'critical',
    Financial: 'critical',
  };
  // Every signal is answered for: a new one does not compile until somebody has thought whether it raises a level.
  const RAISED: Readonly<Record<RiskSignal, Partial<Record<Category, RiskLevel>>>> = {
    code: { Execute: 'critical' },
    path: {},
    url: {},
    credentials: {},
    secrets: { Read: 'high' },
    bulk: {},
    outbound: { Write: 'high' },
    untrusted: {},
    private: {},
    access: { Write: 'high' },
    persistent: { Write: 'high' },
  };

  test.each(CATEGORIES)('%s alone', (category) => expect(levelOf(category, [])).toBe(OWN[category]));

  test.each(CATEGORIES.flatMap((category) => RISK_SIGNALS.map((signal) => [category, signal] as const)))(
    '%s with %s',
    (category, signal) => expect(levelOf(category, [signal])).toBe(RAISED[signal][category] ?? OWN[category]),
  );

  test('several signals give the level of the worst of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATEGORIES), fc.subarray([...RISK_SIGNALS]), (category, signals) => {
        const single = signals.map((signal) => levelOf(category, [signal]));
        expect(levelOf(category, signals)).toBe(worstLevel([levelOf(category, []), ...single]));
      }),
    );
  });
});

test('lists sort critical, not assessed, high, medium, low', () => {
  const levels = ['low', null, 'high', 'critical', 'medium'] as const;
  expect(levels.toSorted((a, b) => levelOrder(a) - levelOrder(b))).toEqual(['critical', null, 'high', 'medium', 'low']);
});

test('ranks rise with the danger', () => expect(RISK_LEVELS.map(levelRank)).toEqual([0, 1, 2, 3]));

test.each<[readonly (RiskLevel | null)[], RiskLevel | null]>([
  [[], null],
  [[null], null],
  [[null, 'low'], 'low'],
  [['medium', 'critical', null, 'high'], 'critical'],
])('the worst of %j is %s', (levels, worst) => expect(worstLevel(levels)).toBe(worst));

test('a missing level has a segment of its own', () => {
  expect([...RISK_LEVELS, null].map(levelSegment)).toEqual(['low', 'medium', 'high', 'critical', 'not-assessed']);
});
