import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('cursor', files, chosen);

test('without an allowlist one is written', () => {
  expect(write({})).toMatchInlineSnapshot(`
    "== .cursor/permissions.json (new)
    {
      "mcpAllowlist": [
        "fx:read_it"
      ]
    }

    -- Cursor cannot deny: what is not on the list is asked about, if auto-run is set to the allowlist."
  `);
});

test('only what may run unasked of this server stays on the list, once', () => {
  const files = {
    '~/.cursor/permissions.json': '{"mcpAllowlist": ["fx:*", "fx:read_it", "fx2:write_it", 1]}',
    '.cursor/permissions.json': '{"mcpAllowlist": ["fx:write_it"]}',
  };
  expect(write(files)).toMatchInlineSnapshot(`
    "== ~/.cursor/permissions.json
    {"mcpAllowlist": ["fx:read_it", "fx2:write_it", 1]}
    == .cursor/permissions.json
    {"mcpAllowlist": []}
    -- Cursor cannot deny: what is not on the list is asked about, if auto-run is set to the allowlist."
  `);
});

test('of several servers each has its own entries taken off', () => {
  const files = { '.cursor/permissions.json': '{"mcpAllowlist": ["fx:*", "more:*", "other:*"]}' };
  expect(patched('cursor', files, { read_it: 'allow' }, { more: { get_it: 'allow' } })).toMatch(
    /"mcpAllowlist": \["other:\*", "fx:read_it", "more:get_it"\]/,
  );
});
