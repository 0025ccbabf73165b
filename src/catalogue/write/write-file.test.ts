import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/content-root.ts';
import { writeJson, writeWhole } from './write-file.ts';

test('makes the folders on the way, replaces what was there and leaves nothing beside it', async () => {
  const folder = path.join(await temporaryFolder(), 'a', 'b');
  const file = path.join(folder, 'file.txt');
  await writeWhole(file, 'first');
  await writeWhole(file, 'second');
  expect(await readFile(file, 'utf8')).toBe('second');
  expect(await readdir(folder)).toEqual(['file.txt']);
});

test('JSON has two spaces and a final newline', async () => {
  const file = path.join(await temporaryFolder(), 'file.json');
  await writeJson(file, { a: [1] });
  expect(await readFile(file, 'utf8')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

test('when it fails, no temporary file is left', async () => {
  const folder = await temporaryFolder();
  const target = path.join(folder, 'file.txt');
  await mkdir(path.join(target, 'in the way'), { recursive: true });
  await expect(writeWhole(target, 'text')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['file.txt']);
  expect(await readdir(target)).toEqual(['in the way']);
});

test('a reader never sees half a file', async () => {
  const file = path.join(await temporaryFolder(), 'file.txt');
  const texts = ['a', 'b'].map((letter) => letter.repeat(1_000_000));
  await writeWhole(file, texts[0] as string);
  const seen = new Set<string>();
  const writing = writeWhole(file, texts[1] as string);
  for (let reads = 0; reads < 20; reads += 1) seen.add(await readFile(file, 'utf8'));
  await writing;
  expect([...seen].every((text) => texts.includes(text))).toBe(true);
});
