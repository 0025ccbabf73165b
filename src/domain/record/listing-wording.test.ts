import { expect, test } from 'vitest';
import { datedListingWords, listingWords, recordedWords } from './listing-wording.ts';

test.each([
  [14, { state: 'complete' }, '14 tools'],
  [1, { state: 'complete' }, '1 tool'],
  [31, { state: 'unknown' }, '31 tools recorded, perhaps not all'],
  [11, { state: 'partial', total: 19 }, '11 of 19 tools recorded'],
  [1, { state: 'partial' }, '1 tool recorded, the full list is not known'],
] as const)('%i recorded of %j: %s', (recorded, listing, words) => expect(listingWords(recorded, listing)).toBe(words));

test('the day of a copy stands with its count; that of a listing of ours stands on its page', () => {
  expect(datedListingWords(31, { state: 'unknown' }, { asOf: '2025-06-05' })).toBe(
    '31 tools recorded, perhaps not all, as of 5 June 2025',
  );
  expect(datedListingWords(14, { state: 'complete' }, {})).toBe('14 tools');
});

test.each([
  [{ date: '2026-11-20' }, '20 November 2026'],
  [{ date: '2026-11-20', asOf: '2025-06-05' }, 'as of 5 June 2025, looked at 20 November 2026'],
  [{ date: '2026-11-20', asOf: '2026-11-20' }, 'as of 20 November 2026'],
])('%j: %s', (listed, words) => expect(recordedWords(listed)).toBe(words));
