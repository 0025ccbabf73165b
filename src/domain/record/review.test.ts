import { describe, expect, test } from 'vitest';
import { ReviewFileSchema, ReviewLimitSchema, ReviewSchema } from './review.ts';

const REVIEW = { for: 'a'.repeat(64), date: '2026-11-20', reason: 'The code behind it deletes as well.' };
const messages = (value: unknown) => ReviewSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a review', () => {
  test.each([
    { category: 'Destructive' },
    { signals: { add: ['secrets'] } },
    { signals: { remove: ['url', 'path'] } },
    { limit: { minute: 10 } },
    { category: 'Write', signals: { add: ['bulk'], remove: ['code'] }, limit: { minute: 1, hour: 2 } },
  ])('may set %j', (set) => {
    expect(ReviewSchema.parse({ ...REVIEW, ...set })).toEqual({ ...REVIEW, ...set });
  });

  test.each<[string, object, RegExp]>([
    ['nothing', {}, /sets `category`, `signals` or `limit`/],
    ['a reason that says nothing', { category: 'Read', reason: '  because  ' }, /a reason that a reader can follow/],
    ['a level', { category: 'Read', level: 'low' }, /level/],
    ['a category that is none', { category: 'Safe' }, /Read/],
    ['no anchor', { category: 'Read', for: '' }, /./],
    ['a date that is none', { category: 'Read', date: 'today' }, /./],
    ['signals that it neither adds nor takes away', { signals: { add: [] } }, /./],
    ['signals that it takes none of', { signals: { remove: [] } }, /./],
    ['a limit without a window', { limit: {} }, /give `minute`, `hour` or both/],
  ])('may not have %s', (_, given, words) => {
    expect(messages({ ...REVIEW, ...given }).join()).toMatch(words);
  });
});

test.each([
  [{ minute: 1 }, true],
  [{ hour: 1 }, true],
  [{ minute: 0 }, false],
  [{ hour: 1.5 }, false],
  [{ day: 1 }, false],
])('a limit of %j: %s', (limit, fits) => expect(ReviewLimitSchema.safeParse(limit).success).toBe(fits));

test('a file has reviews by the names of tools', () => {
  expect(ReviewFileSchema.safeParse({ tools: { any_name: { ...REVIEW, category: 'Read' } } }).success).toBe(true);
  expect(ReviewFileSchema.safeParse({ tools: { '': { ...REVIEW, category: 'Read' } } }).success).toBe(false);
  expect(ReviewFileSchema.safeParse({}).success).toBe(false);
});
