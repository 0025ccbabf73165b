import { absoluteUrl } from '../../domain/site/urls.ts';
import { escapeMarkup } from '../../domain/text/markup.ts';

/** The most addresses that one file of a sitemap may name (sitemaps.org, protocol). */
export const MOST_URLS = 50_000;

/** One file of a sitemap. */
export interface SitemapFile {
  /** Without `.xml`. */
  readonly name: string;
  readonly xml: string;
}

/**
 * The sitemap of a site: one file, or an index with numbered files where one would be too long. None without an address,
 * because a sitemap names whole addresses.
 */
export function sitemapFiles(
  paths: readonly string[],
  address: string | undefined,
  mostUrls: number = MOST_URLS,
): SitemapFile[] {
  if (address === undefined) return [];
  const locations = paths.map((path) => absoluteUrl(address, path) as string);
  if (locations.length <= mostUrls) return [{ name: 'sitemap', xml: listXml('urlset', 'url', locations) }];
  const parts: SitemapFile[] = [];
  for (let from = 0; from < locations.length; from += mostUrls) {
    const name = `sitemap-${parts.length + 1}`;
    parts.push({ name, xml: listXml('urlset', 'url', locations.slice(from, from + mostUrls)) });
  }
  const index = parts.map(({ name }) => absoluteUrl(address, `/${name}.xml`) as string);
  return [{ name: 'sitemap', xml: listXml('sitemapindex', 'sitemap', index) }, ...parts];
}

function listXml(list: string, item: string, locations: readonly string[]): string {
  const items = locations.map((location) => `<${item}><loc>${escapeMarkup(location)}</loc></${item}>\n`);
  const xml = `<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('')}</${list}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}
