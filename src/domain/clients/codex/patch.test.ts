import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('codex', files, chosen);

test('lines go into the table of the server, before its own tables, and replace what it had', () => {
  const config = `model = "x" # kept
[mcp_servers.fx] # ours
command = "npx"
enabled_tools = ["old"]
default_tools_approval_mode = "approve"

[mcp_servers.fx.env]
A = "b"

[mcp_servers.fx.tools.drop_it]
approval_mode = "approve"

[mcp_servers.other]
command = "y"
`;
  expect(write({ 'config.toml': config })).toMatchInlineSnapshot(`
    "== config.toml
    model = "x" # kept
    [mcp_servers.fx] # ours
    enabled_tools = ["read_it", "write_it"]
    default_tools_approval_mode = "prompt"
    command = "npx"

    [mcp_servers.fx.env]
    A = "b"

    [mcp_servers.fx.tools.read_it]
    approval_mode = "approve"

    [mcp_servers.other]
    command = "y"
    "
  `);
});

test('the file that has the server is changed, not the first', () => {
  const files = { 'config.toml': 'model = "x"\n', '~/.codex/config.toml': '[mcp_servers.fx]\ncommand = "npx"\n' };
  expect(write(files, { read_it: 'allow' })).toMatchInlineSnapshot(`
    "== ~/.codex/config.toml
    [mcp_servers.fx]
    enabled_tools = ["read_it"]
    default_tools_approval_mode = "prompt"
    command = "npx"

    [mcp_servers.fx.tools.read_it]
    approval_mode = "approve"
    "
  `);
});

test('what cannot be put there is given to be merged by hand', () => {
  expect(write({ 'config.toml': 'mcp_servers = { fx = { command = "npx" } }\n' })).toMatchInlineSnapshot(`
    "== to-merge.toml (new)
    [mcp_servers.fx]
    enabled_tools = ["read_it", "write_it"]
    default_tools_approval_mode = "prompt"

    [mcp_servers.fx.tools.read_it]
    approval_mode = "approve"

    -- The lines in to-merge.toml belong into the tables that you have: TOML takes each table once."
  `);
  expect(
    patched('codex', { 'config.toml': 'model = "x"\n' }, { write_it: 'ask' }, { other: { a: 'allow' } }),
  ).toMatchInlineSnapshot(`
    "== to-merge.toml (new)
    [mcp_servers.fx]
    enabled_tools = ["write_it"]
    default_tools_approval_mode = "prompt"

    [mcp_servers.other]
    enabled_tools = ["a"]
    default_tools_approval_mode = "prompt"

    [mcp_servers.other.tools.a]
    approval_mode = "approve"

    -- The lines in to-merge.toml belong into the tables that you have: TOML takes each table once."
  `);
});

test('a key that every object has is no server of the file', () => {
  expect(
    patched(
      'codex',
      { 'config.toml': '[mcp_servers.a]\ncommand = "x"\n' },
      {},
      { ['constructor' as string]: { a: 'ask' } },
    ),
  ).toMatchInlineSnapshot(`
    "== to-merge.toml (new)
    [mcp_servers.constructor]
    enabled_tools = ["a"]
    default_tools_approval_mode = "prompt"

    -- The lines in to-merge.toml belong into the tables that you have: TOML takes each table once."
  `);
});
