import type { Hit } from '../domain/search/hit.ts';
import type { ResultGroup } from '../domain/search/merge-results.ts';
import { nameParts } from '../domain/text/name-parts.ts';
import { CATEGORY_WORDS, GROUP_WORDS, KIND_WORDS, LEVEL_WORDS, sharedWords } from './search-words.ts';

/** Makes an element; the text is set as text. */
export function element(tag: string, className?: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

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
    const list = element('ol', 'search-results');
    list.append(...hits.map(resultItem));
    return needsHeadings ? [element(`h${level}`, 'search-heading', GROUP_WORDS[id]), list] : [list];
  });
}

function resultItem(hit: Hit): HTMLElement {
  const item = element('li');
  const link = item.appendChild(document.createElement('a'));
  link.href = hit.url;
  const head = link.appendChild(element('span', 'row-head'));
  if (hit.level) head.append(levelChip(hit.level), ' ');
  const name = head.appendChild(element('span', hit.kind === 'tool' || hit.kind === 'name' ? 'name' : 'title'));
  for (const [index, part] of nameParts(hit.title).entries()) {
    if (index > 0) name.append(document.createElement('wbr'));
    name.append(part);
  }
  head.append(' ', element('span', 'small quiet', contextOf(hit)));
  if (hit.summary) link.append(element('p', undefined, hit.summary));
  else if (hit.excerpt) appendExcerpt(link.appendChild(element('p')), hit.excerpt);
  return item;
}

function contextOf({ kind, server, servers, mildest, level, category }: Hit): string {
  if (kind === 'name') return sharedWords(servers ?? 0, mildest, level);
  if (kind !== 'tool') return KIND_WORDS[kind];
  const word = category && category !== 'not-assessed' ? CATEGORY_WORDS[category] : undefined;
  return [server, word].filter(Boolean).join(' · ');
}

function levelChip(level: string): HTMLElement {
  const chip = element('span', 'chip');
  chip.dataset.level = level;
  const icon = chip.appendChild(document.createElementNS(SVG, 'svg'));
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  icon.appendChild(document.createElementNS(SVG, 'use')).setAttribute('href', `/icons.svg#${level}`);
  chip.append(LEVEL_WORDS[level] ?? level);
  return chip;
}

/** Pagefind's excerpt with its marks; any other markup becomes text. */
function appendExcerpt(target: HTMLElement, excerpt: string): void {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  for (const node of parsed.childNodes) {
    if (node.nodeName === 'MARK') target.append(element('mark', undefined, node.textContent ?? ''));
    else target.append(node.textContent ?? '');
  }
}
