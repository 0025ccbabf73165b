import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { processesWith } from '../src/scan/processes.fixture.ts';
import { sandboxState } from '../src/scan/sandbox.ts';

const FIXTURES = path.resolve('src/scan/fixtures');
const fixture = (name: string) => path.join(FIXTURES, `${name}.mjs`);
const root = mkdtempSync(path.join(tmpdir(), 'placard-command-'));
afterAll(() => rmSync(root, { recursive: true }));

const state = await sandboxState();
if (!state.works) console.warn(`SKIPPED: tests of the command in a sandbox. ${state.why} ${state.remedy}`);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['scripts/scan.ts', ...args], {
    env: { ...process.env, INIT_CWD: root, ...environment },
  });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const scan = (args: readonly string[], environment?: Readonly<Record<string, string>>) =>
  ended(start(args, environment));

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await wait(50);
  expect(condition()).toBe(true);
}

/** A configuration with servers of our fixtures, in a folder of its own. */
function configuration(name: string, servers: Readonly<Record<string, object>>): string {
  const folder = path.join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '.mcp.json'), JSON.stringify({ mcpServers: servers }));
  return path.join(folder, '.mcp.json');
}

describe.runIf(state.works)('npm run scan', () => {
  test('lists what can be listed, classes what cannot, writes captures and records', async () => {
    const file = configuration('mixed', {
      good: { command: 'node', args: [fixture('plain')], env: { SOME_TOKEN: 'open-sesame-1234' } },
      twice: { command: 'node', args: [fixture('repeats-name')] },
      broken: { command: 'node', args: [fixture('broken-json')] },
      credential: { command: 'node', args: [fixture('needs-credential')] },
      python: { command: 'uvx', args: ['mcp-server-git'] },
    });
    const content = path.join(root, 'mixed-out', 'content');
    const { code, out, err } = await scan([file, '--content', content]);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toMatch(/^server +tools +result +version +seconds\ngood +2 +1 critical, 1 low +1\.0\.0/);
    expect(out).toContain('broken: protocol-error: a message is broken JSON.');
    expect(out).toContain('→ Set FIXTURE_API_KEY with --env NAME=VALUE');
    expect(out).toContain('python: needs-network: uvx fetches what it runs.');
    expect(out.trimEnd().endsWith('2 of 5 listed, 4 tools, 3 failed.')).toBe(true);

    expect(readdirSync(path.join(content, 'servers')).sort()).toEqual(['good', 'twice']);
    const record = JSON.parse(readFileSync(path.join(content, 'servers/good/tools.json'), 'utf8'));
    expect(record.listed).toMatchObject({ environment: ['SOME_TOKEN'], version: '1.0.0', protocol: '2025-11-25' });
    expect(record.tools[0]).toMatchObject({
      name: 'get_thing',
      definitionSource: 'listed',
      description: 'Returns one thing.',
    });
    const twice = JSON.parse(readFileSync(path.join(content, 'servers/twice/tools.json'), 'utf8'));
    expect(twice.tools[0].classification.findings).toMatchObject([{ id: 'duplicate-name' }]);
    // The key is the name; what the server calls itself is a claim.
    expect(readFileSync(path.join(content, 'servers/good/server.yaml'), 'utf8')).toMatch(/^name: good$.*kind: scan/ms);
    expect(record.listed.callsItself).toBe('fixture');
    const captures = path.join(root, 'mixed-out', 'captures');
    expect(readdirSync(captures).sort()).toEqual(['good.json', 'twice.json']);
    expect(readFileSync(path.join(captures, 'good.json'), 'utf8')).toContain('somethingNew');
    for (const each of [out, ...readdirSync(captures).map((name) => readFileSync(path.join(captures, name), 'utf8'))]) {
      expect(each).not.toContain('open-sesame');
    }
  });

  test('a command after --, the report as JSON, exit 0', async () => {
    const content = path.join(root, 'json-out', 'content');
    const { code, out, err } = await scan(['--json', '--content', content, '--', 'node', fixture('plain'), '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      { server: 'plain', result: 'listed', tools: 2, levels: { critical: 1, low: 1 }, networkAttempts: 0 },
    ]);
  });

  test('Ctrl-C ends everything and writes nothing', async () => {
    const mark = `mark-${process.pid}-a`;
    const file = configuration('interrupted', {
      good: { command: 'node', args: [fixture('plain')] },
      slow: { command: 'node', args: [fixture('never-answers'), mark] },
      stubborn: { command: 'node', args: [fixture('ignores-sigterm'), mark] },
    });
    const content = path.join(root, 'interrupted-out', 'content');
    const child = start([file, '--content', content]);
    const done = ended(child);
    await until(() => processesWith(mark).length > 0);
    child.kill('SIGINT');
    expect(await done).toMatchObject({
      code: 130,
      out: '',
      err: 'Interrupted: everything is stopped, nothing is written.\n',
    });
    expect(processesWith(mark)).toEqual([]);
    expect(existsSync(path.dirname(content))).toBe(false);
  });

  test('killed outright, it leaves nothing running either', async () => {
    const mark = `mark-${process.pid}-b`;
    const file = configuration('killed', { slow: { command: 'node', args: [fixture('never-answers'), mark] } });
    const child = start([file, '--content', path.join(root, 'killed-out', 'content')]);
    const done = ended(child);
    await until(() => processesWith(mark).length > 0);
    child.kill('SIGKILL');
    await done;
    await until(() => processesWith(mark).length === 0);
  });
});

