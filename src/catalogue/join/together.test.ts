import { expect, test } from 'vitest';
import { FLOW_ATTACKS, flowsOf } from '../../domain/audit/flows.ts';
import { type ComparedServer, compareServers } from '../../domain/page/comparison.ts';
import { CHAIN, completesChain, together } from '../../domain/risk/capabilities.ts';
import { loadCatalogue } from '../load.ts';
import { knownCatalogue } from './known-servers.ts';
import { serverAttacks } from './relations.ts';
import { serverData } from './server-data.ts';

const catalogue = await loadCatalogue('content');
const known = new Map(knownCatalogue(catalogue).servers.map((server) => [server.slug, server]));
const [TRIFECTA = ''] = FLOW_ATTACKS.exfiltration;
const sorted = (tools: readonly { readonly name: string }[]) => [...new Set(tools.map(({ name }) => name))].sort();
const ASKED = { effect: 'asked', by: null, reach: 'none', says: '' } as const;

test('some servers complete the chain and some do not, and comments complete it somewhere', () => {
  const complete = catalogue.servers.filter(({ tools }) =>
    completesChain(together(tools, ({ verdict, signals }) => ({ ...verdict, signals }))),
  );
  expect(complete.length).toBeGreaterThan(5);
  expect(complete.length).toBeLessThan(catalogue.servers.length);
  expect(complete.map(({ slug }) => slug)).toContain('atlassian-sooperset');
});

test.each(catalogue.servers.map((server) => [server.slug, server] as const))(
  '%s: page, audit, comparison and attacks name the same tools for private data, text of others and a way out',
  (slug, server) => {
    const page = together(server.tools, ({ verdict, signals }) => ({ ...verdict, signals }));
    const listed = known.get(slug)?.tools ?? [];
    const audited = together(listed, (tool) => tool);
    for (const part of CHAIN) expect(sorted(audited[part]), part).toEqual(sorted(page[part]));

    const flow = flowsOf(listed.map((tool) => ({ ...tool, server: slug, treatment: ASKED }))).find(
      ({ id }) => id === 'exfiltration',
    );
    const link = serverAttacks(catalogue, server).links.find(({ attack }) => attack === TRIFECTA);
    const parts = link?.kind === 'combination' ? link.parts : [];
    const expected = completesChain(page) ? CHAIN.map((part) => sorted(page[part])) : [];
    expect((flow?.parts ?? []).map(({ tools }) => sorted(tools))).toEqual(expected);
    expect(parts.map(({ tools }) => sorted(tools))).toEqual(expected);

    const data: ComparedServer = JSON.parse(JSON.stringify(serverData(server)));
    const line = compareServers(data, data).find(({ label }) => label.endsWith('a way out'));
    expect(line?.a).toEqual([completesChain(page) ? 'all three' : 'not all three shown']);
  },
);
