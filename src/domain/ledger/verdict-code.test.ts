import { expect, it } from 'vitest';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { readVerdictCode, verdictCode, verdictWords } from './verdict-code.ts';

it.each([
  ['--', { category: null, level: null, signals: [], shares: false }, 'not assessed'],
  ['Rl', { category: 'Read', level: 'low', signals: [], shares: false }, 'Read, low'],
  ['Wm>', { category: 'Write', level: 'medium', signals: [], shares: true }, 'Write, medium: text that others read'],
  [
    'Wm+v>',
    { category: 'Write', level: 'medium', signals: ['private'], shares: true },
    'Write, medium: private, text that others read',
  ],
  [
    'Ec+cp',
    { category: 'Execute', level: 'critical', signals: ['code', 'path'], shares: false },
    'Execute, critical: code, path',
  ],
] as const)('%s stands for a verdict', (code, verdict, words) => {
  expect(verdictCode(verdict)).toBe(code);
  expect(readVerdictCode(code)).toEqual(verdict);
  expect(verdictWords(code)).toBe(words);
});

it('has a letter of its own for every signal', () => {
  const codes = RISK_SIGNALS.map((signal) =>
    verdictCode({ category: 'Read', level: 'low', signals: [signal], shares: false }),
  );
  expect(new Set(codes).size).toBe(RISK_SIGNALS.length);
});
