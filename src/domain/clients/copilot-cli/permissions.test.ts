import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const TOOLS = [seen('read_thing'), seen('delete.thing')];
const servers = (tools?: unknown, key = 'fx') => ({
  name: '.copilot/mcp-config.json',
  text: JSON.stringify(
    { mcpServers: { [key]: { tools, type: 'local', command: 'npx', args: ['fx-mcp-server'] } } },
    null,
    1,
  ),
});
const approvals = (...list: unknown[]) => ({
  name: '.copilot/permissions-config.json',
  text: JSON.stringify({ locations: { '/work': { tool_approvals: list } } }, null, 1),
});
const approved = (toolName?: unknown, serverName: unknown = 'fx', kind = 'mcp') => ({ kind, serverName, toolName });

describe('the list of a server', () => {
  test.each<[unknown, string]>([
    [undefined, 'asked by default (none)'],
    [['*'], 'asked by .copilot/mcp-config.json:5 (none)'],
    [['read_thing'], 'asked by .copilot/mcp-config.json:5 (tool)'],
    [['*', 'read_thing'], 'asked by .copilot/mcp-config.json:6 (tool)'],
    [['delete.thing'], 'hidden by .copilot/mcp-config.json:4 (pattern)'],
    [['READ_THING'], 'hidden by .copilot/mcp-config.json:4 (pattern)'],
    [[], 'hidden by .copilot/mcp-config.json:4 (pattern)'],
    [[7], 'hidden by .copilot/mcp-config.json:4 (pattern)'],
    ['*', 'asked by default (none)'],
  ])('%j: %s', (tools, expected) =>
    expect(judge('copilot-cli', [servers(tools)], TOOLS).treat('read_thing')).toBe(expected),
  );

  test('of another server says nothing', () => {
    expect(judge('copilot-cli', [servers([], 'other')], TOOLS).treat('read_thing')).toBe('asked by default (none)');
  });

  test('what it says', () => {
    const says = (tools: unknown) => judge('copilot-cli', [servers(tools)], TOOLS).says('a');
    expect(says([])).toBe('The list leaves it out.');
    expect(says(['a'])).toBe('The list names it, and Copilot CLI asks.');
    expect(says(['*'])).toBe('Nothing names it: Copilot CLI asks, which is its default.');
  });
});

describe('what was approved for a folder', () => {
  const FILE = '.copilot/permissions-config.json';
  test.each<[unknown[], string]>([
    [[approved('read_thing')], `allowed by ${FILE}:5 (tool)`],
    [[approved()], `allowed by ${FILE}:5 (blanket)`],
    [[approved(null)], `allowed by ${FILE}:5 (blanket)`],
    [[approved(), approved('read_thing')], `allowed by ${FILE}:9 (tool)`],
    [[approved('delete.thing')], 'asked by default (none)'],
    [[approved('read_thing', 'other')], 'asked by default (none)'],
    [[approved('read_thing', 'fx', 'shell')], 'asked by default (none)'],
    [[approved('read_thing', 7)], 'asked by default (none)'],
    [['read_thing'], 'asked by default (none)'],
  ])('%j: %s', (list, expected) => {
    expect(judge('copilot-cli', [servers(), approvals(...list)], TOOLS).treat('read_thing')).toBe(expected);
  });

  test('counts only for what is offered', () => {
    const found = judge('copilot-cli', [servers([]), approvals(approved('read_thing'))], TOOLS);
    expect(found.treat('read_thing')).toMatch(/^hidden/);
    expect(judge('copilot-cli', [servers(), approvals(approved())], TOOLS).says('a')).toBe(
      'It was approved for that folder, and runs there unasked.',
    );
  });

  test('files in which nothing can be read', () => {
    for (const value of [
      { locations: { '/a': { tool_approvals: 'x' } } },
      { locations: { '/a': 7, '/b': { tool_approvals: [] } } },
    ]) {
      const file = { name: FILE, text: JSON.stringify(value) };
      expect(judge('copilot-cli', [servers(), file], TOOLS).treat('read_thing')).toBe('asked by default (none)');
    }
  });
});

describe('names that do not do what they seem to', () => {
  test.each<[unknown[], string[], RegExp | null]>([
    [['*', 'read_thing', 'delete.thing'], [], null],
    [
      ['delete-thing'],
      ['matches-nothing .copilot/mcp-config.json:5'],
      /No recorded tool|takes the server’s own|the model sees/,
    ],
    [['raed_thing'], ['matches-nothing .copilot/mcp-config.json:5 -> read_thing'], /No recorded tool of this server/],
    [
      ['fx-delete-thing'],
      ['matches-nothing .copilot/mcp-config.json:5 -> delete.thing'],
      /the name that the model sees/,
    ],
    [['zzz'], ['matches-nothing .copilot/mcp-config.json:5'], /No recorded tool/],
  ])('a list %j: %j', (tools, findings, message) => {
    const found = judge('copilot-cli', [servers(tools)], TOOLS);
    expect(
      found.findings.map((line) => (tools[0] === 'delete-thing' ? line.replace(' -> delete.thing', '') : line)),
    ).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test.each<[unknown, string[], RegExp | null]>([
    [approved('read_thing'), [], null],
    [approved(), ['opens .copilot/permissions-config.json:5'], /Every tool of this server runs unasked/],
    [approved('raed_thing'), ['matches-nothing .copilot/permissions-config.json:5 -> read_thing'], /No recorded tool/],
    [approved('x', 'other'), ['matches-nothing .copilot/permissions-config.json:5'], /No server of these files/],
  ])('an approval %j: %j', (approval, findings, message) => {
    const found = judge('copilot-cli', [servers(), approvals(approval)], TOOLS);
    expect(found.findings).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('nothing is called wrong where nobody knows the tools', () => {
    expect(judge('copilot-cli', [servers(['raed_thing']), approvals(approved('raed_thing'))]).findings).toEqual([]);
  });
});

test('servers that approvals name', () => {
  expect(
    judge('copilot-cli', [servers(), approvals(approved('a'), approved('b'), approved('a', 'two'))], TOOLS).named,
  ).toEqual(['fx', 'two']);
});
