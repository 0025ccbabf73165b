import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf, type ToolsFile } from '../src/domain/record/record.ts';
import { toolsFile, writeContentRoot } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

const TOOLS = [
  { name: 'get_item', description: 'Gets an item.' },
  { name: 'put_item', description: 'Puts an item.' },
];
const STALE = '0'.repeat(64);

const WORDS = `# Our words.
server:
  for: 2026-01-01
  summary: Keeps items.
tools:
  get_item:
    # A note that must stay.
    for: "${STALE}"
    summary: Gets an item.
  put_item:
    summary: Puts an item that is described in a sentence so long that a careless writer would break it into two lines.
  gone:
    for: "${STALE}"
    summary: Not there any more.
`;
const REVIEW = `tools:
  get_item:
    for: "${STALE}"
    date: 2026-11-20
    reason: It deletes what it gets. # really
    category: Destructive
`;

const write = () =>
  writeContentRoot({
    servers: { test: { tools: TOOLS } },
    files: { 'servers/test/words.yaml': WORDS, 'servers/test/review.yaml': REVIEW },
  });
const read = (root: string, name: string) => readFile(path.join(root, 'servers/test', name), 'utf8');
const anchors = async () => {
  const file = await toolsFile('test', { tools: TOOLS });
  return file.tools.map((tool: ToolsFile['tools'][number]) => anchorOf(tool, file.listed));
};

describe('words', () => {
  test('get the fingerprints of now; everything else stays as it was', async () => {
    const root = await write();
    const [get, put] = await anchors();
    const { code, stdout } = await runScript('stamp', ['test', '--content', root]);
    expect([code, stdout]).toEqual([0, 'test: 3 stamped\n']);
    expect(await read(root, 'words.yaml')).toBe(
      WORDS.replace('2026-01-01', '2026-11-20')
        .replace(`"${STALE}"`, `"${get}"`)
        .replace('  put_item:\n', `  put_item:\n    for: ${put}\n`),
    );
    expect(await read(root, 'review.yaml')).toBe(REVIEW);
  });

  test('a second time there is nothing to stamp', async () => {
    const root = await write();
    await runScript('stamp', ['test', '--content', root]);
    expect((await runScript('stamp', ['test', '--content', root])).stdout).toBe('test: 0 stamped\n');
  });

  test('after it, check finds nothing stale about them', async () => {
    const root = await writeContentRoot({
      servers: {
        test: { tools: TOOLS, words: () => ({ server: { for: '2026-01-01', summary: 'Keeps items.' } }) },
      },
    });
    expect((await runScript('check', ['--content', root, '--strict'])).code).toBe(1);
    await runScript('stamp', ['test', '--content', root]);
    expect((await runScript('check', ['--content', root, '--strict'])).code).toBe(0);
  });
});

test('--review stamps the reviews instead', async () => {
  const root = await write();
  const [get] = await anchors();
  const { stdout } = await runScript('stamp', ['test', '--review', '--content', root]);
  expect(stdout).toBe('test: 1 stamped\n');
  expect(await read(root, 'review.yaml')).toBe(REVIEW.replace(STALE, get ?? ''));
  expect(await read(root, 'words.yaml')).toBe(WORDS);
});

test.each(['other', '../test', 'Test'])('%s is no server: 1', async (slug) => {
  const { code, stdout, stderr } = await runScript('stamp', [slug, '--content', await write()]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`${slug} is no server of this catalogue.\n`);
});
