import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyTool } from '../classify/classify.ts';
import { CATEGORIES, type Category } from '../risk/category.ts';
import { levelOf, levelOrder } from '../risk/risk-level.ts';
import { scoreOf } from '../risk/score.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import type { ToolRecord } from './record.ts';
import type { Review } from './review.ts';
import { signalIds, stricterVerdict, verdictOf } from './reviewed-verdict.ts';

const LISTED = { date: '2026-11-20', how: 'a test' };

function record(category: Category | null, signals: readonly RiskSignal[] = []): ToolRecord {
  return {
    name: 'tool',
    definitionSource: 'documented',
    classification: {
      ...classifyTool({ server: 'test', tool: { name: 'tool' } }),
      category,
      level: category && levelOf(category, signals),
      score: category && scoreOf(category, signals),
      confidence: 0.8,
      signals: signals.map((id) => ({ id, evidence: [{ from: 'name', text: 'tool', says: 'so' }] })),
    },
    firstSeen: LISTED.date,
  };
}

const review = (override: Partial<Review>): Review => ({
  for: LISTED.date,
  date: LISTED.date,
  reason: 'Somebody looked at it.',
  ...override,
});
const lapsed = (override: Partial<Review>) => review({ for: '2026-01-01', ...override });
const shown = (tool: ToolRecord, given?: Review) => {
  const verdict = verdictOf(tool, LISTED, given);
  return [verdict.category, verdict.level, verdict.score, signalIds(verdict).join()];
};

describe('verdictOf', () => {
  test('without a review it is what the classifier says', () => {
    const tool = record('Write', ['outbound']);
    expect(verdictOf(tool, LISTED, undefined)).toMatchObject({
      category: 'Write',
      level: 'high',
      score: 47,
      confidence: 0.8,
      review: null,
      limit: undefined,
      classification: tool.classification,
    });
  });

  test.each<[string, ToolRecord, Partial<Review>, unknown[]]>([
    [
      'another category',
      record('Write', ['path']),
      { category: 'Destructive' },
      ['Destructive', 'critical', 88, 'path'],
    ],
    ['a milder category', record('Financial'), { category: 'Read' }, ['Read', 'low', 10, '']],
    [
      'an added signal',
      record('Write', ['persistent']),
      { signals: { add: ['code', 'bulk'] } },
      ['Write', 'high', 78, 'code,bulk,persistent'],
    ],
    [
      'a removed signal',
      record('Read', ['secrets', 'private']),
      { signals: { remove: ['secrets'] } },
      ['Read', 'low', 18, 'private'],
    ],
    [
      'both',
      record('Execute', ['code']),
      { signals: { add: ['url'], remove: ['code'] } },
      ['Execute', 'high', 68, 'url'],
    ],
    [
      'a category where there was none',
      record(null),
      { category: 'Write', signals: { add: ['access'] } },
      ['Write', 'high', 50, 'access'],
    ],
    ['a signal where there is no category', record(null), { signals: { add: ['url'] } }, [null, null, null, 'url']],
  ])('%s: level and score are computed', (_, tool, override, expected) => {
    expect(shown(tool, review(override))).toEqual(expected);
  });

  test('a signal that was there keeps its evidence, an added one has none', () => {
    const verdict = verdictOf(record('Read', ['url']), LISTED, review({ signals: { add: ['url', 'private'] } }));
    expect(verdict.signals.map(({ id, evidence }) => [id, evidence.length])).toEqual([
      ['url', 1],
      ['private', 0],
    ]);
  });

  test.each<[Partial<Review>, number | null]>([
    [{ category: 'Write' }, null],
    [{ limit: { minute: 5 } }, 0.8],
  ])('%j: the classifier’s confidence stands only where its category does', (override, confidence) => {
    expect(verdictOf(record('Read'), LISTED, review(override)).confidence).toBe(confidence);
  });

  test.each<[string, ToolRecord, Partial<Review>, boolean]>([
    ['a stricter category', record('Read'), { category: 'Execute' }, true],
    ['a milder category', record('Execute'), { category: 'Read' }, false],
    ['the same level', record('Destructive'), { category: 'Financial' }, false],
    ['a signal that raises the level', record('Write'), { signals: { add: ['access'] } }, true],
    ['a signal that does not', record('Write'), { signals: { add: ['path'] } }, false],
    ['a limit alone', record('Write'), { limit: { minute: 1 } }, false],
    ['critical where nobody can say', record(null), { category: 'Financial' }, true],
    ['high where nobody can say', record(null), { category: 'Execute' }, false],
  ])('when it has lapsed, %s', (_, tool, override, counts) => {
    const verdict = verdictOf(tool, LISTED, lapsed({ limit: { hour: 1 }, ...override }));
    expect(verdict.review).toMatchObject({ lapsed: true, counts });
    expect(verdict.category).toBe(counts && override.category ? override.category : tool.classification.category);
    expect(verdict.limit).toBeUndefined();
  });

  test('a lapsed review never makes a tool look milder', () => {
    const category = fc.option(fc.constantFrom(...CATEGORIES));
    const signals = fc.subarray([...RISK_SIGNALS]);
    fc.assert(
      fc.property(category, signals, category, signals, signals, (before, had, after, add, remove) => {
        const tool = record(before, before === null ? [] : had);
        const verdict = verdictOf(
          tool,
          LISTED,
          lapsed({ ...(after ? { category: after } : {}), signals: { add, remove } }),
        );
        expect(levelOrder(verdict.level)).toBeLessThanOrEqual(levelOrder(tool.classification.level));
      }),
    );
  });

  test('a current review that sets a limit carries it', () => {
    const { limit, review: applied } = verdictOf(record('Write'), LISTED, review({ limit: { minute: 10 } }));
    expect(limit).toEqual({ minute: 10 });
    expect(applied).toMatchObject({ lapsed: false, counts: true });
  });
});

describe('stricterVerdict', () => {
  const verdict = (tool: ToolRecord) => verdictOf(tool, LISTED, undefined);

  test.each<[string, ToolRecord, ToolRecord]>([
    ['the higher level', record('Destructive'), record('Execute')],
    ['the later category at one level', record('Financial'), record('Destructive', ['code'])],
    ['the higher score in one category', record('Read', ['url']), record('Read')],
    ['critical before not assessed', record('Destructive'), record(null)],
    ['not assessed before high', record(null), record('Read', ['secrets'])],
  ])('%s, whichever comes first', (_, strict, mild) => {
    const [a, b] = [verdict(strict), verdict(mild)];
    expect(stricterVerdict(a, b)).toBe(a);
    expect(stricterVerdict(b, a)).toBe(a);
  });

  test('of equal ones the first', () => {
    const [a, b] = [verdict(record('Read')), verdict(record('Read'))];
    expect(stricterVerdict(a, b)).toBe(a);
  });
});
