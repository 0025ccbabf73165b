import { describe, expect, test } from 'vitest';
import { isCopied, isOwnListing } from './own-listing.ts';
import type { DefinitionSource } from './tool.ts';

const recordOf = (how: string, asOf?: string, definitionSource: DefinitionSource = 'listed') => ({
  listed: { date: '2026-11-20', how, ...(asOf === undefined ? {} : { asOf }) },
  tools: [{ definitionSource }],
});

describe('a listing of our own', () => {
  test.each([
    ['asked over stdio', recordOf('tools/list over stdio, no network'), true],
    ['asked over HTTP', recordOf('tools/list over Streamable HTTP'), true],
    ['an answer that somebody saved', recordOf('an answer to tools/list, imported from a file'), false],
    ['of another day', recordOf('tools/list over stdio', '2025-06-05'), false],
    ['a copy', recordOf('tools/list over stdio', undefined, 'snapshot'), false],
  ])('%s', (_, record, own) => expect(isOwnListing(record)).toBe(own));
});

test('one definition from elsewhere makes a copy; none needs no day', () => {
  expect(isCopied([{ definitionSource: 'listed' }, { definitionSource: 'documented' }])).toBe(true);
  expect(isCopied([{ definitionSource: 'listed' }])).toBe(false);
  expect(isCopied([])).toBe(false);
});
