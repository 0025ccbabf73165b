import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { audit } from '../domain/audit/audit.ts';
import { FLOW_ATTACKS } from '../domain/audit/flows.ts';
import type { KnownCatalogue } from '../domain/audit/known-catalogue.ts';
import { readDocument } from '../domain/clients/read-document.ts';
import { CHAIN } from '../domain/risk/capabilities.ts';
import { CAPABILITY_WORDS } from '../domain/risk/risk-wording.ts';
import { KNOWN_CATALOGUE_FILE, urls } from '../domain/site/urls.ts';
import { attribute, byId, type Element, find, readPage, readText } from './built-site.ts';

/**
 * What the pages as they are built, and an audit with the file that /check/ loads, say of each server: that the same tools return
 * private data, return others' text, and have a way out. The rules behind both are one function (domain/risk/capabilities.ts); a
 * page that gave it something else would be seen here. What the browser shows is held to the audit in check.test.ts.
 */

const { out } = inject('sites').own;
const catalogue = JSON.parse(await readFile(path.join(out, KNOWN_CATALOGUE_FILE), 'utf8')) as KnownCatalogue;
const [TRIFECTA = ''] = FLOW_ATTACKS.exfiltration;

/** How many tools a line names: those that it links to, and the number behind "and". */
function toolsOf(line: Element): { readonly count: number; readonly first: readonly (string | undefined)[] } {
  const links = find(line, 'a').map((link) => attribute(link, 'href'));
  const [, more = '0'] = / and (\d+)(?: tools?)? more/.exec(readText(line)) ?? [];
  return { count: links.length + Number(more), first: links };
}

test.each(catalogue.servers.map((server) => [server.slug as string, server] as const))(
  '%s: its page, the attack that it links to, and an audit agree',
  async (slug, server) => {
    const page = await readPage(out, path.join(urls.server(slug), 'index.html'));
    const section = byId(page, 'together') as Element;
    const lines = find(section, 'li');
    const shown = CHAIN.map((part) => {
      const line = lines.find((each) => readText(each).includes(CAPABILITY_WORDS[part].label));
      return line === undefined ? null : toolsOf(line);
    });

    const rules = readDocument({
      name: '.claude/settings.json',
      text: JSON.stringify({ permissions: { ask: [`mcp__${slug}`] } }),
    });
    const { clients } = audit([rules], catalogue);
    const audited = clients[0]?.servers[0];
    expect([audited?.match?.server.slug, audited?.tools.length]).toEqual([slug, server.tools.length]);
    const flow = clients[0]?.flows.find(({ id }) => id === 'exfiltration');
    const isComplete = shown.every((line) => line !== null && line.count > 0);
    expect(flow !== undefined).toBe(isComplete);
    expect(readText(section).includes('All three meet on this server')).toBe(isComplete);

    const link = find(byId(page, 'attacks') as Element, 'a', 'data-attack', TRIFECTA)[0];
    expect(link !== undefined).toBe(isComplete);
    if (flow === undefined) return;
    expect(flow.parts.map(({ tools }) => tools.length)).toEqual(shown.map((line) => line?.count));
    for (const [index, { tools }] of flow.parts.entries()) {
      const own = new Set(
        tools.map(({ name }) => audited?.tools.find((tool) => tool.name === name)?.url as string | undefined),
      );
      expect(shown[index]?.first.filter((url) => !own.has(url))).toEqual([]);
    }
    const item = find(byId(page, 'attacks') as Element, 'li').find(
      (each) => find(each, 'ul').length > 0 && find(each, 'a', 'data-attack', TRIFECTA).length > 0,
    ) as Element;
    expect(find(find(item, 'ul')[0] as Element, 'li').map((each) => toolsOf(each).count)).toEqual(
      flow.parts.map(({ tools }) => tools.length),
    );
  },
);
