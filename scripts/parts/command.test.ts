import { describe, expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../../src/test/content-root.ts';
import { runScript } from '../../src/test/run-script.ts';
import { problemLines } from './command.ts';

const COMMANDS = Object.values(project.scripts).flatMap(
  (line) => /^node .*\bscripts\/([\w-]+)\.ts$/.exec(line)?.[1] ?? [],
);

test('every command of package.json is one of ours', () => {
  expect(COMMANDS).toEqual(
    expect.arrayContaining(['build', 'check', 'classify', 'evaluate', 'import', 'policy', 'stamp', 'start']),
  );
});

test.each(COMMANDS)('%s --help says how it is used, on stdout', async (name) => {
  const { code, stdout, stderr } = await runScript(name, ['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: npm (run|start)/);
});

describe('wrong use: 2, nothing on stdout, the reason and the usage on stderr', () => {
  test.each<[string, string[]]>([
    ['build', ['somewhere']],
    ['check', ['somewhere']],
    ['check', ['--content']],
    ['check', ['--strikt']],
    ['classify', []],
    ['classify', ['a.jsonl', 'b.jsonl']],
    ['classify', ['does-not-exist.jsonl']],
    ['evaluate', ['policy.json']],
    ['evaluate', ['does-not-exist.json', 'does-not-exist.jsonl']],
    ['import', ['tools-list', 'x.json']],
    ['import', ['csv', 'x.csv', '--content', 'x']],
    ['import', ['tools-list', 'does-not-exist.json', '--content', 'x']],
    ['import', ['jsonl', 'does-not-exist.jsonl', '--content', 'x']],
    ['import', ['constructor', 'x', '--content', 'x']],
    ['policy', []],
    ['policy', ['filesystem']],
    ['policy', ['filesystem', 'git', '--format', 'codex']],
    ['policy', ['filesystem', '--format', 'toml']],
    ['policy', ['filesystem', '--format', 'codex', '--variant', 'lax']],
    ['stamp', []],
    ['start', ['--port', 'eighty']],
    ['screenshots', ['folder']],
  ])('%s %j', async (name, args) => {
    const { code, stdout, stderr } = await runScript(name, args, { folder: await temporaryFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^[^\n]+\n\nUsage: npm/);
  });
});

test('problems are lines by file, and cannot write on the reader’s terminal', () => {
  const problem = {
    severity: 'error' as const,
    file: 'a',
    field: 'x',
    message: 'is \u001b[31m bad',
    remedy: 'Mend it.',
  };
  expect(problemLines([problem, { ...problem, file: 'b', severity: 'stale', field: '' }, problem])).toBe(
    [
      'a',
      '  error: x: is \\u001b[31m bad',
      '    → Mend it.',
      '  error: x: is \\u001b[31m bad',
      '    → Mend it.',
      'b',
      '  stale: is \\u001b[31m bad',
      '    → Mend it.',
    ].join('\n'),
  );
});
