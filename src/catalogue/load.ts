import path from 'node:path';
import { buildCatalogue, type Catalogue } from './join/catalogue.ts';
import { readContent } from './read/content.ts';
import { ContentError } from './read/problem.ts';
import { checkContent } from './rules/check.ts';

/**
 * The catalogue of a content root, joined and frozen in type.
 * @throws {ContentError} with all errors at once when the content does not hold
 */
export async function loadCatalogue(root: string): Promise<Catalogue> {
  const content = await readContent(path.resolve(root));
  const errors = (await checkContent(content, new Date())).filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  return buildCatalogue(content);
}

const loaded = new Map<string, Promise<Catalogue>>();

/** The catalogue that pages are made of: `PLACARD_CONTENT`, read once per process and root. */
export function currentCatalogue(): Promise<Catalogue> {
  const root = path.resolve(process.env.PLACARD_CONTENT ?? 'content');
  const known = loaded.get(root) ?? loadCatalogue(root);
  loaded.set(root, known);
  return known;
}
