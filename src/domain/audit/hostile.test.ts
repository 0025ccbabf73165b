import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { expect, test } from 'vitest';
import { LARGEST_TEXT, readDocument } from '../clients/read-document.ts';
import { CLIENTS, type ClientId } from '../clients/registry.ts';
import { audit } from './audit.ts';
import { KNOWN } from './configurations.fixture.ts';
import { serverOfList } from './listed-server.ts';
import { masker } from './mask-configuration.ts';
import { patchFor } from './patch.ts';

/** Words that mean something to one of the clients, and some that mean something to JavaScript. */
const WORDS =
  `permissions allow ask deny defaultMode mcpServers servers mcp fx mail command args url env headers tools type local
  enabled enabled_tools disabled_tools default_tools_approval_mode approval_mode mcp_servers rule toolName mcpName priority
  decision argsPattern permission locations tool_approvals kind serverName toolName mcpAllowlist trust includeTools
  excludeTools allowed excluded projects result inputSchema name __proto__ constructor toString identity hooks profile
  approval_policy allowedMcpServers deniedMcpServers serverCommand serverUrl 0 1 read_thing`.split(/\s+/);

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
  'x',
];

function judge(texts: readonly { readonly name: string; readonly text: string; readonly client?: ClientId }[]): void {
  const documents = texts.map(readDocument);
  const lists = documents.filter(({ kind }) => kind === 'tools-list').map(serverOfList);
  const result = audit(documents, KNOWN, lists);
  const mask = masker(documents);
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
      fc.constantFrom(...names, 'config.toml'),
      fc.constantFrom(undefined, ...(Object.keys(CLIENTS) as ClientId[])),
      (given, name, client) => judge([{ name, text: given, ...(client ? { client } : {}) }]),
    ),
    { numRuns: 300 },
  );
});
