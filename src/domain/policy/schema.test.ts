import { describe, expect, test } from 'vitest';
import { parsePolicy } from './parse.ts';
import { policyText } from './policy-text.ts';
import { OPERATORS, PolicySchema } from './schema.ts';

const limit = (given: object) => ({ counter: 'c', window: 'minute', max: 1, scope: 'grant', ...given });
const closed = (tools: unknown) => ({ version: '1', default: 'deny', tools });
const condition = (given: object) => closed({ t: { require: [{ path: 'args.a', op: 'eq', ...given }] } });

describe('fits', () => {
  test.each<[string, unknown]>([
    ['the smallest policy', { version: '1', default: 'deny' }],
    ['hiding all', { version: '1', default: 'allow', hide: ['*', 'x'] }],
    ['a tool without checks', closed({ t: {} })],
    ['no tools', closed({})],
    ['limits for all', { version: '1', default: 'allow', all_tools: { limits: [limit({})] } }],
    [
      'every window',
      closed({ t: { limits: ['minute', 'hour', 'day'].map((window) => limit({ window, counter: window })) } }),
    ],
    ['one counter in two lists', closed({ a: { limits: [limit({})] }, b: { limits: [limit({})] } })],
    ['a denial without conditions or message', closed({ t: { deny_if: [{ conditions: [] }] } })],
    ['every operator', closed({ t: { require: OPERATORS.map((op) => ({ path: 'args.a.b', op, value: 'x' })) } })],
    ['any names', JSON.parse('{"version": "1", "default": "deny", "tools": {"__proto__": {}, "": {}, "a/b": {}}}')],
  ])('%s', (_, policy) => {
    expect(PolicySchema.safeParse(policy).error).toBeUndefined();
    expect(parsePolicy(JSON.stringify(policy))).toEqual({ policy });
  });
});

describe('does not fit, and says where', () => {
  test.each<[string, unknown, string]>([
    ['no object', [], '/'],
    ['no version', { default: 'deny' }, '/version'],
    ['another version', { version: '2', default: 'deny' }, '/version'],
    ['a number as the version', { version: 1, default: 'deny' }, '/version'],
    ['no default', { version: '1' }, '/default'],
    ['a default to ask', { version: '1', default: 'ask' }, '/default'],
    ['a field that the format lacks', { version: '1', default: 'deny', rate_limit: 3 }, '/rate_limit'],
    ['a rule with an action', closed({ t: { action: 'deny' } }), '/tools/t/action'],
    ['hide as a text', { version: '1', default: 'deny', hide: 'x' }, '/hide'],
    ['tools as a list', closed([]), '/tools'],
    ['tools as null', closed(null), '/tools'],
    ['a rule that is null', closed({ t: null }), '/tools/t'],
    ['a limit of nothing', closed({ t: { limits: [limit({ max: 0 })] } }), '/tools/t/limits/0/max'],
    ['half a call', closed({ t: { limits: [limit({ max: 0.5 })] } }), '/tools/t/limits/0/max'],
    ['a week', closed({ t: { limits: [limit({ window: 'week' })] } }), '/tools/t/limits/0/window'],
    ['a scope of its own', closed({ t: { limits: [limit({ scope: 'session' })] } }), '/tools/t/limits/0/scope'],
    ['no counter', closed({ t: { limits: [limit({ counter: undefined })] } }), '/tools/t/limits/0/counter'],
    ['a counter twice in a tool', closed({ t: { limits: [limit({}), limit({ window: 'hour' })] } }), '/tools/t/limits'],
    [
      'a counter twice for all',
      { version: '1', default: 'deny', all_tools: { limits: [limit({}), limit({})] } },
      '/all_tools/limits',
    ],
    ['a path outside the arguments', condition({ path: 'state.a' }), '/tools/t/require/0/path'],
    ['a path to no argument', condition({ path: 'args.' }), '/tools/t/require/0/path'],
    ['an operator that is none', condition({ op: 'like' }), '/tools/t/require/0/op'],
    ['a pattern that cannot be read', condition({ op: 'regex', value: '(' }), '/tools/t/require/0/value'],
    ['a pattern that is no text', condition({ op: 'regex', value: 3 }), '/tools/t/require/0/value'],
    ['a denial without a list', closed({ t: { deny_if: [{}] } }), '/tools/t/deny_if/0/conditions'],
    ['a name that needs escaping', closed({ 'a/b~c': 1 }), '/tools/a~1b~0c'],
    [
      'a rule for __proto__',
      JSON.parse('{"version": "1", "default": "deny", "tools": {"__proto__": 1}}'),
      '/tools/__proto__',
    ],
  ])('%s: %s', (_, policy, pointer) => {
    const parsed = parsePolicy(JSON.stringify(policy));
    expect('errors' in parsed && parsed.errors.map((error) => error.pointer)).toContain(pointer);
  });

  test('says everything at once', () => {
    const parsed = parsePolicy('{"version": "2", "default": "ask", "hide": [1]}');
    expect('errors' in parsed && parsed.errors).toHaveLength(3);
  });
});

test('a policy is printed so that it is read as itself', () => {
  const policy = JSON.parse('{"version": "1", "default": "deny", "tools": {"__proto__": {}}}');
  expect(policyText(policy)).toBe(
    '{\n  "version": "1",\n  "default": "deny",\n  "tools": {\n    "__proto__": {}\n  }\n}',
  );
});
