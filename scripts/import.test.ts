import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeJson, writeWhole } from '../src/catalogue/write/write-file.ts';
import { ToolsFileSchema } from '../src/domain/record/record.ts';
import { temporaryFolder } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

const GET = { name: 'get_item', description: 'Gets an item.', inputSchema: { type: 'object' } };
const run = (folder: string, format: string, given: string, ...flags: readonly string[]) =>
  runScript('import', [format, given, '--content', 'ours', ...flags], { folder });
const records = async (folder: string, slug: string) =>
  ToolsFileSchema.parse(JSON.parse(await readFile(path.join(folder, 'ours/servers', slug, 'tools.json'), 'utf8')));

describe('tools-list', () => {
  test('one answer: the file’s name is the server; the content that it makes holds', async () => {
    const folder = await temporaryFolder();
    await writeJson(path.join(folder, 'My Server.json'), { result: { tools: [GET] } });
    expect(await run(folder, 'tools-list', 'My Server.json')).toEqual({
      code: 0,
      stdout: 'my-server: 1 tools\n',
      stderr: '',
    });
    const { tools } = await records(folder, 'my-server');
    expect(tools).toMatchObject([{ ...GET, definitionSource: 'listed', classification: { category: 'Read' } }]);
    expect(tools[0]?.definitionTokens?.count).toBeGreaterThan(5);
    const { code } = await runScript('check', ['--content', 'ours', '--strict'], { folder });
    expect(code).toBe(0);
  });

  test('a folder of them', async () => {
    const folder = await temporaryFolder();
    await writeJson(path.join(folder, 'lists/b.json'), { tools: [GET] });
    await writeJson(path.join(folder, 'lists/a.json'), [GET, { name: 'put_item' }]);
    await writeWhole(path.join(folder, 'lists/notes.txt'), 'no list');
    expect((await run(folder, 'tools-list', 'lists')).stdout).toBe('a: 2 tools\nb: 1 tools\n');
  });
});

describe('jsonl', () => {
  const text = [
    { id: 'One', tools: [GET, { ...GET, schemaDerived: true }] },
    { id: 'two', tools: [{ ...GET, schemaMissing: true }] },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');

  test.each(['servers.jsonl', 'servers.jsonl.gz'])('%s', async (name) => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
    const { stdout } = await run(folder, 'jsonl', name, '--as-of', '2025-06-05');
    expect(stdout).toBe('one: 2 tools\ntwo: 1 tools\n');
    expect((await records(folder, 'one')).listed.asOf).toBe('2025-06-05');
    expect((await runScript('check', ['--content', 'ours'], { folder })).code).toBe(0);
    const sources = [...(await records(folder, 'one')).tools, ...(await records(folder, 'two')).tools];
    expect(sources.map(({ definitionSource, hashes }) => [definitionSource, hashes !== undefined])).toEqual([
      ['snapshot', true],
      ['derived', false],
      ['documented', false],
    ]);
  });
});

describe('refuses with 1 and writes nothing', () => {
  test.each([
    [
      'two ids with one folder',
      '{"id": "a b", "tools": []}\n{"id": "A.B", "tools": []}',
      /"A\.B" and "a b" both give the folder "a-b"/,
    ],
    [
      'copies of which nothing says the day',
      '{"id": "a", "tools": [{"name": "x"}]}\n{"id": "b", "tools": [{"name": "x"}]}',
      /^"a" and 1 more are copies .*--as-of/,
    ],
    ['a line that is no server', '{"id": "ok", "tools": []}\nnull', /^line 2: is no server/],
    ['a tool without a name', '{"id": "ok", "tools": [{"title": "x"}]}', /^line 1, tool 1: name: /],
  ])('%s', async (_, text, message) => {
    const folder = await temporaryFolder();
    await writeWhole(path.join(folder, 'servers.jsonl'), text);
    const { code, stdout, stderr } = await run(folder, 'jsonl', 'servers.jsonl');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(path.join(folder, 'ours'))).toBe(false);
  });
});
