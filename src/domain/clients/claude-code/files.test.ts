import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const a = { a: { command: 'x' } };
const projects = { '/p': { mcpServers: { b: { command: 'y' } } }, '/q': { mcpServers: { c: { command: 'z' } } } };
const SETTINGS = 'claude-code claude-settings project';

test.each([
  ['x.json', { permissions: {} }, SETTINGS],
  ['x.json', { permissions: 'ask' }, 'unknown unusable project'],
  ['x.json', { enabledMcpjsonServers: [] }, SETTINGS],
  ['x.json', { disabledMcpjsonServers: [] }, SETTINGS],
  ['x.json', { enableAllProjectMcpServers: false }, SETTINGS],
  ['x.json', { allowedMcpServers: [] }, SETTINGS],
  ['x.json', { deniedMcpServers: [] }, SETTINGS],
  ['x.json', { allowManagedPermissionRulesOnly: true }, SETTINGS],
  ['x.json', { allowManagedMcpServersOnly: true }, SETTINGS],
  ['x.json', { hooks: {} }, SETTINGS],
  ['x.json', { hook: {} }, 'unknown unusable project'],
  ['x.json', { permissions: {}, mcpServers: a }, `${SETTINGS}: a`],
  // Settings that say nothing are still settings where they lie.
  ['.claude/settings.json', {}, SETTINGS],
  ['repo/.claude/settings.json', { model: 'x' }, SETTINGS],
  ['C:\\repo\\.claude\\settings.json', {}, SETTINGS],
  ['~/.claude/settings.json', {}, 'claude-code claude-settings user'],
  ['repo/.claude/settings.local.json', {}, 'claude-code claude-settings local'],
  ['settings.local.json', {}, 'claude-code claude-settings local'],
  ['managed-settings.json', {}, 'claude-code claude-settings managed'],
  ['/etc/claude-code/managed-settings.json', {}, 'claude-code claude-settings managed'],
  ['settings.json', {}, 'unknown unusable project'],
  ['repo/settings.local.json', {}, 'unknown unusable project'],
  ['repo/x.claude/settings.json', {}, 'unknown unusable project'],
  ['.claude/settings.json5', {}, 'unknown unusable project'],
  ['.claude/settings.local.jsonx', {}, 'unknown unusable project'],
  ['unmanaged-settings.json', {}, 'unknown unusable project'],
  // Lists of servers.
  ['.mcp.json', { mcpServers: a }, 'claude-code servers project: a'],
  ['repo/.mcp.json', { mcpServers: a }, 'claude-code servers project: a'],
  ['repo/x.mcp.json', { mcpServers: a }, 'unknown servers project: a'],
  ['.mcp.json.bak', { mcpServers: a }, 'unknown servers project: a'],
  ['.claude.json', { mcpServers: a }, 'claude-code servers project: a'],
  ['~/.claude.json', { mcpServers: a }, 'claude-code servers user: a'],
  ['x.claude.json', { mcpServers: a }, 'unknown servers project: a'],
  ['.claude.json.bak', { mcpServers: a }, 'unknown servers project: a'],
  ['plugin/.claude/servers.json', { mcpServers: a }, 'claude-code servers project: a'],
  ['managed-mcp.json', { mcpServers: a }, 'claude-code servers managed: a'],
  ['/etc/claude-code/managed-mcp.json', { mcpServers: a }, 'claude-code servers managed: a'],
  ['managed-mcp.json.bak', { mcpServers: a }, 'unknown servers managed: a'],
  // Servers of single projects are its own.
  ['x.json', { projects }, 'claude-code servers project: b, c'],
  ['x.json', { mcpServers: a, projects }, 'claude-code servers project: a, b, c'],
  ['x.json', { projects: { '/p': {}, '/q': 'none' } }, 'claude-code servers project'],
  ['x.json', { projects: 'none', mcpServers: a }, 'unknown servers project: a'],
  ['x.json', { projects, servers: a }, 'vscode servers project: b, c, a'],
  ['x.json', { projects, servers: a, mcpServers: a }, 'claude-code servers project: a, b, c, a'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
