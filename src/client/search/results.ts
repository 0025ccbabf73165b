import type { Hit } from '../../domain/search/hit.ts';
import type { ResultGroup } from '../../domain/search/merge-results.ts';
import { link } from '../controls.ts';
import { element } from '../element.ts';
import { levelChip } from '../level-chip.ts';
import { nameElement } from '../name-element.ts';
import { CATEGORY_WORDS, GROUP_WORDS, KIND_WORDS, LEVEL_WORDS, sharedWords } from './search-words.ts';

/** Puts other results into a place. A link that has the focus keeps it, if it is still among them. */
export function replaceResults(place: HTMLElement, results: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const href = place.contains(activeElement) ? activeElement?.getAttribute('href') : undefined;
  place.replaceChildren(...results);
  if (href == null) return;
  [...place.querySelectorAll('a')].find((link) => link.getAttribute('href') === href)?.focus();
}

/** Lists of results under their headings; names alone need no heading. Texts are a publisher's: set as text, never as markup. */
export function resultLists(groups: readonly ResultGroup[], level: 2 | 3): HTMLElement[] {
  const needsHeadings = groups.some(({ id }) => id !== 'names');
  return groups.flatMap(({ id, hits }) => {
    const list = element('ol', 'search-results', ...hits.map(resultItem));
    return needsHeadings ? [element(`h${level}` as const, 'search-heading', GROUP_WORDS[id]), list] : [list];
  });
}

function resultItem(hit: Hit): HTMLElement {
  const name = nameElement('span', hit.kind === 'tool' || hit.kind === 'name' ? 'name' : 'title', hit.title);
  const head = element('span', 'row-head', name, ' ', element('span', 'small quiet', contextOf(hit)));
  if (hit.level) head.prepend(levelChip(hit.level, LEVEL_WORDS[hit.level] ?? hit.level), ' ');
  const target = link(hit.url, head);
  if (hit.summary) target.append(element('p', '', hit.summary));
  else if (hit.excerpt) target.append(excerptElement(hit.excerpt));
  return element('li', '', target);
}

function contextOf({ kind, server, servers, mildest, level, category }: Hit): string {
  if (kind === 'name') return sharedWords(servers ?? 0, mildest, level);
  if (kind !== 'tool') return KIND_WORDS[kind];
  const word = category && category !== 'not-assessed' ? CATEGORY_WORDS[category] : undefined;
  return [server, word].filter(Boolean).join(' · ');
}

/** Pagefind's excerpt with its marks; any other markup becomes text. */
function excerptElement(excerpt: string): HTMLElement {
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const pieces = [...childNodes].map(({ nodeName, textContent }) =>
    nodeName === 'MARK' ? element('mark', '', textContent ?? '') : (textContent ?? ''),
  );
  return element('p', '', ...pieces);
}
