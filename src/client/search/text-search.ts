import type { HitKind } from '../../domain/search/hit.ts';
import type { TextHit } from '../../domain/search/merge-results.ts';
import { queryWords } from '../../domain/search/query-words.ts';
import type { Facets } from '../../domain/search/search-facets.ts';
import { asked, type Pagefind, type PagefindData } from './pagefind.ts';

/** Texts that were found, best first; `total` counts those that are not given too. */
export interface TextHits {
  readonly hits: readonly TextHit[];
  readonly total: number;
}

/** Texts that are given: each is a file of its own to load. */
const MOST_TEXTS = 20;

/** Searches the full texts. Words that say nothing are left out: they make it slow and find everything. */
export async function searchTexts(pagefind: Pagefind, query: string, facets: Facets): Promise<TextHits> {
  const filters = Object.fromEntries(Object.entries(facets).filter(([, value]) => value)) as Record<string, string>;
  const { words } = queryWords(query);
  const search = (query: string) => asked(pagefind.search(query, { filters }));
  let { results } = await search(words.join(' '));
  // Every word must be there; the first is most often what somebody wants to do, for which there are many words.
  if (results.length === 0 && words.length > 1) {
    ({ results } = await search(words.slice(1).join(' ')));
  }
  // A sentence may have one word that no text has: each is left out in turn, the last first.
  for (let left = words.length - 1; results.length === 0 && words.length > 2 && left > 0; left -= 1) {
    ({ results } = await search(words.toSpliced(left, 1).join(' ')));
  }
  const texts = await asked(Promise.all(results.slice(0, MOST_TEXTS).map((result) => result.data())));
  return { hits: texts.map(textHit), total: results.length };
}

function textHit({ url, meta, filters, excerpt, content }: PagefindData): TextHit {
  return {
    // In a worker and in Node, Pagefind gives whole addresses.
    url: url.replace(/^https?:\/\/[^/]+/, ''),
    kind: meta.kind as HitKind,
    title: meta.title ?? url,
    ...(meta.level ? { level: meta.level } : {}),
    ...(filters.category?.[0] ? { category: filters.category[0] } : {}),
    ...(meta.kind === 'tool' && meta.context ? { server: meta.context } : {}),
    ...(meta.summary ? { summary: meta.summary } : {}),
    excerpt,
    content,
  };
}
