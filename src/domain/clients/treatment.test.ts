import { describe, expect, test } from 'vitest';
import { isControlled, isOpen, NOW_EFFECTS, type Reach, shortened } from './treatment.ts';

const treatment = (effect: (typeof NOW_EFFECTS)[number], reach: Reach) => ({ effect, reach, by: null, says: '' });

describe('who decided about a tool', () => {
  test.each([
    // A client's default, and what no file decides, is nobody's decision, whatever comes of it.
    ['hidden', 'none', 'low', false],
    ['denied', 'none', 'critical', false],
    ['not-known', 'tool', 'low', false],
    // A line that refuses or asks is one, however far it reaches.
    ['asked', 'blanket', 'critical', true],
    ['denied', 'pattern', null, true],
    ['limited', 'tool', 'high', true],
    // What opens a tool must mean it: by its name always, by a pattern where somebody knows what it opens.
    ['allowed', 'tool', 'critical', true],
    ['allowed', 'tool', null, true],
    ['allowed', 'pattern', 'low', true],
    ['allowed', 'pattern', 'high', true],
    ['allowed', 'pattern', 'critical', false],
    ['allowed', 'pattern', null, false],
    ['allowed', 'blanket', 'low', false],
    ['allowed', 'blanket', null, false],
  ] as const)('%s by a %s, level %s: %s', (effect, reach, level, controlled) => {
    expect(isControlled(treatment(effect, reach), level)).toBe(controlled);
  });
});

test('a call can go through unless it is denied or hidden: what is not known is open', () => {
  expect(NOW_EFFECTS.filter((effect) => isOpen(treatment(effect, 'none')))).toEqual([
    'allowed',
    'limited',
    'not-known',
    'asked',
  ]);
});

test.each([
  ['a\nb\u202Ec\u2028d', 160, 'a b c d'],
  ['x'.repeat(10), 10, 'x'.repeat(10)],
  ['x'.repeat(11), 10, `${'x'.repeat(9)}…`],
  ['token ghp_abcdefghijklmnop', 160, 'token …'],
])('%j in %i characters is %j', (text, longest, shown) => expect(shortened(text, longest)).toBe(shown));
