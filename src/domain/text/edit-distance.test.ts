import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingBits, editDistance, forgiven, letterBits } from './edit-distance.ts';

test.each([
  ['github', 'github', 0],
  ['gihtub', 'github', 1],
  ['strpe', 'stripe', 1],
  ['playwrigth', 'playwright', 1],
  ['kuberntes', 'kubernetes', 1],
  ['delte', 'delete', 1],
  ['notoin', 'notion', 1],
  ['ca', 'abc', 3],
  ['abcdef', 'ghijkl', 3],
  ['', 'ab', 2],
])('%s and %s', (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

test.each([
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
])('a word of %i letters is forgiven %i', (length, most) => expect(forgiven(length)).toBe(most));

/** The whole table, without a bound. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_unused, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] as number;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '1'), maxLength: 12 });

test('is what the whole table gives, up to the bound', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(slowDistance(a, b), most + 1));
    }),
  );
});

test('the filter loses no word that is near', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(differingBits(letterBits(a), letterBits(b))).toBeLessThanOrEqual(2 * slowDistance(a, b));
    }),
  );
});
