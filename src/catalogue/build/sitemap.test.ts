import { describe, expect, test } from 'vitest';
import { MOST_URLS, sitemapFiles } from './sitemap.ts';

const ADDRESS = 'https://catalogue.example/';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `/tools/a/${index}/`);
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]);

describe('sitemapFiles', () => {
  test('without an address there is none', () => {
    expect(sitemapFiles(['/'], undefined)).toEqual([]);
  });

  test('one file names every path as a whole address', () => {
    const files = sitemapFiles(['/', '/tools/a/b/'], ADDRESS);
    expect(files.map(({ name }) => name)).toEqual(['sitemap']);
    expect(files[0]?.xml).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    expect(locations(files[0]?.xml ?? '')).toEqual([ADDRESS, `${ADDRESS}tools/a/b/`]);
  });

  test('exactly as many as fit still are one file', () => {
    expect(sitemapFiles(numbered(MOST_URLS), ADDRESS)).toHaveLength(1);
  });

  test('more than fit become an index and files that together name each path once', () => {
    const paths = numbered(7);
    const [index, ...parts] = sitemapFiles(paths, ADDRESS, 3);
    expect(index?.xml).toContain('<sitemapindex ');
    expect(locations(index?.xml ?? '')).toEqual(parts.map(({ name }) => `${ADDRESS}${name}.xml`));
    expect(parts.map(({ xml }) => locations(xml).length)).toEqual([3, 3, 1]);
    expect(parts.flatMap(({ xml }) => locations(xml))).toEqual(paths.map((path) => new URL(path, ADDRESS).href));
  });

  test('what XML would read as markup is escaped', () => {
    const [file] = sitemapFiles(["/a&b'c<d>/"], ADDRESS);
    expect(locations(file?.xml ?? '')).toEqual([`${ADDRESS}a&amp;b&#39;c%3Cd%3E/`]);
  });
});
