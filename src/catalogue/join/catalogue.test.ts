import { describe, expect, test } from 'vitest';
import { anchorOf, type ToolsFile } from '../../domain/record/record.ts';
import { type GivenContent, LISTED_ON, writeContentRoot } from '../../test/content-root.ts';
import { readContent } from '../read/content.ts';
import { buildCatalogue, riskiestFirst } from './catalogue.ts';

const catalogueOf = async (given: GivenContent) => buildCatalogue(await readContent(await writeContentRoot(given)));
const GET = { name: 'get_item', description: 'Gets an item.' };
const CREATE = { name: 'create_item', description: 'Creates an item.' };
const DELETE = { name: 'delete_item', description: 'Deletes an item for good.' };
const VAGUE = { name: 'xyzzy' };

describe('order', () => {
  test('servers worst first, then by name; tools riskiest first', async () => {
    const { servers, tools } = await catalogueOf({
      servers: {
        a: { tools: [GET] },
        b: { tools: [GET, VAGUE, DELETE, CREATE], server: { name: 'Zoo' } },
        c: { tools: [DELETE], server: { name: 'ant' } },
        d: { tools: [VAGUE] },
        e: { tools: [] },
      },
    });
    expect(servers.map(({ slug, worst }) => [slug, worst])).toEqual([
      ['c', 'critical'],
      ['b', 'critical'],
      ['d', null],
      ['e', null],
      ['a', 'low'],
    ]);
    expect(servers[1]?.tools.map(({ name }) => name)).toEqual(['delete_item', 'xyzzy', 'create_item', 'get_item']);
    expect(tools).toEqual(tools.toSorted(riskiestFirst));
    expect(tools.map(({ server }) => server).join()).toBe('b,c,b,d,b,a,b');
  });

  test('of equal level the higher score comes first', async () => {
    const fetch = {
      name: 'z_fetch',
      description: 'Gets a page.',
      inputSchema: { properties: { url: { type: 'string' } } },
    };
    const clock = { name: 'get_time', description: 'Returns the current time.' };
    const { tools } = await catalogueOf({ servers: { a: { tools: [clock, fetch] } } });
    expect(tools.map(({ name }) => name)).toEqual(['z_fetch', 'get_time']);
  });
});

describe('counts', () => {
  test('of levels and categories; a tool that is not assessed is never counted as low or Read', async () => {
    const { counts, servers } = await catalogueOf({ servers: { a: { tools: [GET, DELETE, VAGUE] } } });
    expect(counts).toEqual({
      tools: 3,
      levels: { low: 1, medium: 0, high: 0, critical: 1, 'not-assessed': 1 },
      categories: { Read: 1, Write: 0, Execute: 0, Destructive: 1, Financial: 0, 'not-assessed': 1 },
    });
    expect(servers[0]?.counts).toEqual(counts);
  });
});

describe('equal names in one server', () => {
  test.each([
    [[GET, { ...GET, description: 'Deletes an item for good.' }]],
    [[{ ...GET, description: 'Deletes an item for good.' }, GET]],
  ])('are one page with the stricter verdict, whichever comes first', async (tools) => {
    const { servers, counts } = await catalogueOf({ servers: { a: { tools } } });
    expect(servers[0]?.tools.map(({ name, sameName, verdict }) => [name, sameName, verdict.category])).toEqual([
      ['get_item', 2, 'Destructive'],
    ]);
    expect(counts.tools).toBe(1);
  });
});

describe('segments', () => {
  test('hostile names have pages that stay in their folder', async () => {
    const tools = ['../../x', 'index', 'Get', 'get', '__proto__'].map((name) => ({ ...GET, name }));
    const found = (await catalogueOf({ servers: { a: { tools } } })).tools;
    expect(new Set(found.map(({ url }) => url.toLowerCase())).size).toBe(5);
    for (const { url } of found) expect(url).toMatch(/^\/tools\/a\/(?!index\/|\.+\/)[A-Za-z0-9_.-]+\/$/);
  });
});

describe('names that servers share', () => {
  test('are grouped by the exact name, the most shared first', async () => {
    const both = [GET, CREATE];
    const { names } = await catalogueOf({
      servers: { a: { tools: both }, b: { tools: both }, c: { tools: [GET, { ...CREATE, name: 'Create_item' }] } },
    });
    expect(names.map(({ name, url, tools }) => [name, url, tools.length])).toEqual([
      ['get_item', '/names/get_item/', 3],
      ['create_item', '/names/create_item/', 2],
    ]);
  });

  test('a name that one server lists twice is not shared', async () => {
    expect((await catalogueOf({ servers: { a: { tools: [GET, GET] } } })).names).toEqual([]);
  });
});

