import { describe, expect, test } from 'vitest';
import { attribute, find, readText, textOf, withClass } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import ToolRows from './ToolRows.astro';

const row = (name: string, level: 'low' | 'critical' | null) =>
  ({
    name,
    url: `/tools/a/${encodeURIComponent(name)}/`,
    summary: undefined,
    signals: [],
    verdict: { level, category: level === null ? null : level === 'low' ? 'Read' : 'Destructive' },
  }) as const;

describe('ToolRows', () => {
  test('keeps the order, and says level and category of each in words', async () => {
    const page = await render(ToolRows, { tools: [row('drop', 'critical'), row('odd', null), row('get', 'low')] });
    const rows = withClass(page, 'row').map((item) => readText(item).replace(/\s+/g, ' ').trim());
    expect(rows).toEqual(['Critical drop Destructive', 'Not assessed odd Not assessed', 'Low get Read']);
    expect(find(page, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/tools/a/drop/',
      '/tools/a/odd/',
      '/tools/a/get/',
    ]);
  });

  test('shows signals, our sentence and the server where the list has several', async () => {
    const tool = { ...row('send', 'critical'), signals: ['outbound', 'bulk'] as const, summary: 'Sends <mail>.' };
    const page = await render(ToolRows, { tools: [tool], serverName: () => 'Post & Co' });
    expect(reading(page)).toMatch(/send Post & Co Destructive outbound, bulk Sends <mail>\./);
  });

  test('a long name can break at its joints, and stays one word to copy', async () => {
    const page = await render(ToolRows, { tools: [row('getRepository_content.v2', 'low')] });
    expect(find(page, 'wbr').length).toBeGreaterThanOrEqual(3);
    expect(find(page, 'a').map(textOf)).toEqual(['getRepository_content.v2']);
  });

  test.each(['<script>alert(1)</script>', '"><img src=x>', "' onclick='x"])('the name %s is text', async (name) => {
    const page = await render(ToolRows, { tools: [row(name, 'low')] });
    expect(find(page, 'a').map(textOf)).toEqual([name]);
    expect(page.elements.filter(({ tagName }) => ['script', 'img'].includes(tagName))).toEqual([]);
    expect(find(page, null, 'onclick')).toEqual([]);
  });

  test('a name that nobody could see is shown by its characters’ numbers', async () => {
    const page = await render(ToolRows, { tools: [row('\u200B\u2028', 'low'), row('  ', 'low')] });
    expect(find(page, 'a').map(textOf)).toEqual(['⟨U+200B⟩⟨U+2028⟩', '⟨U+0020⟩⟨U+0020⟩']);
  });
});
