import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const MANAGED = '/etc/claude-code/managed-settings.json';
const mcp = (entry: object = { command: 'npx', args: ['fx-mcp-server'] }, key = 'fx') => ({
  name: '.mcp.json',
  text: JSON.stringify({ mcpServers: { [key]: entry } }),
});
/** One member a line, so that the line of each can be told. */
const settings = (value: object, name = '.claude/settings.json') => ({ name, text: JSON.stringify(value, null, 1) });
const TOOLS = [seen('read_thing'), seen('delete_thing')];
const judged = (permissions: object, more: object = {}) =>
  judge('claude-code', [mcp(), settings({ permissions, ...more })], TOOLS);

describe('rules', () => {
  test.each<[object, string]>([
    [{}, 'asked by default (none)'],
    [{ allow: ['mcp__fx__read_thing'] }, 'allowed by .claude/settings.json:4 (tool)'],
    [{ allow: ['Bash(ls)', 'mcp__fx__read_thing'] }, 'allowed by .claude/settings.json:5 (tool)'],
    [{ allow: ['mcp__fx'] }, 'allowed by .claude/settings.json:4 (blanket)'],
    [{ allow: ['mcp__fx__*'] }, 'allowed by .claude/settings.json:4 (blanket)'],
    [{ allow: ['mcp__fx__read_*'] }, 'allowed by .claude/settings.json:4 (pattern)'],
    [{ allow: ['mcp__fx', 'mcp__fx__r*', 'mcp__fx__read_thing'] }, 'allowed by .claude/settings.json:6 (tool)'],
    [{ allow: ['mcp__fx', 'mcp__fx__r*'] }, 'allowed by .claude/settings.json:5 (pattern)'],
    [{ ask: ['mcp__fx__read_thing'] }, 'asked by .claude/settings.json:4 (tool)'],
    [{ deny: ['mcp__fx__read_thing'] }, 'hidden by .claude/settings.json:4 (tool)'],
    [{ allow: ['mcp__fx__read_thing'], ask: ['mcp__fx'] }, 'asked by .claude/settings.json:7 (blanket)'],
    [
      { allow: ['mcp__fx__read_thing'], ask: ['mcp__fx'], deny: ['mcp__*'] },
      'hidden by .claude/settings.json:10 (blanket)',
    ],
    [{ deny: ['mcp__*__read_thing'] }, 'hidden by .claude/settings.json:4 (blanket)'],
    [{ deny: ['*'] }, 'asked by default (none)'],
    [{ allow: ['mcp__*'] }, 'asked by default (none)'],
    [{ ask: ['mcp__*'] }, 'asked by default (none)'],
    [{ deny: ['mcp__fx__read_thing(id:1)'] }, 'asked by default (none)'],
    [{ deny: ['mcp__fx__read_*(id)'] }, 'asked by default (none)'],
    [{ deny: ['mcp__fx__delete_*'] }, 'asked by default (none)'],
    [{ deny: ['mcp__fxx__*'] }, 'asked by default (none)'],
    [{ deny: 'mcp__fx__read_thing' }, 'asked by default (none)'],
    [{ deny: [7, 'mcp__fx__read_thing'] }, 'hidden by .claude/settings.json:5 (tool)'],
  ])('%j: %s', (permissions, expected) => expect(judged(permissions).treat('read_thing')).toBe(expected));

  test('what they say', () => {
    expect(judged({ deny: ['mcp__fx'] }).says('a')).toBe('A deny rule takes it from the model.');
    expect(judged({ ask: ['mcp__fx'] }).says('a')).toBe('An ask rule asks before each call.');
    expect(judged({ allow: ['mcp__fx'] }).says('a')).toBe('An allow rule lets it run unasked.');
    expect(judged({}).says('a')).toBe('No rule names it: Claude Code asks, which is its default.');
  });

  test('names are compared as Claude Code spells them', () => {
    const odd = (rule: string) =>
      judge(
        'claude-code',
        [mcp({ command: 'x' }, 'my fx'), settings({ permissions: { deny: [rule] } })],
        TOOLS,
        'my fx',
      ).treat('read.thing');
    expect(odd('mcp__my_fx__read_thing')).toMatch(/^hidden .*\(tool\)/);
    expect(odd('mcp__my fx__read.thing')).toMatch(/^asked by default/);
  });

  test('rules of all levels count together', () => {
    const files = [
      mcp(),
      settings({ permissions: { allow: ['mcp__fx__read_thing'] } }),
      settings({ permissions: { deny: ['mcp__fx__read_*'] } }, '/home/me/.claude/settings.json'),
    ];
    expect(judge('claude-code', files, TOOLS).treat('read_thing')).toBe(
      'hidden by /home/me/.claude/settings.json:4 (pattern)',
    );
  });

  test('where only managed rules count, others do not, and that is said', () => {
    const files = (name: string) => [
      mcp(),
      settings({ permissions: { allow: ['mcp__fx__read_thing'] } }),
      settings({ allowManagedPermissionRulesOnly: true, permissions: { deny: ['mcp__fx__delete_thing'] } }, name),
    ];
    const managed = judge('claude-code', files(MANAGED), TOOLS);
    expect(managed.treat('read_thing')).toBe('asked by default (none)');
    expect(managed.treat('delete_thing')).toMatch(/^hidden by .etc/);
    expect(managed.findings).toEqual(['ignored .claude/settings.json:2']);
    expect(managed.messages).toEqual(['Managed settings let only managed rules count: these do not.']);
    const user = judge('claude-code', files('/home/me/.claude/settings.json'), TOOLS);
    expect(user.treat('read_thing')).toBe('allowed by .claude/settings.json:4 (tool)');
    expect(user.messages).toEqual(['allowManagedPermissionRulesOnly counts in managed settings only.']);
  });
});

