import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const LONG = `get_${'x'.repeat(60)}`;
const TOOLS = [seen('read_thing'), seen('delete.thing'), seen(LONG)];
const settings = (value: object = {}, entry: object = {}, key = 'fx', name = '.gemini/settings.json') => ({
  name,
  text: JSON.stringify({ mcpServers: { [key]: { ...entry, command: 'npx' } }, ...value }, null, 1),
});
const P = '.gemini/policies/a.toml';
/** Rules, each of which begins in the line that is said of it. */
const policy = (text: string, name = P) => ({ name, text });
const rule = (given: Readonly<Record<string, unknown>>) =>
  [
    '[[rule]]',
    ...Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
  ].join('\n');
const judged = (text: string, ...more: { name: string; text: string }[]) =>
  judge('gemini-cli', [settings(), policy(text), ...more], TOOLS);
const basic = { mcpName: 'fx', toolName: 'read_thing', decision: 'deny', priority: 100 };

describe('the highest priority that fits wins', () => {
  test.each<[object[], string]>([
    [[basic], `hidden by ${P}:1 (tool)`],
    [[{ ...basic, decision: 'allow' }], `allowed by ${P}:1 (tool)`],
    [[{ ...basic, decision: 'ask_user' }], `asked by ${P}:1 (tool)`],
    [[{ ...basic, toolName: '*' }], `hidden by ${P}:1 (blanket)`],
    [[{ ...basic, toolName: ['delete_thing', 'read_thing'] }], `hidden by ${P}:1 (tool)`],
    [[{ ...basic, toolName: ['*', 'read_thing'] }], `hidden by ${P}:1 (tool)`],
    [[{ ...basic, toolName: 'delete_thing' }], 'asked by default (none)'],
    [[{ ...basic, mcpName: 'other' }], 'asked by default (none)'],
    [[{ ...basic, mcpName: '*' }], `hidden by ${P}:1 (pattern)`],
    [[{ ...basic, mcpName: '*', toolName: '*' }], `hidden by ${P}:1 (blanket)`],
    [[{ ...basic, mcpName: '*', toolName: 'delete_thing' }], 'asked by default (none)'],
    [[{ toolName: '*', decision: 'deny', priority: 1 }], `hidden by ${P}:1 (blanket)`],
    [[{ toolName: 'mcp_fx_read_thing', decision: 'deny', priority: 1 }], `hidden by ${P}:1 (tool)`],
    [[{ toolName: 'mcp_fx_*', decision: 'deny', priority: 1 }], `hidden by ${P}:1 (blanket)`],
    [[{ toolName: 'mcp_*', decision: 'deny', priority: 1 }], `hidden by ${P}:1 (blanket)`],
    [[{ toolName: 'mcp_other_*', decision: 'deny', priority: 1 }], 'asked by default (none)'],
    [[{ toolName: 'read_*', decision: 'deny', priority: 1 }], 'asked by default (none)'],
    [[{ toolName: 'read_thing', decision: 'deny', priority: 1 }], 'asked by default (none)'],
    [
      [
        { ...basic, priority: 10 },
        { ...basic, toolName: '*', decision: 'allow', priority: 11 },
      ],
      `allowed by ${P}:6 (blanket)`,
    ],
    [
      [
        { ...basic, priority: 12 },
        { ...basic, toolName: '*', decision: 'allow', priority: 11 },
      ],
      `hidden by ${P}:1 (tool)`,
    ],
    // Which of two equal ones wins is not documented: the laxer is said.
    [[basic, { ...basic, decision: 'allow' }], `allowed by ${P}:6 (tool)`],
    [[{ ...basic, modes: ['yolo'] }], 'asked by default (none)'],
    [[{ ...basic, modes: ['default', 'yolo'] }], `hidden by ${P}:1 (tool)`],
    [[{ ...basic, interactive: false }], 'asked by default (none)'],
    [[{ ...basic, interactive: true }], `hidden by ${P}:1 (tool)`],
  ])('%j: %s', (rules, expected) => {
    expect(judged(rules.map((each) => rule(each as Record<string, unknown>)).join('\n')).treat('read_thing')).toBe(
      expected,
    );
  });

  test('an administrator’s file stands above a user’s', () => {
    const admin = policy(rule({ ...basic, priority: 1 }), '/etc/gemini-cli/policies/a.toml');
    const found = judged(rule({ ...basic, decision: 'allow', priority: 999 }), admin);
    expect(found.treat('read_thing')).toBe('hidden by /etc/gemini-cli/policies/a.toml:1 (tool)');
  });

  test('names are compared as Gemini CLI cleans them, and long ones match nothing', () => {
    const of = (toolName: string, tool: string) => judged(rule({ ...basic, toolName })).treat(tool);
    expect(of('delete.thing', 'delete.thing')).toMatch(/^hidden/);
    expect(of(LONG, LONG)).toBe('asked by default (none)');
    const full = rule({ toolName: `mcp_fx_${LONG}`, decision: 'allow', priority: 1 });
    expect(judged(full).treat(LONG)).toBe('asked by default (none)');
    expect(of('*', LONG)).toBe(`hidden by ${P}:1 (blanket)`);
  });

  test('no rule by name reaches a server whose name has other characters', () => {
    const odd = (given: object) =>
      judge(
        'gemini-cli',
        [settings({}, {}, 'my fx'), policy(rule({ ...basic, mcpName: 'my fx', ...given }))],
        TOOLS,
        'my fx',
      );
    expect(odd({}).treat('read_thing')).toBe('asked by default (none)');
    expect(odd({ mcpName: '*', toolName: '*' }).treat('read_thing')).toBe(`hidden by ${P}:1 (blanket)`);
    expect(odd({}).findings).toEqual([`matches-nothing ${P}:1`, `note ${P}:1`]);
    expect(odd({}).messages[1]).toBe(
      'No rule with mcpName can match the server "my fx": give it a name of letters, digits, - and _.',
    );
  });

  test('what they say', () => {
    expect(judged(rule(basic)).says('read_thing')).toBe(
      'The strongest rule that fits denies it, and the model is not offered it.',
    );
    expect(judged(rule({ ...basic, decision: 'allow' })).says('read_thing')).toBe(
      'The strongest rule that fits allows it unasked.',
    );
    expect(judged(rule({ ...basic, decision: 'ask_user' })).says('read_thing')).toBe(
      'The strongest rule that fits asks before each call.',
    );
    expect(judged('').says('read_thing')).toBe('No rule names it: Gemini CLI asks, which is its default.');
  });
});

