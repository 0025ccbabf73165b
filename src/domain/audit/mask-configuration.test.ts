import { expect, test } from 'vitest';
import { readDocument } from '../clients/read-document.ts';
import { masker } from './mask-configuration.ts';

test('what is shown of a configuration has no secret in it', () => {
  const text = `{"mcpServers": {
  "a": {"command": "npx", "args": ["-y", "x", "--api-key", "sesame-one", "--url=postgres://me:sesame-two@db/x", "TOKEN=sesame-three"],
        "env": {"PLAIN": "sesame-four", "N": "1"}},
  "b": {"url": "https://x.example/?key=sesame-five", "headers": {"X-Any": "sesame \\"six\\""}}},
  "apiKey": "sesame-seven", "model": "kept"}`;
  const mask = masker([readDocument({ name: '.mcp.json', text })]);
  expect(mask(text)).not.toMatch(/sesame/);
  expect(mask(text)).toContain('"model": "kept"');
  expect(mask(text).split('\n')).toHaveLength(text.split('\n').length);
  const toml = '[mcp_servers.a]\ncommand = "x"\n[mcp_servers.a.env]\nA = "sesame-eight"\nauth_token = "sesame-nine"\n';
  expect(masker([readDocument({ name: 'config.toml', text: toml })])(toml)).not.toMatch(/sesame/);
});

const shown = (text: string, name = '.mcp.json') => masker([readDocument({ name, text })])(text);
const withArgs = (...args: string[]) => shown(JSON.stringify({ mcpServers: { a: { command: 'npx', args } } }));

test.each([
  // What is a secret by its name goes; what stands before it, and everything else, stays.
  [['--api-key', 'value-one'], /"--api-key","…"/, /value-one/],
  [['API_TOKEN=value-two'], /"API_TOKEN=…"/, /value-two/],
  [['--header=Authorization: Bearer value-three'], /"--header=…"/, /value-three/],
  [['--port', '8080', '--mode=readonly'], /"--port","8080","--mode=readonly"/, /…/],
])('arguments %j', (args, there, gone) => {
  expect(withArgs(...args)).toMatch(there);
  expect(withArgs(...args)).not.toMatch(gone);
});

test('the longer of two secrets goes as a whole, and a short value garbles nothing', () => {
  const text =
    '{"mcpServers":{"a":{"command":"x","args":["abcd","abcd-efgh","1"],"env":{"A":"abcd","B":"abcd-efgh","C":"1","D":"xyz"}}}}';
  expect(shown(text)).not.toMatch(/abcd|efgh/);
  expect(shown(text)).toContain('"C":"1","D":"xyz"');
});

test.each([
  ['{"mcpServers":{},"client_secret" : "value-one","note":"value-two"}', '.mcp.json'],
  ['client_secret = "value-one"\nnote = "value-two"\n[mcp_servers.a]\ncommand = "x"\n', 'config.toml'],
])('a value beside a name of secrets goes, one beside another name stays: %s', (text, name) => {
  expect(shown(text, name)).toMatch(/client_secret"? [:=] "…"/);
  expect(shown(text, name)).toContain('"value-two"');
});
