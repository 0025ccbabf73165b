import { describe, expect, test } from 'vitest';
import type { ServerSource } from '../configuration/server-source.ts';
import type { KnownServer } from './known-catalogue.ts';
import { matchByName, matchServer, versionState } from './recognise-server.ts';

const server = (slug: string | null, given: Partial<KnownServer> = {}): KnownServer => ({
  slug,
  name: slug ?? 'own',
  packages: [],
  unrecorded: 0,
  tools: [],
  ...given,
});
const SUITE = 'https://github.com/team/suite';
const SERVERS: readonly KnownServer[] = [
  server('plain', { name: 'Plain Thing', packages: [{ registry: 'npm', name: 'plain-mcp' }] }),
  server('one', { packages: [{ registry: 'npm', name: '@team/suite', bin: 'one-server' }], repository: SUITE }),
  server('two', { packages: [{ registry: 'npm', name: '@team/suite', bin: 'two-server' }] }),
  server('main', { packages: [{ registry: 'npm', name: '@other/suite', bin: 'side' }] }),
  server('rest', { packages: [{ registry: 'npm', name: '@other/suite' }] }),
  server('mail', { packages: [{ registry: 'pypi', name: 'Mail.MCP' }], repository: SUITE }),
  server('own', { packages: [{ registry: 'npm', name: '@own/tool' }], repository: 'https://github.com/Team/Own.git' }),
  server('box', { packages: [{ registry: 'docker', name: 'docker.io/example/box' }] }),
  server('far', { endpoint: 'https://Far.Example/mcp/' }),
];
const found = (source: ServerSource) => {
  const match = matchServer(source, SERVERS);
  return match === null ? null : `${match.by} ${match.server.slug}`;
};

describe('a server is recognised by', () => {
  test.each<[ServerSource, string | null]>([
    [{ kind: 'npm', name: 'plain-mcp' }, 'package plain'],
    [{ kind: 'npm', name: 'plain-mcp', bin: 'plain-mcp' }, 'package plain'],
    // A program that nobody recorded may come from anywhere.
    [{ kind: 'npm', name: 'plain-mcp', bin: 'whatever' }, null],
    [{ kind: 'npm', name: 'Plain-MCP' }, null],
    [{ kind: 'npm', name: '@team/suite', bin: 'two-server' }, 'package two'],
    [{ kind: 'npm', name: '@team/suite', bin: 'one-server' }, 'package one'],
    // Which of its programs runs is not said.
    [{ kind: 'npm', name: '@team/suite' }, null],
    [{ kind: 'npm', name: '@other/suite' }, 'package rest'],
    [{ kind: 'npm', name: '@other/suite', bin: 'suite' }, 'package rest'],
    [{ kind: 'npm', name: '@other/suite', bin: 'unknown' }, null],
    [{ kind: 'npm', name: '@other/suite', bin: 'side' }, 'package main'],
    [{ kind: 'npm', name: '@own/tool' }, 'package own'],
    [{ kind: 'npm', name: 'mail-mcp' }, null],
    [{ kind: 'npm', name: 'nobody' }, null],
    [{ kind: 'pypi', name: 'mail-mcp' }, 'package mail'],
    [{ kind: 'pypi', name: 'MAIL_mcp' }, 'package mail'],
    [{ kind: 'pypi', name: 'mail-mcp', bin: 'mail_mcp' }, 'package mail'],
    [{ kind: 'pypi', name: 'mail-mcp', bin: 'python' }, null],
    [{ kind: 'pypi', name: 'plain-mcp' }, null],
    [{ kind: 'docker', name: 'docker.io/example/box' }, 'image box'],
    [{ kind: 'docker', name: 'hosts.example/example/box' }, null],
    [{ kind: 'docker', name: 'docker.io/example/other' }, null],
    [{ kind: 'docker', name: 'plain-mcp' }, null],
    [{ kind: 'url', url: 'https://far.example/mcp?key=1' }, 'address far'],
    [{ kind: 'url', url: 'https://FAR.example:443/mcp/' }, 'address far'],
    [{ kind: 'url', url: 'https://far.example/mcp//' }, null],
    [{ kind: 'url', url: 'http://far.example/mcp' }, null],
    [{ kind: 'url', url: 'https://far.example/other' }, null],
    [{ kind: 'url', url: 'https://far.example:8443/mcp' }, null],
    [{ kind: 'url', url: 'no address' }, null],
    [{ kind: 'repository', repository: 'github.com/team/own' }, 'repository own'],
    [{ kind: 'repository', repository: 'github.com/team/own', bin: 'tool' }, 'repository own'],
    [{ kind: 'repository', repository: 'github.com/team/own', bin: 'other' }, null],
    [{ kind: 'repository', repository: 'github.com/team/suite', bin: 'one-server' }, 'repository one'],
    [{ kind: 'repository', repository: 'github.com/team/suite', bin: 'Mail_MCP' }, 'repository mail'],
    // Which of its servers runs is not said.
    [{ kind: 'repository', repository: 'github.com/team/suite' }, null],
    [{ kind: 'repository', repository: 'github.com/stranger/own' }, null],
    [{ kind: 'repository', repository: 'gitlab.com/team/own' }, null],
    [{ kind: 'unidentified', doubt: { because: 'local' }, spec: 'plain-mcp' }, null],
  ])('%j: %s', (source, wanted) => expect(found(source)).toBe(wanted));

  test('an address that cannot be read is no other’s', () => {
    const odd = [server('odd', { endpoint: 'not an address' }), server('none')];
    expect(matchServer({ kind: 'url', url: 'not an address' }, odd)).toBeNull();
  });
});

