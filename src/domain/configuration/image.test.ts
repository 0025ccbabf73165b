import { describe, expect, test } from 'vitest';
import { readImage } from './image.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;

test.each([
  ['redis', 'docker.io/library/redis', undefined],
  ['library/redis', 'docker.io/library/redis', undefined],
  ['mcp/fetch', 'docker.io/mcp/fetch', undefined],
  ['docker.io/mcp/fetch:1.0', 'docker.io/mcp/fetch', '1.0'],
  ['index.docker.io/mcp/fetch', 'docker.io/mcp/fetch', undefined],
  ['ghcr.io/acme/notes:latest', 'ghcr.io/acme/notes', 'latest'],
  ['localhost/mcp/fetch', 'localhost/mcp/fetch', undefined],
  ['localhost:5000/mcp/fetch:1', 'localhost:5000/mcp/fetch', '1'],
  ['hosts.example/docker.io/mcp/fetch', 'hosts.example/docker.io/mcp/fetch', undefined],
  [`mcp/fetch@${DIGEST}`, 'docker.io/mcp/fetch', DIGEST],
  [`mcp/fetch:1@${DIGEST}`, 'docker.io/mcp/fetch', DIGEST],
])('%s is %s, version %s', (text, name, version) => {
  expect(readImage(text)).toEqual({ name, ...(version === undefined ? {} : { version }) });
});

describe('no image', () => {
  test.each([
    'MCP/fetch',
    'GHCR.io/acme/notes',
    'mcp/',
    '/mcp',
    'mcp//fetch',
    'mcp/fetch:',
    'mcp/fetch@',
    'mcp/fetch@x',
    'mcp fetch',
    'm\u0441p/fetch',
    '',
  ])('%j', (text) => expect(readImage(text)).toBeNull());
});
