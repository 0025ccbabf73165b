import { describe, expect, test } from 'vitest';
import { type ConfigurationDocument, readDocument } from '../clients/read-document.ts';
import { type Audit, type AuditedServer, audit } from './audit.ts';
import { CONFIGURATIONS, type ConfigurationCase, KNOWN } from './configurations.fixture.ts';
import type { KnownCatalogue, KnownServer } from './known-catalogue.ts';

function auditOf(files: ConfigurationCase['files']): Audit {
  return audit(files.map(readDocument), KNOWN);
}

function verdicts({ clients }: Audit): Record<string, string> {
  return Object.fromEntries(
    clients.flatMap(({ servers }) =>
      servers.flatMap(({ key, tools }) =>
        tools.map(({ name, treatment: { effect, by } }) => [
          `${key}/${name}`,
          `${effect} ${by === null ? 'default' : `${by.file}:${by.line}`}`,
        ]),
      ),
    ),
  );
}

test.each(CONFIGURATIONS)('$name', ({ files, verdicts: expected, findings = [], unknown = [], unusable = [] }) => {
  const result = auditOf(files);
  expect(verdicts(result)).toEqual(expected);
  const found = result.clients.flatMap((client) => client.findings);
  expect(found.map(({ kind, at }) => `${kind} ${at.file}:${at.line}`).sort()).toEqual([...findings].sort());
  const servers = result.clients.flatMap((client) => client.servers);
  expect(servers.filter(({ match }) => match === null).map(({ key }) => key)).toEqual(unknown);
  expect(result.unusable.map(({ file, place }) => `${file} ${place}`)).toEqual(unusable);
});

test('nothing that is shown holds a secret of the text', () => {
  for (const { files } of CONFIGURATIONS) {
    const shown = JSON.stringify(auditOf(files));
    expect(shown).not.toMatch(/sesame|abcdefgh/);
  }
});

const file = (name: string, value: unknown) => readDocument({ name, text: JSON.stringify(value) });
const NPX = { command: 'npx', args: ['-y', 'fx-mcp-server@1.2.0'] };
const list = (name: string, ...tools: string[]): KnownServer => ({
  slug: null,
  name,
  packages: [],
  unrecorded: 0,
  tools: tools.map((tool) => ({
    name: tool,
    category: 'Read',
    level: 'low',
    signals: ['private', 'untrusted', 'url'],
  })),
});
const serversOf = (result: Audit) => result.clients.flatMap(({ servers }) => servers);

describe('files', () => {
  test('what cannot be used is named with its place, and is no client’s', () => {
    const result = audit(
      [
        readDocument({ name: 'broken.json', text: '{"mcpServers": ' }),
        file('.mcp.json', { mcpServers: { fx: NPX, odd: { cmd: 'x' } } }),
      ],
      KNOWN,
    );
    expect(result.unusable.map(({ file: name, whole }) => [name, whole])).toEqual([
      ['broken.json', true],
      ['.mcp.json', false],
    ]);
    for (const { place, message, remedy } of result.unusable) expect([place, message, remedy]).not.toContain('');
    expect(result.clients.map(({ client, files }) => [client, files])).toEqual([['claude-code', ['.mcp.json']]]);
  });

  test('a list that does not say whose it is belongs to the one client whose rules lie beside it', () => {
    const servers = file('servers.json', { mcpServers: { fx: NPX } });
    const claude = file('.claude/settings.json', { permissions: { deny: ['mcp__fx__pay_thing'] } });
    const codex = readDocument({ name: '.codex/config.toml', text: 'approval_policy = "never"\n' });
    const clients = (...documents: ConfigurationDocument[]) =>
      audit(documents, KNOWN).clients.map(({ client, files }) => `${client}: ${files.join(' ')}`);
    expect(clients(servers)).toEqual(['unknown: servers.json']);
    expect(clients(servers, claude)).toEqual(['claude-code: servers.json .claude/settings.json']);
    expect(clients(servers, claude, codex)).toEqual([
      'unknown: servers.json',
      'claude-code: .claude/settings.json',
      'codex: .codex/config.toml',
    ]);
    expect(clients(file('.cursor/mcp.json', { mcpServers: { fx: NPX } }), claude)).toEqual([
      'cursor: .cursor/mcp.json',
      'claude-code: .claude/settings.json',
    ]);
  });

  test('of two entries of one key the project’s counts, and servers stand in the order of the files', () => {
    const user = file('/home/me/.cursor/mcp.json', {
      mcpServers: { two: { command: 'a' }, fx: { command: 'user-own' } },
    });
    const project = file('.cursor/mcp.json', { mcpServers: { fx: NPX, three: { command: 'b' } } });
    const answer = (...documents: ConfigurationDocument[]) =>
      serversOf(audit(documents, KNOWN)).map(({ key, label, at }) => [key, label, at?.file]);
    const fx = ['fx', 'npx -y fx-mcp-server@1.2.0', '.cursor/mcp.json'];
    const [two, three] = [
      ['two', 'a', '/home/me/.cursor/mcp.json'],
      ['three', 'b', '.cursor/mcp.json'],
    ];
    expect(answer(user, project)).toEqual([two, fx, three]);
    expect(answer(project, user)).toEqual([fx, three, two]);
  });
});

