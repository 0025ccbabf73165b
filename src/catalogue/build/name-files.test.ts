import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createNameIndex } from '../../domain/search/name-index.ts';
import type { NamesFile, ServerTools } from '../../domain/search/names-file.ts';
import { searchNames } from '../../domain/search/search-names.ts';
import { temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import { nameFiles, namesOf, writeNameFiles } from './name-files.ts';

const load = async () =>
  loadCatalogue(
    await writeContentRoot({
      servers: {
        one: {
          tools: [
            { name: 'get_item', description: 'Gets an item.' },
            { name: 'a b', description: 'Deletes a file. PUBLISHER' },
            { name: 'half \ud800' },
          ],
          server: { name: 'The One', package: { registry: 'npm', name: '@x/one' } },
        },
        two: {
          tools: [
            { name: 'get_item', description: 'Gets an item.' },
            { name: 'a b', description: 'Gets it.' },
          ],
        },
      },
      attacks: { 'an-attack': { cve: ['CVE-2025-1234'], affected: [{ package: 'left-pad (npm)' }] } },
    }),
  );

test('everything with a page is found under its address, shared names included', async () => {
  const catalogue = await load();
  const index = createNameIndex(namesOf(catalogue));
  const pages = [
    ...catalogue.brands,
    ...catalogue.servers,
    ...catalogue.tools,
    ...catalogue.attacks,
    ...catalogue.guides,
  ];
  expect(
    searchNames(index, '')
      .hits.map(({ url }) => url)
      .sort(),
  ).toEqual(pages.map(({ url }) => url).sort());
  for (const { name, url } of catalogue.names) expect(searchNames(index, name).hits[0]?.url).toBe(url);
  expect(searchNames(index, '@x/one').hits[0]?.url).toBe('/tools/one/');
  expect(searchNames(index, 'left-pad').hits[0]?.url).toBe('/attacks/an-attack/');
  expect(searchNames(index, 'CVE-2025-1234').hits[0]?.url).toBe('/attacks/an-attack/');
});

test('publishers’ sentences are not in it', async () => {
  expect(JSON.stringify(namesOf(await load()))).not.toContain('PUBLISHER');
});

test('a small catalogue is one file', async () => {
  const catalogue = await load();
  const folder = await temporaryFolder();
  await writeNameFiles(catalogue, folder);
  const written = JSON.parse(await readFile(path.join(folder, 'search', 'names.json'), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(namesOf(catalogue))));
});

test('a large one is several, none larger than allowed, with the same names in all', () => {
  const tools: ServerTools[] = Array.from({ length: 400 }, (_, server) => {
    const names = Array.from({ length: 10 }, (_unused, at) => `tool_${((server * 10 + at) * 7919) % 99_991}_x`);
    return [server, names, names.map(() => 0)];
  });
  const whole: NamesFile = {
    version: 1,
    traits: [['low', 'read']],
    servers: tools.map(([place]) => [`s${place}`, `Server ${place}`, 'low']),
    texts: [],
    hubs: {},
    tools,
    shards: [],
  };
  const most = 6000;
  const [head, ...shards] = nameFiles(whole, most);
  const read = JSON.parse(head?.text ?? '') as NamesFile;
  expect(read.shards).toEqual(shards.map(({ name }) => name));
  expect(shards.length).toBeGreaterThan(1);
  expect(shards.flatMap(({ text }) => JSON.parse(text))).toEqual(tools);
  for (const { text, name } of shards) {
    expect(gzipSync(text).length).toBeLessThan(most * 1.1);
    expect(name).toMatch(/^names-[0-9a-f]{12}\.json$/);
  }
});
