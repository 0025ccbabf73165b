import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hashDefinition } from '../../domain/record/hashes.ts';
import { type ToolsFile, ToolsFileSchema } from '../../domain/record/record.ts';
import type { ToolDefinition } from '../../domain/record/tool.ts';
import { temporaryFolder } from '../../test/content-root.ts';
import { ImportError, type ImportedServer } from '../import/imported.ts';
import { readContent } from '../read/content.ts';
import { ContentError } from '../read/problem.ts';
import { checkContent } from '../rules/check.ts';
import { writeWhole } from './write-file.ts';
import { writeServers } from './write-servers.ts';

const GET = { name: 'get_item', description: 'Gets an item.', inputSchema: { type: 'object' } };
const DELETE = { name: 'delete_item', description: 'Deletes an item for good.' };

const server = (id: string, tools: readonly ToolDefinition[] = [GET], date = '2026-01-01'): ImportedServer => ({
  id,
  tools: tools.map((definition) => ({ definition, definitionSource: 'listed' })),
  listed: { date, how: 'a test' },
  server: { name: id, listing: { state: 'unknown' }, source: { kind: 'import', what: 'a test' } },
});
const newRoot = async () => path.join(await temporaryFolder(), 'content');
const read = (root: string, file: string) => readFile(path.join(root, file), 'utf8');
const records = async (root: string, slug: string): Promise<ToolsFile> =>
  ToolsFileSchema.parse(JSON.parse(await read(root, `servers/${slug}/tools.json`)));

describe('a content root that is not there', () => {
  test('is made, with a site.yaml and content that holds', async () => {
    const root = await newRoot();
    const written = await writeServers(root, [server('First Server'), server('other')], undefined);
    expect(written.map(({ slug, previous }) => [slug, previous])).toEqual([
      ['first-server', null],
      ['other', null],
    ]);
    expect(parse(await read(root, 'site.yaml'))).toEqual({ name: 'Our servers', publisherText: 'keep' });
    expect(parse(await read(root, 'servers/first-server/server.yaml')).name).toBe('First Server');
    expect(await checkContent(await readContent(root), new Date())).toEqual([]);
  });

  test('keeps what a publisher wrote, which is theirs to read', async () => {
    const root = await newRoot();
    await writeServers(root, [server('test')], undefined);
    expect((await records(root, 'test')).tools[0]).toMatchObject({ ...GET, hashes: await hashDefinition(GET) });
  });

  test.each([
    [
      'two ids with one slug',
      [server('My Server'), server('ok'), server('my.server')],
      /"my\.server" and "My Server" both give the folder "my-server"/,
    ],
    ['an id without a letter or digit', [server('ok'), server('語')], /"語" has no letter or digit/],
  ])('is not even made for %s', async (_, servers, message) => {
    const root = await newRoot();
    await expect(writeServers(root, servers, undefined)).rejects.toThrow(ImportError);
    await expect(writeServers(root, servers, undefined)).rejects.toThrow(message);
    expect(existsSync(root)).toBe(false);
  });
});

describe('a server that is there', () => {
  test('keeps firstSeen and gets changed, new tools and the new listing', async () => {
    const root = await newRoot();
    await writeServers(root, [server('test', [GET, DELETE])], undefined);
    const changed = { ...GET, description: 'Gets another item.' };
    await writeServers(root, [server('test', [changed, { name: 'new' }], '2026-02-02')], undefined);
    const file = await records(root, 'test');
    expect(file.listed.date).toBe('2026-02-02');
    expect(file.tools.map(({ name, firstSeen, changed }) => [name, firstSeen, changed])).toEqual([
      ['get_item', '2026-01-01', '2026-02-02'],
      ['new', '2026-02-02', undefined],
    ]);
  });

  test('is written the same way twice', async () => {
    const root = await newRoot();
    await writeServers(root, [server('test')], undefined);
    const before = await read(root, 'servers/test/tools.json');
    await writeServers(root, [server('test')], undefined);
    expect(await read(root, 'servers/test/tools.json')).toBe(before);
  });

  test('keeps every file that people write, byte for byte', async () => {
    const root = await newRoot();
    await writeServers(root, [server('test')], undefined);
    const theirs = ['site.yaml', 'servers/test/server.yaml', 'servers/test/words.yaml', 'servers/test/review.yaml'];
    for (const file of theirs) await writeWhole(path.join(root, file), `# ${file}\nname:   "Ours"\n`);
    await writeServers(root, [server('test', [DELETE])], undefined);
    for (const file of theirs) expect(await read(root, file)).toBe(`# ${file}\nname:   "Ours"\n`);
    expect((await readdir(path.join(root, 'servers/test'))).toSorted()).toEqual([
      'review.yaml',
      'server.yaml',
      'tools.json',
      'words.yaml',
    ]);
  });

  test('of which nothing else is known here stays when others are imported', async () => {
    const root = await newRoot();
    await writeServers(root, [server('one')], undefined);
    await writeServers(root, [server('two')], undefined);
    expect(await readdir(path.join(root, 'servers'))).toEqual(['one', 'two']);
  });
});

test('under `omit` the publisher’s words stay out', async () => {
  const root = await newRoot();
  await writeWhole(path.join(root, 'site.yaml'), 'publisherText: omit\n');
  await writeServers(root, [server('test', [{ ...GET, title: 'Get' }])], undefined);
  const [record] = (await records(root, 'test')).tools;
  expect(record).not.toHaveProperty('description');
  expect(record).not.toHaveProperty('title');
  expect(record?.hashes).toHaveProperty('title');
});

test('a site.yaml that cannot be read is said, and nothing is written', async () => {
  const root = await newRoot();
  await writeWhole(path.join(root, 'site.yaml'), 'publisherText: perhaps\n');
  await expect(writeServers(root, [server('test')], undefined)).rejects.toThrow(ContentError);
  expect(await readdir(root)).toEqual(['site.yaml']);
});

test('tools are classified together with the others of their server', async () => {
  const root = await newRoot();
  await writeServers(root, [server('a', [GET, GET]), server('b', [GET])], undefined);
  const findings = async (slug: string) =>
    (await records(root, slug)).tools.map((tool) => tool.classification.findings.map(({ id }) => id));
  expect(await findings('a')).toEqual([['duplicate-name'], ['duplicate-name']]);
  expect(await findings('b')).toEqual([[]]);
});

test('tokens are counted of what a model sees', async () => {
  const root = await newRoot();
  const seen: string[] = [];
  const tool = { ...GET, title: 'Get', annotations: { readOnlyHint: true }, outputSchema: {} };
  await writeServers(root, [server('test', [tool])], (text) => {
    seen.push(text);
    return { tokenizer: 'letters', count: text.length };
  });
  expect(seen).toEqual([JSON.stringify(GET)]);
  expect((await records(root, 'test')).tools[0]?.definitionTokens).toEqual({
    tokenizer: 'letters',
    count: seen[0]?.length,
  });
});

test('definitions that no text can hold do not keep a server out', async () => {
  const root = await newRoot();
  const hostile = JSON.parse(
    String.raw`{"name": "half \ud800", "description": "x \udfff", "inputSchema": {"maximum": 1e999}}`,
  );
  await writeServers(root, [server('test', [hostile])], undefined);
  expect((await records(root, 'test')).tools[0]?.name).toBe('half \ud800');
});
