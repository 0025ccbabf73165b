import { expect, test } from 'vitest';
import { type ConfigurationText, readDocument } from '../clients/read-document.ts';
import { audit } from './audit.ts';
import type { KnownCatalogue, KnownTool } from './known-catalogue.ts';

/** Every trap that was reproduced in the real clients (docs/enforcement-targets.md#traps), and what else is easy to miss. */

const tool = (name: string, hints?: Partial<NonNullable<KnownTool['hints']>>): KnownTool => ({
  name,
  category: 'Write',
  level: 'medium',
  signals: [],
  shares: false,
  doubts: [],
  ...(hints === undefined
    ? {}
    : { hints: { readOnlyHint: null, destructiveHint: null, openWorldHint: null, ...hints } }),
});

const LONG = `get_${'x'.repeat(60)}`;

const known: KnownCatalogue = {
  schemaVersion: 1,
  servers: [
    {
      slug: 'fx',
      name: 'Fx',
      packages: [{ registry: 'npm', name: 'fx-mcp-server' }],
      unrecorded: 0,
      tools: [
        tool('read_thing', { readOnlyHint: true }),
        tool('write thing', {}),
        tool('read.thing', { destructiveHint: true, readOnlyHint: true }),
        tool('harmless', { destructiveHint: false, openWorldHint: false }),
        tool('unclaimed'),
        tool(LONG, {}),
      ],
    },
  ],
  attacks: {},
};

/** Effects by tool, and findings as `kind -> correction`. */
function judge(...files: ConfigurationText[]) {
  const { clients } = audit(files.map(readDocument), known);
  const tools = clients.flatMap(({ servers }) => servers.flatMap((server) => server.tools));
  return {
    effects: Object.fromEntries(tools.map(({ name, treatment }) => [name, treatment.effect])),
    reach: Object.fromEntries(tools.map(({ name, treatment }) => [name, treatment.reach])),
    says: Object.fromEntries(tools.map(({ name, treatment }) => [name, treatment.says])),
    controlled: Object.fromEntries(tools.map(({ name, controlled }) => [name, controlled])),
    findings: clients.flatMap(({ findings }) => findings.map(({ kind, instead }) => `${kind} -> ${instead ?? ''}`)),
  };
}

const servers = (key = 'fx', more = {}) =>
  JSON.stringify({ mcpServers: { [key]: { command: 'npx', args: ['fx-mcp-server'], ...more } } });
const claude = (permissions: object, more: object = {}, key = 'fx') =>
  judge(
    { name: '.mcp.json', text: servers(key) },
    { name: '.claude/settings.json', text: JSON.stringify({ permissions, ...more }) },
  );
const toml = (text: string) =>
  judge({ name: '.codex/config.toml', text: `[mcp_servers.fx]\ncommand = "npx"\nargs = ["fx-mcp-server"]\n${text}` });
const gemini = (policy: string, entry = {}, key = 'fx', more = {}) =>
  judge(
    { name: '.gemini/settings.json', text: JSON.stringify({ ...JSON.parse(servers(key, entry)), ...more }) },
    { name: '/home/me/.gemini/policies/a.toml', text: policy },
  );
const rule = (toolName: string | null, decision: string, priority: number | string, more = '', key = 'fx') =>
  `[[rule]]\nmcpName = "${key}"\n${toolName === null ? '' : `toolName = ${toolName}\n`}decision = "${decision}"\npriority = ${priority}\n${more}\n`;
const opencode = (permission: unknown, more: object = {}) =>
  judge({
    name: 'opencode.json',
    text: JSON.stringify({ mcp: { fx: { type: 'local', command: ['npx', 'fx-mcp-server'] } }, permission, ...more }),
  });

test('1: a Gemini rule without toolName drops the whole file', () => {
  const { effects, findings } = gemini(rule('"*"', 'deny', 200) + rule(null, 'allow', 100));
  expect([effects.read_thing, findings]).toEqual(['asked', ['breaks -> toolName = "*"']]);
});

test.each([
  rule('"*"', 'deny', 1.5),
  rule('"*"', 'deny', 1000),
  rule('"*"', 'never', 1),
  rule('"*"', 'deny', 1, 'argsPattern = "("'),
])('1: so does %j', (policy) => {
  expect(gemini(policy).findings).toEqual(['breaks -> ']);
});

