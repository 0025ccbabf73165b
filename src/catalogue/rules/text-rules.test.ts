import { expect, test } from 'vitest';
import { problemsOf } from '../../test/content-root.ts';

test.each([
  ['[risk](/risk/critical/) and [all](/risk/not-assessed/)', []],
  ['[a](/category/read/), [b](/signals/url/), [c](/attacks/an-attack/), [d](/guides/a-guide/#part)', []],
  ['[a tool](/tools/github/get_item/) and [elsewhere](https://example.com/none/)', []],
  ['[search](/search/?q=x)', []],
  ['[lost](/attacks/none/)', ['/attacks/none/']],
  ['[no slash](/guides/a-guide)', ['/guides/a-guide']],
  ['[level](/risk/deadly/) and [Case](/category/Read/)', ['/risk/deadly/', '/category/Read/']],
])('%s', async (body, links) => {
  const problems = await problemsOf({ attacks: { 'an-attack': {} }, guides: { 'a-guide': { body } } });
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual(
    links.map((link) => `content/guides/a-guide.mdx: links to ${link}, which is no page of this site`),
  );
});
