import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../risk/category.ts';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { POLICY_VARIANTS } from './decide.ts';
import { DOUBTS } from './doubt.ts';
import { POLICY_JSON_SCHEMA } from './json-schema.ts';
import { policyText } from './policy-text.ts';
import { serverPolicy, toolPolicy } from './recommend.ts';
import { PolicySchema } from './schema.ts';

const fits = new Ajv2020({ strict: true, allErrors: true }).compile(POLICY_JSON_SCHEMA);
const both = (policy: unknown) => [fits(policy), PolicySchema.safeParse(policy).success];

const limit = { counter: 'c', window: 'minute', max: 1, scope: 'grant' };
const closed = (rule: unknown) => ({ version: '1', default: 'deny', tools: { t: rule } });

describe('JSON Schema and zod say the same', () => {
  test.each<[boolean, unknown]>([
    [true, { version: '1', default: 'deny' }],
    [true, { version: '1', default: 'allow', hide: ['*'], all_tools: { limits: [limit] }, tools: {} }],
    [
      true,
      closed({ require: [{ path: 'args.a', op: 'in', value: [] }], deny_if: [{ conditions: [], on_deny: 'No.' }] }),
    ],
    [true, closed({ limits: [limit, { ...limit, counter: 'd', window: 'day' }] })],
    [true, JSON.parse('{"version": "1", "default": "deny", "tools": {"__proto__": {}}}')],
    [false, JSON.parse('{"version": "1", "default": "deny", "tools": {"__proto__": {"action": "deny"}}}')],
    [false, []],
    [false, { default: 'deny' }],
    [false, { version: 1, default: 'deny' }],
    [false, { version: '1', default: 'ask' }],
    [false, { version: '1', default: 'deny', rate_limit: 1 }],
    [false, { version: '1', default: 'deny', tools: [] }],
    [false, closed(null)],
    [false, closed({ action: 'deny' })],
    [false, closed({ limits: [{ ...limit, max: 0 }] })],
    [false, closed({ limits: [{ ...limit, max: 0.5 }] })],
    [false, closed({ limits: [{ ...limit, window: 'week' }] })],
    [false, closed({ limits: [{ ...limit, scope: 'session' }] })],
    [false, closed({ limits: [{ ...limit, counter: '' }] })],
    [false, closed({ require: [{ path: 'state.a', op: 'eq' }] })],
    [false, closed({ require: [{ path: 'args.', op: 'eq' }] })],
    [false, closed({ require: [{ path: 'args.a', op: 'like' }] })],
    [false, closed({ deny_if: [{}] })],
  ])('%s: %j', (expected, policy) => expect(both(policy)).toEqual([expected, expected]));

  test('only the code checks that counters are unique and patterns can be read', () => {
    expect(both(closed({ limits: [limit, limit] }))).toEqual([true, false]);
    expect(both(closed({ require: [{ path: 'args.a', op: 'regex', value: '(' }] }))).toEqual([true, false]);
  });
});

test('every policy that is made fits', () => {
  const tools = fc.uniqueArray(
    fc.record({
      name: fc.oneof(fc.constantFrom('*', '__proto__', 'a"b'), fc.string({ minLength: 1 })),
      category: fc.constantFrom(...CATEGORIES, null),
      signals: fc.subarray([...RISK_SIGNALS]),
      doubts: fc.subarray([...DOUBTS]),
      inputSchema: fc.constant({
        type: 'object',
        properties: { path: { type: 'string' }, amount: { type: 'number' } },
      }),
    }),
    { selector: (tool) => tool.name, minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(tools, fc.constantFrom(...POLICY_VARIANTS), ([first, ...rest], variant) => {
      const all = first === undefined ? rest : [first, ...rest];
      for (const policy of [serverPolicy(all, variant), ...all.map((tool) => toolPolicy(tool, variant))]) {
        const read: unknown = JSON.parse(policyText(policy));
        expect([fits(read), fits.errors]).toEqual([true, null]);
      }
    }),
  );
});
