import { expect, test } from 'vitest';
import { problemsOf } from '../../test/content-root.ts';

const A_CASE = { kind: 'case', join: undefined };

test.each<[string, Readonly<Record<string, object>>, string[]]>([
  ['a pattern and its case', { p: { related: ['c'] }, c: { ...A_CASE, related: ['p'] } }, []],
  ['a pattern alone', { p: {} }, []],
  ['an attack that is not there', { p: { related: ['x'] } }, ['error p.mdx related[0]']],
  ['an attack that does not know of it', { p: { related: ['c'] }, c: A_CASE }, ['error p.mdx related[0]']],
  ['itself', { p: { related: ['p'] } }, []],
  ['a pattern without a join', { p: { join: undefined } }, ['error p.mdx join']],
  ['a case with a join', { c: { kind: 'case' } }, ['error c.mdx join']],
  ['a join that joins nothing', { p: { join: { kind: 'tool', any: [] } } }, ['error p.mdx join.any']],
  [
    'a match without categories or signals',
    { p: { join: { kind: 'tool', any: [{ because: 'because it does' }] } } },
    ['error p.mdx join.any[0]'],
  ],
  [
    'a combination of one',
    { p: { join: { kind: 'combination', all: [{ signals: ['url'], because: 'because it does' }] } } },
    ['error p.mdx join.all'],
  ],
  [
    'a signal that is none',
    { p: { join: { kind: 'tool', any: [{ signals: ['evil'], because: 'because it does' }] } } },
    ['error p.mdx join.any[0].signals[0]'],
  ],
  ['no source', { p: { sources: [] } }, ['error p.mdx sources']],
  [
    'a source that runs',
    { p: { sources: [{ url: 'javascript:alert(1)', title: 'x', seen: 'read' }] } },
    ['error p.mdx sources[0].url'],
  ],
  ['a day that is none', { p: { date: '2025-13' } }, ['error p.mdx date']],
  ['an id that is none', { p: { cve: ['CVE-25-1'] } }, ['error p.mdx cve[0]']],
])('%s', async (_, attacks, expected) => {
  const problems = await problemsOf({ attacks });
  const shown = problems.map(
    ({ severity, file, field }) => `${severity} ${file.replace('content/attacks/', '')} ${field}`,
  );
  expect(new Set(shown)).toEqual(new Set(expected));
});
