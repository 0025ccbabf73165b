import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES, type Category } from './category.ts';
import { RISK_LEVELS } from './risk-level.ts';
import {
  aTool,
  CATEGORY_MEANING,
  confidenceWord,
  consequence,
  LEVEL_MEANING,
  levelLabel,
  levelWord,
  NOT_ASSESSED_MEANING,
  SIGNAL_MEANING,
  SIGNAL_NOT,
  serverConsequence,
} from './risk-wording.ts';
import { RISK_SIGNALS, type RiskSignal } from './signal.ts';

const ONE_STOP = /^[A-Z1-9](?!.*(?:\.\.| {2}|undefined)).*[^.\s]\.$/;

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
  [1, 'high'],
  [0.9, 'high'],
  [0.89, 'fair'],
  [0.7, 'fair'],
  [0.69, 'low'],
  [0, 'low'],
])('a confidence of %f is %s', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

test.each([
  [{}, 0, 'Nothing is assessed yet.'],
  [{ 'not-assessed': 1 }, 0, 'Nothing is assessed yet. 1 tool is not assessed.'],
  [{ Read: 3 }, 0, 'Its tools can read.'],
  [
    { Read: 3, Destructive: 1, 'not-assessed': 2 },
    1,
    'Its tools can destroy things for good and read. 2 tools are not assessed.',
  ],
  [{ Read: 5, Execute: 1 }, 1, 'Its tools can run free-form code and read.'],
  [{ Execute: 2, Financial: 1 }, 2, 'Its tools can move or commit money, run free-form code and set things in motion.'],
  [{ Execute: 2 }, 0, 'Its tools can set things in motion.'],
])('a server with %j, of which %d critical: %s', (counts, critical, words) => {
  const none = { Read: 0, Write: 0, Execute: 0, Destructive: 0, Financial: 0, 'not-assessed': 0 };
  const levels = { low: 0, medium: 0, high: 0, critical, 'not-assessed': 0 };
  expect(serverConsequence({ levels, categories: { ...none, ...counts } })).toBe(words);
});

test('every category with any signals has a consequence that is one sentence or two', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CATEGORIES, null), fc.subarray([...RISK_SIGNALS]), (category, signals) => {
      expect(consequence(category, signals)).toMatch(ONE_STOP);
    }),
  );
});

/** The categories whose sentence on the plate a signal alone changes; every signal is answered for. */
const CHANGES_THE_PLATE: Readonly<Record<RiskSignal, readonly Category[]>> = {
  code: ['Execute'],
  path: [],
  url: ['Read'],
  credentials: [],
  secrets: ['Read'],
  bulk: [],
  outbound: ['Write', 'Execute'],
  untrusted: ['Read'],
  private: ['Read'],
  access: ['Write'],
  persistent: ['Write'],
};

test.each(RISK_SIGNALS)('%s alone is said on the plates of its categories', (signal) => {
  const changed = CATEGORIES.filter((category) => consequence(category, [signal]) !== consequence(category, []));
  expect(changed).toEqual(CHANGES_THE_PLATE[signal]);
});

test.each([
  ...Object.values(CATEGORY_MEANING),
  ...Object.values(LEVEL_MEANING),
  ...RISK_SIGNALS.flatMap((signal) => [SIGNAL_MEANING[signal], SIGNAL_NOT[signal]]),
  NOT_ASSESSED_MEANING,
])('%s', (words) => expect(words).toMatch(ONE_STOP));
