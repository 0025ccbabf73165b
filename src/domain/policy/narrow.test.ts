import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArgumentRule } from './argument-rules.ts';
import { createEvaluator } from './evaluate.ts';
import { conditionsOf, narrowedRule, roots } from './narrow.ts';
import { parsePolicy } from './parse.ts';
import { policyText } from './policy-text.ts';
import { type PolicyTool, serverPolicy, toolPolicy } from './recommend.ts';
import type { Policy } from './schema.ts';

const text = { type: 'string' };
const tool = (given: Partial<PolicyTool>, properties: object = {}, required: string[] = []): PolicyTool => ({
  name: 'tool',
  category: 'Read',
  signals: [],
  inputSchema: { type: 'object', properties, required } as never,
  ...given,
});

const TOOLS: readonly PolicyTool[] = [
  tool({ name: 'read', signals: ['path'] }, { path: text, output_path: text }, ['path']),
  tool({ name: 'fetch', signals: ['url'] }, { url: text }, ['url']),
  tool({ name: 'send', category: 'Execute', signals: ['outbound'] }, { to: text, cc: text, list: text }, ['to']),
  tool({ name: 'query', signals: ['code'] }, { sql: text }, ['sql']),
  tool({ name: 'run', category: 'Execute', signals: ['code'] }, { command: text }, ['command']),
  tool({ name: 'pay', category: 'Financial' }, { amount: { type: 'number' } }, ['amount']),
  tool({ name: 'price', category: 'Write' }, { amount: { type: 'number' } }, ['amount']),
  tool({ name: 'route', category: 'Execute' }, { action: { enum: ['list', 'start'] } }, ['action']),
  tool({ name: 'many', signals: ['path'] }, { paths: { type: 'array', items: text } }, ['paths']),
];

const printed = (policy: Policy) => {
  const parsed = parsePolicy(policyText(policy));
  if ('errors' in parsed) throw new Error(parsed.errors.join('\n'));
  return parsed.policy;
};
const decides = (policy: Policy, name: string, args: Record<string, unknown>) =>
  createEvaluator(policy).evaluate({ tool: name, arguments: args, at: 0, grant: 'a' }).decision;

const NARROW = printed(serverPolicy(TOOLS, 'narrow'));
const RECOMMENDED = printed(serverPolicy(TOOLS));

const anyValue = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '/',
    '/etc/passwd',
    '$ALLOWED_ROOT/x',
    'ALLOWED_ROOT/x',
    'https://$ALLOWED_HOST/',
    'https://ALLOWED_HOST/x',
    'ls',
    'list',
  ),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 2 }),
);

test('until filled in, no value meets a rule: every call that must meet one is denied', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      for (const [name, key] of [
        ['read', 'path'],
        ['fetch', 'url'],
        ['send', 'to'],
        ['query', 'sql'],
        ['run', 'command'],
        ['price', 'amount'],
        ['many', 'paths'],
      ] as const) {
        expect([name, value, decides(NARROW, name, { [key]: value })]).toEqual([name, value, 'deny']);
        expect(decides(NARROW, name, {})).toBe('deny');
      }
    }),
  );
});

test('narrow is never laxer than recommended', () => {
  const args = fc.dictionary(
    fc.constantFrom('path', 'url', 'to', 'cc', 'sql', 'command', 'amount', 'action'),
    anyValue,
  );
  fc.assert(
    fc.property(fc.constantFrom(...TOOLS, tool({ name: 'unknown' })), args, ({ name }, given) => {
      if (decides(RECOMMENDED, name, given) === 'deny') expect(decides(NARROW, name, given)).toBe('deny');
    }),
    { numRuns: 500 },
  );
});

test('an enum is narrowed to what reads, at once', () => {
  expect(decides(NARROW, 'route', { action: 'list' })).toBe('allow');
  expect(decides(NARROW, 'route', { action: 'start' })).toBe('deny');
  expect(decides(NARROW, 'route', {})).toBe('deny');
});

/** A policy with its placeholders filled in, as a person would: in the text. */
const filled = (name: string, ...replacements: [string | RegExp, string][]) =>
  printed(
    JSON.parse(
      replacements.reduce(
        (all, [from, to]) => all.replaceAll(from, to),
        policyText(toolPolicy(TOOLS.find((each) => each.name === name) as PolicyTool, 'narrow')),
      ),
    ) as Policy,
  );

