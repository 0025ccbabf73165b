import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDING_IDS } from './record/classification.ts';
import { CATEGORIES } from './risk/category.ts';
import { RISK_LEVELS } from './risk/risk-level.ts';
import { RISK_SIGNALS } from './risk/signal.ts';
import {
  annotationWords,
  aTool,
  becauseWords,
  CATEGORY_MEANING,
  confidenceWord,
  consequence,
  count,
  FINDING_WORDS,
  formatDate,
  LEVEL_MEANING,
  levelLabel,
  levelWord,
  limitsWords,
  limitWords,
  listingWords,
  listWords,
  NOT_ASSESSED_MEANING,
  SIGNAL_MEANING,
  SIGNAL_NOT,
  sentence,
  serverConsequence,
  serverTitle,
} from './wording.ts';

const ONE_STOP = /^[A-Z1-9](?!.*(?:\.\.| {2}|undefined)).*[^.\s]\.$/;

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

test('articles fit the category', () => {
  expect([...CATEGORIES, null].map(aTool)).toEqual([
    'a Read tool',
    'a Write tool',
    'an Execute tool',
    'a Destructive tool',
    'a Financial tool',
    'a tool that is not assessed',
  ]);
});

test('a missing level is never called low', () => {
  expect([...RISK_LEVELS, null].map(levelWord)).toEqual(['Low', 'Medium', 'High', 'Critical', 'Not assessed']);
  expect([levelLabel('high'), levelLabel(null)]).toEqual(['High risk', 'Not assessed']);
});

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

test.each([
  [{ state: 'declared', value: true }, 'declared true'],
  [{ state: 'contradicted', value: false }, 'declared false, contradicted by the definition'],
  [{ state: 'not-said' }, 'not said'],
  [{ state: 'not-known' }, 'not known'],
] as const)('%j: %s', (state, words) => expect(annotationWords(state)).toBe(words));

test.each([
  [1, 'high'],
  [0.9, 'high'],
  [0.89, 'fair'],
  [0.7, 'fair'],
  [0.69, 'low'],
  [0, 'low'],
])('a confidence of %f is %s', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

test.each([
  [14, { state: 'complete' }, '14 tools'],
  [1, { state: 'complete' }, '1 tool'],
  [11, { state: 'partial', total: 19 }, '11 of 19 tools recorded'],
  [1, { state: 'partial' }, '1 tool recorded, the full list is not known'],
] as const)('%i recorded of %j: %s', (recorded, listing, words) => expect(listingWords(recorded, listing)).toBe(words));

test.each([
  ['GitHub', 'GitHub MCP server'],
  ['Fetch Server ', 'Fetch Server'],
])('%s is titled %s', (name, title) => expect(serverTitle(name)).toBe(title));

test.each([
  [{}, 'Nothing is assessed yet.'],
  [{ 'not-assessed': 1 }, 'Nothing is assessed yet. 1 tool is not assessed.'],
  [{ Read: 3 }, 'Its tools can read.'],
  [
    { Read: 3, Destructive: 1, 'not-assessed': 2 },
    'Its tools can destroy things for good and read. 2 tools are not assessed.',
  ],
])('a server with %j: %s', (counts, words) => {
  const none = { Read: 0, Write: 0, Execute: 0, Destructive: 0, Financial: 0, 'not-assessed': 0 };
  expect(serverConsequence({ categories: { ...none, ...counts } })).toBe(words);
});

test('every category with any signals has a consequence that is one sentence or two', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CATEGORIES, null), fc.subarray([...RISK_SIGNALS]), (category, signals) => {
      expect(consequence(category, signals)).toMatch(ONE_STOP);
    }),
  );
});

test.each([
  ...Object.values(CATEGORY_MEANING),
  ...Object.values(LEVEL_MEANING),
  ...RISK_SIGNALS.flatMap((signal) => [SIGNAL_MEANING[signal], SIGNAL_NOT[signal]]),
  ...FINDING_IDS.map((id) => FINDING_WORDS[id]),
  NOT_ASSESSED_MEANING,
])('%s', (words) => expect(words).toMatch(ONE_STOP));

describe('becauseWords names what this tool has, and nothing else', () => {
  test.each([
    ['read-reaching', ['url'], 'contacts an address that the caller chooses'],
    ['read-reaching', ['path', 'code'], 'takes a path in a file system and runs a query that the caller writes'],
    [
      'read-reaching',
      ['private', 'untrusted'],
      'returns private data together with text that strangers may have written',
    ],
    ['write-lasting', ['persistent', 'path'], 'leaves something behind that acts later'],
    ['write-lasting', ['outbound'], 'sends data outside'],
    ['write-access', ['access'], 'changes who may do what'],
  ] as const)('%s with %j', (because, signals, words) => expect(becauseWords(because, signals)).toBe(words));
});
