import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Secret } from '../domain/text/secret.ts';
import { readTargets, type Surroundings, TargetError } from './target.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'placard-target-'));
afterAll(() => rmSync(folder, { recursive: true }));

const surroundings: Surroundings = {
  folder,
  environment: { TOKEN: 'open-sesame', PLACARD_HEADER_X_API_KEY: 'k' },
  given: [],
};
const read = async (words: readonly string[], command: readonly string[] = []) =>
  readTargets(words, command, surroundings);

function write(name: string, value: unknown): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}

test('npm packages: version, program, arguments in one word, a name of ours', async () => {
  expect((await read(['@acme/s'])).map(({ id, what }) => [id, what])).toEqual([
    ['@acme/s', { kind: 'npm', package: { name: '@acme/s' }, args: [] }],
  ]);
  expect((await read(['mine=s@1.2.3#two --a "b c"']))[0]).toMatchObject({
    id: 'mine',
    named: true,
    what: { kind: 'npm', package: { name: 's', version: '1.2.3' }, bin: 'two', args: ['--a', 'b c'] },
  });
  expect((await read(['npx -y s --x']))[0]?.what).toEqual({ kind: 'npm', package: { name: 's' }, args: ['--x'] });
});

test('an address takes headers from the environment, a second host does not share them', async () => {
  const [target] = await read(['https://mcp.example.com/v1/mcp']);
  expect(target).toMatchObject({
    id: 'mcp.example.com/v1',
    what: { kind: 'http', named: true, headers: [{ name: 'x-api-key' }] },
  });
  await expect(read(['https://a.example/mcp', 'https://b.example/mcp'])).rejects.toThrow(
    'PLACARD_HEADER_… would be sent to https://a.example and https://b.example.',
  );
});

test('a command after the other targets; a launcher in it is seen through', async () => {
  expect((await read(['s'], ['node', './server.mjs', '--x'])).at(-1)).toMatchObject({
    id: 'server',
    what: { kind: 'command', command: 'node', args: ['./server.mjs', '--x'], folder, fetches: false },
  });
  expect((await read([], ['npx', '-y', 's@1.0.0']))[0]?.what).toMatchObject({
    kind: 'npm',
    package: { version: '1.0.0' },
  });
  expect((await read([], ['uvx', 'git']))[0]?.what).toMatchObject({ kind: 'command', fetches: true });
});

test('a configuration: variables are filled in, what has none is left unset or named as missing', async () => {
  const variable = (name: string) => `$\{${name}}`;
  const file = write('.mcp.json', {
    mcpServers: {
      one: { command: 'npx', args: ['-y', 's@1.0.0'], env: { A: variable('TOKEN'), B: variable('NONE'), C: 'c' } },
      two: { url: 'https://example.com/mcp', headers: { Authorization: `Bearer ${variable('NONE')}` } },
      three: { command: 'node', args: ['server.js'] },
      four: { command: 'docker', args: ['run', 'x'] },
      five: { command: 'x', disabled: true },
      six: 7,
    },
  });
  const targets = await read([file]);
  expect(targets.map(({ id, what }) => [id, what.kind])).toEqual([
    ['one', 'npm'],
    ['two', 'missing'],
    ['three', 'command'],
    ['four', 'command'],
    ['six', 'unusable'],
  ]);
  expect(targets[0]?.environment.map(({ name, value }) => [name, value.reveal()])).toEqual([
    ['A', 'open-sesame'],
    ['C', 'c'],
  ]);
  expect(targets[1]?.what).toEqual({ kind: 'missing', variables: ['NONE'] });
  expect(targets[2]?.what).toMatchObject({ folder, hidden: [path.join(folder, '.mcp.json')] });
  expect(targets[3]?.what).toMatchObject({ fetches: true });
  expect(JSON.stringify(targets)).not.toContain('sesame');
});

test('what may come from another registry is not the package of that name', async () => {
  const file = write('registry.json', {
    mcpServers: {
      option: { command: 'npx', args: ['--registry', 'https://npm.example', 's'] },
      variable: { command: 'npx', args: ['s'], env: { NPM_CONFIG_REGISTRY: 'https://npm.example' } },
      own: { command: './npx', args: ['s'] },
      plain: { command: 'npx', args: ['s'], env: { LOG_LEVEL: 'x' } },
    },
  });
  expect((await read([file])).map(({ id, what }) => [id, what.kind, 'fetches' in what && what.fetches])).toEqual([
    ['option', 'command', true],
    ['variable', 'command', true],
    ['own', 'command', false],
    ['plain', 'npm', false],
  ]);
});

test('the project of .vscode/mcp.json is the folder above; a person’s own settings have none', async () => {
  const servers = { a: { command: 'node', args: ['$' + '{workspaceFolder}/a.js', '$' + '{input:api-key}'] } };
  const file = write('project/.vscode/mcp.json', { servers, inputs: [{ id: 'api-key', password: true }] });
  expect((await read([file]))[0]?.what).toEqual({ kind: 'missing', variables: ['PLACARD_INPUT_API_KEY'] });
  const given = { ...surroundings, environment: { PLACARD_INPUT_API_KEY: 'k' } };
  expect((await readTargets([file], [], given))[0]?.what).toMatchObject({
    args: [path.join(folder, 'project/a.js'), 'k'],
    folder: path.join(folder, 'project'),
  });
  const own = write('claude_desktop_config.json', { mcpServers: { a: { command: 'node' } } });
  expect((await read([own]))[0]?.what).toMatchObject({ folder: null });
});

test('--env wins over the configuration', async () => {
  const file = write('env.json', { mcpServers: { a: { command: 'x', env: { A: '1', B: '2' } } } });
  const given = { ...surroundings, given: [{ name: 'A', value: new Secret('given') }] };
  const [target] = await readTargets([file], [], given);
  expect(target?.environment.map(({ name, value }) => [name, value.reveal()])).toEqual([
    ['B', '2'],
    ['A', 'given'],
  ]);
});

test.each([
  ['No Such Thing', 'is no npm package, address or configuration file'],
  ['missing.json', 'no such file'],
  ['./missing', 'no such file'],
  ['acme/s', 'no such file'],
  ['https://[', 'is no address'],
  ['name=a.json', 'a configuration names its servers itself'],
])('%s is refused with a remedy', async (word, message) => {
  await expect(read([word])).rejects.toThrow(TargetError);
  await expect(read([word])).rejects.toThrow(message);
});

test('YAML is read, and what its program does not stand in is no target', async () => {
  const file = write(
    'goose/config.yaml',
    'extensions:\n  a: {type: stdio, cmd: npx, args: [-y, s]}\n  b: {type: builtin}\n',
  );
  expect((await read([file])).map(({ id, what }) => [id, what])).toEqual([
    ['a', { kind: 'npm', package: { name: 's' }, args: [] }],
    [
      'b',
      {
        kind: 'unusable',
        problem: { place: 'extensions.b', message: 'is built into Goose', remedy: expect.anything() },
      },
    ],
  ]);
});

test('a broken configuration says file, place and remedy', async () => {
  await expect(read([write('broken.json', '{\n"mcpServers": [}')])).rejects.toThrow(
    'broken.json, line 2, column 16: cannot be read as JSON: a value is expected here. Write text in double quotes, a number, [ or {.',
  );
});
