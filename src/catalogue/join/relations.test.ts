import { describe, expect, test } from 'vitest';
import type { ToolDefinition } from '../../domain/record/tool.ts';
import { type GivenContent, LISTED_ON, writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import type { Catalogue, CataloguedServer, CataloguedTool } from './catalogue.ts';
import { concernedTools, homeExamples, policyTool, relatedTools, toolLinks } from './relations.ts';

const FETCH: ToolDefinition = {
  name: 'fetch',
  description: 'Fetches a web page.',
  inputSchema: { properties: { url: { type: 'string', description: 'Address to fetch' } } },
};
const DELETE: ToolDefinition = { name: 'delete_item', description: 'Deletes an item for good.' };

const ATTACKS = {
  ssrf: {
    title: 'SSRF',
    related: ['incident'],
    join: { kind: 'tool', any: [{ signals: ['url'], because: 'contacts {where}' }] },
  },
  deletion: {
    title: 'Deletion',
    join: { kind: 'tool', any: [{ categories: ['Destructive'], because: 'destroys by {where}' }] },
  },
  incident: { title: 'Incident', kind: 'case', join: undefined, rule: undefined, related: ['ssrf'] },
  poisoning: { title: 'Poisoning', join: { kind: 'none', concerns: 'definition', because: 'aims at the definition' } },
};

const load = async (servers: GivenContent['servers']) =>
  loadCatalogue(await writeContentRoot({ attacks: ATTACKS, ...(servers ? { servers } : {}) }));
const serverOf = (catalogue: Catalogue, slug: string) =>
  catalogue.servers.find((server) => server.slug === slug) as CataloguedServer;
const toolOf = (server: CataloguedServer, name: string) =>
  server.tools.find((tool) => tool.name === name) as CataloguedTool;

describe('tools and attacks', () => {
  const servers = { a: { tools: [FETCH, DELETE] }, b: { tools: [{ name: 'get_item', description: 'Gets an item.' }] } };

  test('are linked in both directions, with the same reason', async () => {
    const catalogue = await load(servers);
    const server = serverOf(catalogue, 'a');
    const fetch = toolOf(server, 'fetch');
    expect(toolLinks(catalogue, server, fetch)).toEqual([{ attack: 'ssrf', title: 'SSRF', reason: 'contacts `url`' }]);
    for (const attack of catalogue.attacks.filter(({ data }) => data.kind === 'pattern')) {
      const concerned = new Map(concernedTools(catalogue, attack).map(({ tool, reason }) => [tool, reason]));
      for (const tool of catalogue.tools) {
        const links = toolLinks(catalogue, serverOf(catalogue, tool.server), tool);
        expect(concerned.get(tool)).toBe(links.find((link) => link.attack === attack.id)?.reason);
      }
    }
  });

  test('a case concerns the tools of its patterns', async () => {
    const catalogue = await load(servers);
    const concerned = (id: string) => {
      const attack = catalogue.attacks.find((each) => each.id === id);
      return attack && concernedTools(catalogue, attack).map(({ tool }) => tool.name);
    };
    expect(concerned('incident')).toEqual(['fetch']);
    expect(concerned('deletion')).toEqual(['delete_item']);
    expect(concerned('poisoning')).toEqual([]);
  });
});

describe('related tools', () => {
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => ({ ...DELETE, name: `${prefix}_${index}` }));

  test('at most eight siblings, riskiest first, without the tool itself; the rest is counted', async () => {
    const catalogue = await load({ a: { tools: [FETCH, ...many(20, 'delete')] } });
    const server = serverOf(catalogue, 'a');
    const { siblings, moreSiblings } = relatedTools(catalogue, server, toolOf(server, 'delete_3'));
    expect(siblings).toHaveLength(8);
    expect(moreSiblings).toBe(12);
    expect(siblings.map(({ name }) => name)).not.toContain('delete_3');
    expect(siblings.every(({ verdict }) => verdict.level === 'critical')).toBe(true);
  });

  test('tools with the same name are those of other servers', async () => {
    const catalogue = await load({
      a: { tools: [FETCH] },
      b: { tools: [FETCH], server: { name: 'Bee' } },
      c: { tools: [DELETE] },
    });
    const server = serverOf(catalogue, 'a');
    const { sameName, moreSiblings } = relatedTools(catalogue, server, toolOf(server, 'fetch'));
    expect(sameName.map(({ server: slug, serverName }) => [slug, serverName])).toEqual([['b', 'Bee']]);
    expect(moreSiblings).toBe(0);
  });
});

test('a policy is made of the verdict that the page shows, reviewed limit included', async () => {
  const catalogue = await load({
    a: {
      tools: [DELETE],
      review: (file) => ({
        tools: {
          delete_item: {
            for: file.tools[0]?.hashes?.all,
            date: LISTED_ON,
            reason: 'It only archives.',
            category: 'Write',
            signals: { add: ['bulk'] },
            limit: { minute: 5 },
          },
        },
      }),
    },
  });
  const [tool] = catalogue.tools;
  expect(tool && policyTool(tool)).toEqual({
    name: 'delete_item',
    category: 'Write',
    signals: ['bulk'],
    doubts: [],
    limit: { minute: 5 },
    shownBy: {},
  });
});

test('examples of the home page: one of a category and server, with a summary, and no others', async () => {
  const words = () => ({
    server: { for: LISTED_ON, summary: 'Keeps items.' },
    tools: { delete_item: { for: LISTED_ON, summary: 'Deletes.' } },
  });
  const catalogue = await load({ a: { tools: [DELETE, FETCH], words }, b: { tools: [DELETE] } });
  expect(homeExamples(catalogue).map(({ server, name }) => [server, name])).toEqual([['a', 'delete_item']]);
});
