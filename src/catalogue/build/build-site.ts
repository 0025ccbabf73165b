import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
import { headersFile } from '../../domain/site/security-headers.ts';
import type { Catalogue } from '../join/catalogue.ts';
import { loadCatalogue } from '../load.ts';
import { ContentError } from '../read/problem.ts';
import { refuseDeadLinks } from './dead-links.ts';
import { writeNameFiles } from './name-files.ts';
import { writeRedirects } from './redirects.ts';
import { searchRecords } from './search-records.ts';
import { writeSharePictures } from './share-pictures.ts';

/** What was built. */
export interface BuiltSite {
  readonly catalogue: Catalogue;
  /** Milliseconds from start to the finished folder. */
  readonly duration: number;
}

/** Placard itself: where its pages and its configuration are. */
const PROJECT = process.cwd();

/**
 * Builds the site of a content root into a folder, which is replaced whole at the end: until then it is as it was.
 * @throws {ContentError} before anything is built, when the content does not hold; before the folder is replaced, when a link of
 * the new site leads nowhere
 */
export async function buildSite(root: string, out: string): Promise<BuiltSite> {
  const start = performance.now();
  await refuseFolder(root, out);
  const catalogue = await loadCatalogue(root);
  // Inside the project: Astro's assets cannot be moved across file systems (docs/decisions/0015-static-pages-by-astro.md).
  const work = path.join(PROJECT, '.build');
  await mkdir(work, { recursive: true });
  const folder = await mkdtemp(path.join(work, 'site-'));
  try {
    process.env.PLACARD_CONTENT = root;
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const dist = path.join(folder, 'dist');
    await build({
      root: PROJECT,
      outDir: dist,
      cacheDir: path.join(folder, 'cache'),
      logLevel: 'error',
      ...(catalogue.site.address ? { site: catalogue.site.address } : {}),
    });
    await writeNameFiles(catalogue, dist);
    await writeRedirects(catalogue, dist);
    // No page links to what comes after: an index of the search, pictures, headers.
    await refuseDeadLinks(dist);
    await indexSite(catalogue, path.join(dist, 'pagefind'));
    await writeSharePictures(catalogue, dist);
    await writeFile(path.join(dist, '_headers'), headersFile(catalogue.site));
    await replace(dist, out);
  } finally {
    // When a page fails, others are still being written: without patience, removing the folder would hide what failed.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(() => undefined);
  }
  return { catalogue, duration: performance.now() - start };
}

/** Writes the search index. `_` and `-` count as letters, so that run_tests and run_test differ (docs/interface.md#search). */
async function indexSite(catalogue: Catalogue, folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ includeCharacters: '_-', forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const record of searchRecords(catalogue)) {
    const added = await index.addCustomRecord({
      url: record.url,
      content: record.content,
      language: 'en',
      meta: { ...record.meta },
      filters: Object.fromEntries(Object.entries(record.filters).map(([name, values]) => [name, [...values]])),
    });
    if (added.errors.length > 0) throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind could not write: ${written.errors.join('; ')}`);
  await index.deleteIndex();
}

/** A file of every site that was built: a folder without it is not ours to replace. */
const MARK = 'icons.svg';

/**
 * Refuses a folder that may not be replaced: one that holds this project or the content, or has files that no
 * build left.
 * @throws {ContentError} with the remedy, before anything is built
 */
async function refuseFolder(root: string, out: string): Promise<void> {
  const holds = (folder: string) => !path.relative(out, folder).startsWith('..');
  const names = await readdir(out).catch(() => null);
  const foreign = names !== null && names.length > 0 && !(names.includes(MARK) && names.includes('pagefind'));
  const reason = holds(PROJECT)
    ? 'holds this project'
    : holds(path.resolve(root))
      ? 'is the content, or holds it'
      : foreign
        ? 'has files in it that no build of ours left'
        : null;
  if (reason === null) return;
  const remedy =
    'Give --out a folder of its own: a new one, an empty one, or that of an earlier build. It is replaced whole.';
  throw new ContentError([{ severity: 'error', file: out, field: '', message: reason, remedy }]);
}

async function replace(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  const aside = `${to}.${process.pid}.old`;
  await rename(to, aside).catch(ignoreMissing);
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
  await rm(aside, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
