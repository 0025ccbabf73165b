import { describe, expect, test } from 'vitest';
import { LARGEST_TEXT, MOST_SERVERS, readDocument } from './read-document.ts';
import { recognised } from './recognised.fixture.ts';

const a = { mcpServers: { a: { command: 'x' } } };

describe('whose a file is', () => {
  test.each([
    // Clients whose files are nothing but lists of servers.
    ['claude_desktop_config.json', a, 'claude-desktop servers project: a'],
    ['~/Library/Application Support/Claude/claude_desktop_config.json', a, 'claude-desktop servers user: a'],
    ['claude_desktop_config.json.bak', a, 'unknown servers project: a'],
    ['~/.codeium/windsurf/mcp_config.json', a, 'windsurf servers user: a'],
    ['.codeium/x.json', a, 'windsurf servers project: a'],
    ['windsurf.json', a, 'windsurf servers project: a'],
    ['mcp_config.json', a, 'windsurf servers project: a'],
    ['my_mcp_config.json', a, 'unknown servers project: a'],
    ['mcp_config.json.bak', a, 'unknown servers project: a'],
    // A path tells more than members do.
    ['.cursor/x.json', { servers: {} }, 'cursor servers project'],
    ['.MCP.JSON', a, 'claude-code servers project: a'],
    // What only one client writes is asked for before what several do.
    ['.claude/settings.json', { mcpAllowlist: [] }, 'cursor cursor-permissions project'],
    ['.mcp.json', { mcpServers: { a: { command: 'x', trust: true } } }, 'gemini-cli gemini-settings project: a'],
    ['x.json', { permission: {}, permissions: {} }, 'opencode opencode project'],
    ['.mcp.json', 'a = 1', 'unknown unusable project'],
    ['x.yaml', 'a: 1', 'unknown unusable project'],
  ])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
});

describe('lists of tools', () => {
  test.each([
    [{ tools: [{ name: 'x' }] }, 'unknown tools-list project'],
    [{ result: { tools: [] } }, 'unknown tools-list project'],
    [[{ name: 'x' }], 'unknown tools-list project'],
    [['x'], 'unknown unusable project'],
    [{ tools: 'x' }, 'unknown unusable project'],
    [{ result: 'x', tools: [] }, 'unknown tools-list project'],
    [{ tools: [], ...a }, 'unknown servers project: a'],
    ['x.toml', 'unknown unusable project'],
  ])('%j: %s', (content, expected) => expect(recognised('x.json', content)).toBe(expected));

  test('TOML is none', () => expect(recognised('x.toml', 'tools = []')).toBe('unknown unusable project'));
});

test('who was named reads it, whatever the path says; the whole path counts where it is known', () => {
  const text = JSON.stringify(a);
  expect(readDocument({ name: '.mcp.json', text, client: 'windsurf' }).client).toBe('windsurf');
  expect(readDocument({ name: 'x.json', text: '', client: 'codex' })).toMatchObject({
    client: 'codex',
    kind: 'unusable',
  });
  const known = readDocument({ name: 'mcp.json', text, path: 'C:\\Users\\ann\\.cursor\\mcp.json' });
  expect(known).toMatchObject({ name: 'mcp.json', client: 'cursor', scope: 'user', label: 'list of servers' });
});

test.each([
  ['x.json', '', 'is empty'],
  ['x.json', ' \n ', 'is empty'],
  ['x.json', ' '.repeat(LARGEST_TEXT + 1), 'is larger than 1 MB'],
  ['x.json', ' '.repeat(LARGEST_TEXT), 'is empty'],
  ['x.json', '1', 'has neither MCP servers nor permissions that are known'],
  ['x.json', '{}', 'has neither MCP servers nor permissions that are known'],
])('%s: what cannot be used says why', (name, text, message) => {
  const { kind, label, problems, servers, value, lineOf } = readDocument({ name, text });
  expect({ kind, label, servers, value }).toEqual({
    kind: 'unusable',
    label: 'cannot be used',
    servers: [],
    value: {},
  });
  expect(problems).toEqual([{ place: 'line 1', message, remedy: expect.stringMatching(/\S/) }]);
  expect(lineOf(['x'])).toBe(1);
});

test('the remedy names the clients whose permissions are read, and no other', () => {
  const [problem] = readDocument({ name: 'x.json', text: '{}' }).problems;
  expect(problem?.remedy).toContain('(Claude Code, Codex, Gemini CLI, opencode, Copilot CLI, Cursor)');
});

test('broken text says where', () => {
  const [problem] = readDocument({ name: 'x.json', text: '{"mcpServers": {\n  "a": ]}' }).problems;
  expect(problem?.place).toBe('line 2, column 8');
});

test('servers beyond the most are counted and left out', () => {
  const many = (count: number) =>
    JSON.stringify({
      mcpServers: Object.fromEntries(Array.from({ length: count }, (_, n) => [`s${n}`, { command: 'x' }])),
    });
  const exact = readDocument({ name: 'x.json', text: many(MOST_SERVERS) });
  expect([exact.servers.length, exact.problems]).toEqual([MOST_SERVERS, []]);
  const { servers, problems } = readDocument({ name: 'x.json', text: many(MOST_SERVERS + 2) });
  expect(servers.length).toBe(MOST_SERVERS);
  expect(problems.map(({ message }) => message)).toEqual(['has more than 60 servers: 2 are not read']);
});

test('a bad entry is a problem of the file; that settings list no servers is none', () => {
  expect(
    readDocument({ name: 'x.json', text: '{"mcpServers": {"a": {}}}' }).problems.map(({ place }) => place),
  ).toEqual(['mcpServers.a']);
  expect(readDocument({ name: 'x.json', text: '{"permissions": {}}' }).problems).toEqual([]);
  expect(readDocument({ name: 'x.json', text: '{"mcpAllowlist": [], "mcpServers": {"a": {}}}' }).problems).toEqual([]);
});