describe('filled in', () => {
  const root = filled('read', ['$ALLOWED_ROOT', '/srv/data']);
  test.each([
    ['/srv/data', 'allow'],
    ['/srv/data/', 'allow'],
    ['/srv/data/a/b.txt', 'allow'],
    ['/srv/data/.hidden', 'allow'],
    ['/srv/data/..a', 'allow'],
    ['/srv/data/../../etc/passwd', 'deny'],
    ['/srv/data/a/..', 'deny'],
    ['/srv/data/./a', 'deny'],
    ['/srv/data2', 'deny'],
    ['/srv/data\\..\\x', 'deny'],
    ['x/srv/data/a', 'deny'],
    ['/srv/data/a\n/../..', 'deny'],
  ])('a path under a root: %j %s', (path, expected) => {
    expect(decides(root, 'read', { path })).toBe(expected);
    expect(decides(root, 'read', { path, output_path: '/srv/data/x' })).toBe('deny');
  });

  const host = filled('fetch', ['$ALLOWED_HOST', 'api\\\\.example\\\\.com']);
  test.each([
    ['https://api.example.com', 'allow'],
    ['https://api.example.com/a?b=c', 'allow'],
    ['http://api.example.com/', 'deny'],
    ['https://api.example.com.evil.test/', 'deny'],
    ['https://api.example.com@evil.test/', 'deny'],
    ['https://api.example.com:pw@evil.test/', 'deny'],
    ['https://evil.test/https://api.example.com/', 'deny'],
    ['https://apixexample.com/', 'deny'],
    ['https://api.example.com\\@evil.test/', 'deny'],
  ])('a listed host: %s %s', (url, expected) => expect(decides(host, 'fetch', { url })).toBe(expected));

  const recipients = filled('send', [/"value": \[\]/g, '"value": ["a@example.com"]']);
  test.each([
    [{ to: 'a@example.com' }, 'allow'],
    [{ to: 'a@example.com', cc: 'a@example.com' }, 'allow'],
    [{ to: 'a@example.com', cc: 'b@example.com' }, 'deny'],
    [{ to: 'a@example.com,b@example.com' }, 'deny'],
    [{ cc: 'a@example.com' }, 'deny'],
  ])('listed recipients: %j %s', (args, expected) => expect(decides(recipients, 'send', args)).toBe(expected));

  const commands = filled('query', [/"value": \[\]/g, '"value": ["SELECT 1"]']);
  test.each([
    ['SELECT 1', 'allow'],
    ['SELECT 1; DROP TABLE x', 'deny'],
    ['select 1', 'deny'],
  ])('whole commands: %s %s', (sql, expected) => expect(decides(commands, 'query', { sql })).toBe(expected));

  const cap = filled('price', [/"op": "lte",\s*"value": 0/g, '"op": "lte", "value": 50']);
  test.each([
    [50, 'allow'],
    [50.01, 'deny'],
    [0, 'deny'],
    [-5, 'deny'],
    ['5', 'deny'],
  ])('an amount up to a cap: %j %s', (amount, expected) => expect(decides(cap, 'price', { amount })).toBe(expected));
});

test('what is blocked stays blocked, with its rules ready', () => {
  expect(NARROW.hide).toEqual(['run']);
  expect(NARROW.tools?.run?.require).toHaveLength(1);
  expect(NARROW.tools?.pay).toEqual({
    require: [
      { path: 'args.amount', op: 'gt', value: 0 },
      { path: 'args.amount', op: 'lte', value: 0 },
    ],
    deny_if: [{ conditions: [], on_deny: expect.stringMatching(/^Blocked/) }],
  });
});

test('the day has five hours at full speed, with counters of its own', () => {
  const limits = NARROW.tools?.send?.limits ?? [];
  expect(limits.map(({ window, max }) => [window, max])).toEqual([
    ['minute', 5],
    ['hour', 20],
    ['day', 100],
  ]);
  const counters = Object.values(NARROW.tools ?? {}).flatMap((rule) =>
    (rule.limits ?? []).map(({ counter }) => counter),
  );
  expect(new Set(counters).size).toBe(counters.length);
  for (const variant of ['recommended', 'reads', 'strict'] as const) {
    expect(policyText(serverPolicy(TOOLS, variant))).not.toMatch(/"day"|"require"/);
  }
});

