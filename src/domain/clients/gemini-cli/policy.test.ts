import { describe, expect, test } from 'vitest';
import type { ArgumentRule } from '../../policy/argument-rules.ts';
import { geminiCli, geminiPattern } from './policy.ts';

/** As Gemini CLI hands arguments to a pattern: pairs of the top level between NUL characters. */
const shown = (given: object) =>
  `{${Object.entries(given)
    .map(([name, value]) => `\0${JSON.stringify(name)}:${JSON.stringify(value)}\0`)
    .join(',')}}`;
const rule = (given: Partial<ArgumentRule>): ArgumentRule => ({
  kind: 'values',
  parameter: 'x',
  must: 'fit',
  values: [],
  ...given,
});
const passes = (rules: readonly ArgumentRule[], given: object) =>
  new RegExp(geminiPattern(rules) as string).test(shown(given));

describe('a list that is let through', () => {
  const list = rule({ kind: 'list', allowed: ['a', 'b.c'] });
  test.each<[object, boolean]>([
    [{ x: ['a'] }, true],
    [{ y: 1, x: ['b.c'] }, true],
    [{ x: ['b-c'] }, false],
    [{ x: ['a', 'b.c'] }, false],
    [{ x: [] }, false],
    [{ x: 'a' }, false],
    [{}, false],
  ])('%j: %s', (given, expected) => expect(passes([list], given)).toBe(expected));
});

test('one rule that may be left out is no pair that must be there', () => {
  const may = rule({ must: 'fit-or-absent', allowed: ['a'] });
  expect([{}, { x: 'a' }, { x: 'b' }].map((given) => passes([may], given))).toEqual([true, true, false]);
  const absent = rule({ must: 'absent' });
  expect([{}, { x: 'a' }].map((given) => passes([absent], given))).toEqual([true, false]);
});

describe('what is refused', () => {
  const request = (allowed: readonly (string | number)[], kind: ArgumentRule['kind'] = 'values', key = 'fx') => ({
    key,
    variant: 'recommended' as const,
    unrecorded: 0,
    tools: [
      {
        name: 'run',
        category: null,
        signals: [],
        ruled: {
          decision: { effect: 'allow' as const, limits: [], because: ['attack-rule' as const] },
          rules: [rule({ kind, allowed })],
        },
      },
    ],
  });

  test('a pattern that is longer than Gemini CLI takes, and not one that just fits', () => {
    const long = (length: number) => geminiCli.refusal(request(['v'.repeat(length)]));
    const longest = 2048 - (geminiPattern([rule({ allowed: [''] })])?.length ?? 0);
    expect(long(longest)).toBeNull();
    expect(long(longest + 1)).toBe('The rules for "run" make a longer pattern than Gemini CLI takes.');
  });

  test('a cap on a number, and nothing else of that kind', () => {
    expect(geminiCli.refusal(request([10], 'amount'))).toMatch(/holds a number to a cap/);
    expect(geminiCli.refusal(request([10]))).toBeNull();
  });

  test('a key with _ is warned of', () => {
    const warned = (key: string) => geminiCli.caveats(request(['a'], 'values', key)).join();
    expect([warned('a_b').includes('warns of _'), warned('ab').includes('warns of _')]).toEqual([true, false]);
  });
});
