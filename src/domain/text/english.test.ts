import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalised, count, formatDate, listWords, numberWord, sentence } from './english.ts';

test.each([
  [0, '0 tools'],
  [1, '1 tool'],
  [2, '2 tools'],
  [1204, '1,204 tools'],
])('%i: %s', (value, words) => expect(count(value, 'tool')).toBe(words));

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j: "%s"', (words, list) => expect(listWords(words)).toBe(list));

test.each([
  [1, 'one'],
  [11, 'eleven'],
  [20, 'twenty'],
  [21, '21'],
  [1204, '1,204'],
])('%i: "%s"', (value, word) => expect(numberWord(value)).toBe(word));

test('only the first letter becomes large', () =>
  expect(['', 'a', 'two words'].map(capitalised)).toEqual(['', 'A', 'Two words']));

test('a list may end with "or"', () => expect(listWords(['a', 'b'], 'or')).toBe('a or b'));

describe('sentence', () => {
  test.each([
    ['Reads a file', 'Reads a file.'],
    ['Reads a file.', 'Reads a file.'],
    [' Reads a file... ', 'Reads a file.'],
    ['Reads a file. . ', 'Reads a file.'],
    ['Reads it?', 'Reads it?'],
    ['Reads it!', 'Reads it!'],
    ['Reads it…', 'Reads it…'],
  ])('%j → %j', (text, expected) => expect(sentence(text)).toBe(expected));

  test('never has a doubled stop, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '!', '?', '\n'), minLength: 1 }), (text) => {
        const once = sentence(text);
        expect(once).toMatch(/[.!?]$/);
        expect(once).not.toMatch(/[.!?\s]\.$/);
        expect(sentence(once)).toBe(once);
      }),
    );
  });
});

test.each([
  ['2025', '2025'],
  ['2025-07', 'July 2025'],
  ['2025-07-02', '2 July 2025'],
])('%s is %s', (date, words) => expect(formatDate(date)).toBe(words));