test('without bubblewrap nothing is started, and the remedy is named', async () => {
  const empty = path.join(root, 'empty');
  mkdirSync(empty);
  const { code, out, err } = await scan(['--', 'node', fixture('plain')], { PATH: empty });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('bubblewrap (bwrap) is not installed. Servers are not run without a sandbox');
  expect(err).toContain('--no-sandbox');
});

test('with --no-sandbox it runs without', async () => {
  const content = path.join(root, 'bare-out', 'content');
  const { code, out } = await scan(['--no-sandbox', '--content', content, '--', 'node', fixture('plain')]);
  expect(out).toContain('1 of 1 listed, 2 tools.');
  expect(code).toBe(0);
});

test('an address needs no sandbox; headers come from the environment', async () => {
  const seen: unknown[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(request.headers['x-api-key']);
    const { id, method } = JSON.parse(body);
    if (id === undefined) return void response.writeHead(202).end();
    const result =
      method === 'initialize'
        ? { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'far', version: '2' } }
        : { tools: [{ name: 'get_far' }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', id, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  const content = path.join(root, 'far-out', 'content');
  const { code, out } = await scan([`far=${url}`, '--content', content], {
    PLACARD_HEADER_X_API_KEY: 'open-sesame-1234',
    PATH: root,
  });
  server.close();
  expect(code, out).toBe(0);
  expect(seen).toEqual(['open-sesame-1234', 'open-sesame-1234', 'open-sesame-1234']);
  expect(readFileSync(path.join(content, 'servers/far/server.yaml'), 'utf8')).toContain(url);
  expect(readFileSync(path.join(content, '../captures/far.json'), 'utf8')).not.toContain('open-sesame');
});

test.each([
  [[], 'Give at least one target.'],
  [['No Package'], 'is no npm package, address or configuration file'],
  [['a', '--timeout', 'soon'], '--timeout: give seconds'],
  [['a', '--env', '1=2'], '--env: give NAME=VALUE'],
  [['a', '--read', 'nowhere'], '--read nowhere: is not there.'],
  [['same=a', 'same=b'], 'a and b would both be "same". Give one a name: NAME=TARGET'],
] as const)('wrong use %j: exit 2', async (args, message) => {
  const { code, out, err } = await scan([...args, '--content', path.join(root, 'none')]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
