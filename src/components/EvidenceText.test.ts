import { expect, test } from 'vitest';
import type { Evidence } from '../domain/record/classification.ts';
import { find, textOf } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import EvidenceText from './EvidenceText.astro';

test.each<[Evidence, string]>([
  [{ from: 'name', text: 'delete_all', says: 'destroys' }, 'the name delete_all: destroys'],
  [{ from: 'description', text: 'Deletes all rows', says: 'destroys' }, 'the description Deletes all rows: destroys'],
  [{ from: 'parameter', where: 'sql', text: 'sql', says: 'takes SQL' }, 'the parameter sql: takes SQL'],
  [{ from: 'parameter', text: 'path', says: 'takes a path' }, 'the parameter path: takes a path'],
  [{ from: 'enum', where: 'action', text: 'purge', says: 'destroys' }, 'a value of action purge: destroys'],
  [
    { from: 'annotation', where: 'readOnlyHint', text: 'true', says: 'claims to read' },
    'the annotation readOnlyHint: claims to read',
  ],
])('%j reads as a sentence', async (evidence, words) => {
  expect(reading(await render(EvidenceText, { evidence }))).toBe(words);
});

test.each(['description', 'enum', 'title'] as const)('words of a publisher’s %s are quoted, as text', async (from) => {
  const text = '<script>alert(1)</script> "quoted"';
  const page = await render(EvidenceText, { evidence: { from, where: '<b>', text, says: 'says <i>so</i>' } });
  expect(find(page, 'q').map(textOf)).toEqual([text]);
  expect(find(page, 'code').map(textOf)).toEqual(['<b>']);
  expect(page.elements.filter(({ tagName }) => ['script', 'b', 'i'].includes(tagName))).toEqual([]);
});
