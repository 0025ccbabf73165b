import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, conditionHolds, parseCondition } from './condition.ts';

const NAMES = ['a', 'b', 'sel_1', 'sel_2', '_hidden', 'order'];
const value = (text: string, on: readonly string[], names = NAMES) => {
  const parsed = parseCondition(text, names);
  if ('error' in parsed) throw new Error(parsed.error);
  return conditionHolds(parsed.condition, (name) => on.includes(name));
};

describe('what a condition means', () => {
  test.each<[string, string[], boolean]>([
    ['a', ['a'], true],
    ['not a', ['a'], false],
    ['a or b and not a', ['a'], true],
    ['(a or b) and not a', ['a'], false],
    ['not not a', ['a'], true],
    ['a AND NOT b', ['a'], true],
    ['1 of sel_*', ['sel_2'], true],
    ['all of sel_*', ['sel_2'], false],
    ['all of sel_*', ['sel_1', 'sel_2'], true],
    ['1 of them', ['_hidden'], false],
    ['all of them', ['a', 'b', 'sel_1', 'sel_2', 'order'], true],
    ['not 1 of sel_* or order', [], true],
    ['1 of *_1', ['sel_1'], true],
    ['1 of a', ['a'], true],
    ['order', ['order'], true],
    ['1 of a', ['b'], false],
    ['1 of s*_1', ['sel_1'], true],
    ['1 of s*_1', ['sel_2'], false],
    ['1 of *e*_*', ['sel_2'], true],
    ['1 of *e*_*', ['order'], false],
    ['1 of o*d*r', ['order'], true],
    ['1 of sel_1*', ['sel_1'], true],
    [`${'not '.repeat(28)}a`, ['a'], true],
    [`a${' and a'.repeat(50)}`, ['a'], true],
  ])('%s with %j: %s', (text, on, wanted) => expect(value(text, on)).toBe(wanted));

  test.each<[string, RegExp]>([
    ['', /empty/],
    ['a b', /"b" follows/],
    ['a and', /too early/],
    ['(a', /not closed/],
    ['a)', /follows/],
    ['c', /no selection "c"/],
    ['1 of x*', /no selection fits/],
    ['1 of sel_1*1', /no selection fits/],
    ['1 of ord*rder', /no selection fits/],
    ['1 of order*x*r', /no selection fits/],
    ['2 of sel_*', /no selection "2"/],
    [') a', /"\)" stands/],
    ['and a', /"and" stands/],
    ['a | count() > 3', /"\|" has no meaning/],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, /nested more than/],
    ['not '.repeat(60).concat('a'), /nested more than/],
  ])('%s is refused: %s', (text, words) => {
    const parsed = parseCondition(text, NAMES);
    expect('error' in parsed && parsed.error).toMatch(words);
  });
});

describe('properties', () => {
  interface Tree {
    readonly text: string;
    readonly holds: (on: readonly string[]) => boolean;
  }
  const names = ['a', 'b', 'c1', 'c2'];
  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    fc.constantFrom(...names).map((name) => ({ text: name, holds: (on: readonly string[]) => on.includes(name) })),
    fc.constant({ text: '1 of c*', holds: (on: readonly string[]) => on.includes('c1') || on.includes('c2') }),
    fc.constant({ text: 'all of c*', holds: (on: readonly string[]) => on.includes('c1') && on.includes('c2') }),
    fc.constant({ text: 'all of them', holds: (on: readonly string[]) => names.every((name) => on.includes(name)) }),
  );
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      tie('tree').map((of) => ({ text: `not (${of.text})`, holds: (on: readonly string[]) => !of.holds(on) })),
      fc.tuple(tie('tree'), tie('tree'), fc.boolean()).map(([left, right, and]) => ({
        text: `(${left.text}) ${and ? 'and' : 'OR'} (${right.text})`,
        holds: (on: readonly string[]) => (and ? left.holds(on) && right.holds(on) : left.holds(on) || right.holds(on)),
      })),
    ),
  }));

  test('a condition in full parentheses means what its tree means', () => {
    fc.assert(
      fc.property(tree, fc.subarray(names), ({ text, holds }, on) => {
        const parsed = parseCondition(text, names);
        if ('error' in parsed) expect(parsed.error).toMatch(/nested/);
        else expect(conditionHolds(parsed.condition, (name) => on.includes(name))).toBe(holds(on));
      }),
    );
  });

  test('without parentheses, not binds before and, and before or', () => {
    const operand = fc.tuple(fc.boolean(), fc.constantFrom(...names));
    const flat = fc.tuple(operand, fc.array(fc.tuple(fc.constantFrom('and', 'or'), operand), { maxLength: 8 }));
    fc.assert(
      fc.property(flat, fc.subarray(names), ([first, rest], on) => {
        const word = ([negated, name]: readonly [boolean, string]) => `${negated ? 'not ' : ''}${name}`;
        const holds = ([negated, name]: readonly [boolean, string]) => on.includes(name) !== negated;
        const text = [word(first), ...rest.map(([operator, each]) => `${operator} ${word(each)}`)].join(' ');
        const groups: (readonly [boolean, string])[][] = [[first]];
        for (const [operator, each] of rest) {
          if (operator === 'or') groups.push([each]);
          else groups.at(-1)?.push(each);
        }
        expect(value(text, on, names)).toBe(groups.some((group) => group.every(holds)));
      }),
    );
  });

  test('any text is read or refused, and nothing else happens', () => {
    const word = fc.constantFrom('a', 'b', 'and', 'or', 'not', '(', ')', '1 of', 'all of', 'them', 'c*', '|', '');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const parsed: { condition: Condition } | { error: string } = parseCondition(text, names);
          expect('error' in parsed ? parsed.error.length > 0 : parsed.condition !== undefined).toBe(true);
        },
      ),
    );
  });
});
