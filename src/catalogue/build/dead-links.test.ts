import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/content-root.ts';
import { ContentError } from '../read/problem.ts';
import { writeWhole } from '../write/write-file.ts';
import { deadLinks, pageLinks, refuseDeadLinks } from './dead-links.ts';

/** A site of these files; pages are given by what stands in them. */
async function siteOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [file, text] of Object.entries(files)) await writeWhole(path.join(folder, file), text);
  return folder;
}

const FILES = { 'index.html': '<main id="top">', 'a/index.html': '<p id="b-c">', 'a.json': '{}', '404.html': '' };

test.each<[string, string[]]>([
  ['<a href="/">', []],
  ['<a href="/a/">', []],
  ['<a href="/a/?q=1#b-c">', []],
  ['<a href="/a.json">', []],
  ['<a href="#own" id="own">', []],
  ['<a class="x > y" href="/gone/">', ['/gone/']],
  ['<a href="/a">', ['/a']],
  ['<a href="/a/#d">', ['/a/#d']],
  ['<a href="#gone">', ['/x/#gone']],
  ['<a href="/b&amp;c/">', ['/b&c/']],
  ['<form action="/gone/"><img src="/gone.png">', ['/gone/', '/gone.png']],
  ['<a href="/%zz/">', ['/%zz/']],
  ['<a href="https://example.com/gone/">, <a href="//example.com/">, <a href="mailto:a@example.com">', []],
  ['<p>href="/gone/" &lt;a href="/gone/"></p>', []],
])('%s', async (html, dead) => {
  const site = await siteOf({ ...FILES, 'x/index.html': html });
  expect((await deadLinks(site)).map(({ to }) => to)).toEqual(dead);
});

test('an address is decoded as a host does it', async () => {
  const site = await siteOf({ 'tools/日本/index.html': '<a href="/tools/%E6%97%A5%E6%9C%AC/">' });
  expect(await deadLinks(site)).toEqual([]);
});

test('a link that two pages have is told once, with the first of them', async () => {
  const site = await siteOf({
    'a/index.html': '<a href="/gone/">',
    'b/index.html': '<a href="/gone/"><a href="/gone/">',
  });
  expect(await deadLinks(site)).toEqual([{ to: '/gone/', first: '/a/', pages: 2 }]);
  const error = await refuseDeadLinks(site).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems).toMatchObject([
    { file: 'page /a/', message: 'links to /gone/, which is not on the site, as on 1 other page' },
  ]);
});

test('nothing to say of a site whose links all lead somewhere', async () => {
  await expect(refuseDeadLinks(await siteOf(FILES))).resolves.toBeUndefined();
});

test('ids and links of a page, each once', () => {
  const { ids, links } = pageLinks('<a id="a" href="/x/"></a><a href="/x/" data-href="/y/"></a>');
  expect([[...ids], [...links]]).toEqual([['a'], ['/x/']]);
});
