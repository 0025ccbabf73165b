import { expect, test } from 'vitest';
import { type FileIdentity, hasIdentity, sameServer } from './same-server.ts';

const KNOWN = [
  {
    slug: 'boards',
    packages: [{ registry: 'npm' as const, name: '@boards/mcp' }],
    repository: 'https://github.com/boards/mcp',
    endpoint: 'https://mcp.boards.test/mcp',
  },
  { slug: 'tickets', packages: [{ registry: 'docker' as const, name: 'ghcr.io/tickets/mcp' }] },
  {
    slug: 'mail-read',
    packages: [{ registry: 'pypi' as const, name: 'mail-servers', bin: 'mail-read' }],
    repository: 'https://github.com/mail/servers',
  },
  { slug: 'mail-send', packages: [], repository: 'https://github.com/mail/servers' },
];

test.each<[string, FileIdentity, string | undefined]>([
  ['a package', { package: { registry: 'npm', name: '@boards/mcp' } }, 'boards'],
  ['a package of that name in another registry', { package: { registry: 'pypi', name: '@boards/mcp' } }, undefined],
  ['another program of a package', { package: { registry: 'pypi', name: 'mail-servers' } }, undefined],
  ['a program of a package', { package: { registry: 'pypi', name: 'Mail_Servers', bin: 'mail-read' } }, 'mail-read'],
  ['an image', { package: { registry: 'docker', name: 'ghcr.io/tickets/mcp:2.1' } }, 'tickets'],
  ['an image of another registry', { package: { registry: 'docker', name: 'tickets/mcp' } }, undefined],
  ['an address', { endpoint: 'https://mcp.boards.test/mcp/' }, 'boards'],
  ['an address of another host', { endpoint: 'https://mcp.boards.test.example/mcp' }, undefined],
  ['a repository', { repository: 'https://github.com/Boards/mcp.git' }, 'boards'],
  ['a repository of several servers', { repository: 'https://github.com/mail/servers' }, undefined],
  [
    'a fork’s package that names the repository it came from',
    { package: { registry: 'npm', name: '@me/boards' }, repository: 'https://github.com/boards/mcp' },
    undefined,
  ],
  ['nothing', {}, undefined],
])('%s: %j is %s', (_, file, slug) => {
  expect(sameServer(file, KNOWN)?.slug).toBe(slug);
});

test.each<[FileIdentity, boolean]>([
  [{}, false],
  [{ package: { registry: 'other', name: 'boards' } }, false],
  [{ repository: 'https://example.com/boards' }, false],
  [{ endpoint: 'https://mcp.boards.test/mcp' }, true],
])('%j identifies: %s', (file, expected) => {
  expect(hasIdentity(file)).toBe(expected);
});
