import { describe, expect, test } from 'vitest';
import { createEvaluator, escapePointer, holds, type Outcome } from './evaluate.ts';
import { type Condition, type Operator, type Policy, PolicySchema } from './schema.ts';

const START = Date.parse('2026-11-20T12:00:00Z');

/** Evaluates calls one after another; gives back the rules, null for each call that is allowed. */
function rules(
  policy: Policy,
  ...calls: (string | { tool: string; arguments?: object; at?: string; grant?: string })[]
) {
  expect(PolicySchema.safeParse(policy).error).toBeUndefined();
  const evaluator = createEvaluator(policy);
  return calls.map((call) => {
    const { tool, at, grant = 'default', ...rest } = typeof call === 'string' ? { tool: call } : call;
    const outcome = evaluator.evaluate({ tool, grant, at: at ? Date.parse(at) : START, ...rest } as never);
    expect(outcome.decision).toBe(outcome.rule === null ? 'allow' : 'deny');
    return outcome.rule;
  });
}
const outcome = (policy: Policy, tool: string, args = {}): Outcome =>
  createEvaluator(policy).evaluate({ tool, arguments: args, at: START, grant: 'default' });

const limit = (max: number, window: 'minute' | 'hour' | 'day' = 'minute', counter = `${window}-${max}`) =>
  ({ counter, window, max, scope: 'grant' }) as const;
const has = (path: string, value?: unknown): Condition => ({ path: `args.${path}`, op: 'eq', value });
const REFUSED = { conditions: [], on_deny: 'No.' };

describe('order', () => {
  test.each<[string, Policy, string | null]>([
    ['open by default', { version: '1', default: 'allow' }, null],
    ['closed by default', { version: '1', default: 'deny' }, '(default deny)'],
    ['closed, with another tool', { version: '1', default: 'deny', tools: { other: {} } }, '(default deny)'],
    ['closed, with a rule without checks', { version: '1', default: 'deny', tools: { t: {} } }, null],
    [
      'limits for all never open what is closed',
      { version: '1', default: 'deny', all_tools: { limits: [limit(9)] } },
      '(default deny)',
    ],
    ['hide wins over a rule', { version: '1', default: 'deny', hide: ['t'], tools: { t: {} } }, '(hidden)'],
    ['hide wins over the default', { version: '1', default: 'allow', hide: ['t'] }, '(hidden)'],
    ['* hides all', { version: '1', default: 'allow', hide: ['*'], tools: { t: {} } }, '(hidden)'],
    ['hide is no pattern', { version: '1', default: 'allow', hide: ['t*', 'T'] }, null],
    [
      'require comes before deny_if',
      { version: '1', default: 'deny', tools: { t: { require: [has('a', 1)], deny_if: [REFUSED] } } },
      '/tools/t/require/0',
    ],
    [
      'deny_if comes before limits',
      { version: '1', default: 'deny', tools: { t: { deny_if: [REFUSED], limits: [limit(1)] } } },
      '/tools/t/deny_if/0',
    ],
    [
      'a rule counts under an open default too',
      { version: '1', default: 'allow', tools: { t: { deny_if: [REFUSED] } } },
      '/tools/t/deny_if/0',
    ],
  ])('%s', (_, policy, rule) => expect(rules(policy, 't')).toEqual([rule]));

  test('the first condition that fails and the first denial that holds are named', () => {
    const policy: Policy = {
      version: '1',
      default: 'deny',
      tools: {
        t: {
          require: [has('a', 1), has('b', 2)],
          deny_if: [
            { conditions: [has('c', 3), has('d', 4)] },
            { conditions: [has('c', 3)], on_deny: 'Not three.' },
            { conditions: [has('d', 4)] },
          ],
        },
      },
    };
    const call = (args: object) => ({ tool: 't', arguments: args });
    expect(rules(policy, call({ a: 1 }), call({ b: 2 }), call({ a: 1, b: 2 }))).toEqual([
      '/tools/t/require/1',
      '/tools/t/require/0',
      null,
    ]);
    expect(rules(policy, call({ a: 1, b: 2, c: 3, d: 4 }), call({ a: 1, b: 2, d: 4 }))).toEqual([
      '/tools/t/deny_if/0',
      '/tools/t/deny_if/2',
    ]);
    expect(outcome(policy, 't', { a: 1, b: 2, c: 3 })).toEqual({
      decision: 'deny',
      rule: '/tools/t/deny_if/1',
      message: 'Not three.',
    });
    expect(outcome(policy, 't', { a: 1, b: 2, d: 4 })).not.toHaveProperty('message');
    expect(outcome(policy, 't', { a: 2, b: 2 }).message).toBe('args.a does not meet the condition "eq".');
  });

  test('what is hidden or closed has no message', () => {
    expect(outcome({ version: '1', default: 'deny', hide: ['t'] }, 't')).toEqual({
      decision: 'deny',
      rule: '(hidden)',
    });
    expect(outcome({ version: '1', default: 'deny' }, 't')).toEqual({ decision: 'deny', rule: '(default deny)' });
  });
});

