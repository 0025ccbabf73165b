import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { expect, test } from 'vitest';
import { stringify as stringifyYaml } from 'yaml';
import { documentReader, LARGEST_TEXT } from '../clients/read-document.ts';
import { CLIENTS, type ClientId } from '../clients/registry.ts';
import { readYamlText } from '../configuration/yaml-text.ts';
import { audit, exitCodeOf } from './audit.ts';
import { KNOWN } from './configurations.fixture.ts';
import { serversOfLists } from './listed-server.ts';
import { masker } from './mask-configuration.ts';
import { patchFor } from './patch.ts';

/** Words that mean something to one of the clients, and some that mean something to JavaScript. */
const WORDS =
  `permissions allow ask deny defaultMode mcpServers servers mcp fx mail command args url env headers tools type local
  enabled enabled_tools disabled_tools default_tools_approval_mode approval_mode mcp_servers rule toolName mcpName priority
  decision argsPattern permission locations tool_approvals kind serverName toolName mcpAllowlist trust includeTools
  excludeTools allowed excluded projects result inputSchema name __proto__ constructor toString identity hooks profile
  approval_policy allowedMcpServers deniedMcpServers serverCommand serverUrl 0 1 read_thing context_servers source settings
  amp.mcpServers amp.permissions extensions cmd uri envs type builtin services image customizations vscode packages remotes
  registryType identifier manifest_version server mcp_config alwaysAllow autoApprove permissions action resource effect
  parameters input_schema inputschema function nextCursor`.split(/\s+/);

const VALUES =
  `mcp__fx mcp__fx__read_thing mcp__* mcp__fx__* fx_* * fx:read_thing deny allow ask_user never auto approve dontAsk
  bypassPermissions local mcp npx fx-mcp-server docker run ( [ \\ \u0000 \u202e https://x`.split(/\s+/);

const scalar = fc.oneof(
  fc.constantFrom<string | number | boolean | null>(...VALUES, true, false, null, 0, 200, 1e9),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const key = fc.constantFrom(...WORDS);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));
const root = fc.dictionary(key, value, { maxKeys: 6 });

const names = [
  '.mcp.json',
  '.claude/settings.json',
  'managed-settings.json',
  'opencode.json',
  '.gemini/settings.json',
  'mcp-config.json',
  'permissions.json',
  '.zed/settings.json',
  '.amp/settings.json',
  '.vscode/settings.json',
  '.devcontainer/devcontainer.json',
  '.kiro/settings/mcp.json',
  'server.json',
  'manifest.json',
  'x',
];
const yamlNames = [
  'config.yaml',
  'librechat.yaml',
  '.continue/config.yaml',
  '.config/goose/config.yaml',
  'compose.yml',
];

function judge(texts: readonly { readonly name: string; readonly text: string; readonly client?: ClientId }[]): void {
  const documents = texts.map(documentReader(readYamlText));
  const result = audit(documents, KNOWN, serversOfLists(documents));
  const mask = masker(documents);
  for (const { line, place, message } of result.unusable) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(place + message).not.toMatch(/\p{C}/u);
  }
  for (const { at } of result.notRead) {
    expect(at.line).toBeGreaterThanOrEqual(1);
    expect(at.text).not.toMatch(/\p{C}/u);
  }
  const isClean = result.reading === 'all' && result.unusable.length === 0;
  expect(exitCodeOf(result, null, false)).toBe(isClean ? 0 : 2);
  for (const { client, servers, findings } of result.clients) {
    const lines = [
      ...findings.map(({ at }) => at),
      ...servers.flatMap(({ tools }) => tools.flatMap(({ treatment }) => treatment.by ?? [])),
    ];
    for (const { line, text } of lines) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(text).not.toMatch(/\p{C}/u);
    }
    const chosen = servers.map(({ key: server, tools }) => ({
      key: server,
      choices: new Map(tools.map(({ name }) => [name, 'deny' as const])),
    }));
    for (const { after } of patchFor(client, documents, chosen).files) mask(after);
  }
}

