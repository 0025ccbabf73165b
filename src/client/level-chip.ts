import { element } from './element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The chip of a level, with its shape. @param segment that of its page, @param words what it says */
export function levelChip(segment: string, words: string): HTMLElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  icon.appendChild(document.createElementNS(SVG, 'use')).setAttribute('href', `/icons.svg#${segment}`);
  return element('span', { class: 'chip', 'data-level': segment }, icon, words);
}
