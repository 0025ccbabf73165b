import { nameParts } from '../domain/text/name-parts.ts';
import { element } from './element.ts';

/** A name as pages show it: it breaks at its joints and copies clean. */
export function nameElement<Tag extends 'code' | 'span'>(
  tag: Tag,
  className: string,
  name: string,
): HTMLElementTagNameMap[Tag] {
  const parts = nameParts(name).flatMap((part, index) => (index > 0 ? [element('wbr', ''), part] : [part]));
  return element(tag, className, ...parts);
}
