import { expect, test } from 'vitest';
import { ToolWordsSchema, WordsFileSchema } from './words-file.ts';

const FINGERPRINT = '0123456789abcdef'.repeat(4);
const words = (given: object) => ToolWordsSchema.safeParse({ for: FINGERPRINT, summary: 'Lists items.', ...given });
const says = (given: object) =>
  words(given)
    .error?.issues.map(({ message }) => message)
    .join() ?? 'fits';

test.each<[object, RegExp]>([
  [{}, /^fits$/],
  [{ for: '2026-11-20' }, /^fits$/],
  [{ for: `${FINGERPRINT}0` }, /expected the fingerprint/],
  [{ for: `x${FINGERPRINT}` }, /expected the fingerprint/],
  [{ for: '0'.repeat(63) }, /expected the fingerprint/],
  [{ for: 'a' }, /expected the fingerprint/],
  [{ for: 'g'.repeat(64) }, /expected the fingerprint/],
  [{ for: '26-11-20' }, /expected the fingerprint/],
  [{ for: '2026-1-20' }, /expected the fingerprint/],
  [{ for: '2026-11-2' }, /expected the fingerprint/],
  [{ for: '2026-xx-20' }, /expected the fingerprint/],
  [{ for: '2026-11-xx' }, /expected the fingerprint/],
  [{ for: 'year-11-20' }, /expected the fingerprint/],
  [{ for: ' 2026-11-20' }, /expected the fingerprint/],
  [{ summary: ' ' }, /./],
  [{ summary: 's'.repeat(400) }, /^fits$/],
  [{ summary: 's'.repeat(401) }, /at most 400 characters/],
  [{ summary: 'one\ntwo' }, /expected one line/],
  [{ summary: 'one\rtwo' }, /expected one line/],
  [{ parameters: { path: 'Where.' } }, /^fits$/],
  [{ parameters: { '': 'Where.' } }, /./],
  [{ parameters: { path: '' } }, /./],
  [{ verdict: 'safe' }, /verdict/],
])('words on a tool: %j', (given, message) => expect(says(given)).toMatch(message));

test('texts are trimmed', () => {
  expect(words({ summary: '  Lists items. ' }).data?.summary).toBe('Lists items.');
});

test('a file has words on the server, and on tools by name', () => {
  const server = { for: FINGERPRINT, summary: 'Lists.' };
  const fits = (given: object) => WordsFileSchema.safeParse(given).success;
  expect(fits({ server })).toBe(true);
  expect(
    fits({ server, parameters: { id: 'Its number.' }, tools: { any: { for: FINGERPRINT, summary: 'Lists.' } } }),
  ).toBe(true);
  expect(fits({})).toBe(false);
  expect(fits({ server: { summary: 'Lists.' } })).toBe(false);
  expect(fits({ server, tools: { '': server } })).toBe(false);
  expect(fits({ server, more: 1 })).toBe(false);
});
