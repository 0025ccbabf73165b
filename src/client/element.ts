/** Attributes by name; one that is undefined is left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * An element with attributes, or with a class alone, and children. Texts become text nodes, never markup: many are strangers'.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes | string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  const given = typeof attributes === 'string' ? { class: attributes || undefined } : attributes;
  for (const [name, value] of Object.entries(given)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

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
