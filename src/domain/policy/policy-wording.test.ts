import { describe, expect, test } from 'vitest';
import { becauseWords, limitsWords, limitWords } from './policy-wording.ts';

test.each([
  [{ window: 'minute', max: 1 }, '1 call a minute'],
  [{ window: 'hour', max: 1200 }, '1,200 calls an hour'],
  [{ window: 'day', max: 5 }, '5 calls a day'],
] as const)('%j: %s', (limit, words) => expect(limitWords(limit)).toBe(words));

test('several limits', () => {
  const limits = [
    { window: 'minute', max: 10 },
    { window: 'hour', max: 60 },
  ] as const;
  expect(limitsWords(limits)).toBe('at most 10 calls a minute and 60 calls an hour');
});

describe('becauseWords names what this tool has, and nothing else', () => {
  test.each([
    ['read-reaching', ['url'], 'contacts an address that the caller chooses'],
    ['read-reaching', ['path', 'code'], 'takes a path in a file system and runs a query that the caller writes'],
    ['read-reaching', ['private', 'untrusted'], 'returns private data together with text that others may have written'],
    ['write-lasting', ['persistent', 'path'], 'leaves something behind that acts later'],
    ['write-lasting', ['outbound'], 'sends data outside'],
    ['write-access', ['access'], 'changes who may do what'],
  ] as const)('%s with %j', (because, signals, words) => expect(becauseWords(because, signals)).toBe(words));
});
