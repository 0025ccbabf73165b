import { type AST, parseTOML } from 'toml-eslint-parser';
import { type FindLine, lineAt } from '../text/place.ts';

/** A table's header or a key with its value, and where it stands. Offsets are into the text. */
export interface TomlStatement {
  readonly kind: 'table' | 'element' | 'key';
  /** From the root; a number for an element of an array of tables. */
  readonly path: readonly (string | number)[];
  readonly start: number;
  /** On its last line, behind the header's name or the value. */
  readonly end: number;
  /** Where the elements of an array on the right-hand side begin. */
  readonly elements: readonly number[];
}

/**
 * The statements of a TOML text that a parser has accepted: the parser gives values without their places, and an edit needs
 * both. None where no syntax tree can be made of it: one that is no TOML, or has a string longer than the library's stack.
 */
export function tomlStatements(text: string): TomlStatement[] {
  let root: AST.TOMLTopLevelTable;
  try {
    // The library takes no byte order mark; a space keeps the offsets. Values never come from this tree: its
    // getStaticTOMLValue sets members of Object.prototype where a key is `__proto__`.
    [root] = parseTOML(text.replace(/^\uFEFF/, ' '), { tomlVersion: '1.1' }).body;
  } catch {
    return [];
  }
  return root.body.flatMap((node) => {
    if (node.type === 'TOMLKeyValue') return [keyStatement(node, [])];
    const kind = node.kind === 'array' ? 'element' : 'table';
    const header = {
      kind,
      path: node.resolvedKey,
      start: node.range[0],
      end: node.key.range[1],
      elements: [],
    } as const;
    return [header, ...node.body.map((inner) => keyStatement(inner, node.resolvedKey))];
  });
}

function keyStatement(
  { key, value, range: [start, end] }: AST.TOMLKeyValue,
  table: TomlStatement['path'],
): TomlStatement {
  const names = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
  const elements = value.type === 'TOMLArray' ? value.elements.map(({ range }) => range[0]) : [];
  return { kind: 'key', path: [...table, ...names], start, end, elements };
}

/** Finds lines in a TOML text. */
export function tomlLines(text: string): FindLine {
  const places = new Map<string, TomlStatement>();
  for (const statement of tomlStatements(text)) places.set(JSON.stringify(statement.path), statement);
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = places.get(JSON.stringify(path.slice(0, length)));
      if (found === undefined) continue;
      const index = path[length];
      const element = typeof index === 'number' ? found.elements[index] : undefined;
      return lineAt(text, element ?? found.start);
    }
    return 1;
  };
}
