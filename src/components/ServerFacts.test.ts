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
