import { expect, test } from 'vitest';
import { parsePage } from '../../test/built-site.ts';
import { writeContentRoot } from '../../test/content-root.ts';
import { PAGE_RULES } from '../../test/page-rules.ts';
import { loadCatalogue } from '../load.ts';
import { MOST_LINES, redirectFiles, redirectsOf } from './redirects.ts';

const load = async () =>
  loadCatalogue(
    await writeContentRoot({
      servers: {
        new: {
          tools: [{ name: 'get_item' }, { name: 'a <b>' }],
          server: { name: 'The "new" <one>', moved: ['old', 'older'] },
        },
        other: {},
      },
    }),
  );

test('every page of a server that moved leads to its new address, from every old one', async () => {
  const catalogue = await load();
  const pairs = redirectsOf(catalogue).map(({ from, to }) => [from, to]);
  expect(pairs).toContainEqual(['/tools/old/', '/tools/new/']);
  expect(pairs).toContainEqual(['/tools/older/', '/tools/new/']);
  expect(pairs).toContainEqual(['/tools/old/policy.json', '/tools/new/policy.json']);
  expect(pairs).toContainEqual(['/api/v1/servers/older.json', '/api/v1/servers/new.json']);
  const tools = catalogue.tools.filter(({ server }) => server === 'new');
  for (const { url, segment } of tools) expect(pairs).toContainEqual([`/tools/old/${segment}/`, url]);
  expect(pairs).toHaveLength(2 * (1 + 2 + 2));
});

test('what a tool’s address under a product’s name was leads to the choice between servers, never to a sheet', async () => {
  const catalogue = await loadCatalogue(
    await writeContentRoot({
      servers: {
        'mail-ann': { tools: [{ name: 'send' }], server: { brand: 'mail' } },
        'mail-bob': { tools: [{ name: 'send' }, { name: 'read' }], server: { brand: 'mail' } },
      },
      files: { 'brands/mail.yaml': 'name: Mail\nlooked: 2026-11-20\n' },
    }),
  );
  const redirects = redirectsOf(catalogue);
  expect(redirects.map(({ from, to }) => [from, to]).sort()).toEqual([
    ['/tools/mail/read/', '/tools/mail/'],
    ['/tools/mail/send/', '/tools/mail/'],
  ]);
  expect(redirectFiles(redirects, undefined)[0]?.text).toContain('which Mail server is meant');
});

test('pages lead on by themselves, name the new address, and hold no stranger’s markup', async () => {
  const files = redirectFiles(redirectsOf(await load()), 'https://catalogue.example/');
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  expect(pages.map(({ path }) => path)).toContain('tools/old/get_item/index.html');
  for (const { path, text } of pages) {
    const page = parsePage(`/${path}`, text);
    const faults = PAGE_RULES.flatMap(({ check }) => check(page, []));
    expect(faults).toEqual([]);
    expect(text).toMatch(/<link rel="canonical" href="https:\/\/catalogue\.example\/tools\/new\/[^"]*">/);
    expect(text).toContain('noindex');
    expect(text).toMatch(/http-equiv="refresh" content="0; url=\/tools\/new\//);
  }
});

test('without an address there is no canonical; without redirects, no file', () => {
  const one = [{ from: '/tools/a/', to: '/tools/b/', name: 'B' }];
  expect(redirectFiles(one, undefined)[0]?.text).not.toContain('canonical');
  expect(redirectFiles([], 'https://catalogue.example/')).toEqual([]);
});

test('the file for hosts has as many lines as they read, pages of servers first', () => {
  const many = Array.from({ length: 2500 }, (_, at) => ({ from: `/tools/a/${at}/`, to: `/tools/b/${at}/`, name: 'B' }));
  const files = redirectFiles(many, undefined);
  const lines =
    files
      .find(({ path }) => path === '_redirects')
      ?.text.trimEnd()
      .split('\n') ?? [];
  expect(lines).toHaveLength(MOST_LINES);
  expect(lines[0]).toBe('/tools/a/0/ /tools/b/0/ 301');
  expect(files).toHaveLength(2501);
});
