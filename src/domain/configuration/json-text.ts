import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type FindLine, lineAt } from '../text/place.ts';

/** A JSON text with comments, read once. */
export interface JsonText {
  /** Undefined where the text cannot be read. Every member is an object's own, `__proto__` too. */
  readonly value: unknown;
  readonly root: Node | undefined;
  /** The first mistake, with its place; null when there is none. */
  readonly error: { readonly place: string; readonly message: string } | null;
  /** Lines from 1. */
  readonly lineOf: FindLine;
}

/** Reads JSON with comments and trailing commas, as VS Code and most clients allow them. Never throws. */
export function readJsonText(given: string): JsonText {
  // Of the same length, so that offsets stay what they are.
  const text = given.replace(/^\uFEFF/, ' ');
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    const error =
      first === undefined
        ? null
        : { place: placeOf(text, first.offset), message: printParseErrorCode(first.error) as string };
    const lineOf: FindLine = (path) => lineAt(text, nearest(root, path)?.offset ?? 0);
    return { value: root && error === null ? plainValue(root) : undefined, root, error, lineOf };
  } catch {
    // The parser calls itself for every bracket.
    return {
      value: undefined,
      root: undefined,
      error: { place: 'line 1', message: 'nested too deeply' },
      lineOf: () => 1,
    };
  }
}

/** The node of a member or element; of equal members the last, which is the one that counts. */
export function nodeAt(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let node = root;
  for (const step of path) {
    node =
      typeof step === 'number'
        ? node?.children?.[step]
        : node?.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1];
  }
  return node;
}

function nearest(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length));
    // A member begins where its name does.
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return undefined;
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) =>
      children?.[0] && children[1] ? [[String(children[0].value), plainValue(children[1])]] : [],
    ),
  );
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
