import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

test.each([
  ['run_tests', 'runTests', true],
  ['run_tests', 'run_test', true],
  ['run_tests', 'run_texts', true],
  ['run_tests', 'run_tests', false],
  ['run_tests', 'rn_test', false],
  ['run_tests', 'run_builds', false],
  ['send', 'sent', false],
  ['abcdefg', 'bcdefga', false],
  ['list-issues', 'list.issue', true],
])('%s is near %s: %s', (a, b, near) => {
  expect(nearNames([a, b]).get(a) ?? []).toEqual(near ? [b] : []);
});

test('nearness goes both ways, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-c_]{5,9}$/), { maxLength: 12 }), (names) => {
      const near = nearNames(names);
      for (const [name, others] of near) for (const other of others) expect(near.get(other)).toContain(name);
    }),
  );
});
