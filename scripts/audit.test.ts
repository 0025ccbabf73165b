import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { audit, exitCodeOf } from '../src/domain/audit/audit.ts';
import { CONFIGURATIONS, KNOWN } from '../src/domain/audit/configurations.fixture.ts';
import { readDocument } from '../src/domain/clients/read-document.ts';
import { CLIENT_IDS, clientById } from '../src/domain/clients/registry.ts';
import type { FORMAT_IDS } from '../src/domain/enforcement/format-ids.ts';
import { temporaryFolder, writeContentRoot } from '../src/test/content-root.ts';
import { type Ended, runScript } from '../src/test/run-script.ts';
import { auditJson } from './parts/audit-json.ts';
import { auditMarkdown } from './parts/audit-markdown.ts';
import { auditSarif } from './parts/audit-sarif.ts';
import { auditText } from './parts/audit-text.ts';

const tool = (name: string, description: string, properties: object = {}) => ({
  name,
  description,
  inputSchema: { type: 'object', properties } as never,
});

const content = () =>
  writeContentRoot({
    servers: {
      shop: {
        tools: [
          tool('list_products', 'Lists the products of the shop.'),
          tool('update_product', 'Updates the price of a product.', { id: { type: 'string' } }),
          tool('send_newsletter', 'Sends an e-mail to the recipients.', {
            to: { type: 'string' },
            body: { type: 'string' },
          }),
          tool('delete_product', 'Permanently deletes a product.', { id: { type: 'string' } }),
        ],
        server: { package: { registry: 'npm', name: 'shop-mcp-server' }, name: 'Shop' },
      },
    },
  });

/** Runs the command in a folder with these files, by relative path. */
async function auditFiles(files: Readonly<Record<string, string>>, ...options: string[]): Promise<Ended> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return runScript('audit', [...Object.keys(files), ...options, '--content', await content()], { folder });
}

const SERVERS = '{"mcpServers":{"shop":{"command":"npx","args":["-y","shop-mcp-server@1.0.0"]}}}';
const claude = (permissions: object) => ({
  '.mcp.json': SERVERS,
  '.claude/settings.json': JSON.stringify({ permissions }, null, 2),
});
const CONTROLLED = claude({
  allow: ['mcp__shop__list_products'],
  ask: ['mcp__shop__update_product', 'mcp__shop__send_newsletter'],
  deny: ['mcp__shop__delete_product'],
});

/** A server whose command stands under another client's key. */
const UNREAD = '{"mcpServers":{"notes":{"cmd":"npx"}}}';
const withUnread = (files: Readonly<Record<string, string>>) => ({ ...files, '.cursor/mcp.json': UNREAD });

