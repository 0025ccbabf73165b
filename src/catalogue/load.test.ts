import { expect, test } from 'vitest';
import { writeContentRoot } from '../test/content-root.ts';
import { loadCatalogue } from './load.ts';
import { ContentError } from './read/problem.ts';

test('content that holds is a catalogue', async () => {
  const catalogue = await loadCatalogue(await writeContentRoot({ site: { name: 'Ours' } }));
  expect(catalogue.site.name).toBe('Ours');
  expect(catalogue.tools.map(({ url }) => url)).toEqual(['/tools/test/get_item/']);
});

test('content with errors is refused with all of them', async () => {
  const root = await writeContentRoot({ site: { colour: 'red' }, attacks: { a: { related: ['b'] } } });
  const error = await loadCatalogue(root).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'content/site.yaml colour',
    'content/attacks/a.mdx related[0]',
  ]);
});

test('what is only stale or odd does not keep a site from being built', async () => {
  const root = await writeContentRoot({
    servers: {
      test: {
        tools: [{ name: '<script>', description: 'Deletes <b>all</b>.' }],
        words: () => ({ server: { for: '2026-01-01', summary: 'Keeps items.' } }),
      },
    },
  });
  expect((await loadCatalogue(root)).counts.tools).toBe(1);
});
