import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeContentRoot } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

test('tells what differs from the accepted verdicts, and accepts it when told to', { timeout: 240_000 }, async () => {
  const root = await writeContentRoot({});
  const ledger = await temporaryFolder();
  const file = path.join(ledger, 'examples.txt');
  await writeFile(file, 'verb:delete Wm\nverb:zzz Rl\nverb:zzzz Rh\n');
  // On a catalogue and a ledger of our own, without publishers' definitions.
  const diff = (...args: readonly string[]) =>
    runScript('verdict-diff', ['--content', root, '--ledger', ledger, ...args], {
      env: { PLACARD_SHARED: path.join(ledger, 'nothing') },
    });

  const { code, stdout, stderr } = await diff();
  expect(code).toBe(1);
  expect(stderr).toContain('only our own examples are classified');
  expect(stdout).toContain(
    'example delete_shelf\n  was Write, medium\n  now Destructive, critical\n      "delete_shelf" (name) removes something for good\n',
  );
  expect(stdout).toContain('without an accepted verdict: example');
  expect(stdout).toContain('verb:zzz\n  was Read, low\n  now nothing: its row, example or record was removed\n');
  expect(stdout).toMatch(/ other than accepted, 2 accepted verdicts gone\n/);
  expect(stdout).toContain('the level of verb:zzzz does not follow from its category and signals');

  expect((await diff('--accept')).code).toBe(0);
  const accepted = await readFile(file, 'utf8');
  expect(accepted).toContain('\nverb:delete Dc\n');
  expect(accepted).not.toContain('verb:zzz');
});
