import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { InstallError, installPackage } from './npm-cache.ts';

/** In place of npm: notes what it was asked, "installs" a package with two programs, knows the versions 1.0.0 and 1.1.0. */
const FAKE_NPM = `
const fs = require('node:fs');
fs.appendFileSync(process.env.FAKE_LOG, JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), run: process.env.npm_lifecycle_event }) + '\\n');
const [command, spec, ...rest] = process.argv.slice(2);
if (spec.startsWith('unknown')) { console.error('npm error code E404'); process.exit(1); }
if (spec.startsWith('slow')) setTimeout(() => {}, 600000);
else if (command === 'view') console.log(spec.endsWith('^1') ? '["1.0.0","1.1.0"]' : '"1.1.0"');
else {
  const at = spec.lastIndexOf('@');
  const folder = 'node_modules/' + spec.slice(0, at);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(folder + '/package.json', JSON.stringify({ name: spec.slice(0, at), version: spec.slice(at + 1), bin: { one: 'one.js', two: './two.js' } }));
}
`;

const root = mkdtempSync(path.join(tmpdir(), 'placard-npm-'));
const cache = path.join(root, 'cache');
const log = path.join(root, 'log');
const signal = new AbortController().signal;
writeFileSync(path.join(root, 'npm-cli.js'), FAKE_NPM);
chmodSync(root, 0o755);

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(log, '');
  vi.stubEnv('npm_execpath', path.join(root, 'npm-cli.js'));
  vi.stubEnv('npm_lifecycle_event', 'scan');
  vi.stubEnv('FAKE_LOG', log);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const asked = () =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('an exact version is installed once, without scripts, outside the project', async () => {
  const first = await installPackage({ name: '@acme/s', version: '1.0.0' }, signal, cache);
  expect(first).toMatchObject({ version: '1.0.0', folder: path.join(cache, '@acme/s@1.0.0') });
  expect([...first.bins]).toEqual([
    ['one', 'one.js'],
    ['two', './two.js'],
  ]);
  await installPackage({ name: '@acme/s', version: '1.0.0' }, signal, cache);
  expect(asked()).toHaveLength(1);
  expect(asked()[0].args).toEqual(expect.arrayContaining(['install', '@acme/s@1.0.0', '--ignore-scripts']));
  expect(asked()[0].cwd.startsWith(cache)).toBe(true);
  expect(asked()[0].run).toBeUndefined();
});

test('a range or tag is resolved first', async () => {
  expect((await installPackage({ name: 's', version: '^1' }, signal, cache)).version).toBe('1.1.0');
  expect((await installPackage({ name: 's' }, signal, cache)).version).toBe('1.1.0');
  expect(asked().map(({ args }) => args[0])).toEqual(['view', 'install', 'view']);
});

test('several at once leave one whole package and nothing else', async () => {
  const all = await Promise.all(
    Array.from({ length: 5 }, () => installPackage({ name: 's', version: '1.0.0' }, signal, cache)),
  );
  expect(new Set(all.map(({ folder }) => folder)).size).toBe(1);
  expect(readdirSync(cache)).toEqual(['s@1.0.0']);
});

test('what cannot be had leaves nothing', async () => {
  await expect(installPackage({ name: 'unknown', version: '1.0.0' }, signal, cache)).rejects.toThrow(InstallError);
  expect(readdirSync(cache)).toEqual([]);
});

// It would go on for ten minutes: were it not ended, the test would not end either.
test('an end that the person asked for ends npm and leaves nothing', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 300);
  await expect(installPackage({ name: 'slow', version: '1.0.0' }, controller.signal, cache)).rejects.toMatchObject({
    fault: 'aborted',
  });
  expect(readdirSync(cache)).toEqual([]);
});

test('a folder that was left half installed is replaced', async () => {
  await installPackage({ name: 's', version: '1.0.0' }, signal, cache);
  rmSync(path.join(cache, 's@1.0.0', 'placard-installed.json'));
  await installPackage({ name: 's', version: '1.0.0' }, signal, cache);
  expect(existsSync(path.join(cache, 's@1.0.0', 'placard-installed.json'))).toBe(true);
});
