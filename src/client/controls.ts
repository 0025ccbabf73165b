import { element } from './element.ts';

/** A sentence of ours in which a piece between backticks is code. */
export function inline(text: string): (Node | string)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? element('code', '', piece) : piece));
}

/** A link to a page of ours. */
export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element('a', { href }, ...children);
}

/** A button that does something here. */
export function button(label: string, action: (pressed: HTMLButtonElement) => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button' }, label);
  made.addEventListener('click', () => action(made));
  return made;
}