describe('exit codes', () => {
  test.each([
    ['no --fail-on: it only reports', { '.mcp.json': SERVERS }, [], 0],
    ['a critical tool that only the default asks about', { '.mcp.json': SERVERS }, ['--fail-on', 'critical'], 1],
    ['the same at high', { '.mcp.json': SERVERS }, ['--fail-on', 'high'], 1],
    ['a controlled configuration at high', CONTROLLED, ['--fail-on', 'high'], 0],
    ['and at low', CONTROLLED, ['--fail-on', 'low'], 0],
    [
      'one Write tool left out: passes at high',
      claude({ ask: ['mcp__shop__send_newsletter'], deny: ['mcp__shop__delete_product'] }),
      ['--fail-on', 'high'],
      0,
    ],
    [
      'and fails at medium',
      claude({ ask: ['mcp__shop__send_newsletter'], deny: ['mcp__shop__delete_product'] }),
      ['--fail-on', 'medium'],
      1,
    ],
    [
      'a critical tool that a line allows by name',
      claude({ allow: ['mcp__shop__delete_product'], ask: ['mcp__shop__send_newsletter'] }),
      ['--fail-on', 'high'],
      0,
    ],
    [
      'a critical tool that a pattern allows',
      claude({ allow: ['mcp__shop__delete_*'], ask: ['mcp__shop__send_newsletter'] }),
      ['--fail-on', 'high'],
      1,
    ],
    ['a server that is allowed as a whole', claude({ allow: ['mcp__shop'] }), ['--fail-on', 'high'], 1],
    ['a mode that runs everything', claude({ defaultMode: 'bypassPermissions' }), ['--fail-on', 'high'], 1],
    ['a mode that denies the rest', claude({ defaultMode: 'dontAsk' }), ['--fail-on', 'low'], 0],
    [
      'a rule that matches nothing controls nothing',
      claude({ deny: ['mcp__shop__delete_product(id:1)'] }),
      ['--fail-on', 'critical'],
      1,
    ],
    [
      'a server that is not in the catalogue',
      { '.mcp.json': '{"mcpServers":{"x":{"command":"unheard-of"}}}' },
      ['--fail-on', 'high'],
      1,
    ],
    [
      'it is not critical',
      { '.mcp.json': '{"mcpServers":{"x":{"command":"unheard-of"}}}' },
      ['--fail-on', 'critical'],
      0,
    ],
    ['a server that cannot be read beside one that is controlled', withUnread(CONTROLLED), ['--fail-on', 'low'], 2],
    ['the same, going on', withUnread(CONTROLLED), ['--fail-on', 'low', '--allow-unreadable'], 0],
    ['and without --fail-on', withUnread(CONTROLLED), [], 2],
    ['beside one that is not controlled', withUnread({ '.mcp.json': SERVERS }), ['--fail-on', 'high'], 1],
    ['nothing that can be read, going on', { '.mcp.json': UNREAD }, ['--allow-unreadable'], 2],
    ['a key that is not read changes nothing', claude({ deny: ['mcp__shop'], allowedTools: ['x'] }), [], 0],
    ['wrong JSON', { '.mcp.json': '{' }, [], 2],
    ['an empty file', { '.mcp.json': '' }, [], 2],
    ['an unknown level', { '.mcp.json': SERVERS }, ['--fail-on', 'severe'], 2],
    ['an unknown format', { '.mcp.json': SERVERS }, ['--format', 'xml'], 2],
    ['no file', {}, [], 2],
  ] as const)('%s', async (_, files, options, expected) => {
    const { code, stdout, stderr } = await auditFiles(files, ...options);
    const isMisuse = stderr.includes('Usage:');
    expect([code, stderr === '']).toEqual([expected, !isMisuse]);
    expect(stdout === '').toBe(isMisuse);
  });

  test('every file that cannot be used is named, not the first alone', async () => {
    const { code, stdout } = await runScript('audit', ['nowhere.json', 'package.json', 'nor-here.toml']);
    expect(code).toBe(2);
    expect(stdout.split('\n')).toEqual([
      'Nothing could be read: nowhere.json, package.json and nor-here.toml. There is no verdict.',
      '',
      'Could not be read',
      expect.stringMatching(/^ {2}nowhere\.json, line 1: no such file\./),
      expect.stringMatching(/^ {2}package\.json, line 1: is JSON, and has neither MCP servers nor permissions/),
      expect.stringMatching(/^ {2}nor-here\.toml, line 1: no such file\./),
      '',
    ]);
  });

  test('a folder, a link to itself and a file that is too large are named with the reason', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'folder'));
    await symlink('loop.json', path.join(folder, 'loop.json'));
    await writeFile(path.join(folder, 'large.json'), `${SERVERS}${' '.repeat(1024 * 1024)}`);
    const { code, stdout } = await runScript('audit', ['folder', 'loop.json', 'large.json'], { folder });
    expect([code, stdout.split('\n').slice(3, 6)]).toEqual([
      2,
      [
        expect.stringMatching(/^ {2}folder, line 1: is no file\./),
        expect.stringMatching(/^ {2}loop\.json, line 1: is a link that leads back to itself\./),
        expect.stringMatching(/^ {2}large\.json, line 1: is larger than 1 MB\./),
      ],
    ]);
  });

  test('a file with a fault gets the fault alone, in the words of evaluate', async () => {
    const { code, stdout, stderr } = await auditFiles({ '.mcp.json': '{\n  "mcpServers": {}\n  "x": 1\n}' });
    expect([code, stderr]).toEqual([2, '']);
    expect(stdout.split('\n')[3]).toBe(
      '  .mcp.json, line 3, column 3: cannot be read as JSON: a comma is expected here. Write a comma after what stands before it.',
    );
  });
});

