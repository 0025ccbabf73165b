import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, type Category } from '../risk/category.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import {
  type Because,
  DECISION_TABLE,
  type DecisionInput,
  decide,
  EFFECTS,
  type Effect,
  STRICT_SIGNALS,
  VARIANTS,
} from './decide.ts';

type Signals = readonly RiskSignal[];

const strictness = (effect: Effect) => EFFECTS.indexOf(effect);

const decided = (category: Category | null, signals: Signals = [], limit?: { minute?: number; hour?: number }) => {
  const { effect, limits } = decide({ category, signals, limit });
  return [effect, ...limits.map(({ window, max }) => `${max} a ${window}`)].join(', ');
};

/** The rows that a signal alone brings; every signal is answered for, so that a new one does not compile before it is. */
const ROWS_OF: Readonly<Record<RiskSignal, readonly Because[]>> = {
  code: ['read-reaching', 'execute-code'],
  path: ['read-reaching'],
  url: ['read-reaching'],
  credentials: [],
  secrets: ['read-secrets'],
  bulk: [],
  outbound: ['read-reaching', 'write-lasting', 'execute-outbound'],
  untrusted: [],
  private: [],
  access: ['write-access'],
  persistent: ['write-lasting'],
};

test.each(RISK_SIGNALS)('%s alone brings its rows and no other', (signal) => {
  const brought = CATEGORIES.flatMap((category) => {
    const without = decide({ category, signals: [] }).because;
    return decide({ category, signals: [signal] }).because.filter((row) => !without.includes(row));
  });
  expect(brought).toEqual(ROWS_OF[signal]);
});

describe('the table', () => {
  test.each<[Category | null, Signals, string]>([
    ['Read', [], 'allow'],
    ['Read', ['private'], 'allow'],
    ['Read', ['untrusted'], 'allow'],
    ['Read', ['credentials', 'bulk', 'access', 'persistent'], 'allow'],
    ['Read', ['path'], 'limit, 60 a minute, 600 a hour'],
    ['Read', ['url'], 'limit, 60 a minute, 600 a hour'],
    ['Read', ['code'], 'limit, 60 a minute, 600 a hour'],
    ['Read', ['outbound'], 'limit, 60 a minute, 600 a hour'],
    ['Read', ['private', 'untrusted'], 'limit, 60 a minute, 600 a hour'],
    ['Read', ['secrets'], 'ask'],
    ['Write', [], 'limit, 30 a minute, 200 a hour'],
    ['Write', ['path', 'code', 'bulk', 'secrets'], 'limit, 30 a minute, 200 a hour'],
    ['Write', ['persistent'], 'limit, 10 a minute, 30 a hour'],
    ['Write', ['outbound'], 'limit, 10 a minute, 30 a hour'],
    ['Write', ['access'], 'ask'],
    ['Execute', [], 'limit, 10 a minute, 60 a hour'],
    ['Execute', ['url', 'persistent', 'access'], 'limit, 10 a minute, 60 a hour'],
    ['Execute', ['outbound'], 'limit, 5 a minute, 20 a hour'],
    ['Execute', ['code'], 'hide'],
    ['Destructive', [], 'hide'],
    ['Destructive', RISK_SIGNALS, 'hide'],
    ['Financial', [], 'deny'],
    ['Financial', RISK_SIGNALS, 'deny'],
    [null, [], 'deny'],
  ])('%s with %j: %s', (category, signals, expected) => expect(decided(category, signals)).toBe(expected));

  test.each<[string, Category, Signals, string]>([
    ['asking beats a limit', 'Read', ['secrets', 'url', 'private', 'untrusted'], 'ask'],
    ['asking beats a tighter limit', 'Write', ['persistent', 'access'], 'ask'],
    [
      'of two limits each window takes the smaller',
      'Write',
      ['outbound', 'persistent'],
      'limit, 10 a minute, 30 a hour',
    ],
    ['hiding beats a limit', 'Execute', ['outbound', 'code'], 'hide'],
  ])('where several rows fit: %s', (_, category, signals, expected) =>
    expect(decided(category, signals)).toBe(expected),
  );

  test('is printed as it decides', () => {
    expect(DECISION_TABLE).toHaveLength(12);
    expect(DECISION_TABLE.map(({ effect }) => effect).join()).toBe(
      'allow,limit,ask,limit,limit,ask,limit,limit,hide,hide,deny,deny',
    );
    expect(DECISION_TABLE.find(({ because }) => because === 'execute-outbound')?.limits).toEqual([
      { window: 'minute', max: 5 },
      { window: 'hour', max: 20 },
    ]);
  });

  test('more signals never loosen a decision', () => {
    const signals = fc.subarray([...RISK_SIGNALS]);
    fc.assert(
      fc.property(fc.constantFrom(...CATEGORIES, null), signals, signals, (category, some, more) => {
        const before = decide({ category, signals: some });
        const after = decide({ category, signals: [...some, ...more] });
        expect(strictness(after.effect)).toBeLessThanOrEqual(strictness(before.effect));
        for (const { window, max } of after.limits) {
          const old = before.limits.find((limit) => limit.window === window)?.max ?? Number.POSITIVE_INFINITY;
          expect(max).toBeLessThanOrEqual(old);
        }
      }),
    );
  });

  test('names the deciding row first', () => {
    expect(decide({ category: 'Write', signals: ['outbound'] }).because).toEqual(['write-lasting', 'write']);
    expect(decide({ category: 'Execute', signals: ['outbound', 'code'] }).because).toEqual(['execute-code']);
  });
});

