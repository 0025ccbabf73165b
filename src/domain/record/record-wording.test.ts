import { expect, test } from 'vitest';
import { FINDING_IDS } from './classification.ts';
import { annotationWords, FINDING_WORDS, listingWords, serverTitle } from './record-wording.ts';

test.each([
  [{ state: 'declared', value: true }, 'declared true'],
  [{ state: 'contradicted', value: false }, 'declared false, contradicted by the definition'],
  [{ state: 'not-said' }, 'not said'],
  [{ state: 'not-known' }, 'not known'],
] as const)('%j: %s', (state, words) => expect(annotationWords(state)).toBe(words));

test.each([
  [14, { state: 'complete' }, '14 tools'],
  [1, { state: 'complete' }, '1 tool'],
  [11, { state: 'partial', total: 19 }, '11 of 19 tools recorded'],
  [1, { state: 'partial' }, '1 tool recorded, the full list is not known'],
] as const)('%i recorded of %j: %s', (recorded, listing, words) => expect(listingWords(recorded, listing)).toBe(words));

test.each([
  ['GitHub', 'GitHub MCP server'],
  ['Fetch Server ', 'Fetch Server'],
])('%s is titled %s', (name, title) => expect(serverTitle(name)).toBe(title));

test.each(FINDING_IDS.map((id) => FINDING_WORDS[id]))('%s', (words) =>
  expect(words).toMatch(/^[A-Z1-9](?!.*(?:\.\.| {2}|undefined)).*[^.\s]\.$/),
);
