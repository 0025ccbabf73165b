import { applyEdits, createScanner, type JSONPath, modify, type Node } from 'jsonc-parser';
import { nodeAt, readCommentedJson } from '../text/json-text.ts';

const FORMATTING = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } } as const;

/** The text with one value set; comments and everything else stay. */
export function withValue(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, FORMATTING));
}

/** The text without elements of an array; the rest of it stays, comments too. */
export function withoutElements(text: string, path: readonly string[], remove: (value: unknown) => boolean): string {
  return withoutIndices(text, path, ({ value }) => remove(value));
}

/** The text without members of an object, equal ones all of them. */
export function withoutMembers(text: string, path: readonly (string | number)[], keys: readonly string[]): string {
  return withoutIndices(text, path, ({ children }) => keys.includes(String(children?.[0]?.value)));
}

/** The text without the elements or members that a test picks. */
export function withoutIndices(
  text: string,
  path: readonly (string | number)[],
  remove: (node: Node, index: number) => boolean,
): string {
  const children = nodeAt(readCommentedJson(text).root, path)?.children ?? [];
  const doomed = children.flatMap((child, index) => (remove(child, index) ? [index] : []));
  return doomed.reverse().reduce((edited, index) => withoutChild(edited, path, index), text);
}

/** One child less. jsonc-parser's own removal takes the wrong characters of a list on one line. */
function withoutChild(text: string, path: readonly (string | number)[], index: number): string {
  const children = nodeAt(readCommentedJson(text).root, path)?.children ?? [];
  const child = children[index];
  if (child === undefined) return text;
  const next = children[index + 1];
  if (next !== undefined) return text.slice(0, child.offset) + text.slice(next.offset);
  const before = children[index - 1];
  const end = child.offset + child.length;
  const start = text.slice(0, child.offset).trimEnd().length;
  if (before === undefined) return text.slice(0, child.offset) + text.slice(end);
  // The comma before it goes, a comment behind that comma stays.
  const comma = commaAfter(text, before.offset + before.length);
  // Behind a line's comment, what follows must stay on a line of its own.
  const from = text.slice(comma, child.offset).includes('//') ? child.offset : Math.max(start, comma + 1);
  return text.slice(0, comma) + text.slice(comma + 1, from) + text.slice(end);
}

/** Where the comma stands that follows a value, comments skipped. */
function commaAfter(text: string, from: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.CommaToken) return scanner.getTokenOffset();
  }
  return from;
}

/** `SyntaxKind` of jsonc-parser is a const enum, which modules that are compiled one by one cannot use. */
const SyntaxKind = { CommaToken: 5, EOF: 17 } as const;

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
  const found = nodeAt(readCommentedJson(text).root, path);
  const prepared = found?.type === kind ? text : withValue(text, [...path], kind === 'array' ? [] : {});
  const node = nodeAt(readCommentedJson(prepared).root, path);
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