describe('a reviewed limit', () => {
  test.each<[Category | null, Signals, { minute?: number; hour?: number }, string]>([
    ['Execute', [], { minute: 100, hour: 2000 }, 'limit, 100 a minute, 2000 a hour'],
    ['Execute', [], { minute: 2 }, 'limit, 2 a minute, 60 a hour'],
    ['Write', ['outbound'], { hour: 300 }, 'limit, 10 a minute, 300 a hour'],
    ['Read', [], { minute: 5 }, 'limit, 5 a minute'],
    ['Read', ['secrets'], { minute: 5 }, 'ask'],
    ['Write', ['access'], { minute: 5 }, 'ask'],
    ['Execute', ['code'], { minute: 5 }, 'hide'],
    ['Financial', [], { minute: 5 }, 'deny'],
    [null, [], { minute: 5 }, 'deny'],
  ])('%s with %j and %j: %s', (category, signals, limit, expected) => {
    expect(decided(category, signals, limit)).toBe(expected);
  });

  test('is named as the reason exactly where it counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATEGORIES, null), fc.subarray([...RISK_SIGNALS]), (category, signals) => {
        const { effect, because } = decide({ category, signals, limit: { minute: 7 } });
        expect(because[0] === 'reviewed-limit').toBe(effect === 'limit');
      }),
    );
  });
});

describe('variants', () => {
  const input = fc.record({
    category: fc.constantFrom(...CATEGORIES, null),
    signals: fc.subarray([...RISK_SIGNALS]),
    limit: fc.constantFrom(undefined, { minute: 3 }),
  });
  const isOpen = (effect: string) => effect === 'allow' || effect === 'limit';

  test('`reads` leaves open reads without secrets, as they are recommended, and nothing else', () => {
    fc.assert(
      fc.property(input, (tool) => {
        const stays = tool.category === 'Read' && !tool.signals.includes('secrets');
        const decision = decide(tool, 'reads');
        expect(isOpen(decision.effect)).toBe(stays);
        if (stays) expect(decision).toEqual(decide(tool));
      }),
    );
  });

  // Every signal is answered for: a new one does not compile until somebody has thought whether a read with it may stay.
  const STAYS: Readonly<Record<RiskSignal, boolean>> = {
    code: false,
    path: false,
    url: false,
    credentials: false,
    secrets: false,
    bulk: true,
    outbound: false,
    untrusted: false,
    private: false,
    access: true,
    persistent: true,
  };
  test.each(RISK_SIGNALS)('`strict`: a read with %s', (signal) => {
    const stays = STAYS[signal];
    expect(STRICT_SIGNALS.has(signal)).toBe(!stays);
    expect(decide({ category: 'Read', signals: [signal] }, 'strict').effect).toBe(stays ? 'allow' : 'deny');
  });

  test('each variant is at least as strict as the one before, and hides what that hides', () => {
    fc.assert(
      fc.property(input, (tool) => {
        const ranks = VARIANTS.map((variant) => strictness(decide(tool, variant).effect));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
        const effects = VARIANTS.map((variant) => decide(tool, variant).effect === 'hide');
        expect(new Set(effects).size).toBe(1);
      }),
    );
  });

  test('say that they are the reason', () => {
    const write = { category: 'Write', signals: [] } as const;
    const denied = { effect: 'deny', limits: [] };
    expect(decide(write, 'reads')).toEqual({ ...denied, because: ['variant-reads', 'write'] });
    expect(decide(write, 'strict')).toEqual({ ...denied, because: ['variant-strict', 'write'] });
  });

  const limit = (window: string, max: number) => ({ window, max });
  test.each<[DecisionInput, object[]]>([
    [{ category: 'Write', signals: [] }, [limit('minute', 30), limit('hour', 200), limit('day', 1000)]],
    [{ category: 'Read', signals: [] }, []],
    [{ category: 'Read', signals: [], limit: { minute: 2 } }, [limit('minute', 2)]],
    [{ category: 'Read', signals: [], limit: { hour: 3 } }, [limit('hour', 3), limit('day', 15)]],
    [{ category: 'Destructive', signals: [] }, []],
  ])('`narrow` adds a day of five hours: %j', (tool, limits) => {
    expect(decide(tool, 'narrow').limits).toEqual(limits);
    expect({ ...decide(tool, 'narrow'), limits: [] }).toEqual({ ...decide(tool), limits: [] });
  });
});
