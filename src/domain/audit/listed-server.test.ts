import { describe, expect, test } from 'vitest';
import { readDocument } from '../clients/read-document.ts';
import { hintsOf, serverOfList } from './listed-server.ts';

const listOf = (name: string, value: unknown) => serverOfList(readDocument({ name, text: JSON.stringify(value) }));
const GET = { name: 'get_thing', description: 'Returns one thing.' };
const DROP = { name: 'drop_table', description: 'Drops a table for good.' };

test.each([
  ['own.json', 'own'],
  ['lists/own.jsonc', 'own'],
  ['C:\\lists\\my.server.json', 'my.server'],
  ['lists/own.txt', 'own.txt'],
  ['.json', '.json'],
])('%s is the list of %s', (file, name) => {
  expect(listOf(file, { tools: [GET] })).toMatchObject({ slug: null, name, packages: [], unrecorded: 0 });
});

test('every form of a list is read', () => {
  for (const value of [{ tools: [GET] }, { result: { tools: [GET] } }, [GET]]) {
    expect(listOf('own.json', value).tools.map(({ name }) => name)).toEqual(['get_thing']);
  }
});

test('tools have their verdict, the riskiest first; what has no name is none', () => {
  const { tools } = listOf('own.json', { tools: [GET, { name: '' }, { name: 3 }, DROP] });
  expect(tools).toMatchObject([
    { name: 'drop_table', category: 'Destructive', level: 'critical' },
    { name: 'get_thing', category: 'Read', level: 'low' },
  ]);
});

test('a verdict comes from everything that the definition says', () => {
  const says = { name: 'handle', description: 'Permanently deletes every record.' };
  expect(listOf('own.json', { tools: [says] }).tools[0]).toMatchObject({ category: 'Destructive', level: 'critical' });
  const run = {
    name: 'start',
    description: 'Runs a shell command.',
    inputSchema: { type: 'object', properties: { command: { type: 'string' } } },
  };
  expect(listOf('own.json', { tools: [run] }).tools[0]).toMatchObject({ category: 'Execute', signals: ['code'] });
  const odd = { ...run, description: 7, title: [], inputSchema: 'x', outputSchema: null, annotations: 3 };
  expect(listOf('own.json', { tools: [odd] }).tools[0]?.signals).not.toContain('code');
});

describe('the server’s own claims', () => {
  test.each<[object | undefined, object]>([
    [undefined, { readOnlyHint: null, destructiveHint: null, openWorldHint: null }],
    [{ readOnlyHint: true }, { readOnlyHint: true, destructiveHint: null, openWorldHint: null }],
    [
      { destructiveHint: false, openWorldHint: true },
      { readOnlyHint: null, destructiveHint: false, openWorldHint: true },
    ],
    [
      { readOnlyHint: 'yes', openWorldHint: 1 },
      { readOnlyHint: null, destructiveHint: null, openWorldHint: null },
    ],
  ])('%j', (annotations, hints) => expect(hintsOf(annotations as never)).toEqual(hints));

  test('are kept with the tool', () => {
    const { tools } = listOf('own.json', { tools: [{ ...GET, annotations: { readOnlyHint: true } }] });
    expect(tools[0]?.hints?.readOnlyHint).toBe(true);
  });
});
