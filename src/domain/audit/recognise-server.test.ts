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
const SERVERS: readonly KnownServer[] = [
  server('plain', { name: 'Plain Thing', packages: [{ registry: 'npm', name: 'plain-mcp' }] }),
  server('one', { packages: [{ registry: 'npm', name: '@team/suite', bin: 'one-server' }] }),
  server('two', { packages: [{ registry: 'npm', name: '@team/suite', bin: 'two-server' }] }),
  server('main', { packages: [{ registry: 'npm', name: '@other/suite', bin: 'side' }] }),
  server('rest', { packages: [{ registry: 'npm', name: '@other/suite' }] }),
  server('mail', { packages: [{ registry: 'pypi', name: 'Mail.MCP' }] }),
  server('box', { packages: [{ registry: 'docker', name: 'docker.io/example/box' }] }),
  server('far', { endpoint: 'https://Far.Example/mcp/' }),
  server('short', { packages: [{ registry: 'npm', name: '@x/mcp' }] }),
  server('six', { packages: [{ registry: 'npm', name: '@x/sixsix' }] }),
];
const found = (source: ServerSource) => {
  const match = matchServer(source, SERVERS);
  return match === null ? null : `${match.by} ${match.server.slug}`;
};

describe('a server is recognised by', () => {
  test.each<[ServerSource, string | null]>([
    [{ kind: 'npm', name: 'plain-mcp' }, 'package plain'],
    [{ kind: 'npm', name: 'plain-mcp', bin: 'whatever' }, 'package plain'],
    [{ kind: 'npm', name: 'Plain-MCP' }, null],
    [{ kind: 'npm', name: '@team/suite', bin: 'two-server' }, 'package two'],
    [{ kind: 'npm', name: '@team/suite', bin: 'one-server' }, 'package one'],
    [{ kind: 'npm', name: '@team/suite' }, 'package one'],
    [{ kind: 'npm', name: '@other/suite' }, 'package rest'],
    [{ kind: 'npm', name: '@other/suite', bin: 'unknown' }, 'package rest'],
    [{ kind: 'npm', name: '@other/suite', bin: 'side' }, 'package main'],
    [{ kind: 'npm', name: 'mail-mcp' }, null],
    [{ kind: 'npm', name: 'nobody' }, null],
    [{ kind: 'pypi', name: 'mail-mcp' }, 'package mail'],
    [{ kind: 'pypi', name: 'MAIL_mcp' }, 'package mail'],
    [{ kind: 'pypi', name: 'plain-mcp' }, null],
    [{ kind: 'docker', name: 'example/box' }, 'image box'],
    [{ kind: 'docker', name: 'example/other' }, null],
    [{ kind: 'docker', name: 'plain-mcp' }, null],
    [{ kind: 'url', url: 'https://far.example/mcp?key=1' }, 'address far'],
    [{ kind: 'url', url: 'https://far.example/mcp//' }, 'address far'],
    [{ kind: 'url', url: 'https://far.example/other' }, null],
    [{ kind: 'url', url: 'https://far.example:8443/mcp' }, null],
    [{ kind: 'url', url: 'no address' }, null],
    [{ kind: 'command', words: ['/usr/bin/sixsix'] }, 'command six'],
    [{ kind: 'command', words: ['C:\\bin\\SixSix.exe'] }, 'command six'],
    [{ kind: 'command', words: ['node', 'x/plain-mcp.js'] }, 'command plain'],
    [{ kind: 'command', words: ['node', '--flag', 'one-server.mjs'] }, 'command one'],
    [{ kind: 'command', words: ['node', '--flag', 'x', 'plain-mcp'] }, null],
    [{ kind: 'command', words: ['mcp'] }, null],
    [{ kind: 'command', words: ['plain-mcp.exe.d'] }, null],
    [{ kind: 'command', words: ['bin/'] }, null],
    [{ kind: 'command', words: [] }, null],
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
    [{ kind: 'command', words: ['a'] }, '1.0.0', null],
  ])('%j beside %s: %j', (source, recorded, state) => expect(versionState(source, recorded)).toEqual(state));
});