describe('modes', () => {
  test.each<[object, string, string[], RegExp | null]>([
    [{ defaultMode: 'default' }, 'asked by default (none)', [], null],
    [{ defaultMode: 'plan' }, 'asked by default (none)', [], null],
    [{ defaultMode: 'acceptEdits' }, 'asked by default (none)', [], null],
    [{ defaultMode: 'dontAsk' }, 'denied by .claude/settings.json:3 (blanket)', [], null],
    [{ defaultMode: 'auto' }, 'not-known by .claude/settings.json:3 (blanket)', [], null],
    [
      { defaultMode: 'bypassPermissions' },
      'allowed by .claude/settings.json:3 (blanket)',
      ['opens .claude/settings.json:3'],
      /no rule names runs unasked/,
    ],
    [
      { defaultMode: 'bypassPermissions', disableBypassPermissionsMode: 'disable' },
      'asked by default (none)',
      ['ignored .claude/settings.json:3'],
      /^Line 4 of .claude\/settings.json refuses this mode\.$/,
    ],
    [
      { defaultMode: 'bypassPermissions', disableBypassPermissionsMode: 'no' },
      'allowed by .claude/settings.json:3 (blanket)',
      ['opens .claude/settings.json:3'],
      null,
    ],
    [{ defaultMode: 'plan', disableBypassPermissionsMode: 'disable' }, 'asked by default (none)', [], null],
    [
      { defaultMode: 'dontask' },
      'asked by default (none)',
      ['ignored .claude/settings.json:3 -> dontAsk'],
      /no mode of Claude Code/,
    ],
    [
      { defaultMode: 'never' },
      'asked by default (none)',
      ['ignored .claude/settings.json:3'],
      /no mode of Claude Code/,
    ],
  ])('%j: %s', (permissions, expected, findings, message) => {
    const found = judged(permissions);
    expect([found.treat('read_thing'), found.findings]).toEqual([expected, findings]);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('the strongest level’s mode counts, and rules before it', () => {
    const files = [
      mcp(),
      settings(
        { permissions: { defaultMode: 'dontAsk', allow: ['mcp__fx__delete_thing'] } },
        '.claude/settings.local.json',
      ),
      settings({ permissions: { defaultMode: 'bypassPermissions' } }, '/home/me/.claude/settings.json'),
    ];
    const found = judge('claude-code', files, TOOLS);
    expect(found.treat('read_thing')).toBe('denied by .claude/settings.local.json:3 (blanket)');
    expect(found.treat('delete_thing')).toMatch(/^allowed .*\(tool\)$/);
  });

  test('what they say', () => {
    expect(judged({ defaultMode: 'dontAsk' }).says('a')).toBe('The mode dontAsk refuses what no allow rule names.');
    expect(judged({ defaultMode: 'auto' }).says('a')).toBe('The mode auto lets a model decide whether to ask.');
    expect(judged({ defaultMode: 'bypassPermissions' }).says('a')).toBe(
      'The mode bypassPermissions runs what no rule names, unasked.',
    );
  });
});

describe('servers that are switched off', () => {
  test('a project’s server, by its name', () => {
    const off = { disabledMcpjsonServers: ['other', 'fx'] };
    const found = judge('claude-code', [mcp(), settings(off)], TOOLS);
    expect([found.treat('a'), found.says('a')]).toEqual([
      'hidden by .claude/settings.json:4 (blanket)',
      'The server is switched off.',
    ]);
    expect(judge('claude-code', [mcp(), settings({ disabledMcpjsonServers: ['other'] })], TOOLS).treat('a')).toMatch(
      /^asked/,
    );
    // The list is of servers in .mcp.json; one of the user's own is not on it.
    const own = { name: '/home/me/.claude.json', text: JSON.stringify({ mcpServers: { fx: { command: 'x' } } }) };
    expect(judge('claude-code', [own, settings(off)], TOOLS).treat('a')).toMatch(/^asked/);
    expect(judge('claude-code', [settings(off)], TOOLS).treat('a')).toMatch(/^hidden/);
  });

  const stdio = { command: 'npx', args: ['fx-mcp-server'] };
  const http = { type: 'http', url: 'https://fx.example/mcp' };
  const named = { serverName: 'fx' };
  const byCommand = { serverCommand: ['npx', 'fx-mcp-server'] };
  const byUrl = { serverUrl: 'https://*.example/*' };
  test.each<[string, object, object, boolean]>([
    ['denied by name', stdio, { deniedMcpServers: [{ serverName: 'x' }, named] }, true],
    ['denied by command', stdio, { deniedMcpServers: [byCommand] }, true],
    ['denied by another command', stdio, { deniedMcpServers: [{ serverCommand: ['npx', 'other'] }] }, false],
    ['denied by address', http, { deniedMcpServers: [byUrl] }, true],
    ['denied by another address', http, { deniedMcpServers: [{ serverUrl: 'https://other.test/*' }] }, false],
    ['a command is no address', http, { deniedMcpServers: [byCommand] }, false],
    ['an address is no command', stdio, { deniedMcpServers: [byUrl] }, false],
    ['an entry that says nothing', stdio, { deniedMcpServers: [{}] }, false],
    ['not a list', stdio, { deniedMcpServers: 'fx' }, false],
    ['allowed by name', stdio, { allowedMcpServers: [named] }, false],
    ['not allowed', stdio, { allowedMcpServers: [{ serverName: 'x' }] }, true],
    ['nothing allowed', stdio, { allowedMcpServers: [] }, true],
    ['a name is not enough beside commands', stdio, { allowedMcpServers: [named, { serverCommand: ['x'] }] }, true],
    ['allowed by command', stdio, { allowedMcpServers: [byCommand, { serverName: 'x' }] }, false],
    ['a name is enough beside addresses', stdio, { allowedMcpServers: [named, byUrl] }, false],
    ['allowed by address', http, { allowedMcpServers: [byUrl] }, false],
    [
      'a name is not enough beside addresses',
      http,
      { allowedMcpServers: [named, { serverUrl: 'https://x.test/' }] },
      true,
    ],
  ])('managed settings: %s', (_, entry, lists, isOff) => {
    const found = judge('claude-code', [mcp(entry), settings(lists, MANAGED)], TOOLS);
    expect(found.treat('a')).toMatch(isOff ? /^hidden by .etc.*\(blanket\)$/ : /^asked by default/);
    if (isOff)
      expect(found.says('a')).toMatch(/^Managed settings (refuse this server|load only the servers of this list)/);
  });
});

describe('rules that do not do what they seem to', () => {
  test.each<[object, string[], RegExp | null]>([
    [
      { deny: ['mcp__fx__read_thing(id)'] },
      ['matches-nothing .claude/settings.json:4 -> mcp__fx__read_thing'],
      /have parentheses/,
    ],
    [{ allow: ['mcp__*'] }, ['matches-nothing .claude/settings.json:4'], /does nothing in allow/],
    [{ ask: ['mcp__*__read_thing'] }, ['matches-nothing .claude/settings.json:4'], /in ask it was not tried/],
    [{ deny: ['mcp__*'] }, [], null],
    [{ deny: ['mcp__*__zzz'] }, [], null],
    [{ deny: ['mcp__fx'] }, [], null],
    [{ deny: ['mcp__fx__*'] }, [], null],
    [{ deny: ['mcp__fx__read_*'] }, [], null],
    [
      { deny: ['mcp__fx__raed_thing'] },
      ['matches-nothing .claude/settings.json:4 -> mcp__fx__read_thing'],
      /No recorded tool of fx fits it/,
    ],
    [{ deny: ['mcp__fx__zzz_*'] }, ['matches-nothing .claude/settings.json:4'], /No recorded tool of fx fits it/],
    [{ deny: ['mcp__fxx__read_thing'] }, ['matches-nothing .claude/settings.json:4'], /No server of these files/],
    [
      { deny: ['mcp_fx__read_thing'] },
      ['matches-nothing .claude/settings.json:4 -> mcp__fx__read_thing'],
      /No server of these files/,
    ],
    [{ deny: ['mcp__fxx'] }, ['matches-nothing .claude/settings.json:4'], /No server of these files/],
    [{ deny: ['mcp__github__x'] }, ['matches-nothing .claude/settings.json:4'], /No server of these files/],
    [{ deny: ['Bash(rm *)', 'WebFetch'] }, [], null],
    [{ alow: ['x'] }, ['ignored .claude/settings.json:3 -> allow'], /knows no such member/],
    [{ denied: ['x'] }, ['ignored .claude/settings.json:3 -> deny'], /knows no such member/],
    [{ colour: 'red', additionalDirectories: [] }, [], null],
  ])('%j: %j', (permissions, findings, message) => {
    const found = judged(permissions);
    expect(found.findings).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('members of the file', () => {
    const of = (value: object) => judge('claude-code', [mcp(), settings(value)], TOOLS);
    expect(of({ permissions: {}, permisions: {} }).findings).toEqual([
      'ignored .claude/settings.json:3 -> permissions',
    ]);
    const hooks = of({ hooks: {} });
    expect([hooks.findings, hooks.messages[0]]).toEqual([
      ['note .claude/settings.json:2'],
      expect.stringMatching(/^Hooks can allow/),
    ]);
    expect(of({ permissions: {}, allowedMcpServers: [] }).messages).toEqual([
      'allowedMcpServers counts in managed settings only.',
    ]);
    expect(
      judge('claude-code', [mcp(), settings({ allowedMcpServers: [{ serverName: 'fx' }] }, MANAGED)], TOOLS).findings,
    ).toEqual([]);
  });

  test('a server’s name with other characters is spelt with _', () => {
    const found = judge(
      'claude-code',
      [mcp({ command: 'x' }, 'my fx'), settings({ permissions: { deny: ['mcp__my fx__read.thing'] } })],
      TOOLS,
      'my fx',
    );
    expect(found.findings).toEqual(['matches-nothing .claude/settings.json:4 -> mcp__my_fx__read_thing']);
    expect(found.messages[0]).toMatch(/spells the server with _/);
  });

  test('a server that was meant, where its name is long enough to tell', () => {
    const rule = (text: string) =>
      judge(
        'claude-code',
        [mcp({ command: 'x' }, 'filesystem'), settings({ permissions: { deny: [text] } })],
        TOOLS,
        'filesystem',
      ).findings;
    expect(rule('mcp__filesytem__read_thing')).toEqual([
      'matches-nothing .claude/settings.json:4 -> mcp__filesystem__read_thing',
    ]);
    expect(rule('mcp__filesytem')).toEqual(['matches-nothing .claude/settings.json:4 -> mcp__filesystem']);
  });

  test('nothing is called wrong where nobody knows the tools, or no server is listed', () => {
    const rule = settings({ permissions: { deny: ['mcp__fx__raed_thing'] } });
    expect(judge('claude-code', [mcp(), rule]).findings).toEqual([]);
  });
});

test('servers that rules name', () => {
  const { named } = judged({
    allow: ['mcp__two', 'mcp__fx__a', 'Bash(ls)'],
    deny: ['mcp__fx__b', 'mcp__*', 'mcp__x(y)__z'],
  });
  expect(named).toEqual(['fx', 'two']);
});