test('what `policy` prints makes a configuration that passes', async () => {
  const root = await content();
  const policy = async (format: (typeof FORMAT_IDS)[number]) =>
    (await runScript('policy', ['shop', '--format', format, '--content', root])).stdout;
  const gemini = '{"mcpServers":{"shop":{"command":"npx","args":["-y","shop-mcp-server"],"timeout":1}}}';
  const opencode = JSON.parse(await policy('opencode')) as object;
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'claude-code': { '.mcp.json': SERVERS, '.claude/settings.json': await policy('claude-code') },
    codex: {
      'config.toml': (await policy('codex')).replace(
        '[mcp_servers.shop]',
        '[mcp_servers.shop]\ncommand = "npx"\nargs = ["-y", "shop-mcp-server"]',
      ),
    },
    'gemini-cli': { '.gemini/settings.json': gemini, 'policies/placard.toml': await policy('gemini-cli') },
    opencode: {
      'opencode.json': JSON.stringify({
        ...opencode,
        mcp: { shop: { type: 'local', command: ['npx', 'shop-mcp-server'] } },
      }),
    },
    'copilot-cli': {
      'mcp-config.json': JSON.stringify({
        mcpServers: {
          shop: {
            command: 'npx',
            args: ['shop-mcp-server'],
            ...(JSON.parse(await policy('copilot-cli')) as { mcpServers: { shop: object } }).mcpServers.shop,
          },
        },
      }),
    },
  };
  // A client whose files cannot deny controls nothing.
  const controlling = CLIENT_IDS.filter((id) => clientById(id).policy?.cannot.includes('deny') === false);
  expect(Object.keys(cases).sort()).toEqual(controlling.toSorted());
  for (const [client, files] of Object.entries(cases)) {
    const { code, stdout } = await auditFiles(files, '--fail-on', 'low');
    expect([client, code, stdout]).toEqual([client, 0, expect.stringContaining('controlled by a line of yours')]);
  }
});

test('every format says of a lookalike why it is not taken for the server of the catalogue, and what it is like', () => {
  const text = `{ "mcpServers": {
  "fork": { "command": "npx", "args": ["-y", "https://files.example/fx-mcp-server.tgz"] },
  "slip": { "command": "npx", "args": ["-y", "fx-mcp-serverr"] }
} }`;
  const result = audit([readDocument({ name: '.mcp.json', text })], KNOWN);
  for (const report of [auditText, auditMarkdown, auditSarif]) {
    const said = report(result, KNOWN, 'high').replaceAll('\\-', '-');
    expect(said).toMatch(/elsewhere than the registry/);
    expect(said).toMatch(/The catalogue has a server called Fx/);
    expect(said).toMatch(/1 letter away from fx-mcp-server/);
  }
  const json = JSON.parse(auditJson(result, KNOWN, 'high'));
  expect(json.uncontrolled.map(({ server }: { server: string }) => server)).toEqual(['fork', 'slip']);
  expect(json.clients[0].servers).toMatchObject([
    { match: null, like: 'fx', doubt: { because: 'elsewhere', says: expect.any(String) } },
    { match: null, like: 'fx', doubt: null },
  ]);
  expect(json.clients[0].findings).toMatchObject([{ kind: 'imitates', instead: 'fx-mcp-server' }]);
  expect(JSON.parse(auditSarif(result, KNOWN, 'high')).runs[0].results).toContainEqual(
    expect.objectContaining({ ruleId: 'rule-imitates', level: 'error' }),
  );
});

