import { ATTACK_CLASSES } from '../../domain/attacks/attack.ts';
import { CATEGORIES } from '../../domain/risk/category.ts';
import { RISK_LEVELS } from '../../domain/risk/risk-level.ts';
import { RISK_SIGNALS } from '../../domain/risk/signal.ts';
import { urls } from '../../domain/site/urls.ts';
import { segmentsOf } from '../../domain/text/slug.ts';
import type { Content } from '../read/content.ts';

/** Pages that exist whatever the content is. */
const FIXED_PAGES: readonly string[] = [
  ...[urls.home, urls.servers, urls.names, urls.risks, urls.categories, urls.signals, urls.attacks, urls.guides],
  ...[urls.method, urls.search, urls.compare, urls.changes, urls.check, urls.attackTimeline],
  ...Object.keys(ATTACK_CLASSES).map(urls.attackClass),
  ...[...RISK_LEVELS, null].map(urls.risk),
  ...[...CATEGORIES, null].map(urls.category),
  ...RISK_SIGNALS.map(urls.signal),
];

/** An address that is a file's: which files a site has is known when it is built. */
const FILE = /\.[a-z0-9]+$/i;

/** Addresses of links that lead to no page of the site; the build would stop at them (docs/contracts.md#content). */
export async function missingPages(content: Content, links: readonly string[]): Promise<ReadonlySet<string>> {
  const pages = await knownPages(content, links);
  const isThere = (link: string) => {
    const path = decoded(link)?.replace(/\/index\.html$/, '/');
    return path !== undefined && (pages.has(path) || FILE.test(path));
  };
  return new Set(links.filter((link) => !isThere(link)));
}

/** The pages of a site, decoded; of tools and names only where a link asks for one, because there may be many. */
async function knownPages(content: Content, links: readonly string[]): Promise<ReadonlySet<string>> {
  const { attacks, guides, servers, brands } = content;
  const asked = new Set(links.flatMap((link) => /^\/tools\/([^/]+)\/./.exec(link)?.[1] ?? []));
  const pages = [
    ...FIXED_PAGES,
    ...attacks.flatMap(({ id, data }) => [id, ...data.moved].map(urls.attack)),
    ...guides.map(({ id }) => urls.guide(id)),
    ...servers.flatMap(({ slug, server }) => [slug, ...(server.moved ?? [])].map(urls.server)),
    ...brands.map(({ slug }) => urls.server(slug)),
  ];
  for (const { slug, server, tools } of servers) {
    // Addresses that a server had before, and those of its product, lead on from every tool of it.
    const owners = [slug, ...(server.moved ?? []), ...(server.brand === undefined ? [] : [server.brand])];
    const wanted = owners.filter((owner) => asked.has(owner));
    if (wanted.length === 0) continue;
    const segments = await segmentsOf(tools.tools.map(({ name }) => name));
    for (const segment of segments.values()) pages.push(...wanted.map((owner) => urls.tool(owner, segment)));
  }
  if (links.some((link) => link.startsWith(urls.names))) pages.push(...(await namePages(content)));
  return new Set(pages.map((page) => decoded(page) ?? page));
}

/** Names that tools of two or more servers bear. */
async function namePages({ servers }: Content): Promise<string[]> {
  const names = servers.flatMap(({ tools }) => [...new Set(tools.tools.map(({ name }) => name))]);
  const shared = [...Map.groupBy(names, (name) => name)].flatMap(([name, group]) => (group.length > 1 ? [name] : []));
  return [...(await segmentsOf(shared)).values()].map(urls.name);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