describe('names', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is found only where it stands',
    (name) => {
      const named = JSON.parse(`{"version": "1", "default": "deny", "tools": {${JSON.stringify(name)}: {}}}`);
      expect(rules({ version: '1', default: 'deny', tools: { other: {} } }, name)).toEqual(['(default deny)']);
      expect(rules({ version: '1', default: 'allow', tools: {} }, name)).toEqual([null]);
      expect(rules(named, name, 'other')).toEqual([null, '(default deny)']);
    },
  );

  test.each([
    ['a/b', 'a~1b'],
    ['a~b', 'a~0b'],
    ['~1', '~01'],
    ['', ''],
    ['日本 "語"', '日本 "語"'],
  ])('%s stands in a pointer as %s', (name, token) => {
    expect(escapePointer(name)).toBe(token);
    const policy: Policy = { version: '1', default: 'allow', tools: { [name]: { deny_if: [REFUSED] } } };
    expect(rules(policy, name)).toEqual([`/tools/${token}/deny_if/0`]);
  });

  test('upper and lower case are two names', () => {
    expect(rules({ version: '1', default: 'deny', tools: { Get: {} } }, 'Get', 'get')).toEqual([
      null,
      '(default deny)',
    ]);
  });
});

describe('limits', () => {
  const limited = (...limits: ReturnType<typeof limit>[]): Policy => ({
    version: '1',
    default: 'deny',
    tools: { t: { limits }, u: {} },
  });

  test('so many calls, then none, with a message that says how many', () => {
    expect(rules(limited(limit(2)), 't', 't', 't', 't')).toEqual([
      null,
      null,
      '/tools/t/limits/0',
      '/tools/t/limits/0',
    ]);
    const evaluator = createEvaluator(limited(limit(1, 'hour')));
    const call = { tool: 't', at: START, grant: 'default' };
    evaluator.evaluate(call);
    expect(evaluator.evaluate(call).message).toBe('No more than 1 call an hour.');
  });

  test.each([
    ['minute', '2026-11-20T12:00:59.999Z', '2026-11-20T12:01:00Z'],
    ['hour', '2026-11-20T12:59:59.999Z', '2026-11-20T13:00:00Z'],
    ['day', '2026-11-20T23:59:59.999Z', '2026-11-21T00:00:00Z'],
    ['day', '2026-11-20T20:59:59-03:00', '2026-11-21T02:00:00+02:00'],
  ] as const)('the %s ends by the clock in UTC, however late the first call came', (window, last, next) => {
    const at = (time: string) => ({ tool: 't', at: time });
    expect(rules(limited(limit(1, window)), at(last), at(last), at(next), at(next))).toEqual([
      null,
      '/tools/t/limits/0',
      null,
      '/tools/t/limits/0',
    ]);
  });

  test('each grant has its own', () => {
    const by = (grant: string) => ({ tool: 't', grant });
    expect(rules(limited(limit(1)), by('a'), by('b'), by('a'), by('b'))).toEqual([
      null,
      null,
      '/tools/t/limits/0',
      '/tools/t/limits/0',
    ]);
  });

  test('each tool has its own, even where the counters have one name', () => {
    const policy: Policy = {
      version: '1',
      default: 'deny',
      tools: { t: { limits: [limit(1)] }, u: { limits: [limit(1)] } },
    };
    expect(rules(policy, 't', 'u', 't')).toEqual([null, null, '/tools/t/limits/0']);
  });

  test('those for all count every call that is let through, of tools without a rule too', () => {
    const policy: Policy = { version: '1', default: 'allow', hide: ['h'], all_tools: { limits: [limit(2)] } };
    expect(rules(policy, 't', 'h', 'u', 'v')).toEqual([null, '(hidden)', null, '/all_tools/limits/0']);
  });

  test('the smaller of two windows refuses first, and what it refuses does not count', () => {
    const calls = ['12:00', '12:00', '12:01', '12:01', '12:02', '12:02'].map((time) => ({
      tool: 't',
      at: `2026-11-20T${time}:00Z`,
    }));
    expect(rules(limited(limit(1), limit(2, 'hour')), ...calls)).toEqual([
      null,
      '/tools/t/limits/0',
      null,
      '/tools/t/limits/0',
      '/tools/t/limits/1',
      '/tools/t/limits/1',
    ]);
  });

  test('a call that is refused for all gives back what its tool had taken', () => {
    const policy: Policy = {
      version: '1',
      default: 'deny',
      all_tools: { limits: [limit(1, 'minute')] },
      tools: { t: { limits: [limit(2, 'hour'), limit(3, 'day')] }, u: {} },
    };
    const at = (tool: string, time: string) => ({ tool, at: `2026-11-20T${time}:00Z` });
    const calls = [
      at('u', '12:00'),
      at('t', '12:00'),
      at('t', '12:00'),
      at('t', '12:01'),
      at('t', '12:02'),
      at('t', '12:03'),
    ];
    expect(rules(policy, ...calls)).toEqual([
      null,
      '/all_tools/limits/0',
      '/all_tools/limits/0',
      null,
      null,
      '/tools/t/limits/0',
    ]);
  });

  test('a call that a condition refuses takes nothing', () => {
    const policy: Policy = {
      version: '1',
      default: 'deny',
      tools: { t: { require: [has('ok', true)], limits: [limit(1)] } },
    };
    const ok = { tool: 't', arguments: { ok: true } };
    expect(rules(policy, 't', 't', ok, ok)).toEqual([
      '/tools/t/require/0',
      '/tools/t/require/0',
      null,
      '/tools/t/limits/0',
    ]);
  });
});

