import { expect, test } from 'vitest';
import type { ConfiguredServer } from '../configuration/configured-server.ts';
import { parseConfiguration } from './read-servers.ts';

/** A server with its secrets shown. */
function shown(server: ConfiguredServer | undefined) {
  const { transport, ...rest } = server as ConfiguredServer;
  const reveal = (named: readonly { name: string; value: { reveal(): string } }[]) =>
    Object.fromEntries(named.map(({ name, value }) => [name, value.reveal()]));
  return transport.kind === 'stdio'
    ? { ...rest, transport: { ...transport, env: reveal(transport.env) } }
    : { ...rest, transport: { ...transport, headers: reveal(transport.headers) } };
}

test('mcpServers of Claude and Cursor', () => {
  const { form, servers, problems } = parseConfiguration(
    JSON.stringify({
      mcpServers: {
        github: { command: 'npx', args: ['-y', 'server-github'], env: { GITHUB_TOKEN: 'abc', PORT: 1 } },
        remote: { type: 'http', url: 'https://example.com/mcp', headers: { Authorization: 'Bearer abc' } },
        gemini: { httpUrl: 'https://example.com/gemini' },
        off: { command: 'x', disabled: true },
      },
    }),
    '.mcp.json',
  );
  expect({ form, problems }).toEqual({ form: 'mcpServers', problems: [] });
  expect(shown(servers[0])).toEqual({
    key: 'github',
    path: ['mcpServers', 'github'],
    place: 'mcpServers.github',
    enabled: true,
    transport: {
      kind: 'stdio',
      command: 'npx',
      args: ['-y', 'server-github'],
      env: { GITHUB_TOKEN: 'abc', PORT: '1' },
    },
  });
  expect(shown(servers[1]).transport).toEqual({
    kind: 'http',
    url: 'https://example.com/mcp',
    headers: { Authorization: 'Bearer abc' },
  });
  expect(servers.map(({ key, enabled }) => [key, enabled])).toEqual([
    ['github', true],
    ['remote', true],
    ['gemini', true],
    ['off', false],
  ]);
  expect(JSON.stringify(servers)).not.toContain('abc');
});

test('VS Code: comments, a trailing comma, inputs; null unsets a variable', () => {
  const { form, servers, inputDefaults } = parseConfiguration(
    `// our servers
    { "inputs": [
        { "id": "token", "type": "promptString", "password": true, "default": "never" },
        { "id": "region", "type": "promptString", "default": "eu" } ],
      "servers": { /* one */ "a": { "type": "stdio", "command": "node", "env": { "X": "\${input:token}", "Y": null }, } } }`,
    'mcp.json',
  );
  expect(form).toBe('vscode');
  expect(shown(servers[0]).transport).toEqual({
    kind: 'stdio',
    command: 'node',
    args: [],
    env: { X: '$' + '{input:token}' },
  });
  expect([...inputDefaults]).toEqual([['region', 'eu']]);
});

test('settings of VS Code and of Claude Code hold servers deeper', () => {
  expect(parseConfiguration('{"mcp":{"servers":{"a":{"command":"x"}}}}', 'settings.json').servers[0]?.place).toBe(
    'mcp.servers.a',
  );
  const { servers } = parseConfiguration(
    '{"mcpServers":{"a":{"command":"x"}},"projects":{"/p":{"mcpServers":{"b":{"command":"y"}}}}}',
    '.claude.json',
  );
  expect(servers.map(({ place }) => place)).toEqual(['mcpServers.a', 'projects["/p"].mcpServers.b']);
});

test('Codex: tokens come from variables', () => {
  const { form, servers } = parseConfiguration(
    `model = "x"
[mcp_servers.docs]
command = "npx"
args = ["-y", "docs@1.2.3"]
env = { KEY = "abc" }
env_vars = ["FORWARDED"]
cwd = "/srv"
[mcp_servers.remote]
url = "https://example.com/mcp"
bearer_token_env_var = "TOKEN"
http_headers = { "X-A" = "a" }
env_http_headers = { "X-B" = "B" }
enabled = false
`,
    'config.toml',
  );
  expect(form).toBe('codex');
  const variable = (name: string) => `$\{${name}}`;
  expect(shown(servers[0])).toMatchObject({
    key: 'docs',
    transport: { command: 'npx', cwd: '/srv', env: { FORWARDED: variable('FORWARDED'), KEY: 'abc' } },
  });
  expect(shown(servers[1])).toMatchObject({
    enabled: false,
    transport: { headers: { 'X-A': 'a', Authorization: `Bearer ${variable('TOKEN')}`, 'X-B': variable('B') } },
  });
});

