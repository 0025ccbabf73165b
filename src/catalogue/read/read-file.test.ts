import { mkdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../test/content-root.ts';
import { writeWhole } from '../write/write-file.ts';
import { readFrontmatter, readJson, readYaml } from './read-file.ts';

const Schema = z.strictObject({
  name: z.string(),
  size: z.number().int().optional(),
  kind: z.enum(['a', 'b']).optional(),
  list: z.array(z.strictObject({ id: z.string() })).optional(),
});

async function source(text: string, name = 'file.yaml') {
  const file = path.join(await temporaryFolder(), name);
  await writeWhole(file, text);
  return { path: file, file: `content/${name}` };
}

test('a file that fits is its value', async () => {
  const value = { name: 'x', list: [{ id: '1' }] };
  expect(await readJson(await source(JSON.stringify(value)), Schema)).toEqual({ value, problems: [] });
  expect(await readYaml(await source('name: x\nlist:\n  - id: "1"\n'), Schema)).toEqual({ value, problems: [] });
  expect(await readFrontmatter(await source('---\nname: x\n---\nText\n'), Schema)).toEqual({
    value: { data: { name: 'x' }, body: 'Text\n' },
    problems: [],
  });
});

describe('what does not fit is said by field, with a remedy', () => {
  test.each<[string, unknown, string, RegExp, RegExp]>([
    ['a missing field', {}, 'name', /^is missing/, /^Add/],
    ['a wrong type', { name: 3 }, 'name', /^expected a text, got number$/, /a text/],
    ['a value that is none of a list', { name: 'x', kind: 'c' }, 'kind', /./, /a, b/],
    ['an unknown field', { name: 'x', colour: 1 }, 'colour', /no field that is known/, /spelling/],
    ['a wrong field inside a list', { name: 'x', list: [{ id: '1' }, { id: 2 }] }, 'list[1].id', /a text/, /./],
    ['half a number', { name: 'x', size: 1.5 }, 'size', /./, /./],
    ['no object', [], '', /an object/, /./],
  ])('%s', async (_, value, field, message, remedy) => {
    const { problems } = await readYaml(await source(JSON.stringify(value)), Schema);
    expect(problems).toEqual([
      {
        severity: 'error',
        file: 'content/file.yaml',
        field,
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  test('all of it at once', async () => {
    const { problems } = await readYaml(await source('kind: c\ncolour: 1\nlist: [{}]'), Schema);
    expect(problems.map(({ field }) => field).toSorted()).toEqual(['colour', 'kind', 'list[0].id', 'name']);
  });

  test.each([
    ['{}', 'is missing: expected a day'],
    ['day: 3', 'expected a day'],
    ['day: soon', 'expected a day'],
  ])('where a schema has words of its own, they are said: %s', async (text, message) => {
    const { problems } = await readYaml(await source(text), z.strictObject({ day: z.iso.date('expected a day') }));
    expect(problems.map(({ field, message }) => [field, message])).toEqual([['day', message]]);
  });

  test('nobody is told to mend what a script writes', async () => {
    const { problems } = await readJson(await source('{}', 'tools.json'), Schema);
    expect(problems[0]?.remedy).toMatch(/Import or scan/);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['no YAML', 'name: [1', /line 1, column/],
    ['a key twice', 'name: a\nname: b', /line 2/],
    [
      'aliases that unfold without end',
      `a: &a [x,x,x]\nb: &b [${'*a,'.repeat(30)}]\nc: [${'*b,'.repeat(30)}]\nname: x`,
      /cannot be read/,
    ],
  ])('%s', async (_, text, message) => {
    const { value, problems } = await readYaml(await source(text), Schema);
    expect(value).toBeNull();
    expect(problems[0]?.message).toMatch(message);
  });

  test('no JSON', async () => {
    const { problems } = await readJson(await source('{"name": "x",}'), Schema);
    expect(problems[0]).toMatchObject({ field: '', message: expect.stringMatching(/^cannot be read as JSON/) });
  });

  test.each(['name: x\n', '---\nname: x\n', 'Text\n---\nname: x\n---\n'])('no frontmatter: %j', async (text) => {
    const { problems } = await readFrontmatter(await source(text), Schema);
    expect(problems[0]?.message).toBe('has no frontmatter');
  });

  test('lines that end as on Windows', async () => {
    const { value } = await readFrontmatter(await source('---\r\nname: x\r\n---\r\nText\r\n'), Schema);
    expect(value).toEqual({ data: { name: 'x' }, body: 'Text\r\n' });
  });

  test('a file that is not there, a folder, and one that is too large', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'folder'));
    await writeWhole(path.join(folder, 'large'), '');
    await truncate(path.join(folder, 'large'), 33 * 1024 * 1024);
    const messages = [];
    for (const name of ['missing', 'folder', 'large']) {
      const { problems } = await readJson({ path: path.join(folder, name), file: name }, Schema);
      messages.push(problems[0]?.message);
    }
    expect(messages).toEqual(['is missing', 'cannot be read (EISDIR)', expect.stringMatching(/^has 34603008 bytes/)]);
  });
});