describe('a server', () => {
  const only = (entry: object, ...more: ConfigurationDocument[]) =>
    serversOf(audit([file('.mcp.json', { mcpServers: { fx: entry } }), ...more], KNOWN))[0] as AuditedServer;

  test('is shown without its secrets', () => {
    expect(only({ command: 'npx', args: ['fx-mcp-server', '--api-key', 'sesame'] }).label).toBe(
      'npx fx-mcp-server --api-key …',
    );
    expect(only({ url: 'https://me:pass@fx.example.com/mcp?key=sesame' }).label).toBe(
      'https://…@fx.example.com/mcp?key=…',
    );
  });

  test('that was recognised has the tools of our record, worst first, with their pages', () => {
    const { match, namesake, tools, version } = only(NPX);
    expect([match?.by, match?.server.slug, namesake, version]).toEqual(['package', 'fx', null, null]);
    expect(tools.map(({ level }) => level)).toEqual(['critical', 'critical', 'critical', null, 'medium', 'low']);
    expect(tools[0]?.url).toBe('/tools/fx/delete_thing/');
  });

  test('has its tools worst first, whatever the order of our record', () => {
    const turned = { ...KNOWN, servers: KNOWN.servers.map((known) => ({ ...known, tools: known.tools.toReversed() })) };
    const [server] = serversOf(audit([file('.mcp.json', { mcpServers: { fx: NPX } })], turned));
    expect(server?.tools.map(({ level }) => level)).toEqual([
      'critical',
      'critical',
      'critical',
      null,
      'medium',
      'low',
    ]);
  });

  test('that is switched off offers nothing, whatever the rules say', () => {
    const off = file('opencode.json', {
      mcp: { fx: { type: 'local', command: ['npx', 'fx-mcp-server'], enabled: false } },
      permission: 'allow',
    });
    const [server] = serversOf(audit([off], KNOWN));
    expect(new Set(server?.tools.map(({ treatment: { effect, says } }) => `${effect}: ${says}`))).toEqual(
      new Set(['hidden: The server is switched off.']),
    );
    expect(server?.unrecorded).toMatchObject({ effect: 'hidden', reach: 'blanket', by: { file: 'opencode.json' } });
    expect(server?.tokens).toEqual({ count: 0, complete: true });
  });

  test('costs what the definitions that are offered cost', () => {
    expect(only(NPX).tokens).toEqual({ count: 600, complete: true });
    const hides = file('.claude/settings.json', {
      permissions: { deny: ['mcp__fx__pay_thing', 'mcp__fx__run_thing'] },
    });
    expect(only(NPX, hides).tokens).toEqual({ count: 400, complete: true });
    const uncounted = {
      ...KNOWN,
      servers: KNOWN.servers.map((known) => ({
        ...known,
        tools: known.tools.map(({ tokens, ...tool }, index) => (index === 0 ? tool : { ...tool, tokens })),
      })),
    } as KnownCatalogue;
    const [server] = serversOf(audit([file('.mcp.json', { mcpServers: { fx: NPX } })], uncounted));
    expect(server?.tokens).toEqual({ count: 500, complete: false });
  });

  test('that only rules name is known by its key, and nothing is said of how it is started', () => {
    const rules = file('.claude/settings.json', { permissions: { deny: ['mcp__fx__pay_thing', 'mcp__nobody__x'] } });
    const [named, nobody] = serversOf(audit([rules], KNOWN));
    expect(named).toMatchObject({
      key: 'fx',
      at: null,
      label: 'named by rules only',
      match: { by: 'name' },
      version: null,
    });
    expect(nobody).toMatchObject({ key: 'nobody', match: null, tools: [] });
    expect(serversOf(audit([rules], KNOWN, [list('fx', 'own_tool')]))[0]).toMatchObject({
      match: { by: 'list' },
      tools: [{ name: 'own_tool', url: null }],
    });
  });

  test.each<[string, unknown, Record<string, string>]>([
    [
      '.mcp.json',
      { mcpServers: { fx: NPX } },
      { delete_thing: 'hide', write_thing: 'ask', read_thing: 'allow', new_thing: 'deny' },
    ],
    ['.cursor/mcp.json', { mcpServers: { fx: NPX } }, { delete_thing: 'ask', write_thing: 'ask', read_thing: 'allow' }],
    ['.vscode/mcp.json', { servers: { fx: NPX } }, { delete_thing: 'hide', pay_thing: 'deny', write_thing: 'limit' }],
  ])('in %s: what we recommend, as its client can say it', (name, value, expected) => {
    const [server] = serversOf(audit([file(name, value)], KNOWN));
    const recommended = Object.fromEntries(server?.tools.map((tool) => [tool.name, tool.recommended]) ?? []);
    expect(recommended).toMatchObject(expected);
  });
});

