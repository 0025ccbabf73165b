import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const a = { a: { command: 'x' } };
const SETTINGS = 'vscode vscode-settings project';

test.each([
  ['.vscode/mcp.json', { servers: a }, 'vscode servers project: a'],
  ['xvscode/mcp.json', { mcpServers: a }, 'unknown servers project: a'],
  ['.vscode/mcp.json', { mcpServers: a }, 'vscode servers project: a'],
  ['x.json', { servers: a }, 'vscode servers project: a'],
  ['x.json', { servers: a, mcpServers: { b: { command: 'y' } } }, 'unknown servers project: b, a'],
  ['x.json', { mcp: { servers: a } }, `${SETTINGS}: a`],
  ['x.json', { mcp: { servers: [] } }, 'unknown unusable project'],
  ['x.json', { mcp: [] }, 'unknown unusable project'],
  ['settings.json', { 'chat.mcp.access': 'all' }, SETTINGS],
  ['settings.json', { 'editor.chat.x': 1, mychat: 1 }, 'unknown unusable project'],
  // A plain list beside settings is what the file is for.
  ['x.json', { 'chat.x': 1, mcpServers: a }, 'unknown servers project: a'],
  ['x.json', { 'chat.x': 1, servers: a }, 'vscode servers project: a'],
  ['x.json', { 'chat.x': 1, projects: {} }, 'claude-code servers project'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