test('no JSON, however odd, stops the audit or the change', () => {
  const texts = fc.array(
    fc.record({ name: fc.constantFrom(...names), text: root.map((object) => JSON.stringify(object, null, 1)) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(fc.property(texts, judge), { numRuns: 600 });
});

test('nor does any YAML', () => {
  const texts = fc.array(
    fc.record({ name: fc.constantFrom(...yamlNames), text: root.map((object) => stringifyYaml(object)) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(fc.property(texts, judge), { numRuns: 300 });
});

/** A server whose tools are critical, as one client or another would write it, and as none does. */
const ENTRIES: readonly object[] = [
  { command: 'npx', args: ['-y', 'fx-mcp-server'] },
  { command: ['npx', '-y', 'fx-mcp-server'] },
  { type: 'local', command: ['npx', '-y', 'fx-mcp-server'] },
  { command: { path: 'npx', args: ['-y', 'fx-mcp-server'] } },
  { cmd: 'npx', args: ['-y', 'fx-mcp-server'] },
  { url: 'https://fx.example.com/mcp' },
  { type: 'sse', serverUrl: 'https://fx.example.com/mcp' },
  { uri: 'https://fx.example.com/mcp' },
  { transport: { type: 'stdio', command: 'npx', args: ['-y', 'fx-mcp-server'] } },
];
const PLACES: readonly (readonly string[])[] = [
  ...['mcpServers', 'servers', 'mcpservers', 'mcp_servers', 'MCPServers', 'mcpServer', 'context_servers'].map(
    (name) => [name],
  ),
  ...['amp.mcpServers', 'mcp.servers', 'mcp', 'contextServers', 'modelContextProtocolServers'].map((name) => [name]),
  ...[
    ['mcp', 'servers'],
    ['agent', 'mcpServers'],
    ['experimental', 'mcp', 'servers'],
    ['projects', '/srv', 'mcpServers'],
  ],
  ...[
    ['customizations', 'vscode', 'mcp', 'servers'],
    ['customizations', 'vscode', 'settings', 'mcp', 'servers'],
  ],
];
const AROUND: readonly object[] = [
  {},
  { permissions: {} },
  { permission: {} },
  { 'chat.mcp.access': 'all', theme: 'dark' },
  { model: 'x', hooks: {} },
  { locations: { '/srv': { tool_approvals: [] } } },
  { mcpAllowlist: ['fx:read_thing'] },
  { context_servers: {}, agent: {} },
  { mcpServers: {} },
  { servers: {} },
  { tools: [] },
  { tools: [{ name: 'x', description: 'Lists all.' }] },
];

test('a server that stands somewhere in a file is in the answer, or is said to be unread: it never goes unseen', () => {
  const shape = fc.constantFrom<(entry: object) => unknown>(
    (entry) => ({ fx: entry }),
    (entry) => [{ name: 'fx', ...entry }],
    (entry) => ({ other: { command: 'x' }, fx: entry }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(
        ...names.slice(0, -1),
        ...yamlNames,
        '.codex/config.toml',
        'requirements.toml',
        'policies/x.toml',
      ),
      fc.constantFrom(...PLACES),
      fc.constantFrom(...ENTRIES),
      fc.constantFrom(...AROUND),
      shape,
      (name, way, entry, around, put) => {
        const inner = way.toReversed().reduce<unknown>((value, step) => ({ [step]: value }), put(entry));
        const value = { ...around, ...(inner as object) };
        const text = /toml$/.test(name)
          ? stringify(value)
          : /ya?ml$/.test(name)
            ? stringifyYaml(value)
            : JSON.stringify(value);
        const document = documentReader(readYamlText)({ name, text });
        expect(exitCodeOf(audit([document], KNOWN), 'high', false)).not.toBe(0);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a table where a text is expected is unread', () => {
  const document = documentReader(readYamlText)({
    name: '.codex/config.toml',
    text: '[mcp_servers.fx.type]\n[mcp_servers.fx.command]\n',
  });
  expect(audit([document], KNOWN).unusable.map(({ place }) => place)).toEqual(['mcp_servers.fx.command']);
});

test('nor does any TOML', () => {
  const toml = root.filter((object) => {
    try {
      stringify(object);
      return true;
    } catch {
      return false;
    }
  });
  const texts = fc.array(
    fc.record({
      name: fc.constantFrom('config.toml', 'requirements.toml', '~/.gemini/policies/x.toml'),
      text: toml.map((object) => stringify(object)),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(fc.property(texts, judge), { numRuns: 400 });
});

test('nor does any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '['.repeat(200_000),
      `${'{"a":'.repeat(5000)}1`,
      'a.'.repeat(5000),
      '"""',
      "a = '''",
      '[[',
      '[a',
      'a = [1, "',
      'x'.repeat(LARGEST_TEXT + 1),
    ),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...names, ...yamlNames, 'config.toml'),
      fc.constantFrom(undefined, ...(Object.keys(CLIENTS) as ClientId[])),
      (given, name, client) => judge([{ name, text: given, ...(client ? { client } : {}) }]),
    ),
    { numRuns: 300 },
  );
});
