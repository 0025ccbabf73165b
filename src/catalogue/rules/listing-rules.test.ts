import { expect, test } from 'vitest';
import { type GivenServer, problemsOf } from '../../test/content-root.ts';

const TOOLS = [
  { name: 'get_a', description: 'Gets.' },
  { name: 'get_b', description: 'Gets.' },
];
const partial = (total?: number) => ({
  tools: TOOLS,
  server: { listing: { state: 'partial', ...(total ? { total } : {}) } },
});

test.each<[string, Readonly<Record<string, GivenServer>>, string[]]>([
  ['a listing of today', { a: { listed: { date: '2026-11-21' } } }, []],
  ['a listing from the future', { a: { listed: { date: '2026-11-22' } } }, ['error a/tools.json listed.date']],
  ['a server without tools', { a: { tools: [] } }, ['warning a/tools.json tools']],
  ['a part of the tools', { a: partial(3) }, []],
  ['a part of nobody knows how many', { a: partial() }, []],
  ['a part that is all', { a: partial(2) }, ['error a/server.yaml listing.total']],
  ['a part that is more than all', { a: partial(1) }, ['error a/server.yaml listing.total']],
  ['a slug that moved away', { a: { server: { moved: ['b'] } } }, []],
  ['a slug that moved away and is in use', { a: { server: { moved: ['b'] } }, b: {} }, ['error a/server.yaml moved']],
  [
    'a slug that moved to two servers',
    { a: { server: { moved: ['c', 'd'] } }, b: { server: { moved: ['d'] } } },
    ['error b/server.yaml moved'],
  ],
  ['a slug that moved twice to one server', { a: { server: { moved: ['c', 'c'] } } }, ['error a/server.yaml moved']],
])('%s', async (_, servers, expected) => {
  const problems = await problemsOf({ servers });
  expect(
    problems.map(({ severity, file, field }) => `${severity} ${file.replace('content/servers/', '')} ${field}`),
  ).toEqual(expected);
});
