import { expect, test } from 'vitest';
import { fixState } from '../text/version.ts';
import { fixWords } from './attack-wording.ts';

test.each<[string | undefined, Parameters<typeof fixState>[1], string]>([
  ['1.0.0', [{ fixed: 'deprecated' }], 'No version that fixes it is on record.'],
  [
    '1.1.8',
    [{ versions: '1.1.2' }],
    'Whether a version fixes it was not checked; the record names 1.1.2, and the version recorded here is 1.1.8.',
  ],
  [undefined, [{}], 'Whether a version fixes it was not checked.'],
  [undefined, [{ fixed: '2.0' }], 'Fixed in 2.0; no version to compare with is recorded here, so compare yours.'],
  ['1.0.0', [{ fixed: '2.0' }], 'Fixed in 2.0; the recorded version, 1.0.0, is older.'],
])('recorded %s, of %j: %s', (recorded, affected, words) => {
  expect(fixWords(fixState(recorded, affected))).toBe(words);
});
