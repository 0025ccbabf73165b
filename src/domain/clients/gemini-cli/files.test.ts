import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const server = (own: object) => ({ mcpServers: { b: { command: 'y' }, a: { command: 'x', ...own } } });
const SETTINGS = 'gemini-cli gemini-settings project';

test.each([
  ['x.json', server({ includeTools: [] }), `${SETTINGS}: b, a`],
  ['x.json', server({ excludeTools: [] }), `${SETTINGS}: b, a`],
  ['x.json', server({ trust: false }), `${SETTINGS}: b, a`],
  ['x.json', { mcpServers: { a: { httpUrl: 'https://example.com' } } }, `${SETTINGS}: a`],
  ['x.json', server({}), 'unknown servers project: b, a'],
  ['.gemini/settings.json', {}, SETTINGS],
  ['.gemini/settings.json', server({}), `${SETTINGS}: b, a`],
  ['~/.gemini/settings.json', {}, 'gemini-cli gemini-settings user'],
  ['.gemini/settings.json.bak', {}, 'unknown unusable project'],
  ['.gemini/other.json', {}, 'unknown unusable project'],
  ['gemini/settings.json', {}, 'unknown unusable project'],
  ['x.toml', '[[rule]]\ntoolName = "x"\n', 'gemini-cli gemini-policy project'],
  ['~/.gemini/policies/x.toml', 'rule = []\n', 'gemini-cli gemini-policy user'],
  ['x.toml', '[rule]\ntoolName = "x"\n', 'unknown unusable project'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
