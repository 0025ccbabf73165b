import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, type Problem } from '../read/problem.ts';

/** A link of a built site that leads nowhere. */
interface DeadLink {
  /** As it is written, with its `#` part. */
  readonly to: string;
  /** Address of the first page that has it, in the order of the files. */
  readonly first: string;
  /** How many pages have it. */
  readonly pages: number;
}

/** What one page has of interest here. */
interface PageLinks {
  readonly ids: ReadonlySet<string>;
  /** Addresses on this site, as written. */
  readonly links: ReadonlySet<string>;
}

/** A start tag of HTML: a `>` inside of a quoted value does not end it. */
const TAG = /<[a-z][^\s>"'/]*(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Attributes that lead somewhere, and ids, in a tag; all that we write are in double quotes. */
const ATTRIBUTE = /\s(href|src|action|id)="([^"]*)"/g;

/** What is looked at: paths of this site and places on a page, not the web. */
const OURS = /^(#|\/(?!\/))/;

/** Addresses of this site in a page, and the ids that its links may lead to. */
export function pageLinks(html: string): PageLinks {
  const ids = new Set<string>();
  const links = new Set<string>();
  for (const [tag] of html.matchAll(TAG)) {
    for (const [, name, value] of tag.matchAll(ATTRIBUTE)) {
      const text = unescaped(value as string);
      if (name === 'id') ids.add(text);
      else if (OURS.test(text)) links.add(text);
    }
  }
  return { ids, links };
}

/**
 * Links of a built site to pages, files or places on a page that are not there. Pages are read one after another, and those
 * that others link into once more, so that a large site fits into memory.
 */
export async function deadLinks(site: string): Promise<DeadLink[]> {
  const files = await filesOf(site);
  const there = new Set(files);
  const wanted = new Map<string, { readonly first: string; pages: number }>();
  const dead = new Set<string>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const { ids, links } = pageLinks(await readFile(path.join(site, file), 'utf8'));
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    for (const link of links) {
      const to = link.startsWith('#') ? `${address}${link}` : link;
      const known = wanted.get(to);
      if (known === undefined) wanted.set(to, { first: address, pages: 1 });
      else known.pages += 1;
      if (link.startsWith('#') && link !== '#' && !ids.has(decoded(link.slice(1)) ?? '')) dead.add(to);
    }
  }
  const places = new Map<string, { readonly to: string; readonly id: string }[]>();
  for (const [to, { first }] of wanted) {
    const [address = '', place = ''] = to.split('#');
    const file = fileOf(address);
    if (file === null || !there.has(file)) dead.add(to);
    // Places on the page itself are known already.
    else if (place !== '' && file.endsWith('.html') && address !== first)
      places.set(file, [...(places.get(file) ?? []), { to, id: decoded(place) ?? '' }]);
  }
  for (const [file, asked] of places) {
    const { ids } = pageLinks(await readFile(path.join(site, file), 'utf8'));
    for (const { to, id } of asked) if (!ids.has(id)) dead.add(to);
  }
  return [...wanted].filter(([to]) => dead.has(to)).map(([to, { first, pages }]) => ({ to, first, pages }));
}

/**
 * Stops a build whose pages have links that lead nowhere.
 * @throws {ContentError} with every such link, and a page that has it
 */
export async function refuseDeadLinks(site: string): Promise<void> {
  const dead = await deadLinks(site);
  if (dead.length > 0) throw new ContentError(dead.map(problemOf));
}

function problemOf({ to, first, pages }: DeadLink): Problem {
  return {
    severity: 'error',
    file: `page ${first}`,
    field: '',
    message: `links to ${to}, which is not on the site${pages === 1 ? '' : `, as on ${pages - 1} other ${pages === 2 ? 'page' : 'pages'}`}`,
    remedy: 'Correct the link where it is written (site.yaml, attacks/, guides/), or take it out.',
  };
}

/** The file that a host sends for an address of the site; null for one that is no text. */
function fileOf(address: string): string | null {
  const name = decoded((address.split('?')[0] as string).slice(1));
  return name === '' || name?.endsWith('/') ? `${name}index.html` : name;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The characters that our pages escape in a value. */
const ESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

function unescaped(value: string): string {
  return value.includes('&')
    ? value.replace(/&(?:amp|quot|lt|gt|#38|#34|#39);/g, (name) => ESCAPED[name] as string)
    : value;
}

/** Files of a folder and of all folders in it, with `/` between the parts, sorted. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
