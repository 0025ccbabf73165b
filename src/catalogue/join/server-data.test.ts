import { expect, test } from 'vitest';
import { writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import type { CataloguedServer } from './catalogue.ts';
import { serverData } from './server-data.ts';

test('holds records, verdicts and decisions of every tool, and survives JSON', async () => {
  const { servers } = await loadCatalogue(
    await writeContentRoot({
      servers: {
        test: {
          tools: [{ name: '__proto__', description: 'Deletes an item for good.' }, { name: 'xyzzy' }],
          review: () => ({
            tools: { xyzzy: { for: '0'.repeat(64), date: '2026-11-20', reason: 'It only reads.', category: 'Read' } },
          }),
        },
      },
    }),
  );
  const data = JSON.parse(JSON.stringify(serverData(servers[0] as CataloguedServer)));
  expect(data).toMatchObject({
    schemaVersion: 1,
    slug: 'test',
    url: '/tools/test/',
    worstLevel: 'critical',
    counts: { tools: 2 },
  });
  expect(data.tools).toMatchObject([
    {
      name: '__proto__',
      hashes: { all: expect.stringMatching(/^[0-9a-f]{64}$/) },
      underReview: false,
      verdict: { category: 'Destructive', level: 'critical', decision: { effect: 'hide' } },
      classification: { category: 'Destructive' },
    },
    {
      name: 'xyzzy',
      underReview: true,
      verdict: {
        category: null,
        level: null,
        score: null,
        decision: { effect: 'deny' },
        review: { lapsed: true, counts: false },
      },
    },
  ]);
});
