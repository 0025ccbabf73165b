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

test.each<[string, object, RegExp[]]>([
  ['a name that is there', { guides: ['read'] }, []],
  [
    'a slip',
    { attacks: ['tool-poisonning'] },
    [/^without\.attacks\[0\] names "tool-poisonning", .* Did you mean "tool-poisoning"\?/],
  ],
  ['a guide among the attacks', { attacks: ['enforcing'] }, [/^without\.attacks\[0\] .* There are: /]],
  ['a name of nothing', { guides: ['read', 'zzzzzzzz'] }, [/^without\.guides\[1\] .* There are: .*\bwrite\b/]],
])('to do without %s', async (_, without, lines) => {
  const problems = await problemsOf({ site: { without }, guides: {} });
  expect(problems).toHaveLength(lines.length);
  for (const [index, { file, field, message, remedy }] of problems.entries()) {
    expect(file).toBe('content/site.yaml');
    expect(`${field} ${message} ${remedy}`).toMatch(lines[index] as RegExp);
  }
});

test('a text of one’s own takes the place of one of Placard’s only where that is switched off', async () => {
  const guides = { read: {} };
  expect(await problemsOf({ site: { without: undefined }, guides })).toMatchObject([
    {
      file: 'content/guides/read.mdx',
      message: expect.stringMatching(/name of one of the guides/),
      remedy: expect.stringContaining('guides: [read]'),
    },
  ]);
  expect(await problemsOf({ site: { without: { guides: ['read'] } }, guides })).toEqual([]);
});

test('links of Placard’s texts to what is switched off are no faults: their pages leave them out', async () => {
  expect(await problemsOf({ site: { without: { guides: ['write'] } } })).toEqual([]);
});
