import { describe, expect, it } from 'vitest';
import { spellings } from './spellings.ts';

describe('spellings', () => {
  it.each([
    ['cat|dog', ['cat', 'dog']],
    ['\\bcats?\\b', ['cat', 'cats']],
    ['(?:get|list) (?:web )?pages?', ['get page', 'list page', 'get web page', 'get pages']],
    ['e-?mail', ['email', 'e-mail']],
    ['analy[sz]e', ['analyse', 'analyze']],
    ['add (?:\\w+ ){0,3}user', ['add user', 'add thing user']],
    ['add (?:\\w+ )+user', ['add thing user']],
    ['^user(?! story)(?= \\d)$', ['user']],
    ['[- ]on', ['-on', ' on']],
    ['\\b(?:at:|/tmp|json.{0,9}\\bpath)\\b', ['at:x', 'x/tmp', 'json path', 'jsonx path']],
    ['[^x]{0,9}?fin', ['fin', 'xfin']],
    ['\\$out.{0,60}', ['$out', '$outx']],
  ])('%s', (pattern, texts) => expect(spellings(pattern)).toEqual(texts));

  it('refuses what it cannot read', () => expect(() => spellings('(cat')).toThrow('Unclosed group'));

  it.each([/\b(?:api|access) ?(?:keys?|tokens?)\b/, /^(?:(?:output|out)_(?:\w+_)?(?:path|dir)|outfile)$/])(
    'gives only texts that %s matches',
    (pattern) => {
      for (const text of spellings(pattern.source)) expect(pattern.test(text)).toBe(true);
    },
  );
});
