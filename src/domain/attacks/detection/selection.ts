import { isObject } from '../../text/json.ts';
import type { LogLine } from '../log-line.ts';

/** Whether a log line fits. */
export type LineTest = (line: LogLine) => boolean;

/** Something in a rule that cannot be read. */
export interface SelectionError {
  /** Where it stands: a selection, or a field of one, as in `read.arguments.path|contains`. */
  readonly field: string;
  readonly message: string;
}

/** Fields of a log line that a rule may name; below `arguments` any name goes. */
const FIELDS: ReadonlySet<string> = new Set(['time', 'grant', 'server', 'tool', 'decision', 'resultBytes']);
const COMPARISONS = ['contains', 'startswith', 'endswith', 're', 'gt', 'gte', 'lt', 'lte', 'exists'] as const;
type Comparison = (typeof COMPARISONS)[number] | 'is';

/** One selection as a test: a map, whose fields must all fit, or a list of maps, of which one must. */
export function compileSelection(name: string, selection: unknown): LineTest | SelectionError[] {
  if (Array.isArray(selection)) {
    if (selection.length === 0) return [{ field: name, message: 'is an empty list' }];
    const maps = selection.map((member, index) => compileMap(`${name}[${index}]`, member));
    return joined(maps, (tests, line) => tests.some((fits) => fits(line)));
  }
  return compileMap(name, selection);
}

function compileMap(at: string, map: unknown): LineTest | SelectionError[] {
  if (!isObject(map) || Object.keys(map).length === 0) {
    return [{ field: at, message: 'is no map of fields; keywords without a field are not part of the subset' }];
  }
  const fields = Object.entries(map).map(([key, value]) => compileField(`${at}.${key}`, key, value));
  return joined(fields, (tests, line) => tests.every((fits) => fits(line)));
}

function joined(
  parts: readonly (LineTest | SelectionError[])[],
  join: (tests: readonly LineTest[], line: LogLine) => boolean,
): LineTest | SelectionError[] {
  const errors = parts.filter((part) => typeof part !== 'function').flat();
  const tests = parts.filter((part) => typeof part === 'function');
  return errors.length > 0 ? errors : (line) => join(tests, line);
}

function compileField(at: string, key: string, value: unknown): LineTest | SelectionError[] {
  const fault = (message: string) => [{ field: at, message }];
  const [field = '', ...modifiers] = key.split('|');
  const path = field.split('.');
  const isKnown =
    FIELDS.has(field) || (path[0] === 'arguments' && path.length > 1 && path.every((part) => part !== ''));
  if (!isKnown) return fault(`names no field of the log: ${[...FIELDS].join(', ')} and arguments.NAME are there`);
  const all = modifiers.includes('all');
  const others = modifiers.filter((modifier) => modifier !== 'all');
  const [comparison = 'is', ...more] = others;
  if (more.length > 0) return fault('has more than one comparison');
  if (!isComparison(comparison)) return fault(`has the modifier "${comparison}", which is not part of the subset`);
  const wanted = Array.isArray(value) ? value : [value];
  if (wanted.length === 0) return fault('has an empty list of values');
  const tests = wanted.map((each) => compileValue(comparison, each));
  const wrong = tests.find((each) => typeof each === 'string');
  if (wrong !== undefined) return fault(wrong as string);
  const fits = tests as ((found: unknown) => boolean)[];
  return (line) => {
    const found = valueAt(line, path);
    // A list in the log fits where one of its members does (Sigma has no word for it; backends do it so).
    const candidates = Array.isArray(found) && comparison !== 'exists' ? found : [found];
    const holds = (test: (found: unknown) => boolean) => candidates.some(test);
    return all ? fits.every(holds) : fits.some(holds);
  };
}

function isComparison(word: string): word is Comparison {
  return word === 'is' || (COMPARISONS as readonly string[]).includes(word);
}

function valueAt(line: LogLine, path: readonly string[]): unknown {
  let value: unknown = line;
  for (const part of path) {
    if (!isObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/** The test of one value, or what is wrong with it. */
function compileValue(comparison: Comparison, wanted: unknown): ((found: unknown) => boolean) | string {
  switch (comparison) {
    case 'exists':
      return typeof wanted === 'boolean'
        ? (found) => (found !== undefined && found !== null) === wanted
        : 'wants true or false';
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return typeof wanted === 'number'
        ? (found) => typeof found === 'number' && ORDER[comparison](found, wanted)
        : 'wants a number';
    case 're': {
      const pattern = typeof wanted === 'string' ? readPattern(wanted) : null;
      return pattern === null ? 'wants a regular expression that can be read' : onText((text) => pattern.test(text));
    }
    case 'is':
      if (wanted === null) return (found) => found === undefined || found === null;
      if (typeof wanted === 'number' || typeof wanted === 'boolean') {
        return onText((text) => text.toLowerCase() === String(wanted));
      }
      return textTest(wanted, '^', '$');
    case 'contains':
      return textTest(wanted, '', '');
    case 'startswith':
      return textTest(wanted, '^', '');
    case 'endswith':
      return textTest(wanted, '', '$');
    default:
      return comparison satisfies never;
  }
}

const ORDER = {
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
} as const;

/** Numbers and truth values are compared as texts; objects never fit. */
function onText(test: (text: string) => boolean): (found: unknown) => boolean {
  return (found) =>
    typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? test(String(found)) : false;
}

/** Sigma's texts: whatever the case, `*` is any text, `?` any character, a backslash takes either literally. */
function textTest(wanted: unknown, before: string, after: string): ((found: unknown) => boolean) | string {
  if (typeof wanted !== 'string') return 'wants a text';
  const source = wanted.replace(/\\[\\*?]|[\\^$.*+?()[\]{}|/]/g, (part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    return part.length === 2 ? `\\${part[1]}` : `\\${part}`;
  });
  const pattern = new RegExp(`${before}(?:${source})${after}`, 'iu');
  return onText((text) => pattern.test(text));
}

function readPattern(text: string): RegExp | null {
  try {
    return new RegExp(text, 'u');
  } catch {
    return null;
  }
}
