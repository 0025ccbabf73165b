import { describe, expect, test } from 'vitest';
import { type AttackRule, AttackRuleSchema } from '../attacks/attack.ts';
import { type BindingRule, ruledTools } from '../attacks/attack-rule.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import { formatCaption } from './format-caption.ts';
import { FORMATS, formatById } from './formats.ts';
import { INTERPRETERS } from './interpreters.fixture.ts';
import { requestOf } from './sample.fixture.ts';

const TOOLS: readonly PolicyTool[] = [
  { name: 'act', category: 'Execute', signals: ['code'] },
  { name: 'look', category: 'Read', signals: [] },
];

const rule = (control: string, given: object = {}): BindingRule =>
  AttackRuleSchema.parse({
    control,
    server: 'fx',
    tool: 'act',
    says: 'What the rule does against it, and what it costs.',
    blocks: { tool: 'act', says: 'a bad call' },
    passes: { tool: 'look', says: 'a good call' },
    ...given,
  } satisfies Record<keyof (AttackRule & { control: 'hide' }), unknown>) as BindingRule;
const requires = (kind: string, ...allowed: (string | number)[]) =>
  rule('require', { require: [{ parameter: 'x', kind, allowed }] });
const request = (given: BindingRule) => requestOf({ tools: ruledTools(given, TOOLS), tool: 'act' });

/** Rules by kind with an argument that meets them and some that do not. */
const FILLED: readonly (readonly [BindingRule, unknown, readonly unknown[]])[] = [
  [requires('path', '/srv/a.b/', '/opt'), '/srv/a.b/c', ['/srv/axb/c', '/srv/a.b/../c', '/etc/x', ['/opt/x']]],
  [
    requires('url', 'docs.example.com'),
    'https://docs.example.com/x',
    ['https://docsxexample.com/x', 'https://docs.example.com.evil.example/', 'http://docs.example.com/x'],
  ],
  [requires('host', 'api.example.com'), 'api.example.com', ['apixexample.com', 'evil.example']],
  [requires('recipient', 'a+b@example.com'), 'a+b@example.com', ['aab@example.com', 'x@example.com']],
  [requires('values', 'list', 'get'), 'get', ['drop', 'list ']],
  [requires('command', 'npm test -- "a"'), 'npm test -- "a"', ['npm test', 'npm test -- "a"; id']],
  [requires('amount', 10), 10, [11, 0, -1, '10']],
  [requires('amount', 10), 3, [1000]],
  [requires('values', 3, 'all'), 3, [4, 'al']],
];

const rendered = (id: string, given: BindingRule) => {
  const result = formatById(id)?.render(request(given));
  return result && 'text' in result ? result.text : null;
};

describe.each(FORMATS)('$id', ({ id, can }) => {
  const treat = (policy: string, tool: string, args: Record<string, unknown> = {}) =>
    INTERPRETERS[id](policy, { key: 'fx', tool, arguments: args });

  test.each(['deny', 'hide'])('a rule that says %s is never let through', (control) => {
    const policy = rendered(id, rule(control));
    if (policy !== null && can.deny) expect(treat(policy, 'act')).toBe('deny');
    else if (policy !== null) expect(treat(policy, 'act')).not.toBe('allow');
  });

  test('a limit is at least asked about, or refused, where nothing counts', () => {
    const policy = rendered(id, rule('limit', { limit: { minute: 2, day: 9 } }));
    if (policy !== null && !can.limit) expect(treat(policy, 'act')).not.toBe('allow');
  });

  test.each(FILLED)('holds arguments to a filled rule, or asks or refuses: %#', (given, good, bad) => {
    const policy = rendered(id, given);
    if (policy === null) return;
    if (can.arguments) expect(treat(policy, 'act', { x: good })).toBe('allow');
    else expect(treat(policy, 'act', { x: good })).not.toBe('allow');
    for (const x of bad) expect([x, treat(policy, 'act', { x })]).not.toEqual([x, 'allow']);
    expect(treat(policy, 'act')).not.toBe('allow');
    expect(policy).not.toContain('$ALLOWED');
  });
});

describe('what is said beside a filled rule', () => {
  test('a format without rules on arguments says what it does in their place', () => {
    const [given] = FILLED[0] as (typeof FILLED)[number];
    expect(formatById('claude-code')?.caveats(request(given))[0]).toBe(
      'Claude Code cannot look at arguments: it asks before every call of the tool.',
    );
    expect(formatById('agentgateway')?.caveats(request(given))[0]).toContain('the tool is left out altogether');
    expect(formatById('cedar-toolhive')?.caveats(request(given)).join(' ')).toContain('symbolic links');
  });

  test('a format that decides about whole servers refuses', () => {
    expect(formatById('codex-requirements')?.render(request(rule('hide')))).toMatchObject({
      refused: expect.stringContaining('whole servers only'),
    });
  });

  test('a cap is refused where arguments are matched as text, a fraction where numbers are whole', () => {
    expect(formatById('gemini-cli')?.render(request(requires('amount', 10)))).toMatchObject({
      refused: expect.stringContaining('as text'),
    });
    expect(formatById('cedar-toolhive')?.render(request(requires('amount', 0.5)))).toMatchObject({
      refused: expect.stringContaining('whole numbers'),
    });
  });

  test('nothing is said to be waiting for values that are there', () => {
    const policyJson = FORMATS[0] as (typeof FORMATS)[number];
    const [given] = FILLED[0] as (typeof FILLED)[number];
    expect(formatCaption(policyJson, request(given))).toBe(
      "This tool is allowed; every other tool is denied. Add their rules to the same policy, or take the whole server's. Only calls whose arguments meet its rules go through.",
    );
    expect(policyJson.caveats(request(given)).join(' ')).toContain('is an example: put your own values');
  });
});
