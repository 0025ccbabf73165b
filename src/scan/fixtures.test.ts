import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capture } from '../domain/record/capture.ts';
import type { JsonObject } from '../domain/text/json.ts';
import { Secret } from '../domain/text/secret.ts';
import { ChannelError } from './channel.ts';
import type { Failure } from './failure.ts';
import { LIMITS } from './limits.ts';
import { processesWith } from './processes.fixture.ts';
import { sandboxState } from './sandbox.ts';
import { type ScanOptions, type ScanOutcome, scanTarget } from './scan.ts';
import type { Target } from './target.ts';

const FIXTURES = path.resolve('src/scan/fixtures');
const state = await sandboxState();
if (!state.works) console.warn(`SKIPPED: tests of the sandbox. ${state.why} ${state.remedy}`);

/** Something that no other process has in its command line, so that what is left behind can be found. */
const mark = `placard-test-${process.pid}-${Date.now()}`;

/** No server that answers needs so long, on a machine with other work either. */
const PATIENCE_SECONDS = 100;
/** Long enough for a server to start on a machine with other work, and then to be found silent. */
const HANGS_SECONDS = 6;

const options: ScanOptions = {
  timeoutSeconds: PATIENCE_SECONDS,
  network: false,
  sandbox: true,
  signal: new AbortController().signal,
};

