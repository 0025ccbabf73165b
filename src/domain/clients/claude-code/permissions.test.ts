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
    [{ deny: ['*'] }, 'hidden by .claude/settings.json:4 (blanket)'],
    [{ deny: ['*read*'] }, 'hidden by .claude/settings.json:4 (blanket)'],
    [{ deny: ['mcp_*'] }, 'hidden by .claude/settings.json:4 (blanket)'],
    [{ deny: ['mcp__f*__read_thing'] }, 'hidden by .claude/settings.json:4 (blanket)'],
    [{ deny: ['*delete*'] }, 'asked by default (none)'],
    [{ deny: ['m*'] }, 'asked by default (none)'],
    [{ deny: [' mcp__fx '] }, 'asked by default (none)'],
    [{ allow: ['*'] }, 'asked by default (none)'],
    [{ allow: ['mcp__f*__read_thing'] }, 'asked by default (none)'],
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
    const silent = [
      ...files(MANAGED).slice(0, 2),
      settings({ permissions: { deny: ['mcp__fx__delete_thing'] } }, MANAGED),
    ];
    expect(judge('claude-code', silent, TOOLS).treat('read_thing')).toMatch(/^allowed by .claude.settings.json/);
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
      'asked by default (none)',
      ['breaks .claude/settings.json:4'],
      /must be disable/,
    ],
    [{ defaultMode: 'manual' }, 'asked by default (none)', [], null],
    [{ defaultMode: 'plan', disableBypassPermissionsMode: 'disable' }, 'asked by default (none)', [], null],
    [
      { defaultMode: 'dontask' },
      'asked by default (none)',
      ['breaks .claude/settings.json:3 -> dontAsk'],
      /no mode of Claude Code/,
    ],
    [{ defaultMode: 'never' }, 'asked by default (none)', ['breaks .claude/settings.json:3'], /no mode of Claude Code/],
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
    expect(judge('claude-code', [mcp(), settings({ disabledMcpjsonServers: 'fx' })], TOOLS).treat('a')).toMatch(
      /^hidden/,
    );
    expect(judge('claude-code', [mcp(), settings({ disabledMcpjsonServers: 'fxy' })], TOOLS).treat('a')).toMatch(
      /^asked/,
    );
    // The list is of servers in .mcp.json; one of the user's own is not on it.
    const own = { name: '/home/me/.claude.json', text: JSON.stringify({ mcpServers: { fx: { command: 'x' } } }) };
    expect(judge('claude-code', [own, settings(off)], TOOLS).treat('a')).toMatch(/^asked/);
    expect(judge('claude-code', [settings(off)], TOOLS).treat('a')).toMatch(/^hidden/);
    for (const name of ['repo/.mcp.json', 'C:\\repo\\.mcp.json'])
      expect(judge('claude-code', [{ ...mcp(), name }, settings(off)], TOOLS).treat('a')).toMatch(/^hidden/);
    expect(judge('claude-code', [{ ...mcp(), name: '.mcp.json.bak' }, settings(off)], TOOLS).treat('a')).toMatch(
      /^asked/,
    );
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
      expect(found.says('a')).toMatch(
        /^(This list refuses the server|Managed settings load only the servers that are allowed)/,
      );
  });

  test('a server of which nobody says how it is started is known by its name alone', () => {
    const alone = (lists: object) => judge('claude-code', [settings(lists, MANAGED)], TOOLS).treat('a');
    expect(alone({ deniedMcpServers: [named] })).toMatch(/^hidden/);
    expect(alone({ deniedMcpServers: [byUrl, byCommand] })).toMatch(/^asked/);
    expect(alone({ allowedMcpServers: [named, byUrl, byCommand] })).toMatch(/^asked/);
    expect(alone({ allowedMcpServers: [byUrl, byCommand] })).toMatch(/^hidden/);
  });
});

describe('lists of servers of a user or a project', () => {
  const managed = (lists: object) => settings(lists, MANAGED);
  const named = { serverName: 'fx' };

  test('denials count, whoever wrote them', () => {
    const found = judge('claude-code', [mcp(), settings({ deniedMcpServers: [{}, named] })], TOOLS);
    expect(found.treat('a')).toBe('hidden by .claude/settings.json:4 (blanket)');
    expect(found.findings).toEqual([]);
  });

  test('what they allow adds to a managed list, unless that alone counts', () => {
    const own = settings({ allowedMcpServers: [named] });
    const list = { allowedMcpServers: [{ serverName: 'x' }] };
    expect(judge('claude-code', [mcp(), managed(list), own], TOOLS).treat('a')).toMatch(/^asked/);
    const only = managed({ ...list, allowManagedMcpServersOnly: true });
    expect(judge('claude-code', [mcp(), only, own], TOOLS).treat('a')).toMatch(/^hidden/);
  });

  test('where there is no managed list, theirs hides nothing', () => {
    const own = settings({ allowedMcpServers: [{ serverName: 'x' }] });
    expect(judge('claude-code', [mcp(), own], TOOLS).treat('a')).toMatch(/^asked/);
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
    [{ deny: ['mcp__*__zzz'] }, ['matches-nothing .claude/settings.json:4'], /No recorded tool of these servers/],
    [{ deny: ['*zzz'] }, ['matches-nothing .claude/settings.json:4'], /No recorded tool of these servers/],
    [{ deny: ['*', '*delete*'] }, [], null],
    [{ deny: ['m*'] }, ['matches-nothing .claude/settings.json:4'], /nowhere before/],
    [{ deny: ['Web*', 'Read', ' Bash '] }, [], null],
    [{ allow: ['*'] }, ['matches-nothing .claude/settings.json:4'], /does nothing in allow/],
    [{ allow: ['*delete*'] }, ['matches-nothing .claude/settings.json:4'], /does nothing in allow/],
    [{ ask: ['*'] }, ['matches-nothing .claude/settings.json:4'], /in ask it was not tried/],
    [{ allow: ['mcp__f*__read_thing'] }, ['matches-nothing .claude/settings.json:4'], /does nothing in allow/],
    [{ allow: ['mcp__my_f*__x'] }, ['matches-nothing .claude/settings.json:4'], /does nothing in allow/],
    [{ deny: [' mcp__fx '] }, ['matches-nothing .claude/settings.json:4 -> mcp__fx'], /spaces around/],
    [{ deny: ['read_thing'] }, ['matches-nothing .claude/settings.json:4 -> mcp__fx__read_thing'], /begins with mcp__/],
    [{ deny: ['fx__read_thing'] }, ['matches-nothing .claude/settings.json:4 -> mcp__fx__read_thing'], /begins with/],
    [{ deny: ['fx'] }, ['matches-nothing .claude/settings.json:4 -> mcp__fx'], /begins with mcp__/],
    [
      { deny: ['mcp__fx', 5, null, {}] },
      [5, 6, 7].map((line) => `ignored .claude/settings.json:${line}`),
      /text in quotes/,
    ],
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
      expect.stringMatching(/^It adds to a managed list/),
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
