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
  listed: { date: '2026-11-20' },
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
  const listed = { date: '2026-11-20', asOf: '2025-06-05' };
  const COPY = 'as of 5 June 2025, looked at 20 November 2026';

  test('a listing of ours says when it was', () => {
    expect(answer({}, 'faq-complete')).toMatch(/^As we listed it on 20 November 2026, yes: 4 tools\. Another version/);
  });

  test.each([
    [{ state: 'unknown' }, `Nobody can say: 4 tools recorded, perhaps not all, ${COPY}. They are no listing of ours`],
    [{ state: 'partial', total: 9 }, `No: 4 of 9 tools recorded, ${COPY}.`],
    [{ state: 'partial' }, `We do not know of all: 4 tools recorded, the full list is not known, ${COPY}.`],
  ] as const)('%j of a copy is never a yes, and says of which day it is', (listing, words) => {
    expect(answer({ listing, listed }, 'faq-complete')).toContain(words);
    expect(answer({ listing, listed }, 'faq-complete')).not.toMatch(/\byes\b/);
  });
});

test.each([
  [undefined, undefined, 'We do not know.'],
  ['GitHub', true, 'GitHub (the maker of the product).'],
  ['Somebody Inc.', false, 'Somebody Inc. (a third party).'],
  ['Somebody Inc.', undefined, 'Somebody Inc.'],
])('publisher %s, official %s: %s', (publisher, official, words) => {
  expect(answer({ publisher, official }, 'faq-publisher')).toBe(words);
});
