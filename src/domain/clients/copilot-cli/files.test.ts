import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const server = (own: object) => ({ mcpServers: { b: { command: 'y' }, a: { command: 'x', ...own } } });
const SERVERS = 'copilot-cli copilot-servers project';

test.each([
  ['x.json', server({ tools: ['*'] }), `${SERVERS}: b, a`],
  ['x.json', server({ tools: {} }), 'unknown servers project: b, a'],
  ['x.json', { mcpServers: [{ tools: [] }] }, 'unknown servers project'],
  ['mcp-config.json', server({}), `${SERVERS}: b, a`],
  ['~/.copilot/x.json', server({}), 'copilot-cli copilot-servers user: b, a'],
  ['mcp-config.json.bak', server({}), 'unknown servers project: b, a'],
  ['copilot/x.json', server({}), 'unknown servers project: b, a'],
  ['mcp-config.json', { mcpServers: 'none' }, 'unknown servers project'],
  ['mcp-config.json', {}, 'unknown unusable project'],
  ['x.json', { locations: { '/p': { tool_approvals: [] } } }, 'copilot-cli copilot-approvals project'],
  ['permissions-config.json', { locations: { '/p': {} } }, 'unknown unusable project'],
  ['x.json', { locations: '"tool_approvals"' }, 'unknown unusable project'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
