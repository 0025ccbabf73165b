import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close } from 'pagefind';
import { expect, test } from 'vitest';
import { NO_ATTACKS } from '../../domain/attacks/attack-wording.ts';
import { shippedTexts, temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
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

test('a link that leads nowhere stops the build, and leaves the folder as it was', async () => {
  const out = path.join(await temporaryFolder(), 'site');
  for (const [file, text] of [
    ['icons.svg', '<svg/>'],
    ['pagefind/x', ''],
    ['old.html', 'the old site'],
  ] as const) {
    await mkdir(path.dirname(path.join(out, file)), { recursive: true });
    await writeFile(path.join(out, file), text);
  }
  const links = [{ label: 'Ours', href: '/method/#gone' }];
  const root = await writeContentRoot({ servers: SERVERS, site: { without: await shippedTexts(), links } });
  expect(await refusal(root, out)).toMatch(
    /^links to \/method\/#gone, which is not on the site, as on \d+ other pages$/,
  );
  expect(await readFile(path.join(out, 'old.html'), 'utf8')).toBe('the old site');
});

test('a catalogue may do without every text of Placard’s: no page links to one, or says that no attack fits', async () => {
  const out = path.join(await temporaryFolder(), 'site');
  const root = await writeContentRoot({ servers: SERVERS, attacks: {} });
  await buildSite(root, out);
  await close();
  expect(await readdir(path.join(out, 'guides'))).toEqual(['a-guide', 'index.html']);
  const tool = await readFile(path.join(out, 'tools', 'a', 'get_time', 'index.html'), 'utf8');
  expect(tool).toContain(NO_ATTACKS);
  expect(tool).toContain('--content=');
});