describe('what people wrote', () => {
  const anchor = (file: ToolsFile, name: string) =>
    anchorOf(file.tools.find((tool) => tool.name === name) as ToolsFile['tools'][number], file.listed);
  const tool = (name: string) => ({
    name,
    description: 'Gets an item.',
    inputSchema: { properties: { id: {}, page: {} } },
  });

  test('belongs to its tool; its own note on a parameter wins over the server’s', async () => {
    const { servers } = await catalogueOf({
      servers: {
        a: {
          tools: ['get', 'constructor'].map(tool),
          words: (file) => ({
            server: { for: LISTED_ON, summary: 'Keeps items.' },
            parameters: { id: 'Which item.', absent: 'Nowhere.' },
            tools: { get: { for: anchor(file, 'get'), summary: 'Gets it.', parameters: { id: 'Its own.' } } },
          }),
        },
      },
    });
    expect(servers[0]).toMatchObject({ summary: 'Keeps items.', wordsLapsed: false });
    const found = servers[0]?.tools.map(({ name, summary, wordsLapsed, notes }) => [
      name,
      summary,
      wordsLapsed,
      [...notes],
    ]);
    expect(found).toEqual([
      ['constructor', undefined, false, [['id', 'Which item.']]],
      ['get', 'Gets it.', false, [['id', 'Its own.']]],
    ]);
  });

  test('lapses with the definition that it was written for', async () => {
    const { servers } = await catalogueOf({
      servers: {
        a: {
          tools: [tool('get')],
          words: () => ({
            server: { for: '2026-01-01', summary: 'Keeps items.' },
            tools: { get: { for: '0'.repeat(64), summary: 'Gets it.' } },
          }),
        },
      },
    });
    expect([servers[0]?.wordsLapsed, servers[0]?.tools[0]?.wordsLapsed]).toEqual([true, true]);
  });

  test('a review overrides the verdict, of its own tool only', async () => {
    const { tools } = await catalogueOf({
      servers: {
        a: {
          tools: ['get', 'toString'].map(tool),
          review: (file) => ({
            tools: {
              get: { for: anchor(file, 'get'), date: LISTED_ON, reason: 'It pays for it.', category: 'Financial' },
            },
          }),
        },
      },
    });
    expect(tools.map(({ name, verdict }) => [name, verdict.category, verdict.level])).toEqual([
      ['get', 'Financial', 'critical'],
      ['toString', 'Read', 'low'],
    ]);
  });
});

describe('parameters', () => {
  const inputSchema = { properties: { id: { type: 'string' } } };

  test.each([
    ['listed', 'list'],
    ['snapshot', 'list'],
    ['documented', 'list'],
    ['derived', 'unknown'],
  ] as const)('of a %s definition: %s', async (definitionSource, kind) => {
    const { tools } = await catalogueOf({ servers: { a: { tools: [{ ...GET, inputSchema }], definitionSource } } });
    expect(tools[0]?.parameters.kind).toBe(kind);
  });
});

test('attacks are sorted by title, guides by their order', async () => {
  const { attacks, guides } = await catalogueOf({
    attacks: { a: { title: 'Zebra' }, b: { title: 'ant' } },
    guides: { x: { order: 2 }, y: { order: 1 } },
  });
  expect(attacks.map(({ url }) => url)).toEqual(['/attacks/b/', '/attacks/a/']);
  expect(guides.map(({ url }) => url)).toEqual(['/guides/y/', '/guides/x/']);
});

test('tokens of a server are counted only where all its tools are', async () => {
  const content = await readContent(await writeContentRoot({ servers: { a: { tools: [GET, CREATE] } } }));
  const counted = (counts: readonly (number | undefined)[]) => ({
    ...content,
    servers: content.servers.map((server) => ({
      ...server,
      tools: {
        ...server.tools,
        tools: server.tools.tools.map((tool, index) => {
          const count = counts[index];
          return count === undefined ? tool : { ...tool, definitionTokens: { tokenizer: 'words', count } };
        }),
      },
    })),
  });
  expect((await buildCatalogue(counted([3, undefined]))).servers[0]?.definitionTokens).toBeUndefined();
  expect((await buildCatalogue(counted([3, 40]))).servers[0]?.definitionTokens).toMatchObject({
    tokenizer: 'words',
    count: 43,
    largest: { name: 'create_item' },
  });
});
