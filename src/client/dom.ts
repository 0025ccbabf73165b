/** Makes an element. Texts become text, never markup; an attribute that is undefined is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A sentence of ours in which a piece between backticks is code. */
export function inline(text: string): (Node | string)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? make('code', {}, piece) : piece));
}
