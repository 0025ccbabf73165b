import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ABSOLUTES } from './absolutes.ts';
import { filesIn, find, pagesOf, readText } from './built-site.ts';

const { out } = inject('sites').own;
const CONTENT = 'content';

const ABSOLUTE = /\b(?:none|no|never|every|all|each)\b/i;
/** Code, and pages' own tables of a schema's words, are no sentences of ours. */
const SKIPPED = new Set(['pre', 'script', 'style', 'svg', 'template']);

/** Letters and digits alone: marks of Markdown and of typography differ between a file and a page. */
const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What people wrote: guides, attacks, summaries, notes. */
async function writtenByHand(): Promise<string> {
  const files = (await filesIn(CONTENT)).filter((file) => /\.(?:ya?ml|mdx)$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(path.join(CONTENT, file), 'utf8')));
  return letters(texts.join('\n').replace(/\]\([^)]*\)/g, ']'));
}

/** Sentences with such a word that pages make, with a page where each stands. */
async function absoluteSentences(): Promise<ReadonlyMap<string, string>> {
  const written = await writtenByHand();
  const found = new Map<string, string>();
  const looked = new Set<string>();
  for await (const page of pagesOf(out)) {
    const [main] = find(page, 'main');
    if (main === undefined) continue;
    const lines = readText(main, ({ tagName }) => SKIPPED.has(tagName)).split('\n');
    for (const line of lines.filter((each) => ABSOLUTE.test(each) && !looked.has(each))) {
      looked.add(line);
      const sentences = line.split(/(?<=[.?!:;])\s/).map((each) => each.replace(/\s+/g, ' ').trim());
      for (const sentence of sentences)
        if (ABSOLUTE.test(sentence) && !written.includes(letters(sentence))) found.set(sentence, page.path);
    }
  }
  return found;
}

describe('sentences with "none", "no", "never", "every", "all" or "each" that pages make', async () => {
  const sentences = await absoluteSentences();
  const isOf = (sentence: string) => ABSOLUTES.filter(({ says }) => says.test(sentence));

  test('each is of a kind whose truth is worked out or tested', () => {
    expect(sentences.size).toBeGreaterThan(50);
    expect([...sentences].filter(([sentence]) => isOf(sentence).length === 0)).toEqual([]);
  });

  test.each(ABSOLUTES.map((kind) => [String(kind.says), kind] as const))(
    '%s stands somewhere, and what makes it true is there',
    (_, { says, because }) => {
      expect([...sentences.keys()].some((sentence) => says.test(sentence))).toBe(true);
      expect(existsSync(because.split(':')[0] as string)).toBe(true);
    },
  );
});
