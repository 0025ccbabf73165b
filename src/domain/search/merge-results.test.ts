import { expect, test } from 'vitest';
import { mergeResults, type TextHit } from './merge-results.ts';
import type { NameHit } from './search-names.ts';

const name = (url: string, fit: NameHit['fit'] = 'words'): NameHit => ({ url, kind: 'tool', title: url, fit });
const text = (url: string, content: string, kind: TextHit['kind'] = 'tool'): TextHit => ({
  url,
  kind,
  title: url,
  content,
});
const order = (query: string, names: NameHit[], texts: TextHit[]) =>
  mergeResults(query, names, texts).map(({ id, hits }) => `${id}: ${hits.map(({ url }) => url).join(' ')}`);

test('names come first, texts after them, and a page once', () => {
  expect(order('send email', [name('a'), name('b')], [text('b', 'send email'), text('c', 'sends an email')])).toEqual([
    'names: a b',
    'text: c',
  ]);
});

test('after several words, a misspelt name comes after texts that have all of them, and before those that have some', () => {
  const texts = [
    text('part', 'refund'),
    text('whole', 'Refunds a payment in full'),
    text('server', 'refund payment', 'server'),
  ];
  expect(order('refund payment', [name('a', 'typo')], texts)).toEqual([
    'text: whole server',
    'similar: a',
    'text: part',
  ]);
});

test('after one word, a misspelt name comes first', () => {
  expect(order('gihtub', [name('a', 'typo')], [text('b', 'gihtub')])).toEqual(['similar: a', 'text: b']);
});

test('a text with none of the words is left out, one with a word of the same root is not', () => {
  expect(order('invarun', [], [text('a', 'exec in pod')])).toEqual([]);
  expect(order('deletion', [], [text('a', 'Deletes a file')])).toEqual(['text: a']);
});

test('nothing gives no group', () => expect(order('x', [], [])).toEqual([]));
