import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTitles, addTools, createNameIndex, emptyNameIndex, singular } from './name-index.ts';
import { NAMES } from './names.fixture.ts';
import type { NamesFile } from './names-file.ts';
import { countFacets, countServers } from './search-facets.ts';
import { facetedNames, searchNames } from './search-names.ts';

const index = createNameIndex(NAMES);
const first = (query: string) => searchNames(index, query).hits[0];
const urls = (query: string, facets = {}) => searchNames(index, query, facets).hits.map(({ url }) => url);

test.each([
  // A whole name, in any spelling.
  ['delete_repository', '/tools/github/delete_repository/', 'letters'],
  ['deleteRepository', '/tools/github/delete_repository/', 'letters'],
  ['delete-repository', '/tools/github/delete_repository/', 'letters'],
  ['DELETE REPOSITORY', '/tools/github/delete_repository/', 'letters'],
  ['deleterepository', '/tools/github/delete_repository/', 'letters'],
  ['delete a repository', '/tools/github/delete_repository/', 'letters'],
  ['createIssue', '/tools/git/createIssue-1/', 'letters'],
  ['create_issue', '/names/create_issue/', 'letters'],
  // A server before a tool of the same name, and before its prefix.
  ['git', '/tools/git/', 'letters'],
  ['memory', '/tools/memory/', 'letters'],
  ['github mcp server', '/tools/github/', 'letters'],
  ['gmail', '/tools/mail/', 'prefix'],
  ['calendar', '/tools/mail/', 'prefix'],
  // A server and its tool.
  ['mcp__github__create_issue', '/tools/github/create_issue/', 'letters'],
  ['github create issue', '/tools/github/create_issue/', 'letters'],
  ['github issue', '/tools/github/create_issue/', 'words'],
  // Ids.
  ['CVE-2025-6514', '/attacks/remote/', 'letters'],
  ['cve 2025 6514', '/attacks/remote/', 'letters'],
  ['6514', '/attacks/remote/', 'words'],
  ['mcp-remote', '/attacks/remote/', 'letters'],
  ['memory poisoning', '/attacks/memory-poisoning/', 'letters'],
  ['read tools', '/guides/read/', 'letters'],
  // Beginnings and words in any order.
  ['delete_rep', '/tools/github/delete_repository/', 'prefix'],
  ['repo delete', '/tools/github/delete_repository/', 'words'],
  ['alerts', '/tools/github/list_alerts/', 'words'],
  // Other words for the same.
  ['remove repository', '/tools/github/delete_repository/', 'synonyms'],
  // Wrong letters.
  ['gihtub', '/tools/github/', 'typo'],
  ['delte_repository', '/tools/github/delete_repository/', 'typo'],
  ['send emial', '/tools/mail/send_email/', 'typo'],
  ['__proto__', '/tools/memory/__proto__/', 'letters'],
])('“%s” leads to %s', (query, url, fit) => {
  expect(first(query)?.url).toBe(url);
  expect(first(query)?.fit).toBe(fit);
});

test('the humps of a product’s name are no words: paying is not PayPal, git is not GitHub', () => {
  expect(urls('pay an invoice')).not.toContain('/tools/paypal/create_invoice/');
  expect(searchNames(index, 'git alerts').hits.filter(({ fit }) => fit !== 'typo')).toEqual([]);
});

test('equal names are one result; few of them follow it, worst first', () => {
  expect(searchNames(index, 'create_issue').hits.slice(0, 3)).toMatchObject([
    { kind: 'name', url: '/names/create_issue/', servers: 2, level: 'high', mildest: 'low' },
    { kind: 'tool', url: '/tools/github/create_issue/', level: 'high', server: 'GitHub' },
    { kind: 'tool', url: '/tools/git/create_issue/', level: 'low', server: 'Git' },
  ]);
  const many = searchNames(index, 'run tests!');
  expect(many.hits.map(({ url }) => url)).toEqual(['/names/run-tests-12345678/']);
  expect(many.hits[0]).toMatchObject({ servers: 4, level: 'not-assessed', mildest: 'low' });
});