function fixture(
  name: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Target {
  return {
    id: name,
    named: true,
    label: name,
    what: {
      kind: 'command',
      command: 'node',
      args: [path.join(FIXTURES, `${name}.mjs`), ...args, mark],
      folder: null,
      hidden: [],
      fetches: false,
    },
    environment: Object.entries(environment).map(([key, value]) => ({ name: key, value: new Secret(value) })),
  };
}

async function scanFixture(
  name: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  changed: Partial<ScanOptions> = {},
): Promise<ScanOutcome> {
  return scanTarget(name, fixture(name, args, environment), { ...options, ...changed });
}

function listed(outcome: ScanOutcome): Capture {
  if ('failure' in outcome) throw new Error(JSON.stringify(outcome.failure, null, 2));
  return outcome.capture;
}

function failure(outcome: ScanOutcome): Failure {
  if ('capture' in outcome) throw new Error('it was listed');
  return outcome.failure;
}

function tools(capture: Capture): readonly JsonObject[] {
  return capture.pages.flatMap((page) => (page as { tools: JsonObject[] }).tools);
}

/** What a fixture tells in the description of its only tool. */
function told(outcome: ScanOutcome): unknown {
  return JSON.parse(tools(listed(outcome))[0]?.description as string);
}

describe.runIf(state.works)('a server in the sandbox', () => {
  const secret = path.join(homedir(), `.${mark}`);
  const outside = mkdtempSync(path.join(tmpdir(), 'placard-outside-'));
  let port = 0;
  let connections = 0;
  const listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  beforeAll(async () => {
    writeFileSync(secret, 'the secret of the house');
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    port = (listener.address() as { port: number }).port;
  });

  afterAll(() => {
    rmSync(secret, { force: true });
    rmSync(outside, { recursive: true, force: true });
    listener.close();
    expect(processesWith(mark)).toEqual([]);
  });

  test('keeps everything that a list carries, page by page', async () => {
    const capture = listed(await scanFixture('plain'));
    expect(capture.pages).toHaveLength(2);
    expect(capture.pages[0]).toMatchObject({
      nextCursor: 'two',
      _meta: { page: 1 },
      tools: [
        {
          title: 'Get thing',
          outputSchema: { type: 'object' },
          annotations: { readOnlyHint: true, 'x-own': { deep: [1, 2] } },
          _meta: { 'example.com/cost': 3 },
          execution: { taskSupport: 'optional' },
          somethingNew: true,
        },
      ],
    });
    expect(capture).toMatchObject({
      id: 'plain',
      sandbox: 'bubblewrap',
      network: { allowed: false, attempts: 0 },
      listed: { how: 'tools/list over stdio, no network', version: '1.0.0', protocol: '2025-11-25' },
    });
  });

  test('cannot read the home of the person who scans', async () => {
    const found = (await told(await scanFixture('reads-secret', [secret]))) as string[];
    expect(found.slice(0, 2)).toEqual(['ENOENT', 'ENOENT']);
    expect(found.join()).not.toContain('the secret of the house');
    expect(['ENOENT', 'EACCES']).toContain(found[2]);
    expect(readFileSync(secret, 'utf8')).toBe('the secret of the house');
  });

  test('cannot reach this machine or any other, and its attempts are counted', async () => {
    const capture = listed(await scanFixture('connects', [String(port)]));
    const found = tools(capture)[0]?.description as string;
    expect(found).toContain('127.0.0.1 ECONNREFUSED');
    expect(found).toContain('192.0.2.7 ENETUNREACH');
    expect(found).not.toContain('connected');
    expect(connections).toBe(0);
    expect(capture.network.attempts).toBeGreaterThan(0);
  });

  test('with the network it can', async () => {
    const capture = listed(await scanFixture('connects', [String(port)], {}, { network: true }));
    expect(tools(capture)[0]?.description).toContain('127.0.0.1 connected');
    expect(capture.listed.how).toBe('tools/list over stdio, with network');
    connections = 0;
  });

  test('writes only to folders that vanish', async () => {
    const found = Object.fromEntries(told(await scanFixture('writes-outside', [outside])) as [string, string][]);
    expect(found).toMatchObject({ '/home/user/home': 'written', '/home/user/work': 'written' });
    for (const folder of ['/usr/local', '/etc', '/', '/dev', '/placard'])
      expect(found[folder], folder).not.toBe('written');
    // /tmp inside is its own: what it wrote there under our folder's name is not in our folder.
    expect(readdirSync(outside)).toEqual([]);
    for (const folder of ['/usr/local', '/tmp', '/home/user']) {
      expect(execFileSync('sh', ['-c', `ls -a ${folder} 2>/dev/null || true`], { encoding: 'utf8' })).not.toContain(
        mark,
      );
    }
  });

  test('gets no more processes than the limit, root or not', async () => {
    const { started, refused } = told(await scanFixture('spawns-many')) as { started: number; refused: number };
    expect(started).toBeGreaterThan(10);
    expect(started).toBeLessThan(LIMITS.processes);
    expect(started + refused).toBe(200);
    const sleeping = readdirSync('/proc').filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8') === 'sleep\x0020\0';
      } catch {
        return false;
      }
    });
    expect(sleeping).toEqual([]);
  });

  test('leaves no daemon behind', async () => {
    listed(await scanFixture('leaves-daemon'));
    expect(processesWith(mark)).toEqual([]);
  });

  test('cannot climb out', async () => {
    const found = told(await scanFixture('escapes')) as Record<string, unknown>;
    expect(found).toMatchObject({
      userNamespace: 'refused',
      mount: 'refused',
      limit: 'refused',
      capabilities: '0000000000000000',
      noNewPrivileges: '1',
      seccomp: '2',
    });
    expect(found.user).not.toBe(0);
    expect(found.processes).toBeLessThan(6);
    expect(found.root).not.toContain('root');
    expect(found.variables).toEqual(['HOME', 'LANG', 'NO_COLOR', 'PATH', 'PWD', 'TMPDIR', 'USER']);
  });

  test.each([
    ['floods-stdout', 'too-large', 'it wrote more than 64 MiB on standard output'],
    ['floods-stderr', 'too-large', 'it wrote more than 64 MiB on standard error'],
    ['answers-200-mb', 'too-large', 'a message has more than 16 MiB'],
    ['pages-forever', 'too-large', 'its list has more than 200 pages'],
    ['pages-in-circles', 'protocol-error', 'its pages go round in circles: the same cursor came twice'],
    ['broken-json', 'protocol-error', 'a message is broken JSON'],
    ['exits-at-start', 'exits-at-start', 'it ended with code 3'],
  ] as const)('%s ends as %s', async (name, expected, message) => {
    const found = failure(await scanFixture(name));
    expect(found).toMatchObject({ class: expected, message });
    expect(found.remedy).not.toBe('');
    expect(processesWith(mark)).toEqual([]);
  });

  test.each([
    ['never-answers', 'hangs-at-initialise'],
    ['never-lists', 'hangs-at-tools-list'],
  ] as const)('%s ends as %s when its time is up', async (name, expected) => {
    const found = failure(await scanFixture(name, [], {}, { timeoutSeconds: HANGS_SECONDS }));
    expect(found).toMatchObject({ class: expected, message: `it did not answer within ${HANGS_SECONDS} s` });
    expect(processesWith(mark)).toEqual([]);
  });

  test('finds folders that its arguments name, and finds them empty', async () => {
    const folder = mkdtempSync(path.join(homedir(), '.placard-test-'));
    // Root's sandbox is another user: what is open to nobody else stays closed to it.
    chmodSync(folder, 0o755);
    writeFileSync(path.join(folder, 'letter.txt'), 'private');
    const found = told(await scanFixture('lists-folder', [folder])) as string[];
    const shown = told(await scanFixture('lists-folder', [folder], {}, { readable: [folder] })) as string[];
    rmSync(folder, { recursive: true });
    expect(found).toEqual([]);
    expect(shown).toEqual(['letter.txt']);
  });

  test('is stopped when it takes too much memory', async () => {
    const found = failure(await scanFixture('takes-memory'));
    expect(found.class).toBe('too-large');
    expect(found.message).toMatch(/^it used \d+ MiB of memory$/);
  });

  test('is ended although it ignores being asked', async () => {
    listed(await scanFixture('ignores-sigterm'));
    expect(processesWith(mark)).toEqual([]);
  });

  test('may print what it likes around its answers', async () => {
    const capture = listed(await scanFixture('prints-noise'));
    expect(tools(capture)).toHaveLength(1);
    expect(capture.output).toMatchObject({ noiseLines: 4 });
    expect(capture.output.stderrBytes).toBeGreaterThan(5000);
  });

  test('may answer 600 kB in one message', async () => {
    const capture = listed(await scanFixture('large-list'));
    expect(JSON.stringify(capture.pages).length).toBeGreaterThan(600_000);
    expect(tools(capture)).toHaveLength(300);
  });

  test('may repeat a name: both are kept', async () => {
    expect(tools(listed(await scanFixture('repeats-name'))).map(({ name }) => name)).toEqual([
      'get_thing',
      'get_thing',
    ]);
  });

  test('finds empty folders, may fill them and close slowly', async () => {
    expect(told(await scanFixture('writes-at-start'))).toEqual({ before: [0, 0, 0], home: '/home/user/home' });
    expect(told(await scanFixture('writes-at-start'))).toEqual({ before: [0, 0, 0], home: '/home/user/home' });
  });

  test('that wants a credential says which; its value is stored nowhere', async () => {
    const found = failure(await scanFixture('needs-credential'));
    expect(found).toMatchObject({
      class: 'needs-credential',
      variables: ['FIXTURE_API_KEY'],
      said: ['Error: FIXTURE_API_KEY environment variable is required'],
    });
    expect(found.remedy).toContain('FIXTURE_API_KEY');
    const capture = listed(await scanFixture('needs-credential', [], { FIXTURE_API_KEY: 'open-sesame-1234' }));
    expect(JSON.stringify(capture)).not.toContain('open-sesame');
    expect(tools(capture)[0]?.description).toBe(`You gave me ${'$'}{FIXTURE_API_KEY}.`);
    expect(capture).toMatchObject({ masked: 1, listed: { environment: ['FIXTURE_API_KEY'] } });
  });

  test('ends when the person ends the scan', async () => {
    const controller = new AbortController();
    const reason = new ChannelError('aborted', 'ended by the person');
    setTimeout(() => controller.abort(reason), 500);
    await expect(scanFixture('ignores-sigterm-and-hangs', [], {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    await expect(scanFixture('never-answers', [], {}, { signal: controller.signal })).rejects.toBe(reason);
    expect(processesWith(mark)).toEqual([]);
  });
});

describe('without a sandbox', () => {
  test('a server gets empty folders of its own, which are removed', async () => {
    const found = told(await scanFixture('writes-at-start', [], {}, { sandbox: false })) as {
      before: number[];
      home: string;
    };
    expect(found.before).toEqual([0, 0, 0]);
    expect(found.home).not.toBe(homedir());
    expect(existsSync(found.home)).toBe(false);
  });

  test('one that will not go is ended', async () => {
    const capture = listed(await scanFixture('ignores-sigterm', [], {}, { sandbox: false }));
    expect(capture).toMatchObject({
      sandbox: 'none',
      listed: { how: 'tools/list over stdio, no network, without a sandbox' },
    });
    expect(processesWith(mark)).toEqual([]);
  });
});

test('where bubblewrap is missing or does not work, the state says why and what helps', async () => {
  expect(await sandboxState('/nowhere/bwrap')).toEqual({
    works: false,
    why: expect.stringContaining('not installed'),
    remedy: expect.stringContaining('apt-get install bubblewrap'),
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'placard-bwrap-'));
  const fake = (name: string, body: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    return file;
  };
  const old = fake('old', 'echo bubblewrap 0.6.1');
  expect(await sandboxState(old)).toMatchObject({
    works: false,
    why: 'bubblewrap 0.6.1 is too old.'.replace('.1 is', ' is'),
  });
  const broken = fake(
    'broken',
    '[ "$1" = --version ] && echo bubblewrap 0.8.0 && exit; echo "setting up uid map: Permission denied" >&2; exit 1',
  );
  expect(await sandboxState(broken)).toMatchObject({
    works: false,
    why: 'bubblewrap does not work here: setting up uid map: Permission denied.',
  });
  rmSync(folder, { recursive: true });
});
