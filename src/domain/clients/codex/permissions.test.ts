import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const SERVER = '[mcp_servers.fx]\ncommand = "npx"\nargs = ["fx-mcp-server"]';
const TOOLS = [seen('read_thing'), seen('delete_thing')];
/** The file begins with the server's table: what is given stands from line 4 on. */
const codex = (text: string, ...more: { name: string; text: string }[]) =>
  judge('codex', [{ name: 'config.toml', text: `${SERVER}\n${text}` }, ...more], TOOLS);
const head = (text: string, rest = '') =>
  judge('codex', [{ name: 'config.toml', text: `${text}\n${SERVER}\n${rest}` }], TOOLS);

describe('lists', () => {
  test.each<[string, string, string]>([
    ['enabled = false', 'read_thing', 'hidden by config.toml:4 (blanket)'],
    ['enabled = true', 'read_thing', 'not-known by default (none)'],
    ['disabled_tools = [\n"x",\n"read_thing"]', 'read_thing', 'hidden by config.toml:6 (tool)'],
    ['disabled_tools = ["x"]', 'read_thing', 'not-known by default (none)'],
    ['disabled_tools = ["READ_THING"]', 'read_thing', 'not-known by default (none)'],
    ['enabled_tools = ["x"]', 'read_thing', 'hidden by config.toml:4 (pattern)'],
    ['enabled_tools = []', 'read_thing', 'hidden by config.toml:4 (pattern)'],
    [
      'enabled_tools = ["x", "read_thing"]\ndefault_tools_approval_mode = "approve"',
      'read_thing',
      'allowed by config.toml:5 (pattern)',
    ],
    ['enabled_tools = ["read_thing"]\ndisabled_tools = ["read_thing"]', 'read_thing', 'hidden by config.toml:5 (tool)'],
  ])('%s: %s is %s', (text, tool, expected) => expect(codex(text).treat(tool)).toBe(expected));

  test('what they say', () => {
    expect(codex('enabled = false').says('a')).toBe('The server is switched off.');
    expect(codex('disabled_tools = ["a"]').says('a')).toBe('disabled_tools names it.');
    expect(codex('enabled_tools = ["b"]').says('a')).toBe('enabled_tools leaves it out.');
  });
});

