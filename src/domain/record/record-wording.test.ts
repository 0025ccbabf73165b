import { expect, test } from 'vitest';
import { FINDING_IDS } from './classification.ts';
import {
  annotationWords,
  definitionSourceWords,
  FINDING_WORDS,
  notOfficialWords,
  serverTitle,
  versionWords,
} from './record-wording.ts';

test.each([
  [{ state: 'declared', value: true }, 'declared true'],
  [{ state: 'contradicted', value: false }, 'declared false, contradicted by the definition'],
  [{ state: 'not-said' }, 'not said'],
  [{ state: 'not-known' }, 'not known'],
] as const)('%j: %s', (state, words) => expect(annotationWords(state)).toBe(words));

test.each([
  ['GitHub', 'GitHub MCP server'],
  ['Fetch Server ', 'Fetch Server'],
])('%s is titled %s', (name, title) => expect(serverTitle(name)).toBe(title));

test('a third party’s server is called what it is, named or not', () => {
  expect(notOfficialWords('ann')).toBe('Not the official server: made by ann, not by the maker of the product.');
  expect(notOfficialWords(undefined)).toContain('made by a third party');
});

test.each(FINDING_IDS.map((id) => FINDING_WORDS[id]))('%s', (words) =>
  expect(words).toMatch(/^[A-Z1-9](?!.*(?:\.\.| {2}|undefined)).*[^.\s]\.$/),
);

test.each<[string, Parameters<typeof definitionSourceWords>, string]>([
  ['our own', ['listed', { how: 'tools/list over stdio, no network' }], 'listed by the running server'],
  [
    'an answer from a file',
    ['listed', { how: 'an answer to tools/list, imported from a file' }],
    'an answer to tools/list, imported from a file; who asked which server is not on record',
  ],
  [
    'an answer of another day',
    ['listed', { how: 'tools/list over stdio', asOf: '2025-06-05' }],
    'imported from a file',
  ],
  ['a copy', ['snapshot', { how: 'a public copy of the list' }], 'a public copy of the server'],
])('a definition of %s says where it comes from', (_, [source, listed], words) => {
  expect(definitionSourceWords(source, listed)).toContain(words);
});

test.each<[Parameters<typeof versionWords>[0], string]>([
  [{ how: 'tools/list over stdio', version: '1.2.0' }, '1.2.0'],
  [{ how: 'a public copy of the list', asOf: '2025-08-03', version: '0.1.0' }, '0.1.0, as our source has it'],
  [{ how: 'a public copy of the list' }, ''],
])('the version of %j: %s', (listed, words) => expect(versionWords(listed)).toBe(words));