test.each([
  [{ kind: 'attack' }, 'memory', ['/attacks/memory-poisoning/']],
  [{ kind: 'tool' }, 'memory', ['/tools/memory/memory/']],
  [{ level: 'low' }, 'create_issue', ['/tools/git/create_issue/']],
  [{ server: 'github' }, 'create_issue', ['/tools/github/create_issue/']],
  [{ category: 'destructive', signal: 'bulk' }, '', ['/tools/git/createIssue-1/', '/tools/github/delete_repository/']],
  [{ signal: 'bulk', level: 'low' }, '', []],
  [{ server: 'paypal' }, '', ['/tools/paypal/', '/tools/paypal/create_invoice/']],
])('%o narrows “%s”', (facets, query, wanted) => expect(urls(query, facets)).toEqual(wanted));

test('everything is listed once, worst first, when nothing is asked', () => {
  const { hits, total } = searchNames(index, '');
  expect(total).toBe(6 + 3 + 16);
  expect(hits.map(({ level }) => level).slice(0, 5)).toEqual([
    'critical',
    'critical',
    'critical',
    'critical',
    'not-assessed',
  ]);
});

test('counts say what a choice would leave', () => {
  const counts = countFacets(facetedNames(index), { category: 'execute', signal: 'outbound' });
  expect(counts.get('category')?.get('execute')).toBe(5);
  expect(counts.get('level')?.get('high')).toBe(5);
  expect(counts.get('server')?.get('mail')).toBe(2);
  // Another category with this signal: none. Another signal in this category: none.
  expect(counts.get('category')?.size).toBe(1);
  const servers = countServers(
    [...facetedNames(index)].filter(({ kind }) => kind === 'tool'),
    {},
  );
  expect(servers.get('signal')?.get('outbound')).toBe(3);
});

test('pieces that come later are found, and what is there already before that', () => {
  const whole = emptyNameIndex(NAMES);
  for (const _ of addTitles(whole));
  expect(searchNames(whole, 'git').hits.map(({ url }) => url)).toEqual(['/tools/git/', '/tools/github/']);
  for (const _ of addTools(whole, NAMES.tools));
  expect(searchNames(whole, 'git').hits.length).toBeGreaterThan(2);
});

test.each([
  ['repositories', 'repository'],
  ['issues', 'issue'],
  ['class', 'class'],
  ['dns', 'dns'],
])('%s is %s', (word, one) => expect(singular(word)).toBe(one));

test('any query is answered, and a tool’s own name finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
      const { hits, total } = searchNames(index, query);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(new Set(hits.map(({ url }) => url)).size).toBe(hits.length);
    }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc
          .string({ unit: fc.constantFrom('a', 'b', 'C', '_', '-', '1', 'é'), minLength: 1, maxLength: 30 })
          .filter((name) => /[a-zC1é]/.test(name)),
        { minLength: 1, maxLength: 8 },
      ),
      (names) => {
        const made = createNameIndex({ ...NAMES, tools: [[0, names, names.map(() => 0)]] });
        for (const name of names) {
          expect(searchNames(made, name, { kind: 'tool' }).hits.map(({ title }) => title)).toContain(name);
        }
      },
    ),
  );
});

test('a product comes before the servers that are called by it, in any spelling, and is no server', () => {
  const file: NamesFile = {
    ...NAMES,
    servers: [...NAMES.servers, ['slack-ann', 'Slack (ann)', 'high', 'slack']],
    texts: [...NAMES.texts, ['brand', 'slack', 'Slack']],
  };
  const own = createNameIndex(file);
  for (const query of ['slack', 'Slack', 'slak']) {
    expect(searchNames(own, query).hits.map(({ url, kind }) => [url, kind])).toEqual([
      ['/tools/slack/', 'brand'],
      ['/tools/slack-ann/', 'server'],
    ]);
  }
  expect(searchNames(own, 'slack', { kind: 'server' }).hits.map(({ url }) => url)).toEqual(['/tools/slack-ann/']);
});
