import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'astro';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Pagefind } from '../client/search/pagefind.ts';
import { searchTexts } from '../client/search/text-search.ts';
import type { AttackEntry } from '../domain/attacks/filter/attack-facets.ts';
import { AttackIndex } from '../domain/attacks/filter/filter-attacks.ts';
import { mergeResults } from '../domain/search/merge-results.ts';
import { createNameIndex, type NameIndex } from '../domain/search/name-index.ts';
import { NAMES_FILE, NAMES_FOLDER, type NamesFile, type ServerTools } from '../domain/search/names-file.ts';
import { searchNames } from '../domain/search/search-names.ts';
import { ATTACK_QUESTIONS } from './attack-questions.ts';
import { filesIn } from './built-site.ts';
import { RELEVANCE_QUERIES } from './relevance-queries.ts';

/** Shares of queries whose page must come first, and be among the first three. */
const FIRST = 0.95;
const AMONG_THREE = 1;

const { out } = inject('sites').own;
let folder: string;
let server: Awaited<ReturnType<typeof preview>>;
let pagefind: Pagefind;
let index: NameIndex;

beforeAll(async () => {
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
  index = await readNames();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function readNames(): Promise<NameIndex> {
  const read = async (name: string) => JSON.parse(await readFile(path.join(out, NAMES_FOLDER, name), 'utf8'));
  const file = (await read(NAMES_FILE)) as NamesFile;
  const shards = await Promise.all(file.shards.map(async (shard) => (await read(shard)) as ServerTools[]));
  return createNameIndex(file, shards.flat());
}

/** Addresses of the results, in the order in which the site shows them. */
async function found(query: string): Promise<string[]> {
  const texts = await searchTexts(pagefind, query, {});
  return mergeResults(query, searchNames(index, query).hits, texts.hits).flatMap(({ hits }) =>
    hits.map(({ url }) => url),
  );
}

test('finds what readers look for: nearly always first, always among the first three', async () => {
  const places: { query: string; place: number; first: string[] }[] = [];
  for (const [query, ...pages] of RELEVANCE_QUERIES) {
    const urls = await found(query);
    places.push({ query, place: urls.findIndex((url) => pages.includes(url)), first: urls.slice(0, 3) });
  }
  const within = (most: number) => places.filter(({ place }) => place >= 0 && place < most).length / places.length;
  const misses = places.filter(({ place }) => place !== 0);
  const lines = misses.map(({ query, place, first }) => `  “${query}” at ${place + 1 || 'none'}: ${first.join(' ')}`);
  process.stdout.write(
    `${places.length} queries: first ${(within(1) * 100).toFixed(1)} %, among three ${(within(3) * 100).toFixed(1)} %\n${lines.join('\n')}\n`,
  );
  expect(RELEVANCE_QUERIES.length).toBeGreaterThanOrEqual(80);
  expect(within(1), 'first').toBeGreaterThanOrEqual(FIRST);
  expect(within(3), 'among the first three').toBeGreaterThanOrEqual(AMONG_THREE);
});

test('finds the attack that a question is about: first in the filter of the attacks, and first in the search of the site', async () => {
  const entries = JSON.parse(await readFile(path.join(out, 'attacks', 'filter.json'), 'utf8')) as AttackEntry[];
  const filter = new AttackIndex(entries);
  const places: { question: string; attack: string; inFilter: string | undefined; inSearch: string | undefined }[] = [];
  for (const [question, attack] of ATTACK_QUESTIONS) {
    const [inSearch] = await found(question);
    places.push({ question, attack, inFilter: filter.find(question, {}).found[0]?.id, inSearch });
  }
  const missed = places.filter(
    ({ attack, inFilter, inSearch }) => attack !== inFilter || inSearch !== `/attacks/${attack}/`,
  );
  expect(places.length).toBeGreaterThanOrEqual(30);
  expect(missed).toEqual([]);
});

test('every page that a query names is there', async () => {
  const files = new Set(await filesIn(out));
  const pages = RELEVANCE_QUERIES.flatMap(([, ...urls]) => urls);
  expect(pages.filter((url) => !files.has(`${decodeURIComponent(url).slice(1)}index.html`))).toEqual([]);
});

test('every address that names lead to is a page', async () => {
  const files = new Set(await filesIn(out));
  const all = ['tool', 'server', 'attack', 'guide'].flatMap((kind) =>
    index.file.servers.flatMap(
      ([server]) => searchNames(index, '', { kind, ...(kind === 'tool' ? { server } : {}) }).hits,
    ),
  );
  const shared = [...index.tools.keys()].flatMap((name) => searchNames(index, name).hits);
  const urls = new Set([...all, ...shared].map(({ url }) => url));
  expect(urls.size).toBeGreaterThan(1000);
  expect([...urls].filter((url) => !files.has(`${decodeURIComponent(url).slice(1)}index.html`))).toEqual([]);
});

test.each([
  [{ level: 'critical', kind: 'tool' }, 'delete', (url: string) => url.startsWith('/tools/')],
  [{ kind: 'attack' }, 'injection', (url: string) => url.startsWith('/attacks/')],
  [{ server: 'stripe' }, 'invoice', (url: string) => url.startsWith('/tools/stripe/')],
  [{ category: 'financial', signal: 'outbound' }, 'invoice', (url: string) => url.startsWith('/tools/')],
])('both searches keep to %o', async (facets, query, isWanted) => {
  const texts = await searchTexts(pagefind, query, facets);
  const urls = [...searchNames(index, query, facets).hits, ...texts.hits].map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter((url) => !isWanted(url))).toEqual([]);
});