const rule = (given: Partial<ArgumentRule>): ArgumentRule => ({
  kind: 'host',
  parameter: 'it',
  must: 'fit',
  values: [],
  ...given,
});
const it = 'args.it';

describe('what a rule asks of its argument', () => {
  const PATH_END = '(/([^/.\\\\][^/\\\\]*|\\.[^/.\\\\][^/\\\\]*|\\.\\.[^/\\\\]+))*/?$';
  test.each<[Partial<ArgumentRule>, unknown[]]>([
    [{ kind: 'path' }, [{ path: it, op: 'regex', value: `^$ALLOWED_ROOT${PATH_END}` }]],
    [
      { kind: 'path', allowed: ['/srv/a.b//', '/opt'] },
      [{ path: it, op: 'regex', value: `^(/srv/a\\.b|/opt)${PATH_END}` }],
    ],
    [{ kind: 'url' }, [{ path: it, op: 'regex', value: '^https://($ALLOWED_HOST)(/[^\\s\\\\]*)?$' }]],
    [
      { kind: 'url', allowed: ['a.example', 'b.example'] },
      [{ path: it, op: 'regex', value: '^https://(a\\.example|b\\.example)(/[^\\s\\\\]*)?$' }],
    ],
    [
      { kind: 'amount' },
      [
        { path: it, op: 'gt', value: 0 },
        { path: it, op: 'lte', value: 0 },
      ],
    ],
    [
      { kind: 'amount', allowed: [20] },
      [
        { path: it, op: 'gt', value: 0 },
        { path: it, op: 'lte', value: 20 },
      ],
    ],
    [{ kind: 'list' }, [{ path: it, op: 'in', value: [] }]],
    [{ kind: 'list', allowed: ['a', 'b'] }, [{ path: it, op: 'in', value: [['a'], ['b']] }]],
    [{ kind: 'values', values: ['get'] }, [{ path: it, op: 'in', value: ['get'] }]],
    [{ kind: 'host' }, [{ path: it, op: 'in', value: [] }]],
    [{ kind: 'recipient', allowed: ['me@example.com'] }, [{ path: it, op: 'in', value: ['me@example.com'] }]],
    [{ kind: 'command', values: ['ls'], allowed: ['git status'] }, [{ path: it, op: 'in', value: ['git status'] }]],
  ])('%j', (given, conditions) => expect(conditionsOf(rule(given))).toEqual(conditions));

  test('every sign that patterns use is taken as it is', () => {
    const [condition] = conditionsOf(rule({ kind: 'path', allowed: ['/a\\b^c$d.e*f+g?h(i)j[k]l{m}n|o'] }));
    expect(condition?.value).toContain('(/a\\\\b\\^c\\$d\\.e\\*f\\+g\\?h\\(i\\)j\\[k\\]l\\{m\\}n\\|o)');
  });

  test('a root has no slash at its end', () => {
    expect(roots(['/', '/a/', '/a//', 'b', 7])).toEqual(['', '/a', '/a', 'b', '7']);
  });
});

test('what must fit is required; what must be absent or may be left out is denied where it is there and does not fit', () => {
  const needed = rule({ parameter: 'a', kind: 'values', values: ['get'] });
  const absent = rule({ parameter: 'b', kind: 'path', must: 'absent' });
  const optional = rule({ parameter: 'c', kind: 'values', must: 'fit-or-absent', values: ['x'] });
  expect(narrowedRule([needed, absent, optional])).toEqual({
    require: [{ path: 'args.a', op: 'in', value: ['get'] }],
    deny_if: [
      { conditions: [{ path: 'args.b', op: 'exists' }], on_deny: 'Blocked: leave out b.' },
      {
        conditions: [
          { path: 'args.c', op: 'exists' },
          { path: 'args.c', op: 'not_in', value: ['x'] },
        ],
      },
    ],
  });
  expect(narrowedRule([needed])).toEqual({ require: [{ path: 'args.a', op: 'in', value: ['get'] }] });
  expect(Object.keys(narrowedRule([absent]))).toEqual(['deny_if']);
  expect(narrowedRule([])).toEqual({});
});
