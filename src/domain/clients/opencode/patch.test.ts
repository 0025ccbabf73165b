import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('opencode', files, chosen);

test('without a configuration one is written', () => {
  expect(write({})).toMatchInlineSnapshot(`
    "== opencode.json (new)
    {
      "permission": {
        "fx_*": "deny",
        "fx_read_it": "allow",
        "fx_write_it": "ask"
      }
    }

    -- The order of the lines counts: a program that sorts the keys breaks it."
  `);
});

test('rules that speak of the same tools go from both members, the rest stays, ours come last', () => {
  const config = `{
  // kept
  "tools": { "fx_*": false, "fx_drop_it": true, "other_*": false, "*": true },
  "permission": {
    "fx_read_it": "deny",
    "fx_*": "allow",
    "fx_rea?_it": "deny",
    "fx_none_*": "deny",
    "bash": "ask",
    "*": "allow"
  }
}`;
  expect(write({ 'opencode.json': config })).toMatchInlineSnapshot(`
    "== opencode.json
    {
      // kept
      "tools": { "other_*": false, "*": true },
      "permission": {
        "fx_none_*": "deny",
        "bash": "ask",
        "*": "allow",
        "fx_*": "deny",
        "fx_read_it": "allow",
        "fx_write_it": "ask"
      }
    }
    -- The order of the lines counts: a program that sorts the keys breaks it."
  `);
});

test('a permission for everything becomes the first rule', () => {
  expect(write({ 'opencode.json': '{"permission": "deny"}' }, { read_it: 'allow' })).toMatchInlineSnapshot(`
    "== opencode.json
    {"permission": {
        "*": "deny",
        "fx_*": "deny",
        "fx_read_it": "allow"
      }}
    -- The order of the lines counts: a program that sorts the keys breaks it."
  `);
});

test('rules go into the project’s file, and from every file', () => {
  const files = {
    '~/.config/opencode/opencode.json': '{"permission": {"fx_read_it": "deny"}}',
    'opencode.json': '{}',
  };
  expect(write(files, { read_it: 'allow' })).toMatchInlineSnapshot(`
    "== ~/.config/opencode/opencode.json
    {"permission": {}}
    == opencode.json
    {
      "permission": {
        "fx_*": "deny",
        "fx_read_it": "allow"
      }
    }
    -- The order of the lines counts: a program that sorts the keys breaks it."
  `);
});

test('into the files of opencode 2, nothing is written: its rules are others', () => {
  const config = '{ "mcp": { "servers": { "fx": { "type": "local", "command": ["x"] } } } }';
  expect(write({ 'opencode.json': config })).toBe(
    '-- These files are of opencode 2, whose rules are not written yet. Its list `permissions` decides.',
  );
});

test('of several servers each has its own rules taken out', () => {
  const files = { 'opencode.json': '{"permission": {"fx_*": "allow", "more_*": "allow", "other_*": "allow"}}' };
  const text = patched('opencode', files, { read_it: 'ask' }, { more: { get_it: 'ask' } });
  expect(text).toContain('"other_*": "allow"');
  expect([text.includes('"fx_*": "allow"'), text.includes('"more_*": "allow"')]).toEqual([false, false]);
});
