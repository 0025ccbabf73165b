import { expect, test } from 'vitest';
import { type GivenContent, problemsOf, writeContentRoot } from '../../test/content-root.ts';
import { ruleHere } from '../join/attack-page.ts';
import type { CataloguedServer } from '../join/catalogue.ts';
import { linkable } from '../join/page-links.ts';
import { concernedServers, serverAttacks } from '../join/relations.ts';
import { loadCatalogue } from '../load.ts';
import { OWN_CONTENT } from './content.ts';

/** Placard's attacks are all there. */
const WITH_ATTACKS = { without: undefined };
const TOOLS = ['list_repos', 'get_file_contents', 'merge_pull_request'].map((name) => ({
  name,
  description: 'Lists them.',
}));
const PACKAGE = { package: { registry: 'docker', name: 'ghcr.io/github/github-mcp-server:v2' } };

const load = async (given: GivenContent) =>
  loadCatalogue(await writeContentRoot({ site: WITH_ATTACKS, attacks: {}, ...given }));
const casesOf = (catalogue: Awaited<ReturnType<typeof load>>, slug: string) => {
  const server = catalogue.servers.find((each) => each.slug === slug) as CataloguedServer;
  return serverAttacks(catalogue, server).links.flatMap(({ kind, attack }) => (kind === 'case' ? [attack] : []));
};

test('a case of Placard’s is no case of a server that has the slug only', async () => {
  const catalogue = await load({ servers: { github: { tools: TOOLS } } });
  expect(casesOf(catalogue, 'github')).toEqual([]);
  for (const attack of catalogue.attacks) {
    const concerned = concernedServers(catalogue, attack).map(({ link }) => link.kind);
    expect(concerned, attack.id).not.toContain('case');
    const rule = ruleHere(catalogue, attack);
    expect(rule === undefined || rule.control === 'none', attack.id).toBe(true);
  }
  const hasPage = linkable(catalogue, { shipped: true });
  expect(['/tools/github/', '/tools/github/get_file_contents/'].filter((path) => hasPage?.(path))).toEqual([]);
});

test('a case of Placard’s is one of each server that is the same, whatever its slug', async () => {
  const servers = {
    'our-hub': { tools: TOOLS, server: PACKAGE },
    'hub-over-http': { tools: TOOLS, server: { endpoint: 'https://api.githubcopilot.com/mcp/' } },
    github: { tools: TOOLS, server: { package: { registry: 'npm', name: 'our-github' } } },
  };
  const catalogue = await load({ servers });
  const expected = ['github-mcp-toxic-agent-flow'];
  expect(casesOf(catalogue, 'our-hub')).toEqual(expect.arrayContaining(expected));
  expect(casesOf(catalogue, 'hub-over-http')).toEqual(casesOf(catalogue, 'our-hub'));
  expect(casesOf(catalogue, 'github')).toEqual([]);
  const rules = catalogue.attacks.flatMap((attack) => ruleHere(catalogue, attack) ?? []);
  const named = new Set(rules.flatMap((rule) => (rule.control === 'none' ? [] : [rule.server])));
  expect(named.size).toBe(1);
  expect(['our-hub', 'hub-over-http']).toContain([...named][0]);
});

test('a link of Placard’s texts leads to a server that is the same', async () => {
  const catalogue = await load({ servers: { github: { tools: TOOLS, server: PACKAGE } } });
  const hasPage = linkable(catalogue, { shipped: true });
  expect(hasPage?.('/tools/github/get_file_contents/')).toBe(true);
});

test('in a text of one’s own the slug is the server', async () => {
  const own = { kind: 'case', join: undefined, rule: undefined, servers: ['github'] };
  const catalogue = await load({ servers: { github: {} }, attacks: { 'our-case': own } });
  expect(casesOf(catalogue, 'github')).toEqual(['our-case']);
});

test('in Placard’s own content the slug is the server', async () => {
  const catalogue = await loadCatalogue(OWN_CONTENT);
  for (const { id, data } of catalogue.attacks) {
    for (const slug of data.servers) expect(casesOf(catalogue, slug), id).toContain(id);
  }
});

test.each<[string, object, number]>([
  ['github', {}, 1],
  ['our-hub', { name: 'Git-Hub' }, 1],
  ['slack', {}, 1],
  ['github', PACKAGE, 0],
  ['github', { repository: 'https://github.com/acme/hub' }, 0],
  ['our-hub', {}, 0],
])('the name of %s %j: %i warnings', async (slug, server, count) => {
  const problems = await problemsOf({ servers: { [slug]: { server } } });
  expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual(Array(count).fill('warning name'));
});
