import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const TOOLS = [seen('read_thing'), seen('delete_thing')];
const mcp = {
  name: '.cursor/mcp.json',
  text: JSON.stringify({ mcpServers: { fx: { command: 'npx', args: ['fx-mcp-server'] } } }),
};
const list = (mcpAllowlist: unknown) => ({
  name: '.cursor/permissions.json',
  text: JSON.stringify({ mcpAllowlist }, null, 1),
});
const judged = (mcpAllowlist: unknown) => judge('cursor', [mcp, list(mcpAllowlist)], TOOLS);

test.each<[unknown, string]>([
  [[], 'not-known by default (none)'],
  [['fx:read_thing'], 'allowed by .cursor/permissions.json:3 (tool)'],
  [['fx:*', 'fx:read_thing'], 'allowed by .cursor/permissions.json:4 (tool)'],
  [['fx:read_*'], 'allowed by .cursor/permissions.json:3 (pattern)'],
  [['fx:*'], 'allowed by .cursor/permissions.json:3 (blanket)'],
  [['*:*'], 'allowed by .cursor/permissions.json:3 (blanket)'],
  [['*:read_thing'], 'allowed by .cursor/permissions.json:3 (pattern)'],
  [['fx:delete_thing', 'other:read_thing', 'read_thing'], 'not-known by default (none)'],
  [[7, 'fx:read_thing'], 'allowed by .cursor/permissions.json:4 (tool)'],
  ['fx:read_thing', 'not-known by default (none)'],
])('%j: %s', (entries, expected) => expect(judged(entries).treat('read_thing')).toBe(expected));

test('what they say', () => {
  expect(judged(['fx:a']).says('a')).toBe('The allowlist names it: it may run unasked.');
  expect(judged(['fx:*']).says('a')).toBe('The pattern fx:* of the allowlist opens it: it may run unasked.');
  expect(judged([]).says('a')).toMatch(/auto-run setting, which is in no file/);
});

describe('entries that do not do what they seem to', () => {
  test.each<[string[], string[], RegExp | null]>([
    [['read_thing'], ['matches-nothing .cursor/permissions.json:3'], /server:tool/],
    [['fx:raed_thing'], ['matches-nothing .cursor/permissions.json:3 -> fx:read_thing'], /No recorded tool/],
    [['fx:zzz'], ['matches-nothing .cursor/permissions.json:3'], /No recorded tool/],
    [['other:read_thing'], ['matches-nothing .cursor/permissions.json:3'], /No server of these files/],
    [['fx:read_*', 'fx:*', '*:read_thing', 'fx:delete_thing'], [], null],
  ])('%j: %j', (entries, findings, message) => {
    expect(judged(entries).findings).toEqual(findings);
    if (message !== null) expect(judged(entries).messages[0]).toMatch(message);
  });

  test.each<[unknown, string[]]>([
    [
      [7, null, 'fx:*'],
      ['ignored .cursor/permissions.json:3', 'ignored .cursor/permissions.json:4'],
    ],
    ['fx:*', ['ignored .cursor/permissions.json:2']],
  ])('what is no text: %j', (entries, findings) => expect(judged(entries).findings).toEqual(findings));

  test('a server that was meant', () => {
    const long = { name: '.cursor/mcp.json', text: JSON.stringify({ mcpServers: { filesystem: { command: 'x' } } }) };
    expect(judge('cursor', [long, list(['filesytem:read_thing'])], TOOLS, 'filesystem').findings).toEqual([
      'matches-nothing .cursor/permissions.json:3 -> filesystem:read_thing',
    ]);
  });

  test('nothing is called wrong where nobody knows the tools', () => {
    expect(judge('cursor', [mcp, list(['fx:raed_thing'])]).findings).toEqual([]);
  });
});

test('servers that entries name', () => {
  expect(judged(['fx:a', 'fx:b', 'two:*', '*:x', 'three']).named).toEqual(['fx', 'two']);
});
