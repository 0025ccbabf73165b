import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../risk/category.ts';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { decide, type Effect, VARIANTS, type Variant } from './decide.ts';
import { createEvaluator } from './evaluate.ts';
import { parsePolicy, policyErrorLine } from './parse.ts';
import { policyText } from './policy-text.ts';
import { type PolicyTool, policyDecision, serverPolicy, toolPolicy } from './recommend.ts';
import type { Policy } from './schema.ts';

const tool = (given: Partial<PolicyTool>): PolicyTool => ({
  name: 'the_tool',
  category: 'Read',
  signals: [],
  ...given,
});

describe('the policy of a tool page', () => {
  test.each<[string, Partial<PolicyTool>, unknown]>([
    ['allowed: closed, with it alone', {}, { version: '1', default: 'deny', tools: { the_tool: {} } }],
    [
      'limited: closed, with its limits',
      { category: 'Write' },
      {
        version: '1',
        default: 'deny',
        tools: {
          the_tool: {
            limits: [
              { counter: 'the-tool-per-minute', window: 'minute', max: 30, scope: 'grant' },
              { counter: 'the-tool-per-hour', window: 'hour', max: 200, scope: 'grant' },
            ],
          },
        },
      },
    ],
    [
      'hidden: open, with it hidden',
      { category: 'Destructive' },
      { version: '1', default: 'allow', hide: ['the_tool'] },
    ],
    [
      'denied: open, with it refused',
      { category: 'Financial' },
      {
        version: '1',
        default: 'allow',
        tools: {
          the_tool: {
            deny_if: [
              {
                conditions: [],
                on_deny: 'Blocked: this tool can move or commit money. A person must change the policy first.',
              },
            ],
          },
        },
      },
    ],
    [
      'called *: refused, because hiding it would hide all',
      { name: '*', category: 'Destructive' },
      {
        version: '1',
        default: 'allow',
        tools: {
          '*': { deny_if: [{ conditions: [], on_deny: 'Blocked by policy. A person must change the policy first.' }] },
        },
      },
    ],
  ])('%s', (_, given, policy) => expect(toolPolicy(tool(given))).toEqual(policy));

  test.each<[Partial<PolicyTool>, RegExp]>([
    [{ signals: ['secrets'] }, /secrets/],
    [{ category: 'Write', signals: ['access'] }, /who may do what/],
    [{ category: 'Financial' }, /money/],
    [{ category: null }, /nobody has assessed.*Review it first/],
  ])('%j: what a caller is told promises no approval', (given, words) => {
    const message = toolPolicy(tool(given)).tools?.the_tool?.deny_if?.[0]?.on_deny;
    expect(message).toMatch(words);
    expect(message).not.toMatch(/approv/i);
  });
});

const hostileName = fc.oneof(
  fc.constantFrom(
    '*',
    '__proto__',
    'constructor',
    'a/b',
    'a~b',
    '',
    ' ',
    '日本語',
    'x\u0000y',
    '"',
    'Get',
    'get',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ minLength: 90, maxLength: 120 }),
);
const anyTool: fc.Arbitrary<PolicyTool> = fc.record({
  name: hostileName,
  category: fc.constantFrom(...CATEGORIES, null),
  signals: fc.subarray([...RISK_SIGNALS]),
  limit: fc.constantFrom(undefined, { minute: 2 }, { minute: 3, hour: 5 }),
});
const variant = fc.constantFrom(...VARIANTS);
const stranger = 'a tool that nobody recorded';

/** What the evaluator makes of a tool, in the words of a decision. */
function effectIn(policy: Policy, name: string): Effect {
  const evaluator = createEvaluator(policy);
  const call = { tool: name, at: 0, grant: 'default' };
  const first = evaluator.evaluate(call);
  if (first.decision === 'deny') return first.rule === '(hidden)' ? 'hide' : 'deny';
  for (let calls = 1; calls < 700; calls += 1) if (evaluator.evaluate(call).decision === 'deny') return 'limit';
  return 'allow';
}

/** policy.json can only deny where a person would have to be asked. */
const expressed = (effect: Effect): Effect => (effect === 'ask' ? 'deny' : effect);

/** As a reader gets it: as text, read again. */
function printed(policy: Policy): Policy {
  const parsed = parsePolicy(policyText(policy));
  if ('errors' in parsed) throw new Error(parsed.errors.map(policyErrorLine).join('\n'));
  return parsed.policy;
}

test('a tool’s policy can be read, does what was decided, and leaves other tools as its shape says', () => {
  fc.assert(
    fc.property(anyTool, variant, (each, chosen) => {
      const policy = printed(toolPolicy(each, chosen));
      const effect = expressed(policyDecision(each, chosen).effect);
      expect(effectIn(policy, each.name)).toBe(effect);
      const isOpen = effect === 'hide' || effect === 'deny';
      expect(effectIn(policy, stranger)).toBe(isOpen ? 'allow' : 'deny');
    }),
    { numRuns: 300 },
  );
});

