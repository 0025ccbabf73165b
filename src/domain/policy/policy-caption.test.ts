import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../risk/category.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import { VARIANTS } from './decide.ts';
import { DOUBTS } from './doubt.ts';
import { createEvaluator } from './evaluate.ts';
import { becauseSentence, proofWords, serverCaption, toolCaption, unrecordedTools } from './policy-caption.ts';
import { type PolicyTool, serverPolicy, toolPolicy } from './recommend.ts';
import type { Policy } from './schema.ts';

const HOUR = 3_600_000;
const STRANGERS = ['a tool that nobody knows', 'list', '__proto__'];

const verdict = (policy: Policy, tool: string) => createEvaluator(policy).evaluate({ tool, at: 0, grant: 'a' });
const isAllowed = (policy: Policy, tool: string) => verdict(policy, tool).decision === 'allow';

/** The most calls that go through in one window, called once a second of it. */
function mostCalls(policy: Policy, tool: string, window: 'minute' | 'hour'): number {
  const evaluator = createEvaluator(policy);
  let allowed = 0;
  const step = window === 'minute' ? 50 : 1000;
  for (let at = 0; at < (window === 'minute' ? HOUR / 60 : HOUR); at += step) {
    if (evaluator.evaluate({ tool, at, grant: 'a' }).decision === 'allow') allowed += 1;
  }
  return allowed;
}

/** What a caption claims, each with a way to try it on a policy. A text that matches none claims nothing. */
const CLAIMS: readonly [RegExp, (policy: Policy, tool: string, found: RegExpExecArray) => boolean][] = [
  [/This tool is allowed[;.]/, (policy, tool) => mostCalls(policy, tool, 'minute') === 1200],
  [
    /is allowed at most ([\d,]+) calls? a minute/,
    (policy, tool, [, max]) => mostCalls(policy, tool, 'minute') === Number(max?.replace(',', '')),
  ],
  [
    /([\d,]+) calls? an hour for each grant/,
    (policy, tool, [, max]) => mostCalls(policy, tool, 'hour') === Number(max?.replace(',', '')),
  ],
  [
    /for each grant/,
    (policy, tool) => {
      const evaluator = createEvaluator(policy);
      while (evaluator.evaluate({ tool, at: 0, grant: 'a' }).decision === 'allow');
      return evaluator.evaluate({ tool, at: 0, grant: 'b' }).decision === 'allow';
    },
  ],
  [/is denied with a message/, (policy, tool) => !isAllowed(policy, tool) && Boolean(verdict(policy, tool).message)],
  [/is left out of the list of tools/, (policy, tool) => verdict(policy, tool).rule === '(hidden)'],
  [/denied when called/, (policy, tool) => !isAllowed(policy, tool)],
  [
    /every other tool is denied/,
    (policy, tool) => STRANGERS.every((other) => other === tool || !isAllowed(policy, other)),
  ],
  [
    /every other tool stays as open as it was/,
    (policy, tool) => STRANGERS.every((other) => other === tool || isAllowed(policy, other)),
  ],
];

function expectHolds(caption: string, policy: Policy, tool: string) {
  const made = CLAIMS.flatMap(([words, holds]) => {
    const found = words.exec(caption);
    return found ? [{ words: found[0], holds: holds(policy, tool, found) }] : [];
  });
  expect(made.filter(({ holds }) => !holds)).toEqual([]);
  expect(made.some(({ words }) => words.startsWith('every other tool'))).toBe(true);
  expect(made.length).toBeGreaterThan(1);
}

const ROWS: readonly Omit<PolicyTool, 'name'>[] = [
  ...[null, ...CATEGORIES].map((category) => ({ category, signals: [] as RiskSignal[], doubts: [] })),
  ...RISK_SIGNALS.map((signal) => ({ category: 'Read' as const, signals: [signal], doubts: [] })),
  { category: 'Read', signals: ['private', 'untrusted'], doubts: [] },
  ...(['persistent', 'outbound', 'access'] as const).map((signal) => ({
    category: 'Write' as const,
    signals: [signal],
    doubts: [],
  })),
  ...(['outbound', 'code'] as const).map((signal) => ({ category: 'Execute' as const, signals: [signal], doubts: [] })),
  { category: 'Execute', signals: [], doubts: [], limit: { minute: 1, hour: 1 } },
  { category: 'Read', signals: [], doubts: [], limit: { minute: 3 } },
  { category: 'Read', signals: [], doubts: ['finding'] },
  { category: 'Write', signals: ['access'], doubts: ['unsure'], limit: { minute: 3 } },
  { category: 'Destructive', signals: [], doubts: ['finding', 'unsure'] },
];

describe.each(VARIANTS)('captions of tools, %s: each claim holds', (variant) => {
  test.each(ROWS)('%j', (row) => {
    for (const name of ['the_tool', '*', '__proto__']) {
      const tool = { name, ...row };
      expectHolds(toolCaption(tool, variant), toolPolicy(tool, variant), name);
    }
  });
});

