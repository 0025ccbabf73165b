import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { escapeMarkup } from './markup.ts';

test('what was escaped is read back as the same text, in content and in both kinds of quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', ';', '#', ' ', 'lt') }), (text) => {
      const escaped = escapeMarkup(text);
      const { childNodes } = parseFragment(`<p title="${escaped}" lang='${escaped}'>${escaped}</p>`);
      const [element] = childNodes as unknown as { attrs: { value: string }[]; childNodes: { value: string }[] }[];
      expect(childNodes).toHaveLength(1);
      expect(element?.attrs.map(({ value }) => value)).toEqual([text, text]);
      expect(element?.childNodes.map(({ value }) => value).join('')).toBe(text);
    }),
  );
});
