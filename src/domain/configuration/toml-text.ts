import type { FindLine } from './json-text.ts';
import { lineAt } from './json-text.ts';

/** A table's header or a key with its value, and where it stands. Offsets are into the text; `end` is that of its line. */
export interface TomlStatement {
  readonly kind: 'table' | 'element' | 'key';
  /** From the root; a number for an element of an array of tables. */
  readonly path: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
  /** Of the elements of an array on the right-hand side. */
  readonly elements: readonly number[];
}

/**
 * The statements of a TOML text that a parser has accepted: the parser gives values without their places, and an edit needs
 * both. A text that is no TOML gives statements of no use, but always ends.
 */
export function tomlStatements(text: string): TomlStatement[] {
  const statements: TomlStatement[] = [];
  const counts = new Map<string, number>();
  let table: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    at = skipBlank(text, at);
    if (at >= text.length) break;
    const start = at;
    if (text[at] === '[') {
      const isElement = text[at + 1] === '[';
      const key = readKey(text, at + (isElement ? 2 : 1));
      table = isElement ? elementPath(key.path, counts) : resolved(key.path, counts);
      at = lineEnd(text, key.end);
      statements.push({ kind: isElement ? 'element' : 'table', path: table, start, end: at, elements: [] });
    } else {
      const key = readKey(text, at);
      const value = skipValue(text, key.end + 1);
      at = Math.max(value.end, start + 1);
      const path = [...table, ...key.path];
      statements.push({ kind: 'key', path, start, end: at, elements: value.elements });
    }
  }
  return statements;
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

function elementPath(path: readonly string[], counts: Map<string, number>): (string | number)[] {
  const full = resolved(path, counts);
  const key = JSON.stringify(full);
  const index = counts.get(key) ?? 0;
  counts.set(key, index + 1);
  return [...full, index];
}

/** `[a.b]` under an array of tables `a` belongs to its last element. */
function resolved(path: readonly string[], counts: ReadonlyMap<string, number>): (string | number)[] {
  const full: (string | number)[] = [];
  for (const [index, step] of path.entries()) {
    full.push(step);
    const count = counts.get(JSON.stringify(full));
    if (count !== undefined && index < path.length - 1) full.push(count - 1);
  }
  return full;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text[at] === '#') at = lineEnd(text, at);
    else if (/\s/.test(text[at] as string) || text[at] === '\uFEFF') at++;
    else break;
  }
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A dotted key up to its `=` or `]`. */
function readKey(text: string, from: number): { readonly path: string[]; readonly end: number } {
  const path: string[] = [];
  let at = from;
  while (at < text.length && !'=]\n'.includes(text[at] as string)) {
    const character = text[at] as string;
    if (character === '"' || character === "'") {
      const end = skipString(text, at);
      path.push(stringValue(text.slice(at, end)));
      at = end;
    } else if (/[\s.]/.test(character)) at++;
    else {
      const [bare = character] = /^[^\s.=\]"']+/.exec(text.slice(at, at + 512)) ?? [];
      path.push(bare);
      at += bare.length;
    }
  }
  return { path, end: at };
}

function stringValue(quoted: string): string {
  if (quoted.startsWith("'")) return quoted.slice(1, -1);
  const json = quoted.replace(/\\U([0-9A-Fa-f]{8})/g, (_, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? JSON.stringify(String.fromCodePoint(code)).slice(1, -1) : '';
  });
  try {
    return JSON.parse(json) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}

/** The end of a string that begins here, whichever of the four kinds it is. */
function skipString(text: string, from: number): number {
  const quote = text[from] as string;
  const fence = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
  let at = from + fence.length;
  while (at < text.length) {
    if (quote === '"' && text[at] === '\\') at += 2;
    else if (text.startsWith(fence, at)) {
      at += fence.length;
      // Up to two quotes may stand before the fence that ends it.
      while (fence.length === 3 && text[at] === quote) at++;
      return at;
    } else if (fence.length === 1 && text[at] === '\n') return at;
    else at++;
  }
  return text.length;
}

function skipValue(text: string, from: number): { readonly end: number; readonly elements: readonly number[] } {
  const elements: number[] = [];
  let depth = 0;
  let expectsElement = false;
  let at = from;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '\n' && depth === 0) break;
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    if (character === '#') {
      at = lineEnd(text, at);
      continue;
    }
    if (depth === 1 && expectsElement && character !== ']') {
      elements.push(at);
      expectsElement = false;
    }
    if (character === '"' || character === "'") {
      at = skipString(text, at);
      continue;
    }
    if (character === '[' || character === '{') {
      if (depth === 0) expectsElement = character === '[';
      depth++;
    } else if (character === ']' || character === '}') depth--;
    else if (character === ',' && depth === 1) expectsElement = true;
    at++;
  }
  return { end: at, elements };
}