test('2: a Gemini rule with argsPattern holds for some calls only', () => {
  const pattern = "argsPattern = 'x'";
  expect(gemini(rule('"read_thing"', 'allow', 200, pattern)).effects.read_thing).toBe('limited');
  expect(gemini(rule('"read_thing"', 'deny', 200, pattern) + rule('"*"', 'allow', 100)).effects.read_thing).toBe(
    'limited',
  );
  expect(gemini(rule('"read_thing"', 'deny', 200, pattern)).effects.read_thing).toBe('asked');
});

test('3: Gemini compares cleaned names, cuts long ones, and matches no server with an odd name', () => {
  const raw = gemini(rule('"write thing"', 'allow', 200));
  expect([raw.effects['write thing'], raw.findings]).toEqual(['asked', ['matches-nothing -> write_thing']]);
  expect(gemini(rule('"write_thing"', 'allow', 200)).effects['write thing']).toBe('allowed');
  const long = gemini(rule(`"${LONG}"`, 'deny', 200));
  expect([long.effects[LONG], long.findings]).toEqual(['asked', ['matches-nothing -> ']]);
  expect(gemini(rule('"*"', 'deny', 200)).effects[LONG]).toBe('hidden');
  const odd = gemini(rule('"*"', 'deny', 200, '', 'My Srv.1'), {}, 'My Srv.1');
  expect([odd.effects.read_thing, odd.findings.length]).toEqual(['asked', 2]);
});

test('4: an administrator’s Gemini rules stand above the user’s', () => {
  const { effects } = judge(
    { name: '.gemini/settings.json', text: servers('fx', { trust: false }) },
    { name: '/home/me/.gemini/policies/a.toml', text: rule('"*"', 'allow', 999) },
    { name: '/etc/gemini-cli/policies/b.toml', text: rule('"*"', 'deny', 0) },
  );
  expect(effects.read_thing).toBe('hidden');
});

test('trust is a Gemini rule of priority 200, mcp.allowed one of 100, and mcp.excluded beats both', () => {
  expect(gemini(rule('"*"', 'deny', 199), { trust: true }).effects.read_thing).toBe('allowed');
  expect(gemini(rule('"*"', 'deny', 201), { trust: true }).effects.read_thing).toBe('hidden');
  expect(
    gemini(rule('"x"', 'deny', 1), { trust: true, includeTools: ['read_thing'], excludeTools: [] }).effects,
  ).toMatchObject({ read_thing: 'allowed', 'write thing': 'hidden' });
  expect(gemini('', { trust: true }, 'fx', { mcp: { excluded: ['fx'] } }).effects.read_thing).toBe('hidden');
  expect(gemini('', {}, 'fx', { mcp: { allowed: ['other'] } }).effects.read_thing).toBe('hidden');
  expect(gemini('', {}, 'fx', { mcp: { allowed: ['fx'] } }).effects.read_thing).toBe('allowed');
});

test('5: in Claude Code a bare server in deny beats an allow for one tool; dontAsk is the way to deny the rest', () => {
  expect(claude({ allow: ['mcp__fx__read_thing'], deny: ['mcp__fx'] }).effects.read_thing).toBe('hidden');
  const closed = claude({ allow: ['mcp__fx__read_thing'], ask: ['mcp__fx__harmless'], defaultMode: 'dontAsk' });
  expect(closed.effects).toMatchObject({ read_thing: 'allowed', unclaimed: 'denied' });
});

test('7: parentheses are skipped; a star for the server is inert in allow and works in deny', () => {
  const skipped = claude({ deny: ['mcp__fx__read_thing(x:1)'] });
  expect([skipped.effects.read_thing, skipped.findings]).toEqual(['asked', ['matches-nothing -> mcp__fx__read_thing']]);
  expect(claude({ allow: ['mcp__*'] }).effects.read_thing).toBe('asked');
  expect(claude({ deny: ['mcp__*'] }).effects.read_thing).toBe('hidden');
  const pattern = claude({ deny: ['mcp__fx__*_thing'] });
  expect(pattern.effects).toMatchObject({ read_thing: 'hidden', 'read.thing': 'hidden', harmless: 'asked' });
});

test('8: Claude Code’s rules use its own spelling of names', () => {
  const raw = claude({ deny: ['mcp__My Srv.1__read_thing', 'mcp__My_Srv_1__write_thing'] }, {}, 'My Srv.1');
  expect(raw.effects).toMatchObject({ read_thing: 'asked', 'write thing': 'hidden' });
  expect(raw.findings).toEqual(['matches-nothing -> mcp__My_Srv_1__read_thing']);
});

