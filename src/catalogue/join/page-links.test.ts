import { expect, test } from 'vitest';
import { writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import type { Catalogue } from './catalogue.ts';
import { guideUrl, linkable, relatedAttacks } from './page-links.ts';

const CASE = { kind: 'case', join: undefined, rule: undefined, related: ['tool-poisoning'] };

/** A catalogue with a case of its own, without one of Placard's guides. */
async function catalogue(): Promise<Catalogue> {
  const site = { without: { guides: ['enforcing'] } };
  return loadCatalogue(await writeContentRoot({ site, attacks: { 'our-case': CASE } }));
}

test('a text of Placard’s links to what the catalogue has, one of its own to what it likes', async () => {
  const made = await catalogue();
  const hasPage = linkable(made, { shipped: true });
  const paths = [
    '/guides/read/',
    '/guides/enforcing/',
    '/tools/test/',
    '/tools/github/',
    '/attacks/our-case/',
    '/search/',
  ];
  expect(paths.filter((path) => hasPage?.(path))).toEqual(['/guides/read/', '/attacks/our-case/', '/search/']);
  expect(linkable(made, { shipped: false })).toBeUndefined();
});

test('a guide that is left out has no address', async () => {
  const made = await catalogue();
  expect([guideUrl(made, 'read'), guideUrl(made, 'enforcing')]).toEqual(['/guides/read/', undefined]);
});

test('a pattern of Placard’s lists a case of the catalogue’s own that names it', async () => {
  const made = await catalogue();
  const pattern = made.attacks.find(({ id }) => id === 'tool-poisoning');
  const ours = made.attacks.find(({ id }) => id === 'our-case');
  if (pattern === undefined || ours === undefined) throw new Error('an attack is missing');
  expect(relatedAttacks(made, pattern).map(({ id }) => id)).toContain('our-case');
  expect(relatedAttacks(made, ours).map(({ id }) => id)).toEqual(['tool-poisoning']);
});
