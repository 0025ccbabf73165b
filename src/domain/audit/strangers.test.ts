import { expect, test } from 'vitest';
import { STRANGERS } from './strangers.cases.ts';
import { HELD_OUT } from './strangers.fixture.ts';
import { differences, notMet } from './strangers-differences.fixture.ts';
import { casesOf, HELD_OUT_NOT_YET } from './strangers-not-yet.fixture.ts';

// The strangers' own files are read from $PLACARD_SHARED, which this layer cannot do: scripts/audit-strangers.test.ts.

test('configurations of our own, of other kinds: what is not met is exactly what is listed', () => {
  const found = notMet(HELD_OUT.map((each) => ({ id: each.id, files: each.texts, answer: each })));
  expect([...found.keys()].sort()).toEqual(casesOf(HELD_OUT_NOT_YET));
});

test('the comparison finds what is wrong: an answer that was expected otherwise', () => {
  const text =
    '{"mcpServers":{"a":{"command":"npx","args":["-y","@modelcontextprotocol/server-memory"]},"b":{"cmd":"x"}}}';
  const found = differences([{ name: '.mcp.json', text }], {
    client: 'codex',
    servers: { a: { like: [] }, c: 'git' },
    notRead: ['alwaysAllow'],
    decisions: { 'a/read_graph': 'hidden .mcp.json:1', 'c/git_status': 'uncontrolled' },
    levels: { 'a/read_graph': 'high' },
    exits: [0, 0, 0],
  });
  expect(found).toEqual({
    client: ['is claude-code'],
    servers: ['a is memory, by package', 'c is missing'],
    unread: ['.mcp.json, mcpServers.b was not read'],
    notRead: ['alwaysAllow is not named'],
    decisions: ['a/read_graph is asked', 'c/git_status is missing'],
    levels: ['a/read_graph is low'],
    uncontrolled: ['--fail-on low fails', '--fail-on high fails'],
  });
});

test('every input has one case, and a case with unread parts says what --allow-unreadable changes', () => {
  expect(new Set(STRANGERS.map(({ id }) => id)).size).toBe(39);
  for (const { id, unread, allowing } of [...STRANGERS, ...HELD_OUT]) {
    expect([id, allowing === undefined]).toEqual([id, unread === undefined]);
  }
});
