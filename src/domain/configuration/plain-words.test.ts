import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from './plain-words.ts';

test.each([
  ['npx -y @acme/server@1.2', ['npx', '-y', '@acme/server@1.2']],
  ['  A=1\tnpx  server ', ['A=1', 'npx', 'server']],
  [`npx "@acme/server" '--name=a b'`, ['npx', '@acme/server', '--name=a b']],
  ['a"b"c', ['abc']],
])('%j is the words %j', (text, words) => expect(plainWords(text)).toEqual(words));

test.each([
  'npx server; rm x',
  'a | b',
  'a && b',
  'a & b',
  'a\nb',
  'a > b',
  'a $HOME',
  'a "$HOME"',
  'a `b`',
  'a $(b)',
  'a *',
  'a ~/b\\ c',
  'a "b',
  'a #b',
  'a {b,c}',
  '(a)',
  'a !b',
  '',
])('%j is no plain command', (text) => expect(plainWords(text)).toBeNull());

test('a shell makes the same words: nothing in them is a mark of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = plainWords(text);
      if (words !== null) expect(words.join('')).toMatch(/^[\w@%+=:,./ -]*$/);
    }),
  );
});
