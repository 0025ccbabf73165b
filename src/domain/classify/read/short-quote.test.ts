import { expect, it } from 'vitest';
import { shortQuote } from './short-quote.ts';

it('shows at most six words and no closing punctuation', () => {
  expect(shortQuote('one two three four five six seven', 0, 99)).toBe('one two three four five six');
  expect(shortQuote('Stop it.', 0, 99)).toBe('Stop it');
});
