import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'astro';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Pagefind } from '../client/pagefind.ts';
import { exactFirst } from '../client/search.ts';

/** What people type, and the page that must come first. */
const FIRST: readonly (readonly [query: string, url: string])[] = [
  ['create_issue', '/tools/github/create_issue/'],
  ['delete_repository', '/tools/github/delete_repository/'],
  ['delete a repository', '/tools/github/delete_repository/'],
  ['github', '/tools/github/'],
  ['stripe', '/tools/stripe/'],
  ['invarium_sync_results', '/tools/invarium/invarium_sync_results/'],
  ['invarium sync results', '/tools/invarium/invarium_sync_results/'],
  ['merge pull request', '/tools/github/merge_pull_request/'],
  ['kubectl delete', '/tools/kubernetes/kubectl_delete/'],
  ['drop collection', '/tools/mongodb/drop-collection/'],
  ['lethal trifecta', '/attacks/outbound-exfiltration-lethal-trifecta/'],
  ['rug pull', '/attacks/rug-pull-definition-change/'],
  ['CVE-2025-6514', '/attacks/mcp-remote-oauth-command-injection/'],
  ['sql injection', '/attacks/sql-injection-query-tools/'],
  ['postmark', '/attacks/postmark-mcp-bcc-backdoor/'],
];

/** What people type, and the page that must be among the first three. */
const AMONG_THREE: readonly (readonly [query: string, url: string])[] = [
  ['refund', '/tools/stripe/create_refund/'],
  ['run_tests', '/tools/yaver/run_tests/'],
  // Two servers bear this name to the letter.
  ['browser navigate', '/tools/playwright/browser_navigate/'],
  ['slack message', '/tools/slack/slack_post_message/'],
  ['memory poisoning', '/attacks/memory-poisoning/'],
  ['tool poisoning', '/attacks/tool-poisoning/'],
];

let folder: string;
let server: Awaited<ReturnType<typeof preview>>;
let pagefind: Pagefind;

beforeAll(async () => {
  const { out } = inject('sites').own;
  server = await preview({
    root: process.cwd(),
    outDir: out,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 4451 },
  });
  folder = await mkdtemp(path.join(os.tmpdir(), 'placard-search-'));
  // Pagefind is a module in a file that Node would read as CommonJS.
  const copy = path.join(folder, 'pagefind.mjs');
  await cp(path.join(out, 'pagefind', 'pagefind.js'), copy);
  pagefind = (await import(pathToFileURL(copy).href)) as Pagefind;
  await pagefind.options({ basePath: `http://127.0.0.1:${server.port}/pagefind/`, noWorker: true });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Addresses of the first results, as the site orders them. */
async function found(query: string): Promise<string[]> {
  const { results } = await pagefind.search(query);
  const data = await Promise.all(results.slice(0, 20).map((result) => result.data()));
  return exactFirst(query, data).map(({ url }) => new URL(url, 'http://site').pathname);
}

test.each(FIRST)('“%s” finds %s first', async (query, url) => {
  expect((await found(query))[0]).toBe(url);
});

test.each(AMONG_THREE)('“%s” finds %s among the first three', async (query, url) => {
  expect((await found(query)).slice(0, 3)).toContain(url);
});
