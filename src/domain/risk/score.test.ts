import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES } from './category.ts';
import { scoreLines, scoreOf } from './score.ts';
import { RISK_SIGNALS } from './signal.ts';

test.each([
  ['Read', 10],
  ['Write', 35],
  ['Execute', 60],
  ['Destructive', 80],
  ['Financial', 80],
] as const)('%s starts from %i', (category, points) => expect(scoreOf(category, [])).toBe(points));

test.each([
  ['secrets', 25],
  ['code', 20],
  ['persistent', 15],
  ['access', 15],
  ['outbound', 12],
  ['credentials', 10],
  ['private', 8],
  ['untrusted', 8],
  ['url', 8],
  ['path', 8],
  ['bulk', 8],
] as const)('%s adds %i', (signal, points) => expect(scoreOf('Read', [signal])).toBe(10 + points));

test('a signal that is given twice counts once', () => expect(scoreOf('Read', ['url', 'url'])).toBe(18));

test('the lines that pages print are in the order of the taxonomy', () => {
  expect(scoreLines('Write', ['persistent', 'code'])).toEqual([
    { of: 'Write', points: 35 },
    { of: 'code', points: 20 },
    { of: 'persistent', points: 15 },
  ]);
});

test('the score is the sum of its lines, and 100 at most', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CATEGORIES), fc.shuffledSubarray([...RISK_SIGNALS]), (category, signals) => {
      const sum = scoreLines(category, signals).reduce((total, line) => total + line.points, 0);
      expect(scoreOf(category, signals)).toBe(Math.min(sum, 100));
    }),
  );
  expect(scoreOf('Financial', RISK_SIGNALS)).toBe(100);
});
