import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { CHOICES, type Choice } from '../clients/patch.ts';
import { type ConfigurationText, readDocument } from '../clients/read-document.ts';
import { CLIENT_IDS, type ClientId, clientById } from '../clients/registry.ts';
import { withItems, withoutElements } from '../configuration/json-edit.ts';
import { audit } from './audit.ts';
import { CONFIGURATIONS, FX_TOOLS, KNOWN } from './configurations.fixture.ts';
import { lineDiff } from './line-diff.ts';
import { choiceFor, type Patch, patchedTexts, patchFor } from './patch.ts';

const SERVER = '"fx": { "command": "npx", "args": ["-y", "fx-mcp-server"] }';
const OTHER = '"other": { "command": "other" }';

/** Starting points of each client, from nothing to rules that contradict what is chosen. */
const STARTS: readonly { readonly name: string; readonly files: readonly ConfigurationText[] }[] = [
  ...CONFIGURATIONS.slice(0, 5),
  { name: 'Claude Code without settings', files: [{ name: '.mcp.json', text: `{"mcpServers": {${SERVER}}}` }] },
  {
    name: 'Claude Code with rules for the whole server',
    files: [
      { name: '.mcp.json', text: `{"mcpServers": {${SERVER}, ${OTHER}}}` },
      {
        name: '.claude/settings.json',
        text: `{
  "model": "x",
  "permissions": {
    "allow": ["mcp__fx", "Bash(ls)", "mcp__other__x"],
    "deny": ["mcp__fx__*"]
  }
}`,
      },
    ],
  },
  {
    name: 'Codex with a key that must be quoted, at the end of the file',
    files: [
      { name: 'config.toml', text: 'x = 1 # kept\n[mcp_servers."fx"]\ncommand = "npx"\nargs = ["fx-mcp-server"]' },
    ],
  },
  {
    name: 'Codex with an inline table',
    files: [{ name: 'config.toml', text: '[mcp_servers]\nfx = { command = "npx", args = ["fx-mcp-server"] }\n' }],
  },
  {
    name: 'Gemini CLI, trusted',
    files: [{ name: '.gemini/settings.json', text: `{"mcpServers": {${SERVER.replace(' }', ', "trust": true }')}}}` }],
  },
  {
    name: 'opencode that asks for everything',
    files: [
      {
        name: 'opencode.json',
        text: '{"mcp": {"fx": {"type": "local", "command": ["npx", "fx-mcp-server"]}}, "permission": "ask"}',
      },
    ],
  },
  {
    name: 'Copilot CLI with everything listed',
    files: [
      { name: 'mcp-config.json', text: `{"mcpServers": {${SERVER.replace(' }', ', "tools": ["*"] }')}, ${OTHER}}}` },
    ],
  },
  {
    name: 'Cursor with everything allowed',
    files: [
      { name: '.cursor/mcp.json', text: `{"mcpServers": {${SERVER}}}` },
      { name: '.cursor/permissions.json', text: '{ // kept\n"mcpAllowlist": ["other:x", /* too */ "fx:*"]}' },
    ],
  },
];

test('a configuration of every client whose rules are written is tried', () => {
  const tried = new Set(STARTS.map(({ files }) => readDocument(files[0] as ConfigurationText).client));
  expect([...tried].sort()).toEqual(CLIENT_IDS.filter((id) => clientById(id).patch !== null).toSorted());
});

const choices = fc
  .array(fc.constantFrom(...CHOICES), { minLength: FX_TOOLS.length, maxLength: FX_TOOLS.length })
  .map((list) => new Map(FX_TOOLS.map(({ name }, index) => [name, list[index] as Choice])));

const STRICT_ENOUGH: Readonly<Record<Choice, readonly string[]>> = {
  allow: ['allowed', 'asked'],
  ask: ['asked', 'not-known'],
  deny: ['hidden', 'denied'],
};

function effectsAfter(files: readonly ConfigurationText[], patch: Patch): Record<string, string> {
  const { clients } = audit(patchedTexts(files.map(readDocument), patch).map(readDocument), KNOWN);
  const servers = clients.flatMap((client) => client.servers.filter(({ key }) => key === 'fx'));
  return Object.fromEntries(
    servers.flatMap(({ tools }) => tools.map(({ name, treatment }) => [name, treatment.effect])),
  );
}

