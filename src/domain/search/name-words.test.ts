import { expect, test } from 'vitest';
import { nameKey, nameWords, plainWords, searchWords } from './name-words.ts';

test.each([
  ['run_tests', 'runtests', ['run', 'tests']],
  ['RunTests', 'runtests', ['run', 'tests']],
  ['domains_getWHOISProfileV1', 'domainsgetwhoisprofilev1', ['domains', 'get', 'whois', 'profile', 'v1']],
  ['alpaca.createOrder', 'alpacacreateorder', ['alpaca', 'create', 'order']],
  ['@playwright/mcp', 'playwrightmcp', ['playwright', 'mcp']],
  ['日本語のツール', '日本語のツール', ['日本語のツール']],
  ['🔥', '', []],
])('%s', (name, key, words) => {
  expect(nameKey(name)).toBe(key);
  expect(nameWords(name)).toEqual(words);
});

test('a name is searched by its humps and as a whole, a product by the whole alone', () => {
  expect([...searchWords('createIssue')]).toEqual(['createissue', 'create', 'issue']);
  expect(plainWords('GitHub Enterprise')).toEqual(['github', 'enterprise']);
});

test('a name of any length is dealt with', () => expect(nameKey('x'.repeat(1_000_000)).length).toBe(200));
