import { expect, test } from 'vitest';
import { type Chosen, type Files, patched } from '../patched.fixture.ts';

const write = (files: Files, chosen?: Chosen) => patched('claude-code', files, chosen);

test('without settings a file of the project is written', () => {
  expect(write({})).toMatchInlineSnapshot(`
    "== .claude/settings.json (new)
    {
      "permissions": {
        "allow": [
          "mcp__fx__read_it"
        ],
        "ask": [
          "mcp__fx__write_it"
        ],
        "deny": [
          "mcp__fx__drop_it"
        ]
      }
    }

    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
});

test('rules of the same server that say otherwise go, all others stay', () => {
  const settings = `{
  "permissions": {
    "allow": ["mcp__fx", "mcp__fx__write_it", "mcp__fx__old_*", "mcp__fx2__a", "Bash(ls)", 1],
    "ask": ["mcp__fx__drop_it"],
    "deny": ["mcp__fx__read_it", "mcp__fxx"]
  }
}`;
  expect(write({ '.claude/settings.json': settings })).toMatchInlineSnapshot(`
    "== .claude/settings.json
    {
      "permissions": {
        "allow": ["mcp__fx2__a", "Bash(ls)", 1, "mcp__fx__read_it"],
        "ask": [
          "mcp__fx__write_it"
        ],
        "deny": ["mcp__fxx", "mcp__fx__drop_it"]
      }
    }
    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
});

test('a rule that is there already stays where it is, and once', () => {
  const settings = (list: string) => `{"permissions": {"${list}": ["mcp__fx__drop_it"]}}`;
  expect(
    write(
      { '.claude/settings.json': settings('deny'), '~/.claude/settings.json': settings('deny') },
      { drop_it: 'deny' },
    ),
  ).toMatchInlineSnapshot(`
    "== ~/.claude/settings.json
    {"permissions": {"deny": []}}
    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
  expect(write({ '.claude/settings.json': settings('deny') }, { drop_it: 'deny' })).toMatchInlineSnapshot(
    `"-- Tools that nobody recorded are asked about, unless the mode is dontAsk."`,
  );
});

test('rules go into the file that all of the project share, not into that of one person or of the user', () => {
  const files = {
    '~/.claude/settings.json': '{"permissions": {"allow": ["mcp__fx"]}}',
    '.claude/settings.local.json': '{"permissions": {"allow": ["mcp__fx__*"]}}',
    '.claude/settings.json': '{}',
  };
  expect(write(files, { drop_it: 'deny' })).toMatchInlineSnapshot(`
    "== ~/.claude/settings.json
    {"permissions": {"allow": []}}
    == .claude/settings.local.json
    {"permissions": {"allow": []}}
    == .claude/settings.json
    {
      "permissions": {
        "deny": [
          "mcp__fx__drop_it"
        ]
      }
    }
    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
});

test('a key is known as it stands and as the client spells it', () => {
  const settings = '{"permissions": {"allow": ["mcp__my srv__a", "mcp__my_srv__b", "mcp__my"]}}';
  expect(
    patched('claude-code', { '.claude/settings.json': settings }, {}, { 'my srv': { a: 'ask' } }),
  ).toMatchInlineSnapshot(`
    "== .claude/settings.json
    {
      "permissions": {
        "allow": [
          "mcp__my"
        ],
        "ask": [
          "mcp__my_srv__a"
        ]
      }
    }
    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
});

test('what an administrator set is not changed', () => {
  expect(
    write({ 'managed-settings.json': '{"permissions": {"allow": ["mcp__fx"]}}' }, { a: 'ask' }),
  ).toMatchInlineSnapshot(`
    "== .claude/settings.json (new)
    {
      "permissions": {
        "ask": [
          "mcp__fx__a"
        ]
      }
    }

    -- Tools that nobody recorded are asked about, unless the mode is dontAsk."
  `);
});
