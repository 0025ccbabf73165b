import { expect, test } from 'vitest';
import { ContentError, fieldPath, printable } from './problem.ts';

test.each([
  [[], ''],
  [['tools', 3, 'inputSchema'], 'tools[3].inputSchema'],
  [['tools', 'get item', 'for'], 'tools["get item"].for'],
  [['../../x'], '["../../x"]'],
  [['$defs', 'a-b'], '$defs.a-b'],
  [['tools', 'x'.repeat(200)], `tools.${'x'.repeat(200)}`],
  [['tools', '語'.repeat(200)], `tools["${'語'.repeat(80)}"]`],
])('%j is %s', (path, field) => expect(fieldPath(path)).toBe(field));

test.each([
  ['plain 日本語', 'plain 日本語'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\nb\tc', 'a\\u000ab\\u0009c'],
  ['evil\u202etxt', 'evil\\u202etxt'],
])('%j is printed as %s', (text, shown) => expect(printable(text)).toBe(shown));

test.each([
  [1, 'The content has 1 error.'],
  [2, 'The content has 2 errors.'],
])('%i: %s', (number, message) => {
  const problem = { severity: 'error' as const, file: 'f', field: '', message: 'm', remedy: 'r' };
  const error = new ContentError(Array.from({ length: number }, () => problem));
  expect(error.message).toBe(message);
  expect(error.problems).toHaveLength(number);
});