describe('rules that hold for some calls only', () => {
  const some = { ...basic, argsPattern: 'x' };
  test.each<[object[], string]>([
    [[some], `asked by ${P}:1 (tool)`],
    [[{ ...some, decision: 'allow' }], `limited by ${P}:1 (tool)`],
    [[{ ...some, decision: 'ask_user' }], 'asked by default (none)'],
    [
      [
        { ...some, decision: 'allow', priority: 200 },
        { ...basic, toolName: '*' },
      ],
      `limited by ${P}:1 (tool)`,
    ],
    [[{ ...some, decision: 'allow', priority: 50 }, basic], `hidden by ${P}:7 (tool)`],
    [
      [
        { ...some, priority: 200 },
        { ...basic, toolName: '*' },
      ],
      `hidden by ${P}:7 (blanket)`,
    ],
    [
      [
        { ...some, priority: 200 },
        { ...basic, decision: 'allow' },
      ],
      `limited by ${P}:1 (tool)`,
    ],
    [[{ ...basic, decision: 'allow', toolAnnotations: { readOnlyHint: true } }], `limited by ${P}:1 (tool)`],
  ])('%j: %s', (rules, expected) => {
    const text = rules
      .map((each) => rule(each as Record<string, unknown>).replace('{"readOnlyHint":true}', '{ readOnlyHint = true }'))
      .join('\n');
    expect(judged(text).treat('read_thing')).toBe(expected);
  });

  test('what they say', () => {
    expect(judged(rule({ ...some, decision: 'allow' })).says('read_thing')).toBe(
      'It depends on the arguments: where they fit, this rule holds; else: No rule names it: Gemini CLI asks, which is its default.',
    );
  });
});