test('Claude Code: misspelt members, modes and names get a correction', () => {
  const { findings } = claude(
    { denied: ['mcp__fx'], allow: ['mcp__fxx__read_thing', 'mcp__fx__raed_thing'] },
    { permision: {} },
  );
  expect(findings).toEqual([
    'ignored -> permissions',
    'ignored -> deny',
    'matches-nothing -> ',
    'matches-nothing -> mcp__fx__read_thing',
  ]);
});

test('Claude Code: managed settings stand above all, and may leave only their own rules', () => {
  const files = (managed: object) =>
    judge(
      { name: '.mcp.json', text: servers() },
      {
        name: '.claude/settings.json',
        text: '{"permissions":{"allow":["mcp__fx__read_thing"],"defaultMode":"bypassPermissions"}}',
      },
      { name: '/etc/claude-code/managed-settings.json', text: JSON.stringify(managed) },
    );
  expect(files({ allowManagedPermissionRulesOnly: true }).effects.read_thing).toBe('allowed');
  expect(
    files({ allowManagedPermissionRulesOnly: true, permissions: { disableBypassPermissionsMode: 'disable' } }).effects
      .read_thing,
  ).toBe('asked');
  expect(files({ allowedMcpServers: [] }).effects.read_thing).toBe('hidden');
  expect(files({ allowedMcpServers: [{ serverName: 'fx' }] }).effects.read_thing).toBe('allowed');
  // With an entry by command, a name is no longer enough.
  expect(
    files({ allowedMcpServers: [{ serverName: 'fx' }, { serverCommand: ['node', 'x'] }] }).effects.read_thing,
  ).toBe('hidden');
  expect(files({ allowedMcpServers: [{ serverCommand: ['npx', 'fx-mcp-server'] }] }).effects.read_thing).toBe(
    'allowed',
  );
  expect(files({ deniedMcpServers: [{ serverName: 'fx' }] }).effects.read_thing).toBe('hidden');
  expect(files({ permissions: { ask: ['mcp__fx'] } }).effects.read_thing).toBe('asked');
});

test('Claude Code: servers of .mcp.json can be switched off', () => {
  expect(claude({}, { disabledMcpjsonServers: ['fx'] }).effects.read_thing).toBe('hidden');
});

test('9: Codex: deny is no mode, wildcards match nothing, disabled beats enabled, names are raw', () => {
  const bad = toml('[mcp_servers.fx.tools.read_thing]\napproval_mode = "deny"');
  expect([bad.effects.read_thing, bad.findings]).toEqual(['not-known', ['breaks -> ']]);
  const wild = toml('enabled_tools = ["read_*"]');
  expect([wild.effects.read_thing, wild.findings]).toEqual(['hidden', ['matches-nothing -> ']]);
  const both = toml(
    'enabled_tools = ["read.thing", "harmless"]\ndisabled_tools = ["harmless"]\ndefault_tools_approval_mode = "approve"',
  );
  expect(both.effects).toMatchObject({ 'read.thing': 'allowed', harmless: 'hidden', read_thing: 'hidden' });
});

test('10: Codex ignores a misspelt key; without a mode the server’s annotations decide', () => {
  const { effects, findings, controlled } = toml('enabled_toolz = ["read_thing"]');
  expect(findings).toEqual(['ignored -> enabled_tools']);
  expect(effects).toEqual({
    read_thing: 'allowed',
    'write thing': 'asked',
    // It says that it destroys, whatever else it says.
    'read.thing': 'asked',
    harmless: 'allowed',
    unclaimed: 'not-known',
    [LONG]: 'asked',
  });
  expect(Object.values(controlled).some(Boolean)).toBe(false);
  expect(toml('default_tools_approval_mode = "writes"').effects).toMatchObject({
    read_thing: 'allowed',
    harmless: 'asked',
  });
});

