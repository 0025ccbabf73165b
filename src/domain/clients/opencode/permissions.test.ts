import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const MCP = { fx: { type: 'local', command: ['npx', 'fx-mcp-server'] } };
const TOOLS = [seen('read_thing'), seen('delete.thing')];
/** One member a line: the server stands in lines 2 to 10, so that what is given begins in line 11. */
const file = (value: object, name = 'opencode.json', mcp: object = MCP) => ({
  name,
  text: JSON.stringify({ mcp, ...value }, null, 1),
});
const judged = (value: object) => judge('opencode', [file(value)], TOOLS);
const ruled = (permission: unknown) => judged({ permission });

describe('the last rule that fits wins', () => {
  test.each<[unknown, string]>([
    [undefined, 'allowed by default (none)'],
    ['ask', 'asked by opencode.json:11 (blanket)'],
    ['deny', 'hidden by opencode.json:11 (blanket)'],
    ['allow', 'allowed by opencode.json:11 (blanket)'],
    ['never', 'not-known by opencode.json:11 (none)'],
    [{ fx_read_thing: 'ask' }, 'asked by opencode.json:12 (tool)'],
    [{ fx_read_thing: 'allow' }, 'allowed by opencode.json:12 (tool)'],
    [{ 'fx_read*': 'deny' }, 'hidden by opencode.json:12 (pattern)'],
    [{ 'fx_*': 'deny' }, 'hidden by opencode.json:12 (blanket)'],
    [{ '*': 'ask' }, 'asked by opencode.json:12 (blanket)'],
    [{ 'fx_*': 'deny', fx_read_thing: 'allow' }, 'allowed by opencode.json:13 (tool)'],
    [{ fx_read_thing: 'allow', 'fx_*': 'deny' }, 'hidden by opencode.json:13 (blanket)'],
    [{ 'fx_read?thing': 'ask' }, 'asked by opencode.json:12 (pattern)'],
    [{ 'fx_?*': 'ask' }, 'asked by opencode.json:12 (blanket)'],
    [{ fx_read_thing: { '?': 'deny' } }, 'hidden by opencode.json:13 (tool)'],
    [{ other_read_thing: 'deny' }, 'allowed by default (none)'],
    [{ fx_read_thing: 'Allow' }, 'not-known by opencode.json:12 (none)'],
    [{ fx_read_thing: 7 }, 'not-known by opencode.json:12 (none)'],
    [{ fx_read_thing: { '*': 'deny' } }, 'hidden by opencode.json:13 (tool)'],
    [{ fx_read_thing: { 'x*': 'deny' } }, 'allowed by default (none)'],
    [{ fx_read_thing: { '*': 'ask', 'x*': 'deny' } }, 'asked by opencode.json:13 (tool)'],
    [{ 1: 'allow', 'fx_*': 'deny', 2: 'ask' }, 'hidden by opencode.json:14 (blanket)'],
    [7, 'not-known by opencode.json:11 (none)'],
    [[], 'not-known by opencode.json:11 (none)'],
    [{ fx_read_thing: 'deny', other: 'never' }, 'not-known by opencode.json:13 (none)'],
  ])('%j: %s', (permission, expected) => expect(ruled(permission).treat('read_thing')).toBe(expected));

  test('names are compared as opencode spells them', () => {
    expect(ruled({ fx_delete_thing: 'deny' }).treat('delete.thing')).toBe('hidden by opencode.json:12 (tool)');
  });

  test('the older switches come before all rules', () => {
    expect(judged({ tools: { fx_read_thing: false } }).treat('read_thing')).toBe('hidden by opencode.json:12 (tool)');
    expect(judged({ tools: { fx_read_thing: true } }).treat('read_thing')).toBe('allowed by opencode.json:12 (tool)');
    expect(judged({ tools: { 'fx_*': false }, permission: { fx_read_thing: 'ask' } }).treat('read_thing')).toBe(
      'asked by opencode.json:15 (tool)',
    );
    expect(judged({ permission: 'ask', tools: { fx_read_thing: false } }).treat('read_thing')).toBe(
      'asked by opencode.json:11 (blanket)',
    );
  });

  test('what they say', () => {
    expect(ruled(undefined).says('a')).toBe('No rule names it: opencode runs it unasked, which is its default.');
    expect(ruled('allow').says('a')).toBe('The last rule that fits allows it unasked.');
    expect(ruled('ask').says('a')).toBe('The last rule that fits asks before each call.');
    expect(ruled('deny').says('a')).toBe('The last rule that fits denies it, and the model is not offered it.');
    expect(ruled('no').says('a')).toBe('opencode does not start with a value that is no permission.');
  });
});

