import { describe, expect, test } from 'vitest';
import type { PolicyTool } from '../policy/recommend.ts';
import { formatById } from './formats.ts';
import { permissionsInOrder } from './interpreters.fixture.ts';
import { requestOf } from './sample.fixture.ts';

const reads = (...names: string[]) =>
  names.map((name) => ({ name, category: 'Read' as const, signals: [], doubts: [] }));
const render = (id: string, given: object) => formatById(id)?.render(requestOf(given));

describe('a note in place of a snippet', () => {
  test.each<[string, object, RegExp]>([
    ['claude-code', { tools: reads('a.b', 'a b') }, /cannot tell "a b" and "a\.b" apart: both become mcp__fx__a_b/],
    ['claude-code-managed', { tools: reads('a.b', 'a b') }, /cannot tell/],
    ['opencode', { tools: reads('a/b', 'a b') }, /cannot tell/],
    ['gemini-cli', { tools: reads('a/b', 'a b') }, /cannot tell/],
    ['gemini-cli', { tools: reads('x'.repeat(60)) }, /over 63 characters/],
    ['gemini-cli', { key: 'My Srv.1' }, /Rename it/],
    ['codex', { key: 'my srv' }, /Codex takes only/],
    ['codex', { variant: 'narrow' }, /has no rules on arguments/],
    ['codex-requirements', { key: 'my srv' }, /Codex takes only/],
    [
      'codex-requirements',
      { tools: [{ name: 'x', category: null, signals: [], doubts: [] }] },
      /No tool of this server stays open/,
    ],
    ['copilot-cli', { key: 'my.srv' }, /GitHub Copilot CLI refuses/],
    ['copilot-cli', { tools: reads('a b') }, /takes no rule for a tool/],
    ['copilot-cli', { tools: reads('*') }, /takes no rule for a tool/],
    ['copilot-cli', { tools: reads('a.b', 'a-b') }, /cannot tell/],
    ['copilot-cli', { tools: reads('x'.repeat(62)) }, /over 64 characters/],
    [
      'copilot-cli',
      { tools: [{ name: 'x', category: null, signals: [], doubts: [] }] },
      /No tool of this server stays open/,
    ],
    [
      'codex-requirements',
      { tools: [{ name: 'x', category: 'Destructive', signals: [], doubts: [] }] },
      /No tool of this server stays open/,
    ],
    ['openai-responses', { key: '1fx' }, /begins with a letter/],
    ['openai-responses', { key: 'fx two' }, /begins with a letter/],
    ['openai-responses', { key: 'f!' }, /begins with a letter/],
    [
      'openai-responses',
      { tools: [{ name: 'x', category: null, signals: [], doubts: [] }] },
      /No tool of this server stays open/,
    ],
    ['librechat', { tools: reads('a*') }, /are patterns/],
    ['librechat', { key: 'a:b' }, /server key/],
    ['cursor', { tools: reads('*') }, /may be patterns/],
    ['cursor', { key: 'a:b' }, /server key/],
    ['intercept', { tools: reads('*', 'a') }, /stands for every tool/],
    ['cedar-toolhive', { tools: reads('\ud800') }, /broken Unicode/],
    ['agentgateway', { tools: reads('x'.repeat(300)) }, /more than 256 characters/],
    ['claude-code', { key: ' ' }, /key is empty/],
  ])('%s, %j: %s', (id, given, words) => {
    expect(render(id, given)).toEqual({ refused: expect.stringMatching(words) });
    expect(formatById(id)?.caveats(requestOf(given))).toEqual([]);
  });

  test('policy.json takes what no other format takes', () => {
    const tools = reads('\ud800', '*', 'x'.repeat(300), 'a.b', 'a b');
    expect(render('policy-json', { tools })).toHaveProperty('text');
  });
});

test('opencode: the pattern that denies comes first, before names that look like numbers too', () => {
  const rendered = render('opencode', { key: '1', tools: reads('2', '10', 'list') });
  const text = rendered !== undefined && 'text' in rendered ? rendered.text : '';
  expect(permissionsInOrder(text).map(([name]) => name)).toEqual(['1_*', '1_10', '1_2', '1_list']);
  const lax = [...permissionsInOrder(text)].reverse();
  // Turned around, the pattern would win over every rule: the order is what lets the tools run.
  expect(lax.findLast(([name]) => name === '1_*' || name === '1_list')).toEqual(['1_*', 'deny']);
});

test('gemini-cli: every rule has a toolName, or the whole file is dropped', () => {
  const rendered = render('gemini-cli', { variant: 'narrow' });
  const text = rendered !== undefined && 'text' in rendered ? rendered.text : '';
  expect(text.match(/^toolName = /gm)?.length).toBe(text.match(/^\[\[rule\]\]/gm)?.length);
});

test('copilot-cli: raw names in the file, the model’s spelling in the flags', () => {
  const request = requestOf({ tools: reads('list.items', 'x'.repeat(61)) });
  const format = formatById('copilot-cli');
  expect(format?.render(request)).toEqual({ text: expect.stringContaining('"list.items"') });
  expect(format?.command(request)).toBe(`copilot --allow-tool='fx(list-items)' --allow-tool='fx(${'x'.repeat(61)})'`);
  expect(format?.caveats(request).join()).toContain('2 tools run unasked when you start it with the command below.');
});

test.each([
  [119, false],
  [120, true],
])('claude-code: a name of %d characters never loads: %s', (length, isSaid) => {
  const caveats = formatById('claude-code')?.caveats(requestOf({ tools: reads('x'.repeat(length)) }));
  expect(caveats?.some((line) => line.includes('over 128 characters'))).toBe(isSaid);
});

test('the server key of the reader is in the snippet, as the client spells it', () => {
  const rendered = render('claude-code', { key: 'My Srv.1', tools: reads('list') });
  expect(rendered).toEqual({ text: expect.stringContaining('mcp__My_Srv_1__list') });
});

test('cedar-toolhive: a cap with a fraction is refused, not rounded', () => {
  const capped = (cap: number) =>
    render('cedar-toolhive', {
      tools: [
        ...reads('list'),
        {
          ...(reads('pay')[0] as PolicyTool),
          ruled: {
            decision: { effect: 'allow', limits: [], because: ['attack-rule'] },
            rules: [{ kind: 'amount', parameter: 'amount', must: 'fit', values: [], allowed: [cap] }],
          },
        },
      ],
    });
  expect(capped(10)).toEqual({ text: expect.stringContaining('<= 10') });
  expect(capped(10.5)).toEqual({ refused: expect.stringMatching(/whole numbers only/) });
});

test('openai-responses: whose address it is', () => {
  const says = (endpoint?: string) =>
    formatById('openai-responses')
      ?.caveats(requestOf({ tools: reads('a'), endpoint }))
      .join();
  expect(says()).toMatch(/Put the address of the server in/);
  expect(says('https://fx.example/mcp')).toMatch(/the one that our record gives/);
  expect(says('https://fx.example/mcp')).not.toMatch(/Put the address/);
});
