import { expect, test } from 'vitest';
import { LISTED_ON, writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import { searchRecords } from './search-records.ts';

const load = async () =>
  loadCatalogue(
    await writeContentRoot({
      servers: {
        files: {
          tools: [
            {
              name: 'delete_file',
              title: 'PUBLISHER TITLE',
              description: 'Deletes a file. PUBLISHER TEXT',
              inputSchema: { properties: { file_path: { type: 'string', description: 'Path of the file' } } },
            },
            { name: 'half \ud800', description: 'Gets an item.' },
            { name: 'xyzzy' },
          ],
          server: { name: 'File Box', publisher: 'Somebody Inc.', package: { registry: 'npm', name: '@x/files' } },
          words: (file) => ({
            server: { for: LISTED_ON, summary: 'Keeps files.' },
            parameters: { file_path: 'Which file.' },
            tools: { delete_file: { for: file.tools[0]?.hashes?.all, summary: 'Removes a file.' } },
          }),
        },
      },
      attacks: {
        'some-attack': { cve: ['CVE-2025-1234'], body: 'See [the page](/guides/a-guide/).\n\n```sh\ncode here\n```' },
      },
    }),
  );

test('there is a record for everything that has a page of its own', async () => {
  const catalogue = await load();
  const pages = [...catalogue.servers, ...catalogue.tools, ...catalogue.attacks, ...catalogue.guides];
  const records = searchRecords(catalogue);
  expect(records.map(({ url }) => url)).toEqual(pages.map(({ url }) => url));
  expect(new Set(records.map(({ url }) => url)).size).toBe(6);
});

const find = async (url: string) => searchRecords(await load()).find((record) => record.url.startsWith(url));

test('a tool is found by its name, our words, its signals and parameters, and narrowed by risk', async () => {
  const record = await find('/tools/files/delete_file/');
  for (const word of ['delete_file', 'Removes a file.', 'File Box', 'File path', 'file_path', 'Which file.']) {
    expect(record?.content).toContain(word);
  }
  expect(record?.filters).toEqual({
    kind: ['tool'],
    level: ['critical'],
    category: ['destructive'],
    server: ['files'],
    signal: ['path'],
  });
  expect(record?.meta).toEqual({
    kind: 'tool',
    title: 'delete_file',
    summary: 'Removes a file.',
    context: 'File Box',
    level: 'critical',
  });
});

test('a tool that is not assessed is found as that', async () => {
  expect((await find('/tools/files/xyzzy/'))?.filters).toMatchObject({
    level: ['not-assessed'],
    category: ['not-assessed'],
  });
});

test('publishers’ sentences are not in the index', async () => {
  expect(JSON.stringify(searchRecords(await load()))).not.toMatch(/PUBLISHER/);
});

test('a server is found by its package', async () =>
  expect((await find('/tools/files/'))?.content).toContain('@x/files'));

test('an attack is found by its ids and its text, without marks and code', async () => {
  const record = await find('/attacks/some-attack/');
  expect(record?.content).toContain('CVE-2025-1234');
  expect(record?.content).toContain('the page');
  expect(record?.content).not.toMatch(/code here|\/guides\/|\]/);
});

test('every text is one that an index can hold', async () => {
  for (const { content, meta } of searchRecords(await load())) {
    expect([content, ...Object.values(meta)].every((text) => text.isWellFormed())).toBe(true);
  }
});
