import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
import { OWN_CONTENT, readContent, shownPath } from './content.ts';

test('reads every file into its place', async () => {
  const root = await writeContentRoot({
    site: { name: 'Ours' },
    servers: {
      b: { words: () => ({ server: { for: '2026-11-20', summary: 'Keeps items.' } }) },
      a: { review: () => ({ tools: {} }) },
    },
    attacks: { 'some-attack': { body: 'What happens.' } },
    guides: { 'some-guide': { order: 3 } },
    files: { 'servers/.hidden/x': '', 'attacks/notes.txt': 'no attack' },
  });
  const content = await readContent(root);
  expect(content.problems).toEqual([]);
  expect(content.site.name).toBe('Ours');
  expect(
    content.servers.map(({ slug, folder, words, review }) => [slug, folder, words !== null, review !== null]),
  ).toEqual([
    ['a', 'content/servers/a', false, true],
    ['b', 'content/servers/b', true, false],
  ]);
  expect(content.attacks.map(({ id, file, body }) => [id, file, body.trim()])).toEqual([
    ['some-attack', 'content/attacks/some-attack.mdx', 'What happens.'],
  ]);
  expect(content.guides[0]?.data.order).toBe(3);
});

describe('attacks and guides', () => {
  const idsOf = (texts: Awaited<ReturnType<typeof readContent>>['attacks' | 'guides'], shipped: boolean) =>
    texts.filter((text) => text.shipped === shipped).map(({ id }) => id);

  test.each([
    ['with no folder', {}, ['a-guide']],
    ['with an empty folder', { guides: {} }, []],
    ['with one', {}, ['a-guide']],
  ])('of a root’s own add to Placard’s: %s', async (name, given, guides) => {
    const root = await writeContentRoot({ site: { without: undefined }, attacks: {}, ...given });
    if (name === 'with no folder') await rm(path.join(root, 'attacks'), { recursive: true });
    const own = await readContent(OWN_CONTENT);
    const content = await readContent(root);
    expect(content.problems).toEqual([]);
    expect(idsOf(content.attacks, true)).toEqual(own.attacks.map(({ id }) => id));
    expect(idsOf(content.guides, true)).toEqual(own.guides.map(({ id }) => id));
    expect([idsOf(content.attacks, false), idsOf(content.guides, false)]).toEqual([[], guides]);
  });

  test('of Placard’s are left out one by one, by name', async () => {
    const without = { guides: ['read', 'write'] };
    const content = await readContent(await writeContentRoot({ site: { without } }));
    const own = await readContent(OWN_CONTENT);
    const left = own.guides.map(({ id }) => id).filter((id) => !without.guides.includes(id));
    expect(idsOf(content.guides, true)).toEqual(left);
    expect(idsOf(content.attacks, true)).toEqual(own.attacks.map(({ id }) => id));
  });

  test('are the root’s own in Placard’s own content', async () => {
    const { attacks, guides, folder } = await readContent(OWN_CONTENT);
    expect([idsOf(attacks, true), idsOf(guides, true), folder]).toEqual([[], [], undefined]);
  });

  test('with a name that cannot stand in an address are named', async () => {
    const { problems } = await readContent(await writeContentRoot({ guides: { 'My Guide': {} } }));
    expect(problems).toMatchObject([{ severity: 'error', file: 'content/guides/My Guide.mdx' }]);
  });
});

describe('runs in real clients', () => {
  const run = {
    client: 'Codex',
    package: '@openai/codex',
    version: '0.169.0',
    date: '2026-11-26',
    verdict: 'passed',
    policies: 12,
    calls: 431,
    differences: [],
  };

  test('come with Placard where a content root has none', async () => {
    const own = (await readContent(OWN_CONTENT)).verified;
    expect((await readContent(await writeContentRoot({}))).verified).toEqual(own);
  });

  test('are the root’s own where it has them, and a problem where they cannot be read', async () => {
    const verified = { schemaVersion: 1, formats: { codex: run } };
    const file = (value: unknown) => ({ files: { 'verified-clients.json': JSON.stringify(value) } });
    const good = await readContent(await writeContentRoot(file(verified)));
    expect([good.verified, good.problems]).toEqual([verified, []]);
    const bad = await readContent(
      await writeContentRoot(file({ ...verified, formats: { codex: { ...run, calls: 'many' } } })),
    );
    expect(bad.verified.formats).toEqual({});
    expect(bad.problems).toMatchObject([{ file: 'content/verified-clients.json', field: 'formats.codex.calls' }]);
  });
});

describe('never throws', () => {
  test('for a folder that is not there', async () => {
    const content = await readContent(path.join(await temporaryFolder(), 'content'));
    expect(content.problems.map(({ file }) => file)).toEqual(['content/site.yaml', 'content/servers']);
    expect(content.servers).toEqual([]);
  });

  test('for a server without its files', async () => {
    const root = await writeContentRoot({ files: { 'servers/empty/readme.txt': '' } });
    const { servers, problems } = await readContent(root);
    expect(servers.map(({ slug }) => slug)).toEqual(['test']);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['content/servers/empty/server.yaml', 'is missing'],
      ['content/servers/empty/tools.json', 'is missing'],
    ]);
  });
});

test.each([
  ['/home/me/content', '/home/me/content/servers/a', 'content/servers/a'],
  ['/home/me/content', '/elsewhere/attacks/a.mdx', '/elsewhere/attacks/a.mdx'],
])('in %s, %s is shown as %s', (root, file, shown) => expect(shownPath(root, file)).toBe(shown));
