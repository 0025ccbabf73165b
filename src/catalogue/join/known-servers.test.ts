import { beforeAll, expect, test } from 'vitest';
import { FLOW_ATTACKS } from '../../domain/audit/flows.ts';
import { type KnownCatalogue, KnownCatalogueSchema } from '../../domain/audit/known-catalogue.ts';
import { matchServer } from '../../domain/audit/recognise-server.ts';
import { sourceOf } from '../../domain/configuration/server-source.ts';
import { loadCatalogue } from '../load.ts';
import { knownCatalogue } from './known-servers.ts';

let known: KnownCatalogue;
beforeAll(async () => {
  known = knownCatalogue(await loadCatalogue('content'));
});

test('this project’s catalogue keeps to the schema, survives JSON and is small enough to be fetched whole', () => {
  const text = JSON.stringify(known);
  expect(KnownCatalogueSchema.parse(JSON.parse(text))).toEqual(JSON.parse(text));
  expect(text.length / known.servers.flatMap(({ tools }) => tools).length).toBeLessThan(250);
});

test('whoever compares with a copy learns of which day it is, and that more tools may be there', () => {
  const atlassian = known.servers.find(({ slug }) => slug?.startsWith('atlassian'));
  expect(atlassian).toMatchObject({ asOf: '2025-06-05', unrecorded: null });
  expect(known.servers.find(({ slug }) => slug === 'playwright')).not.toHaveProperty('asOf');
});

test('versions are compared with those of listings of our own only', () => {
  for (const { slug, asOf, version } of known.servers)
    if (asOf !== undefined) expect(version, slug ?? '').toBeUndefined();
  expect(known.servers.find(({ slug }) => slug === 'playwright')?.version).toMatch(/^\d/);
});

test('every attack that a flow names has a page', () => {
  for (const id of Object.values(FLOW_ATTACKS).flat())
    expect([id, known.attacks]).toEqual([id, expect.objectContaining({ [id]: expect.any(String) })]);
});

test.each([
  ['npx -y @modelcontextprotocol/server-filesystem /tmp', 'filesystem'],
  ['npx -y @playwright/mcp@latest --headless', 'playwright'],
  ['uvx mcp-server-git --repository /x', 'git'],
  ['uvx mcp-server-fetch', 'fetch'],
  ['docker run -i --rm -e GITHUB_PERSONAL_ACCESS_TOKEN ghcr.io/github/github-mcp-server', 'github'],
  ['uvx --from git+https://github.com/modelcontextprotocol/servers#subdirectory=src/git mcp-server-git', 'git'],
  ['npx -y -p hostinger-api-mcp hostinger-domains-mcp', 'hostinger-domains'],
  ['npx mcp-remote https://mcp.stripe.com/', 'stripe'],
  ['npx -y @modelcontextprotocol/server-filesystems', undefined],
  ['docker run evil.example/github/github-mcp-server', undefined],
  ['/usr/local/bin/github-mcp-server stdio', undefined],
  ['npx -y github:stranger/context7-mcp', undefined],
  ['npx -y hostinger-api-mcp', undefined],
])('%s is %s', (line, slug) => {
  const [command = '', ...args] = line.split(' ');
  const source = sourceOf({ transport: { kind: 'stdio', command, args, env: [] } });
  expect(matchServer(source, known.servers)?.server.slug).toBe(slug);
});

test('every server with a package is recognised by it, and taken for no other', () => {
  const launchers = { npm: 'npx -y', pypi: 'uvx', docker: 'docker run -i' } as const;
  for (const { slug, packages } of known.servers) {
    for (const { registry, name, bin } of packages) {
      if (registry !== 'npm' && registry !== 'pypi' && registry !== 'docker') continue;
      const line = bin === undefined ? `${launchers[registry]} ${name}` : `npx -y -p ${name} ${bin}`;
      const [command = '', ...args] = line.split(' ');
      const source = sourceOf({ transport: { kind: 'stdio', command, args, env: [] } });
      expect([line, matchServer(source, known.servers)?.server.slug]).toEqual([line, slug]);
    }
  }
});
