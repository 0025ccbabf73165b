import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CLIENT_IDS, clientById } from '../src/domain/clients/registry.ts';
import { CANNOT } from '../src/domain/enforcement/cannot.ts';
import { FORMAT_IDS, FORMAT_LABELS } from '../src/domain/enforcement/format-ids.ts';
import { NARROW_FORMATS } from '../src/domain/enforcement/narrow-formats.ts';
import { type DecisionLimit, decide, EFFECTS, type Effect, POLICY_VARIANTS } from '../src/domain/policy/decide.ts';
import { DOUBTS, type Doubt } from '../src/domain/policy/doubt.ts';
import { CATEGORIES, type Category } from '../src/domain/risk/category.ts';
import { RISK_SIGNALS, type RiskSignal } from '../src/domain/risk/signal.ts';
import { formatById } from '../src/domain/snippet/formats.ts';
import { codeIn, sectionOf, sectionsOf, tablesOf } from '../src/test/markdown.ts';

const PAGE = await readFile('docs/policies.md', 'utf8');
const tableIn = (anchor: string, which = 0) => tablesOf(sectionOf(PAGE, anchor))[which] ?? [];
const code = (cell: string | undefined) => (cell ?? '').replaceAll('`', '');

test('effects, strictest first', () => {
  expect(tableIn('effects').map(([effect]) => code(effect))).toEqual([...EFFECTS]);
});

/** A row of the table as the page words it. */
interface WordedRow {
  readonly id: string;
  readonly category: Category | null;
  /** Then it fits whatever the category is. */
  readonly doubt: Doubt | null;
  /** One of these fits; empty where every tool of the category does. */
  readonly anyOf: readonly string[];
  readonly together: readonly string[];
  readonly effect: Effect;
  readonly minute: number | null;
  readonly hour: number | null;
}

function wordedRow([id, tool = '', effect, minute, hour]: readonly string[]): WordedRow {
  const [either = '', both = ''] = tool.split(', or with ');
  return {
    id: code(id),
    category: CATEGORIES.find((category) => tool.startsWith(category)) ?? null,
    doubt: DOUBTS.find((doubt) => doubt === code(id)) ?? null,
    anyOf: codeIn(either),
    together: codeIn(both),
    effect: effect as Effect,
    minute: minute === '' ? null : Number(minute),
    hour: hour === '' ? null : Number(hour),
  };
}

/** What the page says of a tool. */
function worded(category: Category | null, signals: readonly RiskSignal[], doubts: readonly Doubt[]) {
  const has = (signal: string) => signals.includes(signal as RiskSignal);
  const fitting = tableIn('decision-table')
    .map(wordedRow)
    .filter((row) => {
      if (row.doubt !== null) return doubts.includes(row.doubt);
      if (row.category !== category) return false;
      if (row.anyOf.length === 0 && row.together.length === 0) return true;
      return row.anyOf.some(has) || (row.together.length > 0 && row.together.every(has));
    });
  const effect = EFFECTS.find((each) => fitting.some((row) => row.effect === each));
  const deciding = fitting.filter((row) => row.effect === effect);
  const least = (window: 'minute' | 'hour') =>
    deciding.flatMap(({ [window]: max }) => (max === null ? [] : [max])).sort((a, b) => a - b)[0];
  return { effect, because: deciding.map(({ id }) => id).sort(), minute: least('minute'), hour: least('hour') };
}

function decided(category: Category | null, signals: readonly RiskSignal[], doubts: readonly Doubt[]) {
  const { effect, because, limits } = decide({ category, signals, doubts });
  const max = (window: DecisionLimit['window']) => limits.find((limit) => limit.window === window)?.max;
  return { effect, because: [...because].sort(), minute: max('minute'), hour: max('hour') };
}

test.each([...CATEGORIES, null])(
  '%s: every two signals, and every doubt, are decided as the table says',
  (category) => {
    const pairs = RISK_SIGNALS.flatMap((one, index) => RISK_SIGNALS.slice(index + 1).map((other) => [one, other]));
    for (const signals of [[], ...RISK_SIGNALS.map((signal) => [signal]), ...pairs]) {
      for (const doubts of [[], ...DOUBTS.map((doubt) => [doubt]), DOUBTS]) {
        expect(decided(category, signals, doubts), [...signals, ...doubts].join(', ')).toEqual(
          worded(category, signals, doubts),
        );
      }
    }
  },
);

test('variants', () => {
  const rows = tableIn('variants');
  expect(rows.map(([variant]) => code(variant))).toEqual([...POLICY_VARIANTS]);
  const [, without = ''] = rows.find(([variant]) => code(variant) === 'strict') ?? [];
  const denied = RISK_SIGNALS.filter(
    (signal) => decide({ category: 'Read', signals: [signal], doubts: [] }, 'strict').effect === 'deny',
  );
  expect(codeIn(without).sort()).toEqual([...denied].sort());
});

test('formats: their ids, what they cannot, whether they hold rules on arguments, and what proves them', () => {
  const expected = FORMAT_IDS.map((id) => {
    const format = formatById(id);
    return [id, format?.cannot.join(', ') ?? '', NARROW_FORMATS.includes(id) ? 'yes' : 'no', format?.verified.by];
  });
  const rows = tableIn('formats').map((cells) => cells.map((cell) => (cell === '–' ? '' : code(cell))));
  expect(rows).toEqual(expected);
});

test('what a format cannot do has a meaning', () => {
  expect(tableIn('formats', 1).map(([inability]) => code(inability))).toEqual([...CANNOT]);
});

describe('what a target does with rules is written down somewhere', async () => {
  const pages = await Promise.all(
    ['enforcement-targets', 'policy-format'].map((name) => readFile(`docs/${name}.md`, 'utf8')),
  );
  const titles = pages.flatMap(sectionsOf).map(({ title }) => title);
  test.each([
    ...FORMAT_IDS.map((id) => FORMAT_LABELS[id]),
    ...CLIENT_IDS.filter((id) => id !== 'unknown').map((id) => clientById(id).words.name),
  ])('%s has a section', (name) => {
    expect(titles.filter((title) => title.split(', ').some((part) => name.includes(part)))).not.toEqual([]);
  });
});