describe('several files', () => {
  const USER = '/home/me/.config/opencode/opencode.json';
  const both = (project: object, user: object) =>
    judge('opencode', [file(project), file(user, USER)], TOOLS).treat('read_thing');

  test('a project’s rule takes the place of the user’s of that key, and stands where that stood', () => {
    expect(both({ permission: { fx_read_thing: 'allow', '*': 'deny' } }, { permission: 'ask' })).toBe(
      'allowed by opencode.json:12 (tool)',
    );
    expect(both({ permission: { 'fx_*': 'ask' } }, { permission: { 'fx_*': 'deny' } })).toBe(
      'asked by opencode.json:12 (blanket)',
    );
    expect(both({ permission: { 'fx_*': 'deny' } }, { permission: { 'fx_*': 'ask', fx_read_thing: 'allow' } })).toBe(
      `allowed by ${USER}:13 (tool)`,
    );
    expect(both({ permission: { fx_read_thing: 'ask' } }, { permission: { 'fx_*': 'deny' } })).toBe(
      'asked by opencode.json:12 (tool)',
    );
  });

  test.each<[object, object, string]>([
    [{ ...MCP.fx, enabled: false }, MCP.fx, 'hidden by opencode.json:9 (blanket)'],
    [{ ...MCP.fx, enabled: true }, { ...MCP.fx, enabled: false }, 'allowed by default (none)'],
    [MCP.fx, { ...MCP.fx, enabled: false }, `hidden by ${USER}:9 (blanket)`],
    [{ ...MCP.fx, enabled: 'no' }, MCP.fx, 'allowed by default (none)'],
  ])('a server that is switched off: %j over %j', (project, user, expected) => {
    const found = judge('opencode', [file({}, 'opencode.json', { fx: project }), file({}, USER, { fx: user })], TOOLS);
    expect(found.treat('read_thing')).toBe(expected);
    if (expected.startsWith('hidden')) expect(found.says('read_thing')).toBe('The server is switched off.');
  });
});

