import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const local = { type: 'local', command: ['npx', 'x'] };
const remote = { type: 'remote', url: 'https://example.com/mcp' };
const CONFIG = 'opencode opencode project';

test.each([
  ['opencode.json', {}, CONFIG],
  ['opencode.jsonc', '{ // none\n}', CONFIG],
  ['~/.config/opencode/opencode.json', {}, 'opencode opencode user'],
  ['opencode.json.bak', {}, 'unknown unusable project'],
  ['opencodexjson', {}, 'unknown unusable project'],
  ['x.json', { $schema: 'https://opencode.ai/config.json' }, CONFIG],
  ['x.json', { $schema: 'https://example.com/config.json' }, 'unknown unusable project'],
  ['x.json', { $schema: ['opencode.ai'] }, 'unknown unusable project'],
  ['x.json', { permission: 'ask' }, CONFIG],
  ['x.json', { mcp: { a: local } }, `${CONFIG}: a`],
  ['x.json', { mcp: { a: remote } }, `${CONFIG}: a`],
  ['x.json', { mcp: { b: 1, a: local } }, `${CONFIG}: a`],
  ['x.json', { mcp: { a: { ...local, enabled: false }, b: { ...remote, enabled: true } } }, `${CONFIG}: (a), b`],
  ['x.json', { mcp: { a: { type: 'stdio', command: 'x' } } }, 'unknown unusable project'],
  ['x.json', { mcp: 'none' }, 'unknown unusable project'],
  ['opencode.json', { mcp: { a: { command: ['npx', 'x'] } } }, `${CONFIG}: a`],
  // Settings that another client keeps under the same member.
  ['opencode.json', { mcp: { a: { timeout: 1 } } }, CONFIG],
  ['x.json', { mcp: { servers: { a: { command: 'x' } } } }, 'vscode vscode-settings project: a'],
  ['x.json', { mcp: { servers: local } }, `${CONFIG}: servers`],
  ['x.json', { mcp: { servers: { a: { command: 'x' } }, b: local } }, `${CONFIG}: a`],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
