import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml';
import { type FindLine, lineAt } from '../text/place.ts';
import type { TextReader } from './read-text.ts';

/** Aliases may stand for this many nodes: more than people write, and too few to fill a memory. */
const MOST_ALIASES = 100;
/** Larger than any configuration in YAML; the parser takes longer for a character than that of JSON. */
const LARGEST = 256 * 1024;

/**
 * Reads YAML 1.2, with merge keys as compose files have them. Aliases are bounded, tags of any kind are left as text, and nothing
 * is run. Never throws.
 */
export const readYamlText: TextReader = (text) => {
  if (text.length > LARGEST) return fault(1, 1, 'it is larger than 256 kB', 'Give the configuration alone.');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, merge: true, logLevel: 'error', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      // The library's message may repeat what stands there, which may be a secret.
      return fault(line, col, FAULTS[error.code] ?? 'it is written wrongly here', 'Correct the text there.');
    }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, syntax: 'yaml', lineOf: yamlLines(document, text) };
  } catch {
    // Nested deeper than the parser can follow, or more aliases than anybody writes.
    return fault(1, 1, 'it is nested too deeply, or has too many aliases', 'Write it plainly.');
  }
};

const FAULTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a name stands twice',
  TAB_AS_INDENT: 'a tab stands where blanks must',
  BAD_INDENT: 'this is not indented as what belongs to it',
  MULTIPLE_DOCS: 'several documents stand in one file',
  MISSING_CHAR: 'a character is missing',
};

function fault(line: number, column: number, message: string, remedy: string) {
  return {
    problem: { place: `line ${line}, column ${column}`, message: `cannot be read as YAML: ${message}`, remedy },
  };
}

function yamlLines(document: YamlDocument, text: string): FindLine {
  return (path) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isSeq(node)) {
        node = node.items[Number(step)];
        offset = startOf(node) ?? offset;
      } else if (isMap(node)) {
        const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
        if (pair === undefined) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else break;
    }
    return lineAt(text, offset);
  };
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}
