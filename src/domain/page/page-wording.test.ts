import { expect, test } from 'vitest';
import { addedWords } from './page-wording.ts';

test.each<[number, boolean, string | undefined, string]>([
  [1, true, undefined, 'first recorded, with 1 tool'],
  [20, true, '2025-06-05', 'first recorded, with 20 tools, as of 5 June 2025'],
  [2, false, undefined, '2 tools more'],
  [2, false, '2025-06-05', '2 tools more, as of 5 June 2025'],
  [0, false, '2025-06-05', ''],
])('%d added, the first listing %s, as of %s: "%s"', (added, first, asOf, words) => {
  expect(addedWords(added, first, asOf)).toBe(words);
});
