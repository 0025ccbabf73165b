import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { AttackFactsSchema } from '../src/domain/attacks/attack-facts.ts';
import { codeIn, linksIn, sectionsOf, tablesOf } from '../src/test/markdown.ts';
import { DOMAIN_ROOMS } from '../src/test/rooms.ts';

/** Files of a folder, all the way down, with `/`. */
async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

const PAGES = [...(await filesIn('docs', /\.md$/)), 'README.md', 'CONTRIBUTING.md'];
const TEXTS = new Map(await Promise.all(PAGES.map(async (page) => [page, await readFile(page, 'utf8')] as const)));

/** Why a page and heading cannot be found, or null. */
function missing(page: string, anchor: string | undefined): string | null {
  if (!existsSync(page)) return `${page} does not exist`;
  if (anchor === undefined) return null;
  const text = TEXTS.get(page);
  return text !== undefined && sectionsOf(text).some((section) => section.anchor === anchor)
    ? null
    : `${page} has no heading #${anchor}`;
}

test.each(PAGES)('%s: links lead somewhere', (page) => {
  const wrong = linksIn(TEXTS.get(page) ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      return missing(target, anchor) ?? [];
    });
  expect(wrong).toEqual([]);
});

test.each(PAGES)('%s: files that it names are there', (page) => {
  const named = codeIn(TEXTS.get(page) ?? '').filter(
    (code) => /^(?:src|scripts|docs|content)\/[\w./[\]-]+$/.test(code) && !code.includes('NAME'),
  );
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test('every page is in the index', () => {
  const listed = (index: string) =>
    linksIn(TEXTS.get(index) ?? '').map((link) => path.posix.join(path.posix.dirname(index), link.split('#')[0] ?? ''));
  const known = new Set([...listed('docs/README.md'), ...listed('docs/decisions/README.md'), 'docs/README.md']);
  expect(PAGES.filter((page) => page.startsWith('docs/') && !known.has(page))).toEqual([]);
});

test('decisions are numbered without a gap, and each says what it costs', () => {
  const decisions = PAGES.filter((page) => /^docs\/decisions\/\d/.test(page));
  expect(decisions.map((page) => Number(path.basename(page).slice(0, 4)))).toEqual(
    decisions.map((_, index) => index + 1),
  );
  for (const page of decisions) {
    const titles = sectionsOf(TEXTS.get(page) ?? '').map(({ title }) => title);
    expect(titles.slice(1), page).toEqual(['Decision', 'Why', 'Given up']);
    expect(titles[0], page).toMatch(new RegExp(`^${Number(path.basename(page).slice(0, 4))}\\. `));
  }
});

test('the facts that the guide gives as an example are facts', () => {
  const page = TEXTS.get('docs/adding-an-attack.md') ?? '';
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(AttackFactsSchema.safeParse(parse(example)).error?.issues).toBeUndefined();
});

describe('what code cites', async () => {
  const files = [
    ...(await filesIn('src', /\.(?:ts|astro|mjs|css)$/)),
    ...(await filesIn('scripts', /\.(?:ts|mjs)$/)),
    ...(await filesIn('content', /\.(?:yaml|mdx)$/)),
    ...['astro.config.mjs', 'vitest.config.ts', 'package.json'],
  ];
  const lines = await Promise.all(
    files.map(async (file) =>
      (await readFile(file, 'utf8')).split('\n').map((line, index) => ({ at: `${file}:${index + 1}`, line })),
    ),
  ).then((each) => each.flat());

  test('is there, page and heading', () => {
    const wrong = lines.flatMap(({ at, line }) =>
      [...line.matchAll(/(?<![\w./-])(docs\/[\w/-]+\.md)(?:#([\w-]+))?/g)].flatMap(([, page = '', anchor]) => {
        const fault = missing(page, anchor);
        return fault === null ? [] : [`${at} cites ${page}, but ${fault}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('is in this repository', () => {
    const outside =
      /\((?:contracts|taxonomy|design)(?::|\))|\breference\/[a-z-]+\.md|(?<!docs\/)\b(?:contracts|taxonomy|design)\.md\b/;
    expect(lines.filter(({ line }) => outside.test(line)).map(({ at, line }) => `${at} ${line.trim()}`)).toEqual([]);
  });
});

test('the rooms of the domain are those that there are, in their order', () => {
  const page = sectionsOf(TEXTS.get('docs/architecture.md') ?? '');
  const [rows = []] = tablesOf(page.find(({ anchor }) => anchor === 'rooms-of-the-domain')?.text ?? '');
  expect(rows.flatMap(([room = '']) => codeIn(room))).toEqual([...DOMAIN_ROOMS]);
});