describe('one bad rule drops its whole file', () => {
  test.each<[object, RegExp]>([
    [{ toolName: undefined }, /no toolName/],
    [{ toolName: 7 }, /no toolName/],
    [{ toolName: ['a', 7] }, /no toolName/],
    [{ decision: 'block' }, /none of allow, ask_user and deny/],
    [{ decision: undefined }, /none of allow, ask_user and deny/],
    [{ decision: 'toString' }, /none of allow, ask_user and deny/],
    [{ priority: undefined }, /no whole number from 0 to 999/],
    [{ priority: -1 }, /no whole number from 0 to 999/],
    [{ priority: 1000 }, /no whole number from 0 to 999/],
    [{ priority: 1.5 }, /no whole number from 0 to 999/],
    [{ priority: '1' }, /no whole number from 0 to 999/],
    [{ argsPattern: '(' }, /no regular expression/],
    [{ argsPattern: 7 }, /no regular expression/],
  ])('%j', (given, message) => {
    const bad = Object.fromEntries(Object.entries({ ...basic, ...given }).filter(([, value]) => value !== undefined));
    const found = judged(`${rule(basic)}\n${rule(bad)}`);
    expect(found.treat('read_thing')).toBe('asked by default (none)');
    const missing = 'toolName' in given && given.toolName === undefined;
    expect(found.findings).toEqual([`breaks ${P}:6${missing ? ' -> toolName = "*"' : ''}`]);
    expect(found.messages[0]).toMatch(message);
    expect(found.messages[0]).toMatch(/drops the whole file/);
  });

  test.each([0, 999])('a priority of %i is none', (priority) => {
    expect(judged(rule({ ...basic, priority })).treat('read_thing')).toMatch(/^hidden/);
  });

  test('other files hold', () => {
    const found = judged(rule({ ...basic, priority: -1 }), policy(rule(basic), '.gemini/policies/b.toml'));
    expect(found.treat('read_thing')).toBe('hidden by .gemini/policies/b.toml:1 (tool)');
  });
});

describe('settings', () => {
  const S = '.gemini/settings.json';
  const of = (value: object, entry: object = {}, ...more: { name: string; text: string }[]) =>
    judge('gemini-cli', [settings(value, entry), ...more], TOOLS);

  test.each<[object, object, string]>([
    [{ mcp: { excluded: ['fx'] } }, {}, `hidden by ${S}:9 (blanket)`],
    [{ mcp: { allowed: ['fx'] } }, {}, `allowed by ${S}:9 (blanket)`],
    [{ mcp: { allowed: ['other'] } }, {}, `hidden by ${S}:8 (blanket)`],
    [{ mcp: { allowed: [] } }, {}, `hidden by ${S}:8 (blanket)`],
    [{ mcp: { allowed: ['fx'], excluded: ['fx'] } }, {}, `hidden by ${S}:12 (blanket)`],
    [{}, { trust: true }, `allowed by ${S}:4 (blanket)`],
    [{}, { trust: 'yes' }, 'asked by default (none)'],
    [{ mcp: { excluded: ['fx'] } }, { trust: true }, `hidden by ${S}:10 (blanket)`],
    [{}, { excludeTools: ['a', 'read_thing'] }, `hidden by ${S}:6 (tool)`],
    [{}, { excludeTools: ['a'] }, 'asked by default (none)'],
    [{}, { includeTools: ['a'] }, `hidden by ${S}:4 (pattern)`],
    [{}, { includeTools: ['read_thing'] }, 'asked by default (none)'],
    [{}, { includeTools: ['read_thing(x)'] }, 'asked by default (none)'],
    [{}, { includeTools: [7, 'other_thing', 'read_thing'] }, 'asked by default (none)'],
    [{}, { includeTools: ['read_thing_more'] }, `hidden by ${S}:4 (pattern)`],
    [{}, { includeTools: ['read_thing'], excludeTools: ['read_thing'] }, `hidden by ${S}:8 (tool)`],
    [{ mcp: 'x' }, { includeTools: 'x', excludeTools: 7 }, 'asked by default (none)'],
  ])('%j, %j: %s', (value, entry, expected) => expect(of(value, entry).treat('read_thing')).toBe(expected));

  test('a server’s lists are about its own tools', () => {
    const mcpServers = {
      other: { command: 'x', excludeTools: ['read_thing'], includeTools: [] },
      fx: { command: 'y' },
    };
    const file = { name: S, text: JSON.stringify({ mcpServers }) };
    expect(judge('gemini-cli', [file], TOOLS).treat('read_thing')).toBe('asked by default (none)');
    // A file that does not list the server says nothing of its tools.
    expect(judge('gemini-cli', [{ ...file, text: '{"mcpServers": {}}' }], TOOLS).treat('read_thing')).toBe(
      'asked by default (none)',
    );
  });

  test('are rules of fixed priorities among the others', () => {
    const allow = (priority: number) => policy(rule({ ...basic, decision: 'allow', priority }));
    // What is not connected has no tools that a rule could allow.
    for (const priority of [899, 901]) {
      expect(of({ mcp: { excluded: ['fx'] } }, {}, allow(priority)).treat('read_thing')).toMatch(/^hidden .*settings/);
    }
    const deny = (priority: number) => policy(rule({ ...basic, priority }));
    expect(of({}, { trust: true }, deny(201)).treat('read_thing')).toMatch(/^hidden/);
    expect(of({}, { trust: true }, deny(199)).treat('read_thing')).toMatch(/^allowed/);
    expect(of({ mcp: { allowed: ['fx'] } }, {}, deny(101)).treat('read_thing')).toMatch(/^hidden/);
    expect(of({ mcp: { allowed: ['fx'] } }, {}, deny(99)).treat('read_thing')).toMatch(/^allowed/);
  });

  test('what they say', () => {
    expect(of({ mcp: { allowed: [] } }).says('a')).toBe('mcp.allowed leaves the server out.');
    expect(of({}, { excludeTools: ['a'] }).says('a')).toBe('excludeTools names it.');
    expect(of({}, { includeTools: ['b'] }).says('a')).toBe('includeTools leaves it out.');
  });

  test.each<[object, string[]]>([
    [{ trust: true }, [`opens ${S}:4`]],
    [{ includeTools: ['raed_thing', 'read_thing', 'read_thing(x)', 7] }, [`matches-nothing ${S}:5 -> read_thing`]],
    [{ excludeTools: ['zzz'] }, [`matches-nothing ${S}:5`]],
    [{ include_tools: [] }, [`ignored ${S}:4 -> includeTools`]],
    [{ timeout: 5, cwd: '.' }, []],
  ])('findings on %j: %j', (entry, findings) => expect(of({}, entry).findings).toEqual(findings));
});

