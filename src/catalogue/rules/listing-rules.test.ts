import { expect, test } from 'vitest';
import { type GivenServer, problemsOf } from '../../test/content-root.ts';

const TOOLS = [
  { name: 'get_a', description: 'Gets.' },
  { name: 'get_b', description: 'Gets.' },
];
const COMPLETE = { listing: { state: 'complete' } };
const partial = (total?: number) => ({
  tools: TOOLS,
  server: { listing: { state: 'partial', ...(total ? { total } : {}) } },
});

test.each<[string, Readonly<Record<string, GivenServer>>, string[]]>([
  ['a listing of today', { a: { listed: { date: '2026-11-21' } } }, []],
  ['a listing from the future', { a: { listed: { date: '2026-11-22' } } }, ['error a/tools.json listed.date']],
  ['a copy of a day', { a: { definitionSource: 'snapshot', listed: { asOf: '2025-06-05' } } }, []],
  [
    'a copy of no day',
    { a: { definitionSource: 'snapshot', listed: { asOf: undefined } } },
    ['error a/tools.json listed.asOf'],
  ],
  [
    'a copy of later',
    { a: { definitionSource: 'derived', listed: { asOf: '2026-11-21' } } },
    ['error a/tools.json listed.asOf'],
  ],
  ['a listing of ours that is complete', { a: { listed: { how: 'tools/list over stdio' }, server: COMPLETE } }, []],
  ['an answer of somebody’s that is complete', { a: { server: COMPLETE } }, ['error a/server.yaml listing.state']],
  [
    'a copy that is complete',
    { a: { definitionSource: 'snapshot', server: COMPLETE } },
    ['error a/server.yaml listing.state'],
  ],
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