test('an entry that one client starts and another reaches is neither', () => {
  const { servers, problems } = parseConfiguration(
    JSON.stringify({
      mcpServers: {
        both: { command: 'x', url: 'https://example.com/mcp' },
        started: { type: 'stdio', command: 'x', url: 'https://example.com/mcp' },
        reached: { type: 'http', command: 'x', url: 'https://example.com/mcp' },
        two: { url: 'https://example.com/mcp', serverUrl: 'https://example.org/mcp' },
        same: { url: 'https://example.com/mcp', httpUrl: 'https://example.com/mcp' },
      },
    }),
    'a.json',
  );
  expect(servers.map(({ key, transport }) => `${key} ${transport.kind}`)).toEqual([
    'started stdio',
    'reached http',
    'same http',
  ]);
  expect(problems.map(({ place, message }) => `${place} ${message}`)).toEqual([
    'mcpServers.both has a command and a url: which one is used depends on the client',
    'mcpServers.two has several addresses: which one is reached depends on the client',
  ]);
});

test('one bad entry does not stop the others', () => {
  const { servers, problems } = parseConfiguration(
    '{"mcpServers":{"good":{"command":"x"},"none":{},"list":[],"args":{"command":"x","args":"-y"},"env":{"command":"x","env":{"A":{}}}}}',
    'a.json',
  );
  expect(servers.map(({ key }) => key)).toEqual(['good']);
  expect(problems.map(({ place, message }) => `${place} ${message}`)).toEqual([
    'mcpServers.none has neither a command nor a url',
    'mcpServers.list is no object',
    'mcpServers.args.args is no list of texts',
    'mcpServers.env.env.A is no text',
  ]);
  for (const { remedy } of problems) expect(remedy).toMatch(/\S/);
});

test.each([
  ['{\n  "mcpServers": {\n    "a": ]\n}', 'a.json', 'line 3, column 10'],
  ['[mcp_servers.a]\ncommand = npx', 'config.toml', 'line 2, column 11'],
  ['{}', 'a.json', 'line 1'],
  ['[]', 'a.json', 'line 1'],
  ['a = 1', 'config.toml', 'line 1'],
])('%j in %s says where', (text, name, place) => {
  const { form, problems } = parseConfiguration(text, name);
  expect(form).toBeNull();
  expect(problems).toEqual([{ place, message: expect.any(String), remedy: expect.any(String) }]);
});

test('an error message never repeats the text around it', () => {
  const { problems } = parseConfiguration('[mcp_servers.a.env]\nTOKEN = open-sesame', 'config.toml');
  expect(JSON.stringify(problems)).not.toContain('sesame');
});

test.each([
  ['{"mcpServers": []}', 'a.json', 'mcpServers'],
  ['{"mcpServers": "none"}', 'a.json', 'mcpServers'],
  ['{"mcpServers": null}', 'a.json', 'mcpServers'],
  ['{"servers": [{"command": "x"}]}', 'mcp.json', 'servers'],
])('%s: a list of servers that is no object is a problem, never nothing', (text, name, place) => {
  expect(parseConfiguration(text, name).problems).toEqual([
    expect.objectContaining({ place, remedy: 'Write servers by name: {"name": {"command": …}}.' }),
  ]);
});

test('a form of another syntax is not looked for, and a client’s own form is named before the common one', () => {
  expect(parseConfiguration('[mcpServers.a]\ncommand = "x"', 'a.toml').form).toBeNull();
  expect(parseConfiguration('{"mcp_servers": {"a": {"command": "x"}}}', 'a.json').form).toBeNull();
  const both = '{"mcpServers": {"a": {"command": "x"}}, "servers": {"b": {"command": "y"}}}';
  expect(parseConfiguration(both, 'a.json')).toMatchObject({ form: 'vscode', servers: [{ key: 'a' }, { key: 'b' }] });
});
