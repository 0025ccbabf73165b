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
