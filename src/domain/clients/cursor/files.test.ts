import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const servers = { mcpServers: { a: { command: 'x' } } };

test.each([
  ['x.json', { mcpAllowlist: [] }, 'cursor cursor-permissions project'],
  ['~/.cursor/permissions.json', { mcpAllowlist: ['a:b'] }, 'cursor cursor-permissions user'],
  ['.cursor/permissions.json', {}, 'unknown unusable project'],
  ['.cursor/mcp.json', servers, 'cursor servers project: a'],
  ['~/.cursor/mcp.json', servers, 'cursor servers user: a'],
  ['xcursor/mcp.json', servers, 'unknown servers project: a'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
