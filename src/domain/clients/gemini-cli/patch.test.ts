import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('gemini-cli', files, chosen);
/** What becomes of the settings; the policy beside them is that of the first test. */
const settingsAfter = (files: Files, chosen?: Chosen) => write(files, chosen).split('== .gemini/policies')[0];
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
  const text = write({ '.gemini/policies/own.toml': '[[rule]]\ntoolName = "x"\n' });
  expect([...text.matchAll(/priority = (\d+)/g)].map(([, priority]) => priority)).toEqual(['950', '950', '990', '940']);
});

test('trust stands above rules and is taken out, for this server alone', () => {
  expect(
    settingsAfter({ '.gemini/settings.json': settings({ trust: true }) }, { read_it: 'ask' }),
  ).toMatchInlineSnapshot(`
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
    "
  `);
  expect(write({ '.gemini/settings.json': settings({ trust: false }) }, { read_it: 'ask' })).not.toContain(
    'settings.json',
  );
});

test('what shall be offered is no longer left out, and stands on a list of what is offered', () => {
  expect(
    settingsAfter({
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
    "
  `);
});

test('settings without servers, or with something else in their place, stay as they are', () => {
  expect(write({ '.gemini/settings.json': '{"mcpServers": 1}' }, { a: 'ask' })).not.toContain('settings.json');
  expect(write({ '.gemini/settings.json': '{"mcpServers": {"fx": 1}}' }, { a: 'ask' })).not.toContain('settings.json');
});
