import { describe, expect, test } from 'vitest';
import { defaultRegistry } from '../configuration/default-registry.ts';
import { readYamlText } from '../configuration/yaml-text.ts';
import { documentReader, LARGEST_TEXT, MOST_SERVERS, readDocument } from './read-document.ts';
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

describe('clients whose rules are not read yet, and forms that are no client’s', () => {
  const yaml = documentReader(readYamlText);
  const entry = { command: 'npx', args: ['x'] };
  test.each<[string, object | string, string]>([
    ['~/.config/zed/settings.json', { context_servers: { a: { command: { path: 'x' } } } }, 'zed: a = x'],
    ['.zed/settings.json', {}, 'zed:'],
    ['.zed/settings.json', { context_servers: { a: { settings: {} } } }, 'zed: a = started by an extension of Zed'],
    ['.amp/settings.json', { 'amp.mcpServers': { a: { url: 'https://example.com' } } }, 'amp: a = https://example.com'],
    ['.vscode/settings.json', { 'chat.x': 1, 'amp.mcpServers': { a: entry } }, 'vscode: a = npx'],
    ['.kiro/settings/mcp.json', a, 'kiro: a = x'],
    ['.cline/data/settings/cline_mcp_settings.json', a, 'cline: a = x'],
    ['.roo/mcp.json', a, 'roo: a = x'],
    ['x.json', { mcpServers: { a: { ...entry, alwaysAllow: ['b'] } } }, 'unknown: a = npx'],
    ['x.yaml', 'mcpServers: {a: {command: x}}', 'unknown: a = x'],
    ['pasted text 1', 'schema: v1\nmcpServers: [{name: a, command: x}]', 'continue: a = x'],
    ['pasted text 1', 'endpoints: {}\nmcpServers: {a: {command: x}}', 'librechat: a = x'],
    ['.continue/mcpServers/a.json', a, 'continue: a = x'],
    [
      '.continue/config.yaml',
      'mcpServers:\n  - name: a\n    command: x\n  - name: a\n    command: y',
      'continue: a = x, a [1] = y',
    ],
    ['librechat.yaml', 'mcpServers:\n  a:\n    command: x', 'librechat: a = x'],
    [
      'goose/config.yaml',
      'extensions:\n  a: {type: stdio, cmd: x}\n  b: {type: builtin, enabled: false}',
      'goose: a = x, (b) = built into Goose',
    ],
    [
      'recipe.yaml',
      'extensions:\n  - {type: streamable_http, name: a, uri: "https://example.com"}',
      'goose: a = https://example.com',
    ],
    ['.devcontainer.json', { customizations: { vscode: { mcp: { servers: { a: entry } } } } }, 'vscode: a = npx'],
    ['gemini-extension.json', a, 'gemini-cli: a = x'],
    ['opencode.json', { mcp: { servers: { a: { type: 'local', command: ['x', 'y'] } } } }, 'opencode: a = x'],
    ['mcp.json', { a: entry, b: { url: 'https://example.com' } }, 'unknown: a = npx, b = https://example.com'],
    ['compose.yaml', 'services: {db: {image: x}, tools: {image: "docker/mcp-gateway:2"}}', 'unknown: tools = docker'],
    [
      'manifest.json',
      { manifest_version: '1', name: 'a', server: { mcp_config: entry }, tools: [{ name: 't' }] },
      'unknown: a = npx',
    ],
    [
      'server.json',
      {
        name: 'x/a',
        packages: [{ registryType: 'pypi', identifier: 'p', version: '1' }],
        remotes: [{ url: 'https://example.com' }],
      },
      'unknown: x/a = uvx, x/a (remotes[0]) = https://example.com',
    ],
  ])('%s with %j: %s', (name, value, expected) => {
    const { client, servers, problems } = yaml({
      name,
      text: typeof value === 'string' ? value : JSON.stringify(value),
    });
    const shown = servers.map(({ key, enabled, transport }) => {
      const what = transport.kind === 'http' ? transport.url : (transport.startedBy ?? transport.command);
      return `${enabled ? key : `(${key})`} = ${what}`;
    });
    expect([`${client}: ${shown.join(', ')}`.trim(), problems]).toEqual([expected, []]);
  });

  test('a package of another registry is not taken for one of the usual', () => {
    const of = (entry: object) => {
      const [server] = readDocument({
        name: 'server.json',
        text: JSON.stringify({ name: 'x/a', packages: [entry] }),
      }).servers;
      return server?.transport.kind === 'stdio' ? server.transport.args.join(' ') : '';
    };
    const npm = { registryType: 'npm', identifier: 'p', version: '1' };
    expect(of({ ...npm, registryBaseUrl: defaultRegistry('npm') })).toBe('-y p@1');
    const pypi = { ...npm, registryType: 'pypi' };
    expect(of({ ...pypi, registryBaseUrl: `${defaultRegistry('pypi')}/simple/` })).toBe('p==1');
    expect(of({ ...pypi, registryBaseUrl: 'https://pypi.example' })).toBe('--index-url https://pypi.example p==1');
    expect(of({ ...npm, registryBaseUrl: 'https://npm.example' })).toBe('-y --registry https://npm.example p@1');
    expect(of({ registryType: 'oci', identifier: 'o/i', version: '1', registryBaseUrl: 'https://example.com' })).toBe(
      'run -i --rm example.com/o/i:1',
    );
  });
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

  const schema = { type: 'object', properties: {} };
  test.each([
    [{ tools: [{ name: 'x', inputschema: schema }] }, 'tools[0].inputschema'],
    [{ result: { tools: [{ name: 'x' }, { name: 'y', args: schema }] } }, 'result.tools[1].args'],
    [[{ name: 'x', schema }], 'tools[0].schema'],
    [{ tools: [{ name: 'x', inputSchema: 'any' }] }, 'tools[0].inputSchema'],
    [{ tools: [{ name: 'x', inputSchema: schema, parameters: { type: 'array' } }] }, 'tools[0].parameters'],
    [{ tools: [{ name: 'x', description: ['a'] }] }, 'tools[0].description'],
    [{ tools: [{ description: 'Deletes all.' }] }, 'tools[0]'],
    [{ tools: [], nextCursor: '2' }, 'nextCursor'],
  ])('%j: %s could not be read', (content, place) => {
    const { kind, problems } = readDocument({ name: 'x.json', text: JSON.stringify(content) });
    expect([kind, problems.map((each) => each.place)]).toEqual(['tools-list', [place]]);
  });

  test('a member that no verdict looks at is listed once, and stops nothing', () => {
    const tools = ['x', 'y'].map((name) => ({ name, inputSchema: schema, strict: true, icons: [] }));
    const { problems, notRead } = readDocument({ name: 'x.json', text: JSON.stringify({ tools }) });
    expect([problems, notRead.map(({ place }) => place)]).toEqual([[], ['tools[0].strict']]);
    expect(notRead[0]?.says).toMatch(/1 more of these tools/);
  });

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
  ['x.json', '1', 'is JSON, and has neither MCP servers nor permissions that are known'],
  ['x.json', '{}', 'is JSON, and has neither MCP servers nor permissions that are known'],
  ['x.toml', 'a = 1', 'is TOML, and has neither MCP servers nor permissions that are known'],
  ['x.yaml', 'a: 1', 'is YAML, which is not read here'],
  ['agents/x.md', '---\nname: x\n---', 'is Markdown, with or without front matter, which is not read'],
  ['server.py', 'import os', 'is a program, which is not read'],
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

test.each<[string, RegExp]>([
  ['{"mcpServer":{"fx":{"command":"x"}}}', /Did you mean mcpServers\?$/],
  ['{"permissions":{},"mcpserver":{"fx":{"command":"x"}}}', /Did you mean mcpServers\?$/],
  ['{"permissions":{},"my_mcp":{"fx":{"command":"x"}}}', /Put the servers where this client reads them/],
  ['\uFFFDPNG\r\n\x1A\n\0', /^is no text but a picture, an archive or a program\. Give the file/],
  ['PK\u0003\u0004\uFFFD', /^is no text but a picture/],
  ['{\0"\0a\0"\0', /UTF-16/],
])('%j is named as what it is', (text, words) => {
  const [problem] = readDocument({ name: 'x', text }).problems;
  expect(`${problem?.message}. ${problem?.remedy}`).toMatch(words);
});