describe('rules that do not do what they seem to', () => {
  test.each<[object, string[], RegExp | null]>([
    [{ fx_read_thing: 'never' }, ['breaks opencode.json:12'], /There are allow, ask and deny/],
    [{ fx_read_thing: { 'x*': 'deny' } }, ['matches-nothing opencode.json:13'], /Rules on arguments do nothing/],
    [{ bash: { 'git *': 'allow' }, edit: 'ask', webfetch: 'deny' }, [], null],
    [{ fx_raed_thing: 'deny' }, ['matches-nothing opencode.json:12 -> fx_read_thing'], /writes server_tool/],
    [{ mcp__fx__read_thing: 'deny' }, ['matches-nothing opencode.json:12 -> fx_read_thing'], /writes server_tool/],
    [
      { 'mcp__fx__delete.thing': 'deny' },
      ['matches-nothing opencode.json:12 -> fx_delete_thing'],
      /writes server_tool/,
    ],
    [{ fxzzzzz: 'deny' }, ['matches-nothing opencode.json:12'], /writes server_tool/],
    [{ 'fx_zzz*': 'deny' }, ['matches-nothing opencode.json:12'], /No recorded tool fits this pattern/],
    [{ 'f*': 'deny' }, [], null],
    [{ 'other_*': 'deny' }, [], null],
    [{ other_thing: { 'x*': 'deny' } }, [], null],
    [{ 'fx_*': 'deny' }, [], null],
    [{ 'fx_read_thing?': 'deny' }, ['matches-nothing opencode.json:12 -> fx_read_thing'], /writes server_tool/],
  ])('%j: %j', (permission, findings, message) => {
    const found = ruled(permission);
    expect(found.findings).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('nothing is called wrong where nobody knows the tools', () => {
    const unknown = (permission: object) => judge('opencode', [file({ permission })]).findings;
    expect(unknown({ fx_raed_thing: 'deny' })).toEqual([]);
    expect(unknown({ 'fx_zzz*': 'deny' })).toEqual([]);
    expect(unknown({ fx_read_thing: 7 })).toEqual(['breaks opencode.json:12']);
  });

  test('agents that have permissions of their own are named', () => {
    const agents = (value: object) => judged(value).findings;
    expect(agents({ agent: { a: { permission: {} }, b: { tools: {} }, c: { model: 'x' }, d: 7 } })).toEqual([
      'note opencode.json:12',
      'note opencode.json:15',
    ]);
    expect(agents({ mode: { a: { permission: {} } } })).toEqual(['note opencode.json:12']);
    expect(agents({ agent: 'x' })).toEqual([]);
    expect(judged({ agent: { a: { tools: {} } } }).messages).toEqual([
      'This agent has permissions of its own, which are not read here.',
    ]);
  });
});

test('rules name no servers: a name may end anywhere', () => {
  expect(ruled({ fx_read_thing: 'ask' }).named).toEqual([]);
});

describe('opencode 2: a list of rules, and what none names is asked', () => {
  /** One rule a line, from line 3 on. */
  const two = (rules: readonly object[], more = '') => ({
    name: 'opencode.json',
    text: `{ "mcp": { "servers": ${JSON.stringify(MCP)} }${more},\n"permissions": [\n${rules.map((rule) => JSON.stringify(rule)).join(',\n')}] }`,
  });
  const rule = (action: string, effect: string, resource?: string) => ({
    action,
    effect,
    ...(resource ? { resource } : {}),
  });
  const treated = (...rules: object[]) => judge('opencode', [two(rules)], TOOLS).treat('read_thing');

  test.each<[object[], string]>([
    [[], 'asked by default (none)'],
    [[rule('*', 'allow')], 'allowed by opencode.json:3 (blanket)'],
    [[rule('*', 'ask', '*'), rule('fx_read_thing', 'deny', '*')], 'hidden by opencode.json:4 (tool)'],
    [[rule('fx_*', 'deny'), rule('*', 'allow')], 'allowed by opencode.json:4 (blanket)'],
    [[rule('fx_read*', 'ask')], 'asked by opencode.json:3 (pattern)'],
    [[rule('other_*', 'deny')], 'asked by default (none)'],
    [[rule('fx_*', 'never')], 'not-known by opencode.json:3 (none)'],
    // A rule on resources decides nothing, and hides nothing that came before it.
    [[rule('fx_*', 'deny'), rule('fx_*', 'allow', 'x')], 'not-known by opencode.json:4 (none)'],
    [[{ action: 7 }, rule('fx_*', 'deny')], 'hidden by opencode.json:4 (blanket)'],
  ])('%j: %s', (rules, expected) => expect(treated(...rules)).toBe(expected));

  test('rules of the other version are said not to count', () => {
    const old = judge('opencode', [two([], ', "permission": "deny"')], TOOLS);
    expect([old.treat('a'), old.findings]).toEqual(['asked by default (none)', ['note opencode.json:1']]);
    const found = judged({ permissions: [rule('*', 'deny')] });
    expect([found.treat('a'), found.findings]).toEqual(['allowed by default (none)', ['ignored opencode.json:11']]);
  });

  test('a server that is switched off', () => {
    const off = { fx: { ...MCP.fx, enabled: false } };
    const text = `{ "mcp": {\n"servers": ${JSON.stringify(off)} } }`;
    expect(judge('opencode', [{ name: 'opencode.json', text }], TOOLS).treat('a')).toBe(
      'hidden by opencode.json:2 (blanket)',
    );
  });
});