test('every format says of a server that it is dangerous by being started, and text marks it', () => {
  const files = [
    { name: '.mcp.json', text: '{"mcpServers":{"x":{"type":"http","url":"http://fx.example.com/mcp"}}}' },
    { name: '.claude/settings.json', text: '{"permissions":{"ask":["mcp__x"]}}' },
  ];
  const result = audit(files.map(readDocument), KNOWN);
  for (const report of [auditText, auditMarkdown, auditSarif, auditJson]) {
    expect(report(result, KNOWN, 'high').replaceAll('\\', '')).toMatch(
      /It is asked over http, where the address of Fx is https/,
    );
  }
  expect(auditText(result, KNOWN, 'high')).toMatch(
    /^1 server is dangerous by being started[\s\S]*^! x \(\.mcp\.json:1\)/m,
  );
  const json = JSON.parse(auditJson(result, KNOWN, 'high'));
  expect([json.failed, json.clients[0].servers[0].danger.kind]).toEqual([true, 'unencrypted']);
});

test('text: the answer first, then each tool with its line', async () => {
  const { stdout } = await auditFiles(CONTROLLED);
  expect(stdout).toMatch(
    /^1 server, 4 recorded tools: 1 allowed, 2 asked and 1 hidden\.\nEvery recorded tool of high risk or worse(?: and 1 tool that nobody has assessed)? is controlled/,
  );
  expect(stdout).toMatch(/Critical\s+delete_product\s+Hidden\s+\.claude\/settings\.json, line 11/);
});

test('json', async () => {
  const { stdout } = await auditFiles({ '.mcp.json': SERVERS }, '--format', 'json', '--fail-on', 'critical');
  expect(JSON.parse(stdout)).toMatchObject({
    failed: true,
    counts: { asked: 4 },
    uncontrolled: [{ server: 'shop', tool: 'delete_product', level: 'critical', effect: 'asked' }],
  });
});

const REPORTS = { auditText, auditJson, auditSarif, auditMarkdown };

describe.each(Object.keys(REPORTS) as (keyof typeof REPORTS)[])('%s of what was not read', (name) => {
  const report = (files: Readonly<Record<string, string>>) => {
    const documents = Object.entries(files).map(([file, text]) => readDocument({ name: file, text }));
    return REPORTS[name](audit(documents, KNOWN), KNOWN, 'high');
  };

  test('nothing: there is no verdict, and each part is named with what to do', () => {
    const text = report({ '.mcp.json': UNREAD, 'b.json': '[' });
    expect(text).toMatch(/Nothing could be read|"reading": "nothing"/);
    expect(text).not.toMatch(/controlled by|is configured here|"failed": false/);
    expect(text).toContain('mcpServers.notes');
    expect(text).toMatch(/Say how the server is started or reached/);
    expect(text).toContain('b.json');
  });

  test('a part: it is named, and what is said of the rest is said of the rest alone', () => {
    const text = report({
      '.mcp.json': '{"mcpServers":{"notes":{"cmd":"npx"},"fx":{"command":"fx","disabled":true}}}',
    });
    expect(text).toContain('mcpServers.notes');
    expect(text).not.toMatch(/^\W*Every tool|"failed": false/m);
  });

  test('keys that are not read are listed, with their line', () => {
    const text = report({
      '.roo/mcp.json': '{"mcpServers":{\n"notes":{"command":"x",\n"alwaysAllow":["delete_thing"]}}}',
    });
    expect(text).toContain('alwaysAllow');
    expect(text).toMatch(/In Roo Code these tools run unasked/);
    expect(text).toMatch(/mcp\.json:3|"line": 3|"startLine": 3/);
  });

  test('no server: it says so, and never that all is controlled', () => {
    const text = report({ '.mcp.json': '{"mcpServers":{}}' });
    expect(text).not.toMatch(/controlled by/);
    if (name === 'auditText' || name === 'auditMarkdown') expect(text).toContain('No MCP server is configured here.');
  });
});