test.each([
  ['plain', 'plain'],
  ['Plain_Thing', 'plain'],
  ['PLAIN', 'plain'],
  ['mail', 'mail'],
  ['plainer', undefined],
])('where nothing but rules name it, the key %s is %s', (key, slug) => {
  expect(matchByName(key, SERVERS)?.server.slug).toBe(slug);
});

const elsewhere = (spec: string): ServerSource => ({ kind: 'unidentified', doubt: { because: 'elsewhere' }, spec });

describe('the version that is asked for', () => {
  test.each<[ServerSource, string | undefined, object | null]>([
    [{ kind: 'npm', name: 'a', version: '1.0.0' }, '1.0.0', null],
    [{ kind: 'npm', name: 'a', version: '1.0.0' }, undefined, null],
    [{ kind: 'npm', name: 'a', version: '1.0' }, '1.0.0', { state: 'unpinned', asked: '1.0' }],
    [{ kind: 'npm', name: 'a', version: '1.0.0' }, '1.1.0', { state: 'behind', asked: '1.0.0', recorded: '1.1.0' }],
    [{ kind: 'npm', name: 'a', version: '2.0.0' }, '1.1.0', { state: 'ahead', asked: '2.0.0', recorded: '1.1.0' }],
    [{ kind: 'pypi', name: 'a', version: '1.0' }, '1.0', null],
    [{ kind: 'pypi', name: 'a', version: '1.0' }, '1.1', { state: 'behind', asked: '1.0', recorded: '1.1' }],
    [{ kind: 'pypi', name: 'a', version: '2024.1.15.2' }, undefined, null],
    [{ kind: 'pypi', name: 'a', version: '>=1.0' }, '1.1', { state: 'unpinned', asked: '>=1.0' }],
    [{ kind: 'pypi', name: 'a', version: '1.0,<2' }, '1.1', { state: 'unpinned', asked: '1.0,<2' }],
    [{ kind: 'pypi', name: 'a', version: 'latest' }, '1.1', { state: 'unpinned', asked: 'latest' }],
    [{ kind: 'pypi', name: 'a' }, '1.1', { state: 'unpinned', asked: undefined }],
    [{ kind: 'docker', name: 'a', version: 'sha256:abcdef' }, undefined, null],
    [{ kind: 'docker', name: 'a', version: 'v2' }, undefined, null],
    [{ kind: 'docker', name: 'a', version: 'stable' }, undefined, { state: 'unpinned', asked: 'stable' }],
    [{ kind: 'docker', name: 'a' }, undefined, { state: 'unpinned', asked: undefined }],
    [{ kind: 'url', url: 'https://a.example/' }, '1.0.0', null],
    [{ kind: 'unidentified', doubt: { because: 'local' } }, '1.0.0', null],
    [elsewhere('https://files.example/a.tgz'), undefined, { state: 'unpinned', asked: undefined }],
    [elsewhere('a/b#0123abc'), undefined, { state: 'unpinned', asked: undefined }],
    [elsewhere('a@npm:b'), undefined, { state: 'unpinned', asked: undefined }],
    [elsewhere('a@npm:b@1.0.0'), undefined, null],
    [elsewhere(`a/b#${'0123456789'.repeat(4)}`), undefined, null],
    [{ kind: 'repository', repository: 'a/b/c' }, '1.0.0', { state: 'unpinned', asked: undefined }],
    [{ kind: 'repository', repository: 'a/b/c', version: 'v1.0' }, '1.0.0', { state: 'unpinned', asked: 'v1.0' }],
  ])('%j beside %s: %j', (source, recorded, state) => expect(versionState(source, recorded)).toEqual(state));
});
