import { describe, expect, test } from 'vitest';
import { type FaqServer, serverFaq } from './server-faq.ts';

const SERVER: FaqServer = {
  name: 'Test',
  slug: 'test',
  publisher: undefined,
  official: undefined,
  worst: 'critical',
  counts: { tools: 4, categories: { Read: 2, Write: 0, Execute: 0, Destructive: 1, Financial: 0, 'not-assessed': 1 } },
  listing: { state: 'complete' },
  exfiltration: false,
};
const answer = (given: Partial<FaqServer>, id: string) =>
  serverFaq({ ...SERVER, ...given })
    .find((item) => item.id === id)
    ?.answer.join('\n');

test('the share of each class', () => {
  expect(answer({}, 'faq-risk')).toContain('Critical: that is the worst level among its tools.');
  expect(answer({}, 'faq-risk')).toContain('Of 4 recorded tools, 2 Read, 1 Destructive and 1 not assessed.');
});

test.each([true, false])('whether one server alone can carry data away: %s', (exfiltration) => {
  expect(answer({ exfiltration }, 'faq-risk')?.includes('with this server alone')).toBe(exfiltration);
});

describe('completeness', () => {
  test.each([
    [{ state: 'complete' }, /^As it was listed, yes: 4 tools\./],
    [{ state: 'partial', total: 9 }, /^4 of 9 tools recorded\.$/],
    [{ state: 'partial' }, /^4 tools recorded, the full list is not known\.$/],
  ] as const)('%j', (listing, words) => expect(answer({ listing }, 'faq-complete')).toMatch(words));
});

test.each([
  [undefined, undefined, 'We do not know.'],
  ['GitHub', true, 'GitHub (the maker of the product).'],
  ['Somebody Inc.', false, 'Somebody Inc. (a third party).'],
  ['Somebody Inc.', undefined, 'Somebody Inc.'],
])('publisher %s, official %s: %s', (publisher, official, words) => {
  expect(answer({ publisher, official }, 'faq-publisher')).toBe(words);
});