test.each(STARTS)('$name: the changed files do what was chosen', ({ files }) => {
  const documents = files.map(readDocument);
  const client = documents[0]?.client as ClientId;
  fc.assert(
    fc.property(choices, (chosen) => {
      const patch = patchFor(client, documents, [{ key: 'fx', choices: chosen }]);
      // Nothing stays open, or lines that must go into an inline table by hand: said, not written.
      if (patch.files.length === 0 || patch.files.some(({ name }) => name === 'to-merge.toml')) {
        expect(patch.notes).not.toEqual([]);
        return;
      }
      const effects = effectsAfter(files, patch);
      for (const [name, choice] of chosen) {
        const expected = client === 'cursor' && choice === 'deny' ? ['not-known'] : STRICT_ENOUGH[choice];
        expect(expected, `${name}: ${choice}`).toContain(effects[name]);
        // Only Copilot cannot let a tool run unasked by its file.
        if (choice === 'allow' && client !== 'copilot-cli') expect(effects[name]).toBe('allowed');
      }
      const again = patchFor(client, patchedTexts(documents, patch).map(readDocument), [
        { key: 'fx', choices: chosen },
      ]);
      expect(again.files.filter(({ before }) => before !== null)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

const allDenied = new Map<string, Choice>(FX_TOOLS.map(({ name }) => [name, 'deny']));

function after(start: string, chosen = allDenied): string {
  const { files } = STARTS.find(({ name }) => name === start) as (typeof STARTS)[number];
  const documents = files.map(readDocument);
  return patchFor(documents[0]?.client as ClientId, documents, [{ key: 'fx', choices: chosen }])
    .files.map(({ after: text }) => text)
    .join('\n');
}

test('comments, other rules and other members stay', () => {
  const text = after('Claude Code with rules for the whole server');
  for (const kept of ['"model": "x"', '"Bash(ls)"', '"mcp__other__x"']) expect(text).toContain(kept);
  expect(text).not.toContain('"mcp__fx"');
  for (const kept of ['"other:x"', '// kept\n', '/* too */'])
    expect(after('Cursor with everything allowed')).toContain(kept);
});

test('Codex: comments and other tables stay, and the result is TOML', () => {
  const text = after(
    'Codex with a key that must be quoted, at the end of the file',
    new Map([['read_thing', 'allow']]),
  );
  expect(text).toContain('x = 1 # kept\n');
  expect(parseToml(text)).toEqual({
    x: 1,
    mcp_servers: {
      fx: {
        command: 'npx',
        args: ['fx-mcp-server'],
        enabled_tools: ['read_thing'],
        default_tools_approval_mode: 'prompt',
        tools: { read_thing: { approval_mode: 'approve' } },
      },
    },
  });
});

test('names of strangers stay inside their quotes', () => {
  const name = '"],\n"allow": ["mcp__*';
  const chosen = new Map<string, Choice>([[name, 'deny']]);
  for (const { files } of STARTS) {
    const documents = files.map(readDocument);
    const patch = patchFor(documents[0]?.client as ClientId, documents, [{ key: 'fx', choices: chosen }]);
    for (const changed of patchedTexts(documents, patch)) expect(readDocument(changed).kind).not.toBe('unusable');
  }
});

test.each([
  ['{}', '{\n  "a": [\n    1\n  ]\n}'],
  ['{"a": []}', '{"a": [\n  1\n]}'],
  ['{"a": [0]}', '{"a": [0, 1]}'],
  ['{\n  "a": [\n    0, // x\n  ]\n}', '{\n  "a": [\n    0,\n    1, // x\n  ]\n}'],
])('%j with an item more', (text, expected) => {
  expect(withItems(text, ['a'], ['1'], 'array')).toBe(expected);
});

test.each([
  ['{"a": [1, 2, 3]}', '{"a": [2]}'],
  ['{"a": [1]}', '{"a": []}'],
  ['{"a": [1 /* , */, 2, 1,]}', '{"a": [2,]}'],
  ['{"a": [\n  2, // two\n  1 // one\n]}', '{"a": [\n  2 // two\n   // one\n]}'],
  ['{"a": [2, // two\n1]}', '{"a": [2 // two\n]}'],
  ['{"a": [\n  1, // one\n  2\n]}', '{"a": [\n  2\n]}'],
])('%j without what is not 2', (text, expected) => {
  expect(withoutElements(text, ['a'], (value) => value !== 2)).toBe(expected);
});

test('a difference shows what changed with what is around it', () => {
  const before = Array.from({ length: 12 }, (_, index) => `line ${index}`).join('\n');
  const shown = lineDiff(before, before.replace('line 6', 'other'), 1).map(({ kind, text }) => `${kind} ${text}`);
  expect(shown).toEqual(['gap ', 'same line 5', 'removed line 6', 'added other', 'same line 7', 'gap ']);
  expect(lineDiff(before, before)).toEqual([]);
  expect(lineDiff('', 'a')).toEqual([{ kind: 'added', text: 'a' }]);
});

test('a difference holds both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => `x\n${lines.join('\n')}`);
  fc.assert(
    fc.property(text, text, (before, changed) => {
      fc.pre(before !== changed);
      const lines = lineDiff(before, changed, 100);
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      expect([without('added'), without('removed')]).toEqual([before, changed]);
    }),
  );
});

test('what changed is shown whole where nothing is alike, and an emptied text has no lines', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${index}`).join('\n');
  const kinds = Map.groupBy(lineDiff(long('a'), long('b')), ({ kind }) => kind);
  expect([...kinds].map(([kind, lines]) => [kind, lines.length])).toEqual([
    ['removed', 3000],
    ['added', 3000],
  ]);
  expect(lineDiff('a', '')).toEqual([{ kind: 'removed', text: 'a' }]);
  expect(lineDiff('', '')).toEqual([]);
});

test.each([
  ['allow', 'allow'],
  ['limit', 'ask'],
  ['ask', 'ask'],
  ['deny', 'deny'],
  ['hide', 'deny'],
] as const)('the choice for what is recommended as %s is %s', (effect, choice) =>
  expect(choiceFor(effect)).toBe(choice),
);

const deny = (key: string, name: string) => ({ key, choices: new Map<string, Choice>([[name, 'deny']]) });

test.each(['windsurf', 'vscode', 'claude-desktop'] as const)(
  '%s has no rules for single tools, and that is said',
  (client) => {
    expect(patchFor(client, [], [deny('fx', 'read_thing')])).toEqual({
      files: [],
      notes: ['The files of this client hold no rules for single tools.'],
    });
  },
);

test('what cannot be written is said by its key, and what can be is written all the same', () => {
  const documents = [readDocument({ name: '.mcp.json', text: `{"mcpServers": {${SERVER}}}` })];
  const long = `${'k'.repeat(70)} `;
  const refused = { key: ' ', choices: new Map<string, Choice>([['read_thing', 'deny']]) };
  const both = patchFor('claude-code', documents, [refused, deny('fx', 'pay_thing')]);
  expect(both.notes[0]).toMatch(/^" ": .*key is empty/);
  expect(both.files[0]?.after).toContain('mcp__fx__pay_thing');
  expect(patchFor('claude-code', documents, [refused]).files).toEqual([]);
  expect(patchFor('copilot-cli', documents, [deny(long, 'a')]).notes[0]).toMatch(new RegExp(`^"${'k'.repeat(60)}": `));
});

test('nothing chosen changes nothing', () => {
  const documents = [readDocument({ name: '.mcp.json', text: `{"mcpServers": {${SERVER}}}` })];
  expect(patchFor('claude-code', documents, [{ key: 'fx', choices: new Map() }])).toEqual({ files: [], notes: [] });
  expect(patchFor('claude-code', documents, [])).toEqual({ files: [], notes: [] });
});

test('what an organisation manages is never changed', () => {
  const managed = '/etc/claude-code/managed-settings.json';
  const documents = [
    readDocument({ name: '.mcp.json', text: `{"mcpServers": {${SERVER}}}` }),
    readDocument({ name: managed, text: '{"permissions": {"deny": ["mcp__fx__run_thing"]}}' }),
  ];
  const { files } = patchFor('claude-code', documents, [deny('fx', 'pay_thing')]);
  expect(files.map(({ name }) => name)).not.toContain(managed);
  expect(files).toHaveLength(1);
});
