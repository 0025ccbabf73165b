import { describe, expect, test } from 'vitest';
import { absoluteUrl, urls } from './urls.ts';

test.each([
  [urls.server('git-hub'), '/tools/git-hub/'],
  [urls.tool('git-hub', 'get.item'), '/tools/git-hub/get.item/'],
  [urls.serverPolicy('git-hub'), '/tools/git-hub/policy.json'],
  [urls.serverData('git-hub'), '/api/v1/servers/git-hub.json'],
  [urls.policyData('git-hub'), '/api/v1/policies/git-hub.json'],
  [urls.schema('policy'), '/schemas/policy.json'],
  [urls.name('get_item'), '/names/get_item/'],
  [urls.risk('critical'), '/risk/critical/'],
  [urls.risk(null), '/risk/not-assessed/'],
  [urls.category('Destructive'), '/category/destructive/'],
  [urls.category(null), '/category/not-assessed/'],
  [urls.signal('untrusted'), '/signals/untrusted/'],
  [urls.attack('rug-pull'), '/attacks/rug-pull/'],
  [urls.guide('read'), '/guides/read/'],
])('%s', (url, expected) => expect(url).toBe(expected));

test('what stands for itself is a page, which ends with a slash, or a file', () => {
  const fixed = Object.values(urls).filter((url) => typeof url === 'string');
  expect(fixed.length).toBeGreaterThan(5);
  expect(fixed.filter((url) => !/^\/([a-z]+\/)*([a-z-]+\.[a-z]+)?$/.test(url))).toEqual([]);
});

test('a segment cannot leave its folder', () => expect(urls.tool('s', '../a?b#c')).toBe('/tools/s/..%2Fa%3Fb%23c/'));

describe('absoluteUrl', () => {
  test.each([
    ['https://example.com', '/tools/a/', 'https://example.com/tools/a/'],
    ['https://example.com/', '/', 'https://example.com/'],
    [undefined, '/tools/a/', undefined],
  ])('%s and %s give %s', (address, path, url) => expect(absoluteUrl(address, path)).toBe(url));
});
