import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
import { ContentError } from '../read/problem.ts';
import { buildSite } from './build-site.ts';

const SERVERS = { a: { tools: [{ name: 'get_time', description: 'Returns the current time.' }] } };

/** Why a folder is refused; fails when it is not. */
async function refusal(root: string, out: string): Promise<string> {
  const error = await buildSite(root, out).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).problems.map(({ message }) => message).join();
}

test('never replaces the project, the content, a folder above them, or a folder with files of others', async () => {
  const folder = await temporaryFolder();
  const root = await writeContentRoot({ servers: SERVERS });
  await mkdir(path.join(folder, 'work'));
  await writeFile(path.join(folder, 'work', 'thesis.txt'), 'two years');
  expect(await refusal(root, process.cwd())).toBe('holds this project');
  expect(await refusal(root, path.dirname(process.cwd()))).toBe('holds this project');
  expect(await refusal(root, root)).toContain('is the content');
  expect(await refusal(root, path.dirname(root))).toContain('is the content');
  expect(await refusal(root, path.join(root, 'servers'))).toContain('no build of ours');
  expect(await refusal(root, path.join(folder, 'work'))).toContain('no build of ours');
  expect(await readFile(path.join(folder, 'work', 'thesis.txt'), 'utf8')).toBe('two years');
  expect(await readFile(path.join(root, 'site.yaml'), 'utf8')).toContain('publisherText');
});
