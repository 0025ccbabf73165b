import { expect, test } from 'vitest';
import type { Finding } from '../record/classification.ts';
import type { Review } from '../record/review.ts';
import { doubtsOf } from './doubt.ts';

const FINDING: Finding = { id: 'hidden-characters', evidence: [] } as unknown as Finding;
const review = (given: Partial<Review>, lapsed = false) => ({
  lapsed,
  review: { for: 'x', date: '2026-11-01', reason: 'Because it is so.', ...given },
});

test.each([
  ['sure', 'Read', 0.7, [], null, []],
  ['less than sure', 'Read', 0.69, [], null, ['unsure']],
  ['a finding', 'Read', 1, [FINDING], null, ['finding']],
  ['both', 'Write', 0.1, [FINDING], null, ['finding', 'unsure']],
  // What is not assessed is denied by its own row.
  ['not assessed', null, 0, [], null, []],
  ['not assessed, with a finding', null, 0, [FINDING], null, ['finding']],
  ['a category by hand', 'Read', 0.1, [], review({ category: 'Read' }), []],
  ['a category by hand, of another definition', 'Read', 0.1, [], review({ category: 'Read' }, true), ['unsure']],
  ['only signals by hand', 'Read', 0.1, [], review({ signals: { add: ['url'] } }), ['unsure']],
  ['only a limit by hand', 'Read', 0.1, [], review({ limit: { minute: 1 } }), ['unsure']],
  ['a finding is not lifted by hand', 'Read', 1, [FINDING], review({ category: 'Read' }), ['finding']],
] as const)('%s', (_, category, confidence, findings, applied, expected) => {
  expect(doubtsOf({ classification: { category, confidence, findings: [...findings] }, review: applied })).toEqual(
    expected,
  );
});
