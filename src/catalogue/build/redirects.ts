import path from 'node:path';
import { choiceWords, movedWords } from '../../domain/page/page-wording.ts';
import { absoluteUrl, urls } from '../../domain/site/urls.ts';
import { escapeMarkup } from '../../domain/text/markup.ts';
import type { Catalogue } from '../join/catalogue.ts';
import { writeWhole } from '../write/write-file.ts';

/** Lines that hosts read of a `_redirects` file; what comes after is not looked at. */
export const MOST_LINES = 2000;

/** An address that something had before. */
export interface Redirect {
  /** Path, with a slash at the end where it is a page. */
  readonly from: string;
  readonly to: string;
  /** What moved, as people know it. */
  readonly name: string;
  /** It did not move: the address was a sheet's under this product's name, and leads to the choice between them. */
  readonly brand?: string;
}

/** One file of a site. */
export interface RedirectFile {
  /** From the folder of the site. */
  readonly path: string;
  readonly text: string;
}

/**
 * Old addresses of everything in a catalogue that says where it was: pages of servers and attacks first, then those of tools. Those
 * of tools under a product's name lead to the product, never to the sheet: nobody can say which server was meant.
 */
export function redirectsOf(catalogue: Catalogue): Redirect[] {
  const moved = catalogue.servers.flatMap((server) => (server.file.moved ?? []).map((slug) => ({ server, slug })));
  return [
    ...moved.map(({ server, slug }) => ({ from: urls.server(slug), to: server.url, name: server.file.name })),
    ...moved.flatMap(({ server, slug }) => [
      { from: urls.serverPolicy(slug), to: urls.serverPolicy(server.slug), name: server.file.name },
      { from: urls.serverData(slug), to: urls.serverData(server.slug), name: server.file.name },
    ]),
    ...catalogue.attacks.flatMap(({ data, url }) =>
      data.moved.map((id) => ({ from: urls.attack(id), to: url, name: data.title })),
    ),
    ...moved.flatMap(({ server, slug }) =>
      server.tools.map(({ segment, name, url }) => ({ from: urls.tool(slug, segment), to: url, name })),
    ),
    ...catalogue.brands.flatMap((brand) =>
      [
        ...Map.groupBy(
          brand.servers.flatMap(({ tools }) => tools),
          ({ segment }) => segment,
        ),
      ].map(([segment, tools]) => ({
        from: urls.tool(brand.slug, segment),
        to: brand.url,
        name: tools[0]?.name ?? segment,
        brand: brand.file.name,
      })),
    ),
  ];
}

/**
 * The files that lead from old addresses to new ones: for each page one that any host serves, and a `_redirects` for hosts that
 * read it (Cloudflare, Netlify). None without redirects.
 * @param address where the site lives, if it is known
 */
export function redirectFiles(redirects: readonly Redirect[], address: string | undefined): RedirectFile[] {
  if (redirects.length === 0) return [];
  const lines = redirects.slice(0, MOST_LINES).map(({ from, to }) => `${from} ${to} 301`);
  return [
    ...redirects
      .filter(({ from }) => from.endsWith('/'))
      .map((redirect) => ({
        path: `${decodeURIComponent(redirect.from).slice(1)}index.html`,
        text: redirectPage(redirect, address),
      })),
    { path: '_redirects', text: `${lines.join('\n')}\n` },
  ];
}

/** Writes them into a built site. */
export async function writeRedirects(catalogue: Catalogue, dist: string): Promise<void> {
  for (const file of redirectFiles(redirectsOf(catalogue), catalogue.site.address)) {
    await writeWhole(path.join(dist, file.path), file.text);
  }
}

/** A page that leads on by itself, and says where to for those who must go by hand. */
function redirectPage({ to, name, brand }: Redirect, address: string | undefined): string {
  const shown = name.toWellFormed();
  const { title, description } = brand === undefined ? movedWords(shown) : choiceWords(shown, brand);
  const canonical = absoluteUrl(address, to);
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(title)}</title>`,
    `<meta name="description" content="${escapeMarkup(description)}">`,
    '<meta name="robots" content="noindex">',
    ...(canonical ? [`<link rel="canonical" href="${escapeMarkup(canonical)}">`] : []),
    `<meta http-equiv="refresh" content="0; url=${escapeMarkup(to)}">`,
  ];
  const main = `<main><h1>${escapeMarkup(title)}</h1><p><a href="${escapeMarkup(to)}">${escapeMarkup(description)}</a></p></main>`;
  return `<!doctype html>\n<html lang="en-GB"><head>${head.join('')}</head><body>${main}</body></html>\n`;
}
