import { expect, test } from 'vitest';
import { memberAt, nodeAt, readCommentedJson, readJson } from './json-text.ts';

const strictFault = (text: string) => {
  const read = readJson(text);
  return 'fault' in read ? read.fault : null;
};

test.each([
  ['{"a": 1 "b": 2}', 1, 9, 'a comma is expected here'],
  ['{\n  "a": ]\n}', 2, 8, 'a value is expected here'],
  ['{"a" 1}', 1, 6, 'a colon is expected here'],
  ['{a: 1}', 1, 2, 'this word is no value of JSON'],
  ['{"a": 1', 1, 8, 'an object is not closed'],
  ['[1', 1, 3, 'a list is not closed'],
  ['{"a": "x', 1, 7, 'a text is not closed on its line'],
  ['{} {}', 1, 4, 'something follows the end'],
  ['', 1, 1, 'there is nothing'],
])('the fault of %j is the same with and without comments', (text, line, column, message) => {
  expect(strictFault(text)).toEqual({ line, column, message, remedy: expect.stringMatching(/\.$/) });
  expect(readCommentedJson(text).fault).toEqual(strictFault(text));
});

test.each([
  ['{"a": 1} // said', 'JSON has no comments'],
  ['{"a": 1,}', 'nothing follows the comma'],
])('%j is no JSON, but JSON with comments', (text, message) => {
  expect(strictFault(text)?.message).toBe(message);
  expect(readCommentedJson(text)).toMatchObject({ value: { a: 1 }, fault: null });
});

test('a comment that does not end', () => {
  expect(readCommentedJson('{"a": 1} /* b').fault).toMatchObject({ message: 'a comment is not closed' });
});

test('a byte order mark is no fault', () => {
  expect(readCommentedJson('\uFEFF{"a": 1}').value).toEqual({ a: 1 });
});

test('brackets without end stop nothing', () => {
  const { value, fault, lineOf } = readCommentedJson('['.repeat(200_000));
  expect(value).toBeUndefined();
  expect(fault?.message).toMatch(/\S/);
  expect(lineOf(['a'])).toBe(1);
});

const TEXT = `{ // first
  "a": [
    1,
    ["b", 2]
  ],
  "0": {},
  "__proto__": { "c": 3 },
  "c": 1,
  "c":
    2
}`;

test.each([
  [['a'], 2],
  [['a', 1], 4],
  [['a', '1'], 4],
  [['a', 'b'], 2],
  [['a', 1, 'no'], 4],
  [[0], 6],
  [['__proto__', 'c'], 7],
  [['c'], 9],
  [['no'], 1],
])('%j stands in line %i', (path, line) => {
  expect(readCommentedJson(TEXT).lineOf(path)).toBe(line);
});

test('members are an object’s own, and the last of equal ones counts', () => {
  const { value, root } = readCommentedJson(TEXT);
  expect(Object.keys(value as object)).toEqual(['0', 'a', '__proto__', 'c']);
  expect((value as { c: number }).c).toBe(2);
  expect(nodeAt(root, ['c'])?.value).toBe(2);
});

test('a piece of a text, with its name or without', () => {
  const text = '{\n  "a": {"b": [1]}\n}';
  expect(memberAt(text, ['a', 'b'])).toEqual({ line: 2, column: 14, text: '[1]' });
  expect(memberAt(text, ['a', 'b'], true)).toEqual({ line: 2, column: 9, text: '"b": [1]' });
  expect(memberAt(text, ['a', 'no'])).toEqual({ line: 2, column: 8, text: '{"b": [1]}' });
});
