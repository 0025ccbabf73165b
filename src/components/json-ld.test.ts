import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLdText } from './json-ld.ts';

test.each(['</script><script>alert(1)</script>', '<!-- <script>', ']]>', '\u2028\u2029', '\\u003c', '"'])(
  '%j cannot end its script element',
  (name) => {
    const text = jsonLdText({ name });
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ name });
  },
);

test('whatever the value, it is the same value, without a tag', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = jsonLdText(value);
      expect(text).not.toContain('<');
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
    }),
  );
});
