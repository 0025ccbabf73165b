import { expect, test } from 'vitest';
import { reading, render } from '../test/render.ts';
import ServerFacts from './ServerFacts.astro';

const facts = async (name: string, callsItself?: string) =>
  reading(
    await render(ServerFacts, {
      file: { name, listing: { state: 'complete' }, source: { kind: 'scan', id: 'x' } },
      listed: { date: '2026-11-20', how: 'x', ...(callsItself === undefined ? {} : { callsItself }) },
      recorded: 2,
    }),
  );

test('what a server calls itself is shown as its claim, where it is another name than the one it was given', async () => {
  expect(await facts('ops', 'GitHub')).toContain('Calls itself GitHub (its own claim)');
  expect(await facts('My files', 'my-files')).not.toContain('Calls itself');
  expect(await facts('ops')).not.toContain('Calls itself');
});

test('a record of one’s own that nothing identifies says that its name was chosen', async () => {
  const words = 'Identity not on record: its name was chosen here';
  const of = async (file: object) =>
    reading(
      await render(ServerFacts, {
        file: { name: 'GitHub', listing: { state: 'unknown' }, source: { kind: 'import', what: 'a file' }, ...file },
        listed: { date: '2026-11-20', how: 'x' },
        recorded: 2,
      }),
    );
  expect(await of({})).toContain(words);
  expect(await of({ package: { registry: 'npm', name: 'our-tools' } })).not.toContain(words);
  expect(await of({ source: { kind: 'documentation', what: 'a page' } })).not.toContain(words);
});
