import { describe, expect, it } from 'vitest';
import { nameWords, shortQuote, singular, textWords, verbForms } from './tokenize.ts';

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

describe('singular', () => {
  it.each([
    ['policies', 'policy'],
    ['branches', 'branch'],
    ['users', 'user'],
    ['status', 'status'],
    ['address', 'address'],
    ['dns', 'dns'],
  ])('%s → %s', (plural, one) => expect(singular(plural)).toBe(one));
});

describe('verbForms', () => {
  it.each([
    ['delete', 'deletes', 'deleting'],
    ['run', 'runs', 'running'],
    ['push', 'pushes', 'pushing'],
    ['modify', 'modifies', 'modifying'],
  ])('%s', (base, third, gerund) => expect(verbForms(base)).toEqual({ plain: base, third, gerund }));
});

describe('shortQuote', () => {
  it('shows at most six words and no closing punctuation', () => {
    expect(shortQuote('one two three four five six seven', 0, 99)).toBe('one two three four five six');
    expect(shortQuote('Stop it.', 0, 99)).toBe('Stop it');
  });
});
