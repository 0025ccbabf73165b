import { describe, expect, test } from 'vitest';
import type { KnownServer } from './known-catalogue.ts';
import { likeServer } from './likeness.ts';
import { matchByName } from './recognise-server.ts';

const server = (slug: string, given: Partial<KnownServer> = {}): KnownServer => ({
  slug,
  name: slug,
  packages: [],
  unrecorded: 0,
  tools: [],
  ...given,
});
const SERVERS: readonly KnownServer[] = [
  server('deep-thought', { name: 'Deep Thought', packages: [{ registry: 'npm', name: '@acme/server-deep-thought' }] }),
  server('notes', { packages: [{ registry: 'pypi', name: 'mcp-server-notes' }] }),
  server('board', { packages: [{ registry: 'npm', name: '@board/mcp', bin: 'kanban-mcp' }] }),
  server('far', { endpoint: 'https://tools.example/mcp' }),
  server('chat-mail-ann-other', {
    name: 'Chat and mail (Ann Other)',
    brand: { slug: 'talk-suite', name: 'Talk', endpoint: 'https://mcp.talk.example/mcp' },
  }),
];
const like = (line: string, key = 'x') => {
  const [command = '', ...args] = line.split(' ');
  const transport = /^https?:/.test(line)
    ? ({ kind: 'http', url: line, headers: [] } as const)
    : ({ kind: 'stdio', command, args, env: [] } as const);
  return likeServer({ key, transport }, SERVERS)?.slug ?? null;
};

describe('an unrecognised server is like one of the catalogue', () => {
  test.each([
    ['./mcp-server-notes', 'notes'],
    ['C:\\tools\\notes_mcp.exe', 'notes'],
    ['/opt/kanban-mcp', 'board'],
    ['node x/node_modules/.bin/mcp-server-deep-thought', 'deep-thought'],
    ['node ../node_modules/@acme/server-deep-thought/dist/index.js', 'deep-thought'],
    ['python -m mcp_server_notes', 'notes'],
    ['uv --directory /srv/notes run mcp-server-notes', 'notes'],
    ['uvx --from other mcp-server-notes', 'notes'],
    ['uvx --from git+https://github.com/stranger/x mcp-server-notes', 'notes'],
    ['npx -y github:stranger/server-notes', 'notes'],
    ['npx -y notes@npm:other', 'notes'],
    ['npx -y https://files.example/server-notes.tgz', 'notes'],
    ['npx -y @stranger/board-mcp', 'board'],
    ['npx -y other-cli run @stranger/notes-mcp', 'notes'],
    ['npx -y dotenv-cli -- npx -y @acme/server-deep-thought', 'deep-thought'],
    ['docker run mcp/notes', 'notes'],
    ['docker run ghcr.io/notes/mcp:1', 'notes'],
    ['docker mcp gateway run --servers other,notes', 'notes'],
    ['docker run docker/mcp-gateway --servers=notes', 'notes'],
    ['sh -c x|npx;mcp-server-notes', 'notes'],
    ['http://tools.example/mcp', 'far'],
    ['https://tools.example:8443/mcp/', 'far'],
  ])('%s: %s', (line, slug) => expect(like(line)).toBe(slug));

  test('by its key last of all', () => {
    expect(like('./other-program', 'Deep_Thought')).toBe('deep-thought');
    expect(like('./mcp-server-notes', 'Deep_Thought')).toBe('notes');
    expect(like('https://other.example/', 'notes')).toBe('notes');
  });
});

test.each([
  ['./program', 'talk', 'chat-mail-ann-other'],
  ['./program', 'talk-suite', 'chat-mail-ann-other'],
  ['./program', 'chat', 'chat-mail-ann-other'],
  ['npx -y @stranger/server-talk', 'x', 'chat-mail-ann-other'],
  ['https://other.example/mcp', 'Talk', 'chat-mail-ann-other'],
  // That is the official server, which the sheet is not.
  ['https://mcp.talk.example/mcp/', 'Talk', null],
  ['./program', 'ann', null],
  ['./program', 'mail', null],
])('a sheet of a product is like what is called as the product: %s, %s', (line, key, slug) =>
  expect(like(line, key)).toBe(slug),
);

test('a product’s name is no identity', () => {
  expect(matchByName('talk', SERVERS)).toBeNull();
});

describe('and like none', () => {
  test.each([
    'npx -y @notes-plus/mcp',
    'npx -y @stranger/mcp',
    'npx -y other-server /home/me/notes',
    'python mcp-servers/notes/src/server.py',
    'node server.js',
    './mcp',
    'docker run other/program notes',
    'https://tools.example/other',
    'https://tools.example.other.example/mcp',
    'https://tools.example@other.example/mcp',
  ])('%s', (line) => expect(like(line)).toBeNull());
});