describe('operators', () => {
  test.each<[Operator, unknown, unknown, boolean]>([
    ['eq', 'a', 'a', true],
    ['eq', 1, 1.0, true],
    ['eq', 1, '1', true],
    ['eq', true, 'true', true],
    ['eq', { b: [1] }, { b: [1] }, true],
    ['eq', 'a', 'A', false],
    ['neq', 'a', 'b', true],
    ['neq', 'a', 'a', false],
    ['lt', 1, 2, true],
    ['lt', 2, 2, false],
    ['lt', '1', 2, false],
    ['lte', 2, 2, true],
    ['lte', 3, 2, false],
    ['gt', 3, 2, true],
    ['gt', 2, 2, false],
    ['gt', 3, '2', false],
    ['gte', 2, 2, true],
    ['gte', 1, 2, false],
    ['in', 'b', ['a', 'b'], true],
    ['in', 2, ['1', '2'], true],
    ['in', 'c', ['a', 'b'], false],
    ['in', 'a', 'abc', false],
    ['not_in', 'c', ['a', 'b'], true],
    ['not_in', 'a', ['a', 'b'], false],
    ['not_in', 'c', 'ab', false],
    ['exists', '', undefined, true],
    ['exists', 0, true, true],
    ['exists', false, false, false],
    ['regex', 'https://example.com/x', '^https://example\\.com/', true],
    ['regex', 'see https://example.com/', '^https://example\\.com/', false],
    ['regex', 'DROP TABLE x', '(?i)drop\\s+table', true],
    ['regex', 'abc', 'b', true],
    ['regex', 12, '1', false],
    ['contains', 'a needle here', 'needle', true],
    ['contains', ['a', 'b'], 'b', true],
    ['contains', ['ab'], 'b', false],
    ['contains', 123, '2', false],
    ['contains', '15', 5, false],
    ['contains', [5], '5', true],
    ['eq', 1, 2, false],
    ['in', 3, [1, 2], false],
    ['not_in', 3, [1, 2], true],
  ])('%s: %j against %j is %s', (op, actual, value, expected) => {
    expect(holds({ path: 'args.a', op, value }, { a: actual })).toBe(expected);
  });

  const values: Record<Operator, unknown> = {
    eq: 'x',
    neq: 'x',
    lt: 9,
    lte: 9,
    gt: -9,
    gte: -9,
    in: ['x'],
    not_in: ['x'],
    exists: true,
    regex: '.*',
    contains: 'x',
  };

  test.each(Object.entries(values) as [Operator, unknown][])(
    '%s does not hold for what is missing or null',
    (op, value) => {
      for (const args of [{}, { a: null }, { b: 'x' }, { a: undefined }]) {
        expect(holds({ path: 'args.a', op, value }, args)).toBe(false);
      }
    },
  );

  test('exists with the value false holds for what is missing', () => {
    const absent = { path: 'args.a', op: 'exists', value: false } as const;
    expect([{}, { a: null }, { a: '' }].map((args) => holds(absent, args))).toEqual([true, true, false]);
  });

  test.each<[string, object, boolean]>([
    ['args.to.domain', { to: { domain: 'x' } }, true],
    ['args.to.domain', { 'to.domain': 'x' }, false],
    ['args.list.0', { list: ['x'] }, false],
    ['args.text.length', { text: 'abc' }, false],
    ['args.constructor', {}, false],
    ['args.__proto__', {}, false],
    ['args.a.toString', { a: {} }, false],
  ])('%s goes into objects only, by their own names: %j', (path, args, found) => {
    expect(holds({ path, op: 'exists' }, args as Record<string, unknown>)).toBe(found);
  });
});