describe.each(VARIANTS)('captions of servers, %s', (variant) => {
  const tools = fc.uniqueArray(
    fc.record({
      name: fc.oneof(fc.constantFrom('*', '__proto__'), fc.string({ maxLength: 4 })),
      category: fc.constantFrom(...CATEGORIES, null),
      signals: fc.subarray([...RISK_SIGNALS]),
      doubts: fc.subarray([...DOUBTS]),
    }),
    { selector: (tool) => tool.name, maxLength: 12 },
  );

  test('count what the evaluator does', () => {
    fc.assert(
      fc.property(tools, (all) => {
        const policy = serverPolicy(all, variant);
        const caption = serverCaption(all, variant, 0);
        const counts = { allows: 0, limits: 0, denies: 0, hides: 0 };
        for (const { name } of all) {
          const { decision, rule } = verdict(policy, name);
          const limits = Object.hasOwn(policy.tools ?? {}, name) && policy.tools?.[name]?.limits !== undefined;
          if (decision === 'deny') counts[rule === '(hidden)' ? 'hides' : 'denies'] += 1;
          else counts[limits ? 'limits' : 'allows'] += 1;
        }
        for (const [verb, number] of Object.entries(counts)) {
          const said = new RegExp(`\\b${verb} (\\d+) tools?\\b`).exec(caption.split('. ')[0] ?? '');
          expect(Number(said?.[1] ?? 0)).toBe(number);
        }
      }),
    );
  });

  test.each([0, 1, 7, null])(
    'with %s tools that nobody recorded: says that they are denied, and they are',
    (unrecorded) => {
      const all = ROWS.map((row, index) => ({ name: `tool_${index}`, ...row }));
      expect(serverCaption(all, variant, unrecorded)).toMatch(/denie[sd].*(recorded|adds later)/);
      for (const name of STRANGERS) expect(verdict(serverPolicy(all, variant), name).rule).toBe('(default deny)');
    },
  );
});

test.each([
  [0, 'It allows 1 tool. A tool that the server adds later is denied until you add it.'],
  [1, 'It allows 1 tool. It also denies the 1 tool that nobody has recorded, and what the server adds later.'],
  [
    null,
    'It allows 1 tool. The full list of this server is not known: every tool that nobody has recorded is denied too.',
  ],
])('%s unrecorded tools', (unrecorded, words) => {
  expect(serverCaption([{ name: 'list', category: 'Read', signals: [], doubts: [] }], 'recommended', unrecorded)).toBe(
    words,
  );
});

test('a server without recorded tools', () => {
  expect(serverCaption([], 'recommended', null)).toMatch(/^No tool is recorded, so everything is denied\./);
});

test.each([
  [5, { state: 'complete' }, 0],
  [5, { state: 'unknown' }, null],
  [5, { state: 'partial', total: 9 }, 4],
  [5, { state: 'partial' }, null],
] as const)('of %i recorded in %j, %s are not', (recorded, listing, unrecorded) => {
  expect(unrecordedTools(recorded, listing)).toBe(unrecorded);
});

test.each<[Omit<PolicyTool, 'name'>, string]>([
  [
    { category: 'Write', signals: ['persistent'], doubts: [] },
    'That is because it leaves something behind that acts later.',
  ],
  [
    { category: 'Execute', signals: ['outbound'], doubts: [] },
    'That is because it sends what the caller chooses to people or systems outside.',
  ],
  [
    { category: 'Execute', signals: [], doubts: [], limit: { minute: 1 } },
    'That is because it has a limit that a review by hand set and sets something in motion beyond the call.',
  ],
])('%j: %s', (row, words) => expect(becauseSentence({ name: 'tool', ...row })).toBe(words));

test('every caption is made of whole sentences', () => {
  for (const variant of VARIANTS) {
    for (const row of ROWS) {
      const tool = { name: 'tool', ...row };
      for (const text of [toolCaption(tool, variant), becauseSentence(tool), serverCaption([tool], variant, 2)]) {
        expect(text).toMatch(/^[A-Z](?!.*(\.\.| {2}|undefined|\b1 \w+s\b)).*[^.\s]\.$/);
      }
    }
  }
});

describe('proof that a policy is at work', () => {
  test.each([
    ['Read', [], /^Call the tool once/],
    ['Read', ['secrets'], /Do not call this tool/],
    ['Write', [], /Do not call this tool/],
    ['Execute', ['outbound'], /Do not call this tool/],
    ['Execute', ['code'], /Do not call it/],
    ['Destructive', [], /Do not call it/],
    ['Financial', [], /Do not call this tool/],
    [null, [], /Do not call this tool/],
  ] as const)('%s with %j never sets off what the policy is there to stop', (category, signals, words) => {
    expect(proofWords({ name: 'the_tool', category, signals, doubts: [] })).toMatch(words);
  });
});
