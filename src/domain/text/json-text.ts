import { type Node, type ParseError, type ParseOptions, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type FindLine, lineAt, type Place, placeAt } from './place.ts';

/** Why a text is no JSON: where, what is wrong, how to mend it. */
export interface JsonFault extends Place {
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong and the remedy for each thing that jsonc-parser finds, by its name for it. */
const FAULTS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  InvalidSymbol: ['this word is no value of JSON', 'Put text into double quotes; true, false and null stand without.'],
  InvalidNumberFormat: ['this number is not written as JSON wants it', 'Write it like 10 or 0.5.'],
  PropertyNameExpected: ['a name in double quotes is expected here', 'Write "name": value, or end the object with }.'],
  ValueExpected: ['a value is expected here', 'Write text in double quotes, a number, [ or {.'],
  ColonExpected: ['a colon is expected here', 'Write a colon between the name and its value.'],
  CommaExpected: ['a comma is expected here', 'Write a comma after what stands before it.'],
  CloseBraceExpected: ['an object is not closed', 'Write } where it ends.'],
  CloseBracketExpected: ['a list is not closed', 'Write ] where it ends.'],
  EndOfFileExpected: ['something follows the end', 'Remove what stands from here on.'],
  InvalidCommentToken: ['JSON has no comments', 'Remove the comment.'],
  UnexpectedEndOfComment: ['a comment is not closed', 'Write */ where it ends.'],
  UnexpectedEndOfString: ['a text is not closed on its line', 'Write " where it ends.'],
  UnexpectedEndOfNumber: ['this number is not complete', 'Write it like 10 or 0.5.'],
  InvalidUnicode: ['this escape is not complete', 'Write \\u and four hex digits.'],
  InvalidEscapeCharacter: ['JSON does not know this escape', 'Write \\\\ for a backslash.'],
  InvalidCharacter: ['this character must not stand here as it is', 'Write it as an escape: \\n, \\t.'],
};

/** Reads a text as JSON does, and no laxer; where it fails, says the line. Comments and trailing commas are faults. */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: JsonFault } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: faultOf(text, treeOf(text, STRICT).errors[0], (error as Error).message) };
  }
}

/** A JSON text with comments, read once. */
export interface CommentedJson {
  /** Undefined where the text cannot be read. Every member is an object's own, `__proto__` too. */
  readonly value: unknown;
  readonly root: Node | undefined;
  /** The first mistake; null when there is none. */
  readonly fault: JsonFault | null;
  readonly lineOf: FindLine;
  /** Ways to members whose name stands twice in one object, once each: `value` has the last one. */
  readonly twice: readonly (readonly (string | number)[])[];
}

/** Reads JSON with comments and trailing commas, as VS Code and most clients allow them. Never throws. */
export function readCommentedJson(given: string): CommentedJson {
  // Of the same length, so that offsets stay what they are.
  const text = given.replace(/^\uFEFF/, ' ');
  const { root, errors } = treeOf(text, { allowTrailingComma: true });
  const [first] = errors;
  const lineOf: FindLine = (path) => lineAt(text, nearest(root, path)?.offset ?? 0);
  if (root !== undefined && first === undefined) {
    const twice: (readonly (string | number)[])[] = [];
    collectTwice(root, [], twice);
    return { value: plainValue(root), root, fault: null, lineOf, twice };
  }
  return { value: undefined, root, fault: faultOf(text, first, 'it is nested too deeply'), lineOf, twice: [] };
}

function collectTwice(node: Node, path: readonly (string | number)[], found: (readonly (string | number)[])[]): void {
  const seen = new Map<string, boolean>();
  for (const [index, child] of (node.children ?? []).entries()) {
    const [name, value] = child.type === 'property' ? (child.children ?? []) : [];
    if (name === undefined) {
      if (node.type === 'array') collectTwice(child, [...path, index], found);
      continue;
    }
    const key = String(name.value);
    if (seen.get(key) === false) found.push([...path, key]);
    seen.set(key, seen.has(key));
    if (value !== undefined) collectTwice(value, [...path, key], found);
  }
}

const STRICT: ParseOptions = { disallowComments: true, allowTrailingComma: false };

/** @param otherwise what is said where the parser that knows places has nothing to say */
function faultOf(text: string, first: ParseError | undefined, otherwise: string): JsonFault {
  if (text.trim() === '') return { line: 1, column: 1, message: 'there is nothing', remedy: 'Write an object: {}.' };
  if (first === undefined) return { line: 1, column: 1, message: otherwise, remedy: 'Correct it there.' };
  const place = placeAt(text, first.offset);
  if (/,\s*$/.test(text.slice(0, first.offset)) && /[}\]]/.test(text[first.offset] ?? '')) {
    return { ...place, message: 'nothing follows the comma', remedy: 'Remove the comma before it.' };
  }
  const [message, remedy] = FAULTS[printParseErrorCode(first.error)] ?? [otherwise, 'Correct it there.'];
  return { ...place, message, remedy };
}

function treeOf(
  text: string,
  options: ParseOptions,
): { readonly root: Node | undefined; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, options);
    return { root, errors };
  } catch {
    // The parser calls itself for every bracket: a text of nothing but brackets is deeper than it can follow.
    return { root: undefined, errors: [] };
  }
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

/** The node of a member or element; of equal members the last, which is the one that counts. */
export function nodeAt(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  return path.reduce<Node | undefined>(memberOf, root);
}

function memberOf(node: Node | undefined, key: string | number): Node | undefined {
  if (node?.type === 'array') return /^\d+$/.test(String(key)) ? node.children?.[Number(key)] : undefined;
  const property = node?.children?.findLast(({ children }) => children?.[0]?.value === String(key));
  return property?.children?.[1];
}

function nearest(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length));
    // A member begins where its name does.
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return undefined;
}

/** A piece of a JSON text. */
export interface Piece extends Place {
  /** As it stands there. */
  readonly text: string;
}

/**
 * A value in a JSON text, or its name and value where `atName` is set; of what is not there, the object that should have it.
 * Where a name stands twice the last one counts, as it does for JSON.
 */
export function memberAt(text: string, path: readonly (string | number)[], atName = false): Piece {
  let node = treeOf(text, STRICT).root;
  for (const [index, key] of path.entries()) {
    const found = memberOf(node, key);
    if (found === undefined) break;
    node = atName && index === path.length - 1 ? (found.parent ?? found) : found;
  }
  const { offset, length } = node ?? { offset: 0, length: 0 };
  return { ...placeAt(text, offset), text: text.slice(offset, offset + length) };
}
