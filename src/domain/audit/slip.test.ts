import { describe, expect, test } from 'vitest';
import type { ServerSource } from '../configuration/server-source.ts';
import type { KnownServer } from './known-catalogue.ts';
import { slipOf } from './slip.ts';
import { slipSentence } from './slip-wording.ts';

const server = (slug: string, ...packages: KnownServer['packages']): KnownServer => ({
  slug,
  name: slug,
  packages,
  unrecorded: 0,
  tools: [],
});
const SERVERS: readonly KnownServer[] = [
  server('notes', { registry: 'npm', name: '@acme/notes-mcp' }),
  server('mail', { registry: 'npm', name: 'mail-mcp' }),
  server('git', { registry: 'pypi', name: 'MCP_server.git' }),
  server('box', { registry: 'docker', name: 'ghcr.io/acme/box' }),
];
const npm = (name: string): ServerSource => ({ kind: 'npm', name });

describe('a slip', () => {
  test.each<[ServerSource, string, number]>([
    [npm('@amce/notes-mcp'), '@acme/notes-mcp', 1],
    [npm('@acmee/notes-mcp'), '@acme/notes-mcp', 1],
    [npm('@4cm3/notes-mcp'), '@acme/notes-mcp', 2],
    [npm('acme-notes-mcp'), '@acme/notes-mcp', 2],
    [npm('mai1-mcp'), 'mail-mcp', 1],
    [npm('mailmcp'), 'mail-mcp', 1],
    [{ kind: 'pypi', name: 'mcp-server-gitt' }, 'MCP_server.git', 1],
    [{ kind: 'docker', name: 'ghcr.io/acne/box' }, 'ghcr.io/acme/box', 1],
  ])('%j: %s', (source, of, distance) => {
    const slip = slipOf(source, SERVERS);
    expect([slip?.of, slip?.distance]).toEqual([of, distance]);
  });

  test('of two the nearer one', () => {
    const two = [
      server('a', { registry: 'npm', name: 'first-server' }),
      server('b', { registry: 'npm', name: 'fist-server' }),
    ];
    expect(slipOf(npm('fist-servers'), two)?.of).toBe('fist-server');
  });
});

describe('no slip', () => {
  test.each<[string, ServerSource]>([
    ['the package itself', npm('@acme/notes-mcp')],
    ['the package itself, in PyPI’s form', { kind: 'pypi', name: 'mcp-server-git' }],
    ['another name in the scope of the same owner', npm('@acme/notes-mcq')],
    ['another image of the same owner', { kind: 'docker', name: 'ghcr.io/acme/bax' }],
    ['two slips among fewer than ten letters', npm('ma1l-mcq')],
    ['three slips', npm('@acnn/note-mcp')],
    ['a package of another registry', { kind: 'pypi', name: 'mai1-mcp' }],
    ['an address', { kind: 'url', url: 'mai1-mcp' }],
    ['what nothing identifies', { kind: 'unidentified', doubt: { because: 'local' } }],
  ])('%s', (_, source) => expect(slipOf(source, SERVERS)).toBeNull());
});

test('is said with both names', () => {
  const slip = slipOf(npm('@4cm3/notes-mcp'), SERVERS);
  expect(slip && slipSentence(slip)).toContain(
    '@4cm3/notes-mcp is not in the catalogue, and its name is 2 letters away from @acme/notes-mcp',
  );
});