test('11: opencode allows by default, the last rule wins, arguments do nothing, a wrong value stops it', () => {
  expect(opencode(undefined).effects.read_thing).toBe('allowed');
  expect(opencode({ 'fx_*': 'deny', fx_read_thing: 'allow' }).effects).toMatchObject({
    read_thing: 'allowed',
    harmless: 'hidden',
  });
  expect(opencode({ fx_read_thing: 'allow', 'fx_*': 'deny' }).effects.read_thing).toBe('hidden');
  expect(opencode({ fx_read_thing: { 'x*': 'deny' } })).toMatchObject({
    effects: { read_thing: 'allowed' },
    findings: ['matches-nothing -> '],
  });
  expect(opencode({ fx_read_thing: 'never' })).toMatchObject({
    effects: { read_thing: 'not-known' },
    findings: ['breaks -> '],
  });
  expect(opencode('ask').effects.read_thing).toBe('asked');
  expect(opencode({ fx_write_thing: 'deny' }).effects['write thing']).toBe('hidden');
  expect(opencode(undefined, { tools: { fx_harmless: false } }).effects.harmless).toBe('hidden');
  expect(opencode({ 'fx_harmles?': 'ask' }, { tools: { fx_harmless: false } }).effects.harmless).toBe('asked');
});

test('11: the project’s rule takes the place of the user’s of the same key', () => {
  const file = (name: string, permission: object) => ({
    name,
    text: JSON.stringify({ permission, mcp: { fx: { type: 'local', command: ['npx', 'fx-mcp-server'] } } }),
  });
  const { effects } = judge(
    file('opencode.json', { 'fx_*': 'ask' }),
    file('/home/me/.config/opencode/opencode.json', { 'fx_*': 'deny', fx_read_thing: 'allow' }),
  );
  expect(effects).toMatchObject({ read_thing: 'allowed', harmless: 'asked' });
});

test('12: Copilot’s files take raw names, and an empty list offers nothing', () => {
  const copilot = (tools: unknown) => judge({ name: 'mcp-config.json', text: servers('fx', { tools }) });
  expect(copilot(['fx-read_thing'])).toMatchObject({
    effects: { read_thing: 'hidden' },
    findings: ['matches-nothing -> read_thing'],
  });
  expect(copilot([]).effects.read_thing).toBe('hidden');
  const star = copilot(['*']);
  expect([star.effects.read_thing, star.controlled.read_thing]).toEqual(['asked', false]);
  expect(copilot(['read_thing']).controlled.read_thing).toBe(true);
});

test('13: what asks in Codex is refused under never, and runs with full access', () => {
  const config = (head: string) =>
    judge({
      name: 'config.toml',
      text: `${head}\n[mcp_servers.fx]\ncommand = "npx"\nargs = ["fx-mcp-server"]\ndefault_tools_approval_mode = "prompt"\n`,
    });
  expect(config('approval_policy = "on-request"').effects.read_thing).toBe('asked');
  expect(config('approval_policy = "never"').effects.read_thing).toBe('denied');
  const open = config('approval_policy = "never"\nsandbox_mode = "danger-full-access"');
  expect([open.effects.read_thing, open.controlled.read_thing, open.findings]).toEqual([
    'allowed',
    false,
    ['opens -> '],
  ]);
});

test('13: under Claude Code’s bypassPermissions ask still asks, deny still denies, the rest runs', () => {
  const { effects, controlled } = claude({
    defaultMode: 'bypassPermissions',
    ask: ['mcp__fx__read_thing'],
    deny: ['mcp__fx__harmless'],
  });
  expect(effects).toMatchObject({ read_thing: 'asked', harmless: 'hidden', unclaimed: 'allowed' });
  expect(controlled.unclaimed).toBe(false);
});

test('Codex’ requirements switch off what they do not name with its identity', () => {
  const requirements = (text: string) =>
    judge(
      { name: 'config.toml', text: '[mcp_servers.fx]\ncommand = "npx"\nargs = ["fx-mcp-server"]' },
      { name: 'requirements.toml', text },
    ).effects.read_thing;
  expect(requirements('[mcp_servers.fx.identity]\ncommand = "npx"')).toBe('allowed');
  expect(requirements('[mcp_servers.fx.identity]\ncommand = "node"')).toBe('hidden');
  expect(requirements('[mcp_servers.other.identity]\ncommand = "npx"')).toBe('hidden');
});

test('VS Code has one setting that opens everything, and no file for single tools', () => {
  const vscode = (more: object) =>
    judge({
      name: '.vscode/settings.json',
      text: JSON.stringify({ mcp: { servers: { fx: { command: 'npx', args: ['fx-mcp-server'] } } }, ...more }),
    });
  expect(vscode({}).effects.read_thing).toBe('not-known');
  expect(vscode({ 'chat.tools.global.autoApprove': true })).toMatchObject({
    effects: { read_thing: 'allowed' },
    reach: { read_thing: 'blanket' },
  });
});
