import { expect, test } from 'vitest';
import { readYamlText } from '../configuration/yaml-text.ts';
import type { JsonObject } from '../text/json.ts';
import { notReadOf, unreadServers } from './not-read.ts';
import { documentReader } from './read-document.ts';

const read = documentReader(readYamlText);
const placesIn = (name: string, value: object | string) =>
  read({ name, text: typeof value === 'string' ? value : JSON.stringify(value) }).notRead.map(({ place }) => place);
const server = (members: object) => ({ mcpServers: { a: { command: 'x', ...members } } });

test.each<[string, object | string, string[]]>([
  // What a client's permissions read is not listed, what only another one reads is.
  ['.gemini/settings.json', server({ includeTools: ['x'], trust: true }), []],
  ['.cursor/mcp.json', server({ includeTools: ['x'] }), []],
  ['.mcp.json', server({ alwaysAllow: ['x'] }), ['mcpServers.a.alwaysAllow']],
  ['.mcp.json', server({ allowedTools: ['*'] }), ['mcpServers.a.allowedTools']],
  ['.mcp.json', server({ timeout: 3, env: { allow: '1' }, headers: {} }), []],
  ['.copilot/mcp-config.json', server({ tools: ['*'] }), []],
  ['.mcp.json', server({ gallery: 'https://example.com' }), ['mcpServers.a.gallery']],
  // What says nothing yet is not listed.
  ['.roo/mcp.json', server({ alwaysAllow: [], disabledTools: [] }), []],
  ['.roo/mcp.json', server({ alwaysAllow: ['x'] }), ['mcpServers.a.alwaysAllow']],
  ['.codeium/windsurf/mcp_config.json', server({ disabledTools: ['x'] }), ['mcpServers.a.disabledTools']],
  ['.claude/settings.json', { permissions: { allow: ['x'], allowedTools: ['x'] } }, ['permissions.allowedTools']],
  ['.claude/settings.json', { permissions: { colour: 'red' } }, ['permissions.colour']],
  ['.claude/settings.json', { permissions: { deny: ['x'] }, env: { A: '1' }, model: 'x' }, []],
  [
    '.claude.json',
    { projects: { '/srv/a b': { allowedTools: ['x'], hasTrustDialogAccepted: true, mcpServers: {} } } },
    ['projects["/srv/a b"].allowedTools'],
  ],
  ['.vscode/settings.json', { 'chat.mcp.access': 'all', 'editor.allowTabs': true }, []],
  ['.vscode/settings.json', { 'chat.tools.terminal.autoApprove': { ls: true } }, ['chat.tools.terminal.autoApprove']],
  [
    '.zed/settings.json',
    { agent: { tool_permissions: { default: 'allow' } }, allow_tabs: true },
    ['agent.tool_permissions'],
  ],
  ['config.toml', '[mcp_servers.a]\ncommand = "x"\nenabled_tools = ["x"]\nalowed = ["x"]', ['mcp_servers.a.alowed']],
  ['goose/config.yaml', 'GOOSE_MODE: auto\nextensions: {}', ['GOOSE_MODE']],
])('%s with %j: %j', (name, value, places) => expect(placesIn(name, value)).toEqual(places));

test('in a file of thousands, the rest is counted', () => {
  const many: JsonObject = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`allow${n}`, true]));
  const found = notReadOf(many, { read: [], unread: {}, roots: null }, []);
  expect([found.length, found.at(-1)?.says]).toEqual([60, '441 more members of this file are not read here.']);
});

test.each<[object, string[]]>([
  [{ mcpServer: { a: { command: 'x' } } }, ['mcpServer']],
  [{ mcp_servers: { a: { url: 'https://example.com' } } }, ['mcp_servers']],
  [{ MCPServers: [{ name: 'a', command: ['x'] }] }, ['MCPServers']],
  [{ agent: { mcp: { b: { cmd: 'x' } } } }, ['agent.mcp']],
  [
    { experimental: { modelContextProtocolServers: [{ transport: { command: 'x' } }] } },
    ['experimental.modelContextProtocolServers'],
  ],
  [{ mcpServers: { a: { command: 'x' } } }, []],
  [{ lspServers: { a: { command: 'x' } } }, []],
  [{ 'rest-client.variables': { server: { dev: { url: 'https://example.com' } } } }, []],
  [{ mcpInputs: { a: 1 }, servers: {}, statusLine: { command: 'x' } }, []],
])('%j: %j look like servers', (value, places) => {
  const read = [['mcpServers']];
  expect(
    unreadServers(value as JsonObject, { read: [], unread: {}, roots: null }, read).map((way) => way.join('.')),
  ).toEqual(places);
});

test('servers under another name are a part that was not read, in every file', () => {
  for (const name of [
    '.claude/settings.json',
    '.gemini/settings.json',
    '.vscode/settings.json',
    '.zed/settings.json',
  ]) {
    const { problems } = read({
      name,
      text: JSON.stringify({ permissions: {}, 'chat.x': 1, mcpservers: { a: { command: 'x' } } }),
    });
    expect([name, problems.map(({ place }) => place)]).toEqual([name, ['mcpservers']]);
  }
});