describe('modes: the tool’s before the server’s, then the server’s own claims', () => {
  const mode = (value: string) => `default_tools_approval_mode = "${value}"`;
  const own = (value: string) => `[mcp_servers.fx.tools.read_thing]\napproval_mode = "${value}"`;
  test.each<[string, string]>([
    [mode('prompt'), 'asked by config.toml:4 (blanket)'],
    [mode('approve'), 'allowed by config.toml:4 (blanket)'],
    [own('approve'), 'allowed by config.toml:5 (tool)'],
    [own('prompt'), 'asked by config.toml:5 (tool)'],
    [`${mode('approve')}\n${own('prompt')}`, 'asked by config.toml:6 (tool)'],
    [`${mode('prompt')}\n${own('approve')}`, 'allowed by config.toml:6 (tool)'],
    [`enabled_tools = ["read_thing"]\n${mode('approve')}`, 'allowed by config.toml:5 (pattern)'],
    [`enabled_tools = ["read_thing"]\n${own('approve')}`, 'allowed by config.toml:6 (tool)'],
    [`enabled_tools = ["read_thing"]\n${mode('prompt')}`, 'asked by config.toml:5 (blanket)'],
    [mode('auto'), 'not-known by config.toml:4 (none)'],
    [mode('writes'), 'not-known by config.toml:4 (none)'],
  ])('%s: %s', (text, expected) => expect(codex(text).treat('read_thing')).toBe(expected));

  test.each<[object, string, string]>([
    [{ readOnlyHint: true }, 'allowed by default (none)', 'allowed by default (none)'],
    [{ readOnlyHint: true, destructiveHint: true }, 'asked by default (none)', 'allowed by default (none)'],
    [
      { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
      'allowed by default (none)',
      'asked by config.toml:4 (blanket)',
    ],
    [{ destructiveHint: false, openWorldHint: true }, 'asked by default (none)', 'asked by config.toml:4 (blanket)'],
    [{ destructiveHint: null, openWorldHint: false }, 'asked by default (none)', 'asked by config.toml:4 (blanket)'],
    [
      { readOnlyHint: null, destructiveHint: null, openWorldHint: null },
      'asked by default (none)',
      'asked by config.toml:4 (blanket)',
    ],
  ])('a server that claims %j: auto %s, writes %s', (hints, auto, writes) => {
    expect(codex('').treat(seen('read_thing', hints))).toBe(auto);
    expect(codex(mode('auto')).treat(seen('read_thing', hints)).replace('config.toml:4', 'default')).toBe(auto);
    expect(codex(mode('writes')).treat(seen('read_thing', hints))).toBe(writes);
  });

  test('to list a tool by name is a decision: without a mode it asks by that line', () => {
    const hints = { readOnlyHint: null, destructiveHint: null, openWorldHint: null };
    expect(codex('enabled_tools = ["read_thing"]').treat(seen('read_thing', hints))).toBe(
      'asked by config.toml:4 (tool)',
    );
    expect(codex(`enabled_tools = ["read_thing"]\n${mode('auto')}`).treat(seen('read_thing', hints))).toBe(
      'asked by config.toml:4 (tool)',
    );
  });

  test('what they say', () => {
    const hints = { readOnlyHint: null, destructiveHint: null, openWorldHint: null };
    expect(codex(mode('approve')).says('a')).toBe('The mode approve runs it unasked.');
    expect(codex(mode('writes')).says('a')).toBe(
      'In the mode writes the server’s own annotations decide, and our record has none.',
    );
    expect(codex('').says(seen('a', { readOnlyHint: true }))).toBe(
      'In the mode auto it runs unasked, because the server itself says that it is harmless.',
    );
    expect(codex(mode('prompt')).says('a')).toBe('The mode prompt asks.');
    expect(codex('').says(seen('a', hints))).toBe('No mode is set: Codex asks, which is its default.');
    expect(codex('enabled_tools = ["a"]').says(seen('a', hints))).toBe(
      'enabled_tools names it, and without a mode Codex asks.',
    );
  });
});

describe('who is asked', () => {
  const PROMPT = 'default_tools_approval_mode = "prompt"';
  test.each<[string, string]>([
    ['approval_policy = "on-request"', 'asked by config.toml:5 (blanket)'],
    ['approval_policy = "never"', 'denied by config.toml:1 (blanket)'],
    ['sandbox_mode = "danger-full-access"', 'asked by config.toml:5 (blanket)'],
    ['approval_policy = "never"\nsandbox_mode = "workspace-write"', 'denied by config.toml:1 (blanket)'],
    ['sandbox_mode = "danger-full-access"\napproval_policy = "never"', 'allowed by config.toml:2 (blanket)'],
    // A profile is chosen by a flag.
    ['approval_policy = "never"\n[profiles.p]\napproval_policy = "untrusted"', 'denied by config.toml:1 (blanket)'],
  ])('%s: %s', (text, expected) => expect(head(text, PROMPT).treat('read_thing')).toBe(expected));

  test('what they say', () => {
    expect(head('approval_policy = "never"', PROMPT).says('a')).toBe('It should ask, and this policy asks nobody.');
    const open = head('approval_policy = "never"\nsandbox_mode = "danger-full-access"', PROMPT);
    expect(open.says('a')).toMatch(/runs it unasked/);
    expect([open.findings, open.messages]).toEqual([
      ['opens config.toml:1'],
      ['With this and full access to the disk, tools that should ask run unasked.'],
    ]);
  });
});

test('a project’s file counts before the user’s, key by key', () => {
  const user = {
    name: '/home/me/.codex/config.toml',
    text: `${SERVER}\ndefault_tools_approval_mode = "approve"\nenabled_tools = ["read_thing"]`,
  };
  const project = { name: '.codex/config.toml', text: '[mcp_servers.fx]\ndefault_tools_approval_mode = "prompt"' };
  const both = judge('codex', [user, project], TOOLS);
  expect(both.treat('read_thing')).toBe('asked by .codex/config.toml:2 (blanket)');
  expect(both.treat('delete_thing')).toBe('hidden by /home/me/.codex/config.toml:5 (pattern)');
});

describe('requirements of a fleet', () => {
  const requirements = (text: string, server = SERVER) =>
    judge(
      'codex',
      [
        { name: 'config.toml', text: server },
        { name: 'requirements.toml', text },
      ],
      TOOLS,
    );
  test.each<[string, string]>([
    ['[mcp_servers.fx.identity]\ncommand = "npx"', 'not-known by default (none)'],
    ['[mcp_servers.fx.identity]\ncommand = "node"', 'hidden by requirements.toml:1 (blanket)'],
    ['[mcp_servers.fx]\nx = 1', 'hidden by requirements.toml:1 (blanket)'],
    ['[mcp_servers.other.identity]\ncommand = "npx"', 'hidden by requirements.toml:1 (blanket)'],
    ['[mcp_servers]', 'not-known by default (none)'],
    ['allowed = 1', 'not-known by default (none)'],
  ])('%s: %s', (text, expected) => expect(requirements(text).treat('read_thing')).toBe(expected));

  test('where nobody says how a server is started, its name decides', () => {
    const alone = (text: string) => judge('codex', [{ name: 'requirements.toml', text }], TOOLS).treat('a');
    expect(alone('[mcp_servers.fx.identity]\ncommand = "npx"')).toMatch(/^not-known/);
    expect(alone('[mcp_servers.other.identity]\ncommand = "npx"')).toMatch(/^hidden by requirements.toml:1/);
  });

  test('a server at an address is known by its address', () => {
    const remote = '[mcp_servers.fx]\nurl = "https://fx.example/mcp"';
    expect(requirements('[mcp_servers.fx.identity]\nurl = "https://fx.example/mcp"', remote).treat('a')).toMatch(
      /^not-known/,
    );
    expect(requirements('[mcp_servers.fx.identity]\nurl = "https://evil.example/mcp"', remote).treat('a')).toMatch(
      /^hidden/,
    );
  });

  test('what they say', () => {
    expect(requirements('[mcp_servers.other.identity]\ncommand = "npx"').says('a')).toBe(
      'requirements.toml does not name this server, which switches it off.',
    );
    expect(requirements('[mcp_servers.fx.identity]\ncommand = "node"').says('a')).toMatch(
      /is another than requirements.toml says/,
    );
    const empty = requirements('[mcp_servers]');
    expect([empty.findings, empty.messages[0]]).toEqual([
      ['note requirements.toml:1'],
      expect.stringMatching(/not relied on/),
    ]);
    expect(requirements('[mcp_servers.fx.identity]\ncommand = "npx"').findings).toEqual([]);
  });
});

describe('rules that do not do what they seem to', () => {
  test.each<[string, string[], RegExp | null]>([
    ['enabled_tool = ["read_thing"]', ['ignored config.toml:4 -> enabled_tools'], /--strict-config/],
    ['allowlist = ["read_thing"]', ['ignored config.toml:4'], /--strict-config/],
    ['colour = "red"', [], null],
    ['startup_timeout_ms = 1', [], null],
    ['enabled_tools = ["read_thing", "read_*"]', ['matches-nothing config.toml:4'], /no wildcards/],
    ['enabled_tools = ["read_thin"]', ['matches-nothing config.toml:4 -> read_thing'], /No recorded tool/],
    ['disabled_tools = [\n"delete_thing",\n"zzz"\n]', ['matches-nothing config.toml:6'], /No recorded tool/],
    [
      'default_tools_approval_mode = "deny"',
      ['breaks config.toml:4'],
      /There are auto, prompt, writes, approve; to block/,
    ],
    ['[mcp_servers.fx.tools.read_thing]\napproval_mode = "never"', ['breaks config.toml:5'], /does not start/],
    ['[mcp_servers.fx.tools.read_thing]\napproval_mode = 3', ['breaks config.toml:5'], /does not start/],
    [
      '[mcp_servers.fx.tools.raed_thing]\napproval_mode = "prompt"',
      ['matches-nothing config.toml:4 -> read_thing'],
      /No recorded tool/,
    ],
    ['[mcp_servers.fx.tools.read_thing]\napproval_mode = "prompt"', [], null],
  ])('%s: %j', (text, findings, message) => {
    const found = codex(text);
    expect(found.findings).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('a name is not called wrong where nobody knows the tools, a wildcard is', () => {
    const unknown = (text: string) => judge('codex', [{ name: 'config.toml', text: `${SERVER}\n${text}` }]).findings;
    expect(unknown('enabled_tools = ["read_thin"]')).toEqual([]);
    expect(unknown('enabled_tools = ["read_?"]')).toEqual(['matches-nothing config.toml:4']);
  });
});

test('servers that files name', () => {
  expect(codex('[mcp_servers.two]\ncommand = "x"').named).toEqual(['fx', 'two']);
  expect(judge('codex', [{ name: 'config.toml', text: 'approval_policy = "never"' }]).named).toEqual([]);
});
