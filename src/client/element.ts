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
