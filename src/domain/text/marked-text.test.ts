import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked-text.ts';

const shown = (text: string, ...phrases: string[]) =>
  markedParts(text, phrases)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

test.each([
  [['Deletes a file.', 'Deletes'], '[Deletes] a file.'],
  [['Deletes a file.', 'a file', 'Deletes'], '[Deletes] [a file].'],
  [['Deletes a file.', 'Deletes a', 'a file'], '[Deletes a][ file].'],
  [['Deletes a file.', 'Deletes a file', 'a'], '[Deletes a file].'],
  [['Deletes a file.', 'Moves', ''], 'Deletes a file.'],
  [['<b>', '<b>'], '[<b>]'],
  [['', 'x'], ''],
] as [string[], string][])('%j', ([text, ...phrases], expected) => {
  expect(shown(text as string, ...phrases)).toBe(expected);
});

test('the pieces are the text, whatever the phrases', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 4 })), (text, phrases) => {
      expect(
        markedParts(text, phrases)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
