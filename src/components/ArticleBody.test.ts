import { describe, expect, test } from 'vitest';
import { attribute, find, textOf } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import ArticleBody from './ArticleBody.astro';

describe('ArticleBody', () => {
  const TEXT = `<p><a href="/guides/here/#part">one</a>, <a href="/guides/gone/?q=1#part"><code>two</code></a>,
    <a href="/schemas/policy.json">three</a>, <a href="https://example.com/guides/gone/">four</a></p>`;
  const links = async (hasPage?: (path: string) => boolean) =>
    find(await render(ArticleBody, { hasPage }, TEXT), 'a').map((link) => attribute(link, 'href'));

  test('links of Placard’s text to pages that a catalogue lacks become text; files and the web stay', async () => {
    const hasPage = (path: string) => path === '/guides/here/';
    expect(await links(hasPage)).toEqual([
      '/guides/here/#part',
      '/schemas/policy.json',
      'https://example.com/guides/gone/',
    ]);
    expect(reading(await render(ArticleBody, { hasPage }, TEXT))).toBe('one, two, three, four');
  });

  test('a text of the catalogue’s own keeps all its links: a dead one is a fault', async () => {
    expect(await links()).toHaveLength(4);
  });

  const COMMANDS = `<pre><code>npm run -s audit -- .mcp.json
npm run -s policy -- a --content ../b
npm start -- --content ../c</code></pre>`;

  test.each([
    [undefined, 'npm run -s audit -- .mcp.json'],
    ['../our <tools> & $&', "npm run -s audit -- --content='../our <tools> & $&' .mcp.json"],
  ])('commands on a catalogue in %j name it, where they name none', async (content, line) => {
    const [pre] = find(await render(ArticleBody, { content }, COMMANDS), 'pre');
    expect(pre && textOf(pre)).toBe(`${line}\nnpm run -s policy -- a --content ../b\nnpm start -- --content ../c`);
  });
});
