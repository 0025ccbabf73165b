import { expect, test } from 'vitest';
import { isMissed, isTried, joinRounds, MutationReportSchema, mutantsOf, rangesOf } from './mutants.ts';

const mutant = (line: number, column: number, to: number, replacement: string, status: string) => ({
  mutatorName: 'X',
  replacement,
  status,
  location: { start: { line, column }, end: { line, column: to } },
});
const report = (...mutants: ReturnType<typeof mutant>[]) =>
  mutantsOf(MutationReportSchema.parse({ files: { 'a.ts': { source: 'const a = 1;\nconst b = a < 2;\n', mutants } } }));

const first = report(
  mutant(1, 11, 12, '2', 'Killed'),
  mutant(2, 11, 16, 'a <= 2', 'Survived'),
  mutant(2, 11, 16, 'a >= 2', 'Survived'),
  mutant(2, 15, 16, '3', 'NoCoverage'),
  mutant(2, 15, 16, '4', 'Ignored'),
);

test('a mutant has the text that it changes', () => {
  expect(first.map(({ before }) => before)).toEqual(['1', 'a < 2', 'a < 2', '2', '2']);
});

test('the second round tries what the first missed, and settles it', () => {
  expect(rangesOf(first.filter(isMissed))).toEqual(['a.ts:2:10-2:15', 'a.ts:2:14-2:15']);
  const second = report(mutant(2, 11, 16, 'a <= 2', 'Timeout'), mutant(2, 11, 16, 'a >= 2', 'Survived'));
  expect(joinRounds(first, second).map(({ status }) => status)).toEqual([
    'Killed',
    'Timeout',
    'Survived',
    'NoCoverage',
    'Ignored',
  ]);
});

test('what was left out does not count', () => {
  expect(first.filter(isTried).map(({ status }) => status)).toEqual(['Killed', 'Survived', 'Survived', 'NoCoverage']);
});
