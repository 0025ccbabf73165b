import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ANNOTATION_STATES } from '../src/domain/record/classification.ts';
import { HINTS } from '../src/domain/record/tool.ts';
import { CAPABILITIES, together } from '../src/domain/risk/capabilities.ts';
import { CATEGORIES, type Category } from '../src/domain/risk/category.ts';
import { LEVEL_TABLE } from '../src/domain/risk/risk-level.ts';
import { CATEGORY_POINTS, MAX_SCORE, SIGNAL_POINTS } from '../src/domain/risk/score.ts';
import { RISK_SIGNALS } from '../src/domain/risk/signal.ts';
import { listWords, numberWord } from '../src/domain/text/english.ts';
import { codeIn, sectionOf, tablesOf } from '../src/test/markdown.ts';

const PAGE = await readFile('docs/taxonomy.md', 'utf8');

/** The first table of a section, without backticks. */
function table(anchor: string): string[][] {
  const [rows = []] = tablesOf(sectionOf(PAGE, anchor));
  return rows.map((cells) => cells.map((cell) => cell.replaceAll('`', '')));
}
const column = (anchor: string) => table(anchor).map(([first]) => first);

test('categories, in the order of danger', () => expect(column('categories')).toEqual([...CATEGORIES]));

test('signals, in their order, each with what does not count', () => {
  expect(column('risk-signals')).toEqual([...RISK_SIGNALS]);
  expect(table('risk-signals').filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
});

test('levels', () => {
  const expected = Object.entries(LEVEL_TABLE).map(([category, { level, raised }]) => [
    category,
    level,
    raised === undefined ? '' : `to ${raised.to} by ${listWords(raised.by, 'or')}`,
  ]);
  expect(table('level')).toEqual(expected);
});

test('points', () => {
  const expected = { ...CATEGORY_POINTS, ...SIGNAL_POINTS };
  expect(Object.fromEntries(table('score').map(([of, points]) => [of, Number(points)]))).toEqual(expected);
  expect(sectionOf(PAGE, 'score')).toContain(`${MAX_SCORE} at most`);
});

test('what tools do together, part by part', () => {
  const rows = tablesOf(sectionOf(PAGE, 'together'))[0] ?? [];
  for (const category of CATEGORIES) {
    for (const signal of RISK_SIGNALS) {
      const shown = together([signal], () => ({ category, signals: [signal], shares: false }));
      const parts = CAPABILITIES.map((part) => shown[part].length > 0);
      const worded = rows.map(([, always = '', unlessRead = '']) =>
        codeIn(category === 'Read' ? always : always + unlessRead).includes(signal),
      );
      expect(parts, `${category} with ${signal}`).toEqual(worded);
    }
  }
});

test('hints and their states', () => {
  expect(column('annotations')).toEqual([...ANNOTATION_STATES]);
  expect(codeIn(sectionOf(PAGE, 'annotations').split('\n|')[0] ?? '')).toEqual([...HINTS]);
});

test('borderline cases name categories and signals that there are', () => {
  const known = new Set<string>([...CATEGORIES, ...RISK_SIGNALS]);
  for (const [, decided = ''] of tablesOf(sectionOf(PAGE, 'borderline-cases'))[0] ?? []) {
    expect(codeIn(decided).filter((code) => !known.has(code))).toEqual([]);
    expect(decided).toMatch(new RegExp(`^(?:${CATEGORIES.join('|')})\\b|not assessed`));
  }
});

test('the README counts the signals', async () => {
  const words: readonly Category[] = CATEGORIES;
  const readme = await readFile('README.md', 'utf8');
  expect(readme).toContain(`${numberWord(RISK_SIGNALS.length)} signals`);
  expect(readme.replaceAll('\n', ' ')).toContain(listWords(words, 'or'));
});
