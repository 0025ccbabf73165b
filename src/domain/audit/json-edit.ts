import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import { nodeAt, readJsonText } from '../configuration/json-text.ts';

const FORMATTING = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } } as const;

/** The text with one value set, or removed when undefined; comments and everything else stay. */
export function withValue(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, FORMATTING));
}

/** The text without elements of an array; the rest of it stays, comments too. */
export function withoutElements(text: string, path: readonly string[], remove: (value: unknown) => boolean): string {
  const node = nodeAt(readJsonText(text).root, path);
  if (node?.type !== 'array') return text;
  const indices = (node.children ?? []).flatMap(({ value }, index) => (remove(value) ? [index] : []));
  return indices.reverse().reduce((edited, index) => withValue(edited, [...path, index], undefined), text);
}

/** The text without members of an object. */
export function withoutMembers(text: string, path: readonly string[], keys: readonly string[]): string {
  return keys.reduce(
    (edited, key) =>
      nodeAt(readJsonText(edited).root, [...path, key]) === undefined
        ? edited
        : withValue(edited, [...path, key], undefined),
    text,
  );
}

/**
 * The text with lines added at the end of an array or object, which is made where it is missing. One edit, whatever their
 * number, and in the order given: objects of JavaScript would move keys that look like numbers.
 * @param items as they are written: `"a"` or `"a": "b"`
 */
export function withItems(
  text: string,
  path: readonly string[],
  items: readonly string[],
  kind: 'array' | 'object',
): string {
  if (items.length === 0) return text;
  const found = nodeAt(readJsonText(text).root, path);
  const prepared = found?.type === kind ? text : withValue(text, [...path], kind === 'array' ? [] : {});
  const node = nodeAt(readJsonText(prepared).root, path);
  if (node === undefined) return text;
  const outer = indentOf(prepared, node.offset);
  const last = node.children?.at(-1);
  if (last === undefined) {
    const inner = `\n${outer}  `;
    const block = `${inner}${items.join(`,${inner}`)}\n${outer}`;
    const start = node.offset + 1;
    // A comment in an empty list stays above.
    const kept = prepared.slice(start, node.offset + node.length - 1).trimEnd();
    return prepared.slice(0, start) + kept + block + prepared.slice(node.offset + node.length - 1);
  }
  const isOnOwnLine = prepared.slice(node.offset, last.offset).includes('\n');
  const inner = isOnOwnLine ? `\n${indentOf(prepared, last.offset)}` : ' ';
  const end = last.offset + last.length;
  return `${prepared.slice(0, end)},${inner}${items.join(`,${inner}`)}${prepared.slice(end)}`;
}

function indentOf(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