test('a server’s policy can be read, does what was decided for each tool, and denies the rest', () => {
  const tools = fc.uniqueArray(anyTool, { selector: (each) => each.name, maxLength: 8 });
  fc.assert(
    fc.property(tools, variant, (all, chosen) => {
      const policy = printed(serverPolicy(all, chosen));
      for (const each of all) expect(effectIn(policy, each.name)).toBe(expressed(policyDecision(each, chosen).effect));
      expect(effectIn(policy, stranger)).toBe('deny');
      expect(policy.default).toBe('deny');
      const counters = Object.values(policy.tools ?? {}).flatMap((rule) =>
        (rule.limits ?? []).map(({ counter }) => counter),
      );
      expect(new Set(counters).size).toBe(counters.length);
    }),
  );
});

test('only a tool that is called * is decided in another way than the table says, and never more mildly', () => {
  fc.assert(
    fc.property(anyTool, variant, (each, chosen) => {
      const decision = decide(each, chosen);
      const isExcepted = each.name === '*' && decision.effect === 'hide';
      expect(policyDecision(each, chosen)).toEqual(isExcepted ? { ...decision, effect: 'deny' } : decision);
    }),
  );
});

describe('the policy of a server page', () => {
  const tools: readonly PolicyTool[] = [
    tool({ name: 'list' }),
    tool({ name: '__proto__', category: 'Write' }),
    tool({ name: 'drop', category: 'Destructive' }),
    tool({ name: 'pay', category: 'Financial' }),
    tool({ name: 'list secrets', signals: ['secrets'] }),
  ];

  test.each<[Variant, string[], string[]]>([
    ['recommended', ['list', '__proto__', 'pay', 'list secrets'], ['drop']],
    ['reads', ['list'], ['drop']],
    ['strict', ['list'], ['drop']],
  ])('%s: keeps the order, hides what is hidden, leaves out what the variant alone denies', (chosen, names, hidden) => {
    const policy = serverPolicy(tools, chosen);
    expect(Object.keys(policy.tools ?? {})).toEqual(names);
    expect(policy.hide).toEqual(hidden);
  });

  test('a tool that is called __proto__ has its rule in the printed policy', () => {
    expect(policyText(serverPolicy(tools))).toContain('"__proto__": {\n      "limits": [');
  });

  test('`narrow`: a hidden tool keeps the rules on its arguments for the day it is shown, a denied one says why', () => {
    const run = tool({
      name: 'run',
      category: 'Execute',
      signals: ['code'],
      inputSchema: { properties: { command: { type: 'string' } }, required: ['command'] },
    });
    const policy = serverPolicy([run, ...tools], 'narrow');
    expect(policy.hide).toEqual(['run', 'drop']);
    expect(Object.keys(policy.tools ?? {})).toEqual(['run', 'list', '__proto__', 'pay', 'list secrets']);
    const waiting = { require: [{ path: 'args.command', op: 'in', value: [] }] };
    expect(policy.tools?.run).toEqual(waiting);
    expect(policy.tools?.pay?.deny_if).toEqual([{ conditions: [], on_deny: expect.stringContaining('money') }]);
    expect(toolPolicy(run, 'narrow')).toEqual({
      version: '1',
      default: 'allow',
      hide: ['run'],
      tools: { run: waiting },
    });
    expect(toolPolicy(run)).toEqual({ version: '1', default: 'allow', hide: ['run'] });
    expect(toolPolicy(tool({ name: 'drop', category: 'Destructive' }), 'narrow')).toEqual({
      version: '1',
      default: 'allow',
      hide: ['drop'],
    });
  });

  test('a tool that is called * and only reads is decided as any other', () => {
    expect(policyDecision(tool({ name: '*' })).effect).toBe('allow');
  });

  test('a counter has a name that a person can read, however long the tool’s is', () => {
    const long = 'n'.repeat(100);
    const { tools: rules } = serverPolicy([tool({ name: long, category: 'Write' })]);
    expect(rules?.[long]?.limits?.[0]?.counter).toBe(`${'n'.repeat(80)}-per-minute`);
  });

  test('without tools everything is denied', () => {
    expect(serverPolicy([])).toEqual({ version: '1', default: 'deny', tools: {} });
  });

  test('names that clean to the same counter get numbers', () => {
    const counters =
      serverPolicy(['a b', 'a-b', 'A_B', '語'].map((name) => tool({ name, category: 'Write' }))).tools ?? {};
    expect(Object.values(counters).map((rule) => rule.limits?.[0]?.counter)).toEqual([
      'a-b-per-minute',
      'a-b-per-minute-2',
      'a-b-per-minute-3',
      'tool-per-minute',
    ]);
  });
});
