import { describe, expect, it } from 'vitest';
import { nameWords, textWords } from './tokenize.ts';

const cut = (name: string) => nameWords(name).map((word) => word.lower);

describe('nameWords', () => {
  it.each([
    ['kv_namespace_delete', ['kv', 'namespace', 'delete']],
    ['getHTTPServer', ['get', 'http', 'server']],
    ['DeleteDBInstance', ['delete', 'db', 'instance']],
    ['issues.list-all', ['issues', 'list', 'all']],
    ['/api/acg', ['api', 'acg']],
    ['S3_GET', ['s', '3', 'get']],
    ['查询天气', ['查询天气']],
    ['', []],
  ])('cuts %s', (name, words) => expect(cut(name)).toEqual(words));

  it('is bounded', () => expect(cut('a_'.repeat(100_000)).length).toBeLessThanOrEqual(24));
});

describe('textWords', () => {
  it('keeps hyphens and apostrophes inside a word', () =>
    expect(textWords("Don't re-run it.").map((word) => word.lower)).toEqual(["don't", 're-run', 'it']));
});