describe('rules that match nothing', () => {
  test.each<[object, string[], RegExp | null]>([
    [{}, [], null],
    [{ toolName: '*' }, [], null],
    [{ toolName: 'raed_thing' }, [`matches-nothing ${P}:1 -> read_thing`], /no recorded tool of this server/],
    [{ toolName: 'read_*' }, [`matches-nothing ${P}:1 -> read_thing`], /only "\*" alone/],
    [{ toolName: LONG }, [`matches-nothing ${P}:1`], /shortens this long name/],
    [{ mcpName: 'my fx' }, [`matches-nothing ${P}:1`], /whose name has other characters/],
    [{ mcpName: 'other' }, [`matches-nothing ${P}:1`], /No server of these files/],
    [{ mcpName: '*', toolName: 'delete_*' }, [`matches-nothing ${P}:1`], /a star stands alone/],
    [{ mcpName: undefined, toolName: '*delete*' }, [`matches-nothing ${P}:1`], /a star stands alone/],
    [{ mcpName: undefined, toolName: 'mcp_fx_*' }, [], null],
    [{ mcpName: '*', toolName: 'zzz' }, [], null],
  ])('%j: %j', (given, findings, message) => {
    const found = judged(rule({ ...basic, ...given }));
    expect(
      found.findings.map((line) =>
        'toolName' in given && given.toolName === 'read_*'
          ? line.replace(/( -> read_thing)?$/, ' -> read_thing')
          : line,
      ),
    ).toEqual(findings);
    if (message !== null) expect(found.messages[0]).toMatch(message);
  });

  test('nothing is called wrong where nobody knows the tools', () => {
    expect(judge('gemini-cli', [settings(), policy(rule({ ...basic, toolName: 'raed_thing' }))]).findings).toEqual([]);
  });
});

test('servers that policies name', () => {
  const named = judged(
    [
      rule(basic),
      rule({ ...basic, mcpName: 'two' }),
      rule({ ...basic, mcpName: '*' }),
      rule({ toolName: '*', decision: 'allow', priority: 1 }),
    ].join('\n'),
  ).named;
  expect(named).toEqual(['fx', 'two']);
});