describe.each(Object.keys(REPORTS))('%s: settings alone, without a list of servers', (name) => {
  const judge = (text: string) => {
    const result = audit([readDocument({ name: '.claude/settings.json', text })], KNOWN);
    return {
      code: exitCodeOf(result, 'low', false),
      text: REPORTS[name as keyof typeof REPORTS](result, KNOWN, 'low'),
    };
  };

  test('nothing was judged, which is said with the file to add', () => {
    const { code, text } = judge('{"model":"x"}');
    expect(code).toBe(0);
    expect(text).toMatch(
      name === 'auditJson' ? /"judged": false/ : /No list of servers was given, so that nothing was judged/,
    );
    if (name !== 'auditJson') expect(text).toMatch(/add (?:&#\d+;|[^ ])*mcp/);
    expect(text).not.toMatch(/is configured here|controlled by|"failed": false/);
  });

  test('servers that a rule names are judged', () =>
    expect(judge('{"permissions":{"deny":["mcp__fx"]}}').text).not.toMatch(/No list of servers|"judged": false/));
});

test.each(Object.keys(REPORTS))('%s: nothing secret and nothing invisible of the fourteen configurations', (name) => {
  for (const { files } of CONFIGURATIONS) {
    const report = REPORTS[name as keyof typeof REPORTS](audit(files.map(readDocument), KNOWN), KNOWN, 'high');
    expect(report.replaceAll('\n', '')).not.toMatch(/sesame|abcdefgh|\p{C}/u);
  }
});

/** The standard's own schema, as the package of its editors carries it. */
function sarifErrors(text: string): unknown {
  const require = createRequire(import.meta.url);
  // Written for draft 4, whose only difference here is how a schema names itself.
  const { id: _, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as { id: string };
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false, unicodeRegExp: false });
  const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  return validate(JSON.parse(text)) ? null : validate.errors;
}

test('sarif: valid, with the file and line of each result', async () => {
  for (const { files } of CONFIGURATIONS) {
    expect(sarifErrors(auditSarif(audit(files.map(readDocument), KNOWN), KNOWN, 'low'))).toBeNull();
  }
  const unread = [
    { name: '.mcp.json', text: UNREAD },
    { name: 'b.md', text: '' },
  ].map(readDocument);
  expect(sarifErrors(auditSarif(audit(unread, KNOWN), KNOWN, 'low'))).toBeNull();
  const files = claude({ deny: ['mcp__shop__delete_product(id:1)'] });
  const { stdout } = await auditFiles(files, '--format', 'sarif', '--fail-on', 'high');
  expect(sarifErrors(stdout)).toBeNull();
  const { results } = JSON.parse(stdout).runs[0] as {
    results: { ruleId: string; level: string; locations: object[] }[];
  };
  expect(results.find(({ ruleId }) => ruleId === 'rule-matches-nothing')?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: '.claude/settings.json' }, region: { startLine: 4 } } },
  ]);
  expect(results.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId)).toContain('uncontrolled-tool');
});

test('markdown: a name of a stranger makes no markup', async () => {
  const key = '`|<img>[x](y)@all `` #1';
  const { stdout } = await auditFiles(
    { '.mcp.json': JSON.stringify({ mcpServers: { [key]: { command: 'npx', args: ['shop-mcp-server'] } } }) },
    '--format',
    'markdown',
  );
  const cell = stdout.split('\n').find((line) => line.includes('delete_product')) as string;
  expect(cell.split('|')).toHaveLength(8);
  expect(cell).toContain('``` `¦<img>[x](y)@all `` #1 ```');
});