describe('lists of tools', () => {
  const two = file('.mcp.json', { mcpServers: { fx: NPX, x: { command: 'other' } } });
  const one = file('.mcp.json', { mcpServers: { x: { command: 'other' } } });
  const answer = (documents: ConfigurationDocument[], ...lists: KnownServer[]) =>
    audit(documents, KNOWN, lists).clients.map(({ client, servers }) => [
      client,
      servers.map(({ key, match }) => `${key} ${match?.by ?? 'unknown'} ${match?.server.name ?? ''}`.trim()),
    ]);

  test('belong to the server of their name, or to the only one', () => {
    expect(answer([two], list('fx', 'a'))).toEqual([['claude-code', ['fx list fx', 'x unknown']]]);
    expect(answer([one], list('anything', 'a'))).toEqual([['claude-code', ['x list anything']]]);
    expect(answer([two], list('anything', 'a'))).toEqual([
      ['claude-code', ['fx package Fx', 'x unknown']],
      ['unknown', ['anything list anything']],
    ]);
    expect(answer([one], list('a', 'a'), list('b', 'b'))).toEqual([
      ['claude-code', ['x unknown']],
      ['unknown', ['a list a', 'b list b']],
    ]);
  });

  test('alone say what the tools are, and that nothing is known of what happens to them', () => {
    const mixed = {
      ...list('own', 'mild'),
      tools: [
        ...list('own', 'mild').tools,
        { name: 'drop', category: 'Destructive' as const, level: 'critical' as const, signals: [] },
      ],
    };
    const [client] = audit([], KNOWN, [mixed]).clients;
    expect(client).toMatchObject({
      client: 'unknown',
      files: [],
      findings: [],
      servers: [
        {
          key: 'own',
          at: null,
          label: 'a list of tools',
          version: null,
          namesake: null,
          tokens: { count: 0, complete: false },
        },
      ],
    });
    const [server] = client?.servers ?? [];
    expect(server?.tools.map(({ name }) => name)).toEqual(['drop', 'mild']);
    expect(server?.unrecorded).toEqual({
      effect: 'not-known',
      by: null,
      reach: 'none',
      says: 'A list of tools says nothing of permissions: add the client’s configuration.',
    });
    // What is not known may run unasked.
    expect(client?.flows.map(({ id, unasked }) => [id, unasked])).toEqual([
      ['exfiltration', true],
      ['untrusted-action', true],
    ]);
    expect(audit([], KNOWN).clients).toEqual([]);
  });
});
