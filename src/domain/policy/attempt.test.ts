import { describe, expect, test } from 'vitest';
import { attemptCalls, policyLine, runSentence, runsWords } from './attempt.ts';
import { policyText } from './policy-text.ts';
import { serverPolicy, toolPolicy } from './recommend.ts';
import type { Policy } from './schema.ts';

const POLICY: Policy = serverPolicy([
  { name: 'list_items', category: 'Read', signals: [] },
  { name: 'update/item', category: 'Write', signals: [] },
  { name: 'delete_item', category: 'Destructive', signals: [] },
  { name: 'pay', category: 'Financial', signals: [] },
]);
const TEXT = policyText(POLICY);

const said = (policy: Policy, text: string, tool: string, times: number, args = {}) => {
  const runs = attemptCalls(policy, { tool, arguments: args }, times);
  return [
    runsWords(runs),
    ...runs.map((run) => {
      const line = policyLine(text, tool, run.rule);
      return `${runSentence(run, times)}${line === null ? '' : ` ${TEXT.split('\n')[line.line - 1]?.trim()} | ${line.text}`}`;
    }),
  ];
};

describe('what is said of a call', () => {
  test.each<[string, number, string[]]>([
    ['list_items', 1, ['allowed', 'The call is allowed.']],
    ['list_items', 500, ['allowed', 'Calls 1 to 500 are allowed.']],
    ['delete_item', 1, ['denied', 'The call is denied: it is hidden. "delete_item" | "delete_item"']],
    [
      'nobody',
      2,
      [
        'denied',
        'Calls 1 to 2 are denied: no rule names it, and the default denies. "default": "deny", | "default": "deny"',
      ],
    ],
    [
      'update/item',
      31,
      [
        '30 calls allowed, then denied',
        'Calls 1 to 30 are allowed.',
        'Call 31 is denied by /tools/update~1item/limits/0. The caller is told: No more than 30 calls a minute. { | { "counter": "update-item-per-minute", "window": "minute", "max": 30, "scope": "grant" }',
      ],
    ],
    [
      'pay',
      1,
      [
        'denied',
        'The call is denied by /tools/pay/deny_if/0. The caller is told: Blocked: this tool can move or commit money. A person must change the policy first. { | { "conditions": [], "on_deny": "Blocked: this tool can move or commit money. A person must change the policy first." }',
      ],
    ],
  ])('%s, %i times', (tool, times, words) => {
    expect(said(POLICY, TEXT, tool, times)).toEqual(words);
  });

  test('a tool that no rule names, where the default allows', () => {
    const policy: Policy = { version: '1', default: 'allow', hide: ['a'], tools: { ruled: {} } };
    const text = policyText(policy);
    const [run] = attemptCalls(policy, { tool: 'b', arguments: {} }, 1);
    expect(run && [runSentence(run, 1), policyLine(text, 'b', run.rule)]).toEqual([
      'The call is allowed: no rule names it, and the default allows.',
      { line: 3, text: '"default": "allow"' },
    ]);
    const [named] = attemptCalls(policy, { tool: 'ruled', arguments: {} }, 1);
    expect(named && [runSentence(named, 1), named.rule]).toEqual(['The call is allowed.', null]);
  });

  test('a name that is hidden by "*"', () => {
    const policy: Policy = { version: '1', default: 'allow', hide: ['a', '*'] };
    expect(policyLine(policyText(policy), 'b', '(hidden)')).toEqual({ line: 6, text: '"*"' });
  });

  test('an argument that a rule looks at', () => {
    const tool = {
      name: 'read_file',
      category: 'Read',
      signals: ['path'],
      inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
    } as const;
    const policy = toolPolicy(tool, 'narrow');
    const [words, sentence] = said(policy, policyText(policy), 'read_file', 1, { path: '/etc/passwd' });
    expect(words).toBe('denied');
    expect(sentence).toMatch(/^The call is denied by \/tools\/read_file\/require\/0\. .*"args\.path", "op": "regex"/);
  });
});

test('a policy that has no rules for tools', () => {
  const runs = attemptCalls({ version: '1', default: 'allow' }, { tool: 'b', arguments: {} }, 3);
  expect(runs.map(({ from, to, rule }) => [from, to, rule])).toEqual([[1, 3, '(default allow)']]);
});

test('nothing was tried', () => {
  expect(runsWords([])).toBe('not tried');
});

test.each([
  [200, 200],
  [201, 201],
])('a line of %i characters is shown with %i', (long, shown) => {
  const message = 'x'.repeat(long - '{ "conditions": [], "on_deny": "" }'.length);
  const policy: Policy = {
    version: '1',
    default: 'deny',
    tools: { a: { deny_if: [{ conditions: [], on_deny: message }] } },
  };
  const line = policyLine(policyText(policy), 'a', '/tools/a/deny_if/0');
  expect(line?.text.length).toBe(shown);
  expect(line?.text.endsWith('…')).toBe(long > 200);
});
