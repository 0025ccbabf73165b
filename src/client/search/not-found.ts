import { searchNames } from '../../domain/search/search-names.ts';
import { currentNames, openNames } from './names.ts';
import { resultLists } from './results.ts';

/** The page for an address that leads nowhere: offers the names that are nearest to its last parts. */

/** Names that are offered for each guess. */
const MOST_EACH = 4;

/** Letters that a part of an address needs, to be told from others. */
const SHORTEST_PART = 2;

const place = document.querySelector<HTMLElement>('[data-not-found]') as HTMLElement;
const found = place.querySelector<HTMLElement>('[data-nearest]') as HTMLElement;

/** The last parts of a path, the most telling first: the last two together, each alone. */
function guesses(path: string): string[] {
  const parts = path
    .split('/')
    .filter(
      (part) => part.length >= SHORTEST_PART && !/^(tools|names|attacks|guides|api|v1|servers|index\.html)$/.test(part),
    )
    .map((part) => decoded(part).replace(/\.(html|json)$/, ''));
  const [last, before] = parts.toReversed();
  if (last === undefined) return [];
  return before === undefined ? [last] : [`${before} ${last}`, last, before];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

openNames(() => {
  const { index, state } = currentNames();
  if (index === null || state !== 'whole') return;
  const hits = guesses(location.pathname).flatMap((guess) => searchNames(index, guess).hits.slice(0, MOST_EACH));
  const seen = new Set<string>();
  const nearest = hits.filter(({ url }) => !seen.has(url) && seen.add(url));
  if (nearest.length === 0) return;
  found.replaceChildren(...resultLists([{ id: 'names', hits: nearest }], 2));
  place.hidden = false;
});
