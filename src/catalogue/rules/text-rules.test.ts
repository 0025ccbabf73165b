import { expect, test } from 'vitest';
import { problemsOf } from '../../test/content-root.ts';

test.each([
  ['[risk](/risk/critical/) and [all](/risk/not-assessed/)', []],
  ['[a](/category/read/), [b](/signals/url/), [c](/attacks/an-attack/), [d](/guides/a-guide/#part)', []],
  [
    '[a tool](/tools/test/get_item/), [the policy](/tools/test/policy.json), [elsewhere](https://example.com/none/)',
    [],
  ],
  [
    '[a tool](/tools/test/get_it/) and <a href="/tools/other/get_item/">another</a>',
    ['/tools/test/get_it/', '/tools/other/get_item/'],
  ],
  ['[a name](/names/get_item/) that one server has', ['/names/get_item/']],
  ['`[shown](/none/)` and [all](/compare/)', []],
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

test('links of site.yaml are held to the pages of the site, and not those to elsewhere', async () => {
  const links = ['/guides/a-guide/#part', '/changes/', 'https://example.com/x', '/tools/gone/'];
  const callToAction = { title: 'Do', text: 'It now', label: 'Go', href: '/guides/gone/' };
  const site = { links: links.map((href) => ({ label: 'A link', href })), callToAction, reportMistake: '/none/' };
  const problems = await problemsOf({ site });
  expect(problems.map(({ severity, file, field }) => `${severity} ${file} ${field}`)).toEqual(
    ['links[3].href', 'callToAction.href', 'reportMistake'].map((field) => `error content/site.yaml ${field}`),
  );
});

test('an address of a tool is there for odd names, shared names, and where its server or product was before', async () => {
  const tools = [{ name: 'get item' }, { name: 'list' }].map((tool) => ({ ...tool, description: 'Gets.' }));
  const brand = { name: 'Board', looked: '2026-11-20' };
  const segment = 'get-item-';
  const links = ['/tools/b/list/', '/tools/old/list/', '/tools/board/', '/tools/board/list/', '/names/list/'];
  const problems = await problemsOf({
    servers: { a: { tools }, b: { tools, server: { moved: ['old'], brand: 'board' } } },
    guides: { 'a-guide': { body: [...links, `/tools/a/${segment}/`].map((link) => `[x](${link})`).join(' ') } },
    files: { 'brands/board.yaml': JSON.stringify(brand) },
  });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
    `links to /tools/a/${segment}/, which is no page of this site`,
  ]);
});
