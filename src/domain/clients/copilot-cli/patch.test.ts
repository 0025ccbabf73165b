import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('copilot-cli', files, chosen);
const SERVERS = '{"mcpServers": {"fx": {"command": "x", "tools": ["*"]}, "other": {"command": "y", "tools": ["*"]}}}';

test('the list of tools of the server that has them', () => {
  expect(write({ 'mcp-config.json': SERVERS })).toMatchInlineSnapshot(`
    "== mcp-config.json
    {"mcpServers": {"fx": {"command": "x", "tools": [
            "read_it",
            "write_it"
          ]}, "other": {"command": "y", "tools": ["*"]}}}
    -- These run unasked with: copilot --allow-tool='fx(read_it)'
    -- A listed tool asks: which tools run unasked is said by flags, not in this file."
  `);
});

test('a server that no file lists is written into files of its own', () => {
  expect(
    patched('copilot-cli', { 'mcp-config.json': SERVERS }, {}, { more: { a: 'deny' }, most: { b: 'ask' } }),
  ).toMatchInlineSnapshot(`
    "== mcp-config-1.json (new)
    {
      "mcpServers": {
        "most": {
          "tools": [
            "b"
          ]
        }
      }
    }

    -- "more": No tool of this server stays open: take the server out of GitHub Copilot CLI.
    -- A listed tool asks: which tools run unasked is said by flags, not in this file."
  `);
  expect(
    patched('copilot-cli', { 'mcp-config.json': SERVERS }, {}, { ['toString' as string]: { a: 'ask' } }),
  ).toMatchInlineSnapshot(`
    "== mcp-config-1.json (new)
    {
      "mcpServers": {
        "toString": {
          "tools": [
            "a"
          ]
        }
      }
    }

    -- A listed tool asks: which tools run unasked is said by flags, not in this file."
  `);
});

test('flags for twenty tools that run unasked, not for more', () => {
  const allow = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`t${n}`, 'allow' as const]));
  expect(write({ 'mcp-config.json': SERVERS }, allow(20))).toContain('copilot --allow-tool');
  expect(write({ 'mcp-config.json': SERVERS }, allow(21))).not.toContain('copilot --allow-tool');
  expect(write({ 'mcp-config.json': SERVERS }, { a: 'ask' })).not.toContain('run unasked with');
});

test('approvals of what shall ask or be denied, or of a whole server, are taken back', () => {
  const approvals = JSON.stringify(
    {
      locations: {
        '/p': {
          tool_approvals: [
            { kind: 'mcp', serverName: 'fx', toolName: 'read_it' },
            { kind: 'mcp', serverName: 'fx', toolName: 'write_it' },
            { kind: 'mcp', serverName: 'fx', toolName: null },
            { kind: 'mcp', serverName: 'other', toolName: 'write_it' },
            'write_it',
          ],
        },
        '/q': { tool_approvals: 'none' },
        '/r': 1,
      },
    },
    null,
    1,
  );
  expect(write({ 'mcp-config.json': SERVERS, 'permissions-config.json': approvals })).toMatchInlineSnapshot(`
    "== mcp-config.json
    {"mcpServers": {"fx": {"command": "x", "tools": [
            "read_it",
            "write_it"
          ]}, "other": {"command": "y", "tools": ["*"]}}}
    == permissions-config.json
    {
     "locations": {
      "/p": {
       "tool_approvals": [
        {
         "kind": "mcp",
         "serverName": "fx",
         "toolName": "read_it"
        },
        {
         "kind": "mcp",
         "serverName": "other",
         "toolName": "write_it"
        },
        "write_it"
       ]
      },
      "/q": {
       "tool_approvals": "none"
      },
      "/r": 1
     }
    }
    -- These run unasked with: copilot --allow-tool='fx(read_it)'
    -- A listed tool asks: which tools run unasked is said by flags, not in this file."
  `);
});
