import { expect, test } from 'vitest';
import { type Files, patched } from '../patched.fixture.ts';

const CHOSEN = { read_it: 'allow', write_it: 'ask', drop_it: 'deny' } as const;
const write = (files: Files, chosen: Parameters<typeof patched>[2] = CHOSEN) => patched('gemini-cli', files, chosen);
const settings = (fx: object) =>
  JSON.stringify({ mcpServers: { fx: { command: 'x', ...fx }, other: { command: 'y', trust: true } } }, null, 1);

test('a policy is written beside the reader’s', () => {
  expect(write({})).toMatchInlineSnapshot(`
    "== .gemini/policies/placard.toml (new)
    [[rule]]
    mcpName = "fx"
    toolName = ["read_it"]
    decision = "allow"
    priority = 230

    [[rule]]
    mcpName = "fx"
    toolName = ["write_it"]
    decision = "ask_user"
    priority = 230

    [[rule]]
    mcpName = "fx"
    toolName = ["drop_it"]
    decision = "deny"
    priority = 990
    denyMessage = "Blocked by policy. A person must change the policy first."

    [[rule]]
    mcpName = "fx"
    toolName = "*"
    decision = "deny"
    priority = 220
    denyMessage = "Blocked by policy. A person must change the policy first."

    -- It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project."
  `);
});

test('where there are policies already, ours stands above them', () => {
  expect(write({ '.gemini/policies/own.toml': '[[rule]]\ntoolName = "x"\n' })).toMatchInlineSnapshot(`
    "== .gemini/policies/placard.toml (new)
    [[rule]]
    mcpName = "fx"
    toolName = ["read_it"]
    decision = "allow"
    priority = 950

    [[rule]]
    mcpName = "fx"
    toolName = ["write_it"]
    decision = "ask_user"
    priority = 950

    [[rule]]
    mcpName = "fx"
    toolName = ["drop_it"]
    decision = "deny"
    priority = 990
    denyMessage = "Blocked by policy. A person must change the policy first."

    [[rule]]
    mcpName = "fx"
    toolName = "*"
    decision = "deny"
    priority = 940
    denyMessage = "Blocked by policy. A person must change the policy first."

    -- It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project."
  `);
});

test('trust stands above rules and is taken out, for this server alone', () => {
  expect(write({ '.gemini/settings.json': settings({ trust: true }) }, { read_it: 'ask' })).toMatchInlineSnapshot(`
    "== .gemini/settings.json
    {
     "mcpServers": {
      "fx": {
       "command": "x"
      },
      "other": {
       "command": "y",
       "trust": true
      }
     }
    }
    == .gemini/policies/placard.toml (new)
    [[rule]]
    mcpName = "fx"
    toolName = ["read_it"]
    decision = "ask_user"
    priority = 230

    [[rule]]
    mcpName = "fx"
    toolName = "*"
    decision = "deny"
    priority = 220
    denyMessage = "Blocked by policy. A person must change the policy first."

    -- It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project."
  `);
  expect(write({ '.gemini/settings.json': settings({ trust: false }) }, { read_it: 'ask' })).not.toContain(
    'settings.json',
  );
});

test('what shall be offered is no longer left out, and stands on a list of what is offered', () => {
  expect(
    write({
      '.gemini/settings.json': settings({ excludeTools: ['read_it', 'drop_it', 'more'], includeTools: ['read_it'] }),
    }),
  ).toMatchInlineSnapshot(`
    "== .gemini/settings.json
    {
     "mcpServers": {
      "fx": {
       "command": "x",
       "excludeTools": [
        "drop_it",
        "more"
       ],
       "includeTools": [
        "read_it",
        "write_it"
       ]
      },
      "other": {
       "command": "y",
       "trust": true
      }
     }
    }
    == .gemini/policies/placard.toml (new)
    [[rule]]
    mcpName = "fx"
    toolName = ["read_it"]
    decision = "allow"
    priority = 230

    [[rule]]
    mcpName = "fx"
    toolName = ["write_it"]
    decision = "ask_user"
    priority = 230

    [[rule]]
    mcpName = "fx"
    toolName = ["drop_it"]
    decision = "deny"
    priority = 990
    denyMessage = "Blocked by policy. A person must change the policy first."

    [[rule]]
    mcpName = "fx"
    toolName = "*"
    decision = "deny"
    priority = 220
    denyMessage = "Blocked by policy. A person must change the policy first."

    -- It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project."
  `);
});

test('settings without servers, or with something else in their place, stay as they are', () => {
  expect(write({ '.gemini/settings.json': '{"mcpServers": 1}' }, { a: 'ask' })).not.toContain('settings.json');
  expect(write({ '.gemini/settings.json': '{"mcpServers": {"fx": 1}}' }, { a: 'ask' })).not.toContain('settings.json');
});
