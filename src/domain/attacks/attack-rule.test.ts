import { describe, expect, test } from 'vitest';
import { createEvaluator } from '../policy/evaluate.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import { PolicySchema } from '../policy/schema.ts';
import { type AttackRule, AttackRuleSchema } from './attack.ts';
import { type BindingRule, compileRule, isLaxerThanRecommended, tryRule } from './attack-rule.ts';

const SAYS = 'What the rule does against it, and what it costs.';
const call = (tool: string, args: Record<string, unknown> = {}) => ({ tool, arguments: args, says: 'a call' });
const rule = (given: object): BindingRule =>
  AttackRuleSchema.parse({
    server: 's',
    tool: 't',
    says: SAYS,
    blocks: call('t'),
    passes: call('other'),
    ...given,
  }) as BindingRule;
const TOOLS: readonly PolicyTool[] = [
  { name: 't', category: 'Execute', signals: ['code'], doubts: [] },
  { name: 'other', category: 'Read', signals: [], doubts: [] },
];
const require = (kind: string, allowed: readonly (string | number)[]) =>
  rule({ control: 'require', require: [{ parameter: 'x', kind, allowed }] });

describe('compileRule', () => {
  test.each(['deny', 'hide'] as const)('%s blocks the tool and leaves the rest as it was', (control) => {
    const made = rule({ control });
    const policy = compileRule(made, TOOLS);
    expect(PolicySchema.safeParse(policy).success).toBe(true);
    const trial = policy && tryRule(made, policy);
    expect([trial?.blocks.decision, trial?.passes.decision]).toEqual(['deny', 'allow']);
  });

  test('a limit blocks the call after the smallest window, and nothing before', () => {
    const made = rule({ control: 'limit', limit: { day: 20, minute: 3, hour: 10 }, passes: call('t') });
    const policy = compileRule(made, TOOLS);
    expect(policy?.tools?.t?.limits?.map(({ window, max }) => [window, max])).toEqual([
      ['minute', 3],
      ['hour', 10],
      ['day', 20],
    ]);
    const trial = policy && tryRule(made, policy);
    expect(trial).toMatchObject({
      before: 3,
      blocks: { decision: 'deny', rule: '/tools/t/limits/0' },
      passes: { decision: 'allow' },
    });
  });

  test.each<[string, (string | number)[], unknown, boolean]>([
    ['path', ['/srv/project/'], '/srv/project/a/b.txt', true],
    ['path', ['/srv/project'], '/srv/project', true],
    ['path', ['/srv/project'], '/srv/project/../x', false],
    ['path', ['/srv/project'], '/srv/projects/x', false],
    ['path', ['/srv/a.b'], '/srv/axb/c', false],
    ['path', ['/srv/a', '/srv/b'], '/srv/b/c', true],
    ['url', ['docs.example.com'], 'https://docs.example.com/x', true],
    ['url', ['docs.example.com'], 'https://docsxexample.com/x', false],
    ['url', ['docs.example.com'], 'https://docs.example.com@evil.example/', false],
    ['url', ['docs.example.com'], 'https://docs.example.com.evil.example/', false],
    ['url', ['docs.example.com'], 'http://docs.example.com/', false],
    ['host', ['api.example.com'], 'api.example.com', true],
    ['host', ['api.example.com'], 'evil.example', false],
    ['recipient', ['a@example.com'], 'a@example.com', true],
    ['recipient', ['a@example.com'], 'b@example.com', false],
    ['amount', [10], 10, true],
    ['amount', [10], 10.5, false],
    ['amount', [10], -1, false],
    ['amount', [10], '5', false],
    ['values', ['list', 3], 3, true],
    ['values', ['list'], 'drop', false],
    ['command', ['npm test'], 'npm test', true],
    ['command', ['npm test'], 'npm test; id', false],
    ['list', ['a@example.com'], ['a@example.com'], true],
    ['list', ['a@example.com'], ['a@example.com', 'b@example.com'], false],
  ])('%s of %j: %j passes: %s', (kind, allowed, value, passes) => {
    const policy = compileRule(require(kind, allowed), TOOLS);
    if (policy === null) throw new Error('no policy');
    const outcome = createEvaluator(policy).evaluate({ tool: 't', arguments: { x: value }, at: 0, grant: 'g' });
    expect(outcome.decision).toBe(passes ? 'allow' : 'deny');
    const without = createEvaluator(policy).evaluate({ tool: 't', at: 0, grant: 'g' });
    expect(without.decision).toBe('deny');
  });

  test('a tool that the server does not have gives no policy', () => {
    expect(compileRule(rule({ control: 'hide', tool: 'gone' }), TOOLS)).toBeNull();
  });
});

test.each<[object, number, boolean]>([
  [{ control: 'require', require: [{ parameter: 'x', kind: 'values', allowed: ['a'] }] }, 0, true],
  [{ control: 'require', require: [{ parameter: 'x', kind: 'values', allowed: ['a'] }] }, 1, false],
  [{ control: 'limit', limit: { day: 1 } }, 0, true],
  [{ control: 'hide' }, 0, false],
  [{ control: 'deny' }, 1, false],
])('%j on tool %i is laxer than what we recommend: %s', (given, index, laxer) => {
  expect(isLaxerThanRecommended(rule(given), TOOLS[index] as PolicyTool)).toBe(laxer);
});

test('a rule without calls cannot be written', () => {
  const given: AttackRule = { control: 'none', says: 'Nothing on calls can stop it, because there is no call.' };
  expect(AttackRuleSchema.safeParse(given).success).toBe(true);
  expect(AttackRuleSchema.safeParse({ ...given, control: 'hide' }).success).toBe(false);
  const unlimited = {
    control: 'limit',
    server: 's',
    tool: 't',
    limit: {},
    says: SAYS,
    blocks: call('t'),
    passes: call('t'),
  };
  expect(AttackRuleSchema.safeParse(unlimited).success).toBe(false);
});
