import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../src/catalogue/write/write-file.ts';
import { temporaryFolder } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

const limit = (window: string, max: number) => ({ counter: window, window, max, scope: 'grant' });
const POLICY = {
  version: '1',
  default: 'deny',
  hide: ['hidden'],
  tools: {
    open: {},
    limited: { limits: [limit('minute', 2)] },
    refused: { deny_if: [{ conditions: [], on_deny: 'No.' }] },
    'a/b~c': { require: [{ path: 'args.to', op: 'in', value: ['x'] }] },
  },
};

async function evaluate(calls: readonly unknown[], policy: unknown = POLICY) {
  const folder = await temporaryFolder();
  const lines = calls.map((call) => (typeof call === 'string' ? call : JSON.stringify(call)));
  await writeWhole(path.join(folder, 'policy.json'), typeof policy === 'string' ? policy : JSON.stringify(policy));
  await writeWhole(path.join(folder, 'calls.jsonl'), lines.join('\n'));
  return runScript('evaluate', ['policy.json', 'calls.jsonl'], { folder });
}
const outcomes = async (...calls: unknown[]) =>
  (await evaluate(calls)).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const rules = async (...calls: unknown[]) => (await outcomes(...calls)).map(({ rule }) => rule);

test('prints decision, rule and message, one line for each call; 0 whatever is decided', async () => {
  const { code, stdout, stderr } = await evaluate([
    { tool: 'open' },
    { tool: 'hidden' },
    { tool: 'other' },
    { tool: 'refused' },
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    [
      '{"decision":"allow","rule":null}',
      '{"decision":"deny","rule":"(hidden)"}',
      '{"decision":"deny","rule":"(default deny)"}',
      '{"decision":"deny","rule":"/tools/refused/deny_if/0","message":"No."}\n',
    ].join('\n'),
  );
});

test('looks at arguments, and points at the rule with names escaped', async () => {
  const call = (args?: object) => ({ tool: 'a/b~c', arguments: args });
  expect(await rules(call({ to: 'x' }), call({ to: 'y' }), call())).toEqual([
    null,
    '/tools/a~1b~0c/require/0',
    '/tools/a~1b~0c/require/0',
  ]);
});

describe('time', () => {
  const REFUSED = '/tools/limited/limits/0';
  const at = (time?: string) => ({ tool: 'limited', at: time });

  test('begins with 1970 and goes on by a second: the sixtieth call after the first is in the next minute', async () => {
    const found = await rules(...Array.from({ length: 62 }, () => at()));
    expect(found.indexOf(null, 2)).toBe(60);
    expect(found.filter((rule) => rule === null)).toHaveLength(4);
  });

  test('goes on from the time of the call before', async () => {
    expect(await rules(at('2026-11-20T12:00:58Z'), at(), at(), at(), at())).toEqual([null, null, null, null, REFUSED]);
  });

  test('without a zone is UTC; with one it is that moment', async () => {
    const calls = [
      '2026-11-20T12:00:00',
      '2026-11-20T14:00:30+02:00',
      '2026-11-20T12:00:59.999Z',
      '2026-11-20T12:01:00Z',
    ];
    expect(await rules(...calls.map(at))).toEqual([null, null, REFUSED, null]);
  });

  test('may go back', async () => {
    expect(
      await rules(
        at('2026-11-20T12:01:00Z'),
        at('2026-11-20T12:00:00Z'),
        at('2026-11-20T12:01:00Z'),
        at('2026-11-20T12:01:00Z'),
      ),
    ).toEqual([null, null, null, REFUSED]);
  });
});

test('each grant has its own quota; "default" is the one that is not named', async () => {
  const by = (grant?: string) => ({ tool: 'limited', grant, at: '2026-11-20T12:00:00Z' });
  expect(await rules(by(), by('a'), by('default'), by('a'), by(), by('a'))).toEqual([
    null,
    null,
    null,
    null,
    '/tools/limited/limits/0',
    '/tools/limited/limits/0',
  ]);
});

test('calls may come from standard input', async () => {
  const folder = await temporaryFolder();
  await writeWhole(path.join(folder, 'policy.json'), JSON.stringify(POLICY));
  const { code, stdout } = await runScript('evaluate', ['policy.json', '-'], {
    folder,
    stdin: '{"tool": "open"}\r\n\r\n',
  });
  expect([code, stdout]).toEqual([0, '{"decision":"allow","rule":null}\n']);
});

describe('refuses with 1, prints nothing on stdout and says why', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'a policy that is no JSON',
      '{',
      /policy\.json is no valid policy:\nline 1, column 2: the policy cannot be read as JSON: .+ Write /,
    ],
    ['another version', { ...POLICY, version: '2' }, /^line 1, column \d+: \/version: .* Write "version": "1"\.$/m],
    [
      'two things at once',
      { version: '1', default: 'ask', hide: 'x' },
      /^line 1, column \d+: \/default: .*\nline 1, column \d+: \/hide: /m,
    ],
    [
      'a rule for __proto__ that is none',
      '{"version": "1", "default": "deny", "tools": {"__proto__": {"x": 1}}}',
      /^line 1, column 61: \/tools\/__proto__\/x: is no member .* Remove it/m,
    ],
  ])('%s', async (_, policy, message) => {
    const { code, stdout, stderr } = await evaluate([{ tool: 'open' }], policy);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  test.each<[unknown, RegExp]>([
    ['{', /^line 2: cannot be read as JSON/],
    ['[]', /^line 2: is no object/],
    [{ tool: 'open', args: {} }, /^line 2: args: is no member of a call\. Did you mean arguments\?/],
    [{ tool: 'open', Arguments: {} }, /^line 2: Arguments: .* Did you mean arguments\?/],
    [{ tool: 'open', note: 'x' }, /^line 2: note: is no member of a call\. Each line is /],
    [{ tool: 3 }, /^line 2: tool: /],
    [{ tool: 'open', arguments: [] }, /^line 2: arguments: /],
    [{ tool: 'open', grant: 1 }, /^line 2: grant: /],
    [{ tool: 'open', at: 'noon' }, /^line 2: at: /],
    [{ tool: 'open', at: 0 }, /^line 2: at: /],
    [{ tool: 'open', at: '2026-02-30T00:00:00Z' }, /^line 2: at: /],
    [{ tool: 'open', at: '2026-11-20T25:00:00Z' }, /^line 2: at: /],
  ])('the line %j', async (call, message) => {
    const { code, stdout, stderr } = await evaluate([{ tool: 'open' }, call]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  test('all lines that are wrong, and all that is wrong with each', async () => {
    const { code, stdout, stderr } = await evaluate(['{', { tool: 'open' }, { tool: 3, args: {}, at: 'noon' }, '7']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.match(/^line \d+: (?:tool|args|at|cannot|is)/gm)).toEqual([
      'line 1: cannot',
      'line 3: tool',
      'line 3: at',
      'line 3: args',
      'line 4: is',
    ]);
  });

  test.each([[[]], [['', ' ']]])('a file without calls: %j', async (calls) => {
    const { code, stdout, stderr } = await evaluate(calls);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/calls\.jsonl has no calls\. Each line is /);
  });
});
