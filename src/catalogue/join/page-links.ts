import type { AttackFile } from '../../domain/attacks/attack.ts';
import { urls } from '../../domain/site/urls.ts';
import type { Catalogue, CataloguedText } from './catalogue.ts';
import { sitePaths } from './site-paths.ts';

const known = new WeakMap<Catalogue, ReadonlySet<string>>();

/**
 * Which pages a text may link to: for a text that came with Placard those that this catalogue has, because it may do without
 * others; undefined for a text of the catalogue's own, whose dead links are faults that the build stops at.
 */
export function linkable(
  catalogue: Catalogue,
  text: { readonly shipped: boolean },
): ((path: string) => boolean) | undefined {
  if (!text.shipped) return undefined;
  const paths = known.get(catalogue) ?? new Set([...sitePaths(catalogue), urls.search].filter(isSame(catalogue)));
  known.set(catalogue, paths);
  return (path) => paths.has(path);
}

/** Placard's text means Placard's server: a page at the same address about another server is not what it links to. */
function isSame({ sameAsPlacards }: Catalogue): (path: string) => boolean {
  return (path) => {
    const [, slug] = /^\/tools\/([^/]+)\//.exec(path) ?? [];
    return slug === undefined || sameAsPlacards.get(slug)?.includes(slug) === true;
  };
}

/** The address of a guide that comes with Placard; undefined where the catalogue does without it. */
export function guideUrl({ guides }: Pick<Catalogue, 'guides'>, id: string): string | undefined {
  return guides.find((guide) => guide.id === id)?.url;
}

/** Attacks that name each other. One of Placard's does not name those that a catalogue adds, so that one side is enough. */
export function relatedAttacks(
  { attacks }: Pick<Catalogue, 'attacks'>,
  attack: CataloguedText<AttackFile>,
): CataloguedText<AttackFile>[] {
  return attacks.filter(({ id, data }) => attack.data.related.includes(id) || data.related.includes(attack.id));
}
