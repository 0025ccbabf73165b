import { levelSegment, type RiskLevel } from '../domain/risk/risk-level.ts';
import { levelWord } from '../domain/risk/risk-wording.ts';
import { nameParts } from '../domain/text/name-parts.ts';

/** An element with a class and children. Texts become text nodes, never markup: many are strangers'. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A link to a page of ours. */
export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  const made = element('a', '', ...children);
  made.href = href;
  return made;
}

/** A button that does something here. */
export function button(
  label: string,
  action: (pressed: HTMLButtonElement) => void,
  className = 'button',
): HTMLButtonElement {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', () => action(made));
  return made;
}

/** A name as pages show it: it breaks at its joints and copies clean. */
export function nameOf(name: string): HTMLElement {
  const code = element('code', 'name');
  for (const [index, part] of nameParts(name).entries()) {
    if (index > 0) code.append(document.createElement('wbr'));
    code.append(part);
  }
  return code;
}

/** The chip of a level, with its shape. */
export function levelChip(level: RiskLevel | null): HTMLElement {
  const segment = levelSegment(level);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  use.setAttribute('href', `/icons.svg#${segment}`);
  const chip = element('span', 'chip', svg, levelWord(level));
  chip.dataset.level = segment;
  return chip;
}
