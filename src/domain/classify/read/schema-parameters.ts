import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { nameWords } from './tokenize.ts';

/** One argument of a tool, at any depth of its schema. */
export interface Parameter {
  /** Dotted for nested ones, `[]` for the members of a list. */
  readonly path: string;
  readonly name: string;
  /** The words of the name, in lower case. */
  readonly words: readonly string[];
  /** The words joined by `_`: one spelling for `apiKey`, `api-key` and `API_KEY`. */
  readonly key: string;
  readonly type: string | undefined;
  readonly isList: boolean;
  /** Type of the members, for a list that says it. */
  readonly memberType: string | undefined;
  /** Values that the schema names: enum, const and those of alternatives. */
  readonly values: readonly string[];
  readonly description: string;
  readonly format: string | undefined;
  readonly depth: number;
}

/** Bounds against hostile schemas; real ones stay far below. */
const MOST_PARAMETERS = 400;
const MOST_NODES = 4_000;
const DEEPEST = 6;
const MOST_VALUES = 200;
const LONGEST_DESCRIPTION = 1_000;

interface Walk {
  readonly root: JsonObject;
  readonly found: Parameter[];
  nodes: number;
}

/** The arguments that a schema names, outer ones first, nested ones too; bounded, so that a hostile schema costs little. */
export function parametersOf(schema: JsonObject | undefined): readonly Parameter[] {
  if (!isObject(schema)) return [];
  const walk: Walk = { root: schema, found: [], nodes: 0 };
  visitMembers(walk, schema, '', 0, new Set());
  return walk.found.sort((a, b) => a.depth - b.depth);
}

/** Adds the properties of one schema and of its alternatives. `open` holds the `$ref` targets on the way down. */
function visitMembers(walk: Walk, schema: JsonObject, prefix: string, depth: number, open: ReadonlySet<string>): void {
  walk.nodes += 1;
  if (depth > DEEPEST || walk.nodes > MOST_NODES || walk.found.length >= MOST_PARAMETERS) return;
  const properties = schema.properties;
  if (isObject(properties)) {
    for (const name in properties) {
      if (walk.found.length >= MOST_PARAMETERS || walk.nodes > MOST_NODES) return;
      addParameter(walk, name, properties[name], prefix, depth, open);
    }
  }
  for (const branch of alternativesOf(schema)) {
    const [resolved, seen] = resolve(walk, branch, open);
    if (resolved !== undefined) visitMembers(walk, resolved, prefix, depth + 1, seen);
  }
}

function addParameter(
  walk: Walk,
  name: string,
  value: Json | undefined,
  prefix: string,
  depth: number,
  open: ReadonlySet<string>,
): void {
  walk.nodes += 1;
  const [schema = {}, seen] = resolve(walk, value, open);
  const options: JsonObject[] = [schema];
  for (const branch of alternativesOf(schema)) {
    const [option] = resolve(walk, branch, open);
    if (option !== undefined) options.push(option);
  }
  const type = options.map(typeOf).find((each) => each !== undefined && each !== 'null');
  const list = options.find((each) => typeOf(each) === 'array' || isObject(each.items));
  const [members] = list === undefined ? [undefined] : resolve(walk, list.items, seen);
  const words = nameWords(name).map((word) => word.lower);
  const path = prefix === '' ? name : `${prefix}.${name}`;
  walk.found.push({
    path: path.slice(0, 300),
    name: name.slice(0, 200),
    words,
    key: words.join('_'),
    type,
    isList: list !== undefined,
    memberType: members === undefined ? undefined : typeOf(members),
    values: [...options, ...(members === undefined ? [] : [members])].flatMap(valuesOf).slice(0, MOST_VALUES),
    description: textOf(schema.description),
    format: typeof schema.format === 'string' ? schema.format : undefined,
    depth,
  });
  for (const each of options) if (isObject(each.properties)) visitMembers(walk, each, path, depth + 1, seen);
  if (members !== undefined) visitMembers(walk, members, `${path}[]`, depth + 1, seen);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_DESCRIPTION) : '';
}

function typeOf(schema: JsonObject): string | undefined {
  const { type } = schema;
  if (typeof type === 'string') return type;
  return Array.isArray(type)
    ? type.find((each): each is string => typeof each === 'string' && each !== 'null')
    : undefined;
}

function valuesOf(schema: JsonObject): string[] {
  const values = Array.isArray(schema.enum) ? schema.enum.slice(0, MOST_VALUES) : [];
  return [...values, schema.const]
    .filter((value): value is string => typeof value === 'string')
    .map((value) => value.slice(0, 100));
}

function alternativesOf(schema: JsonObject): Json[] {
  return [schema.oneOf, schema.anyOf, schema.allOf].flatMap((branches) =>
    Array.isArray(branches) ? branches.slice(0, 50) : [],
  );
}

/** Follows a local `$ref`; undefined for anything that is no schema, and for a reference that is already being followed. */
function resolve(
  walk: Walk,
  value: Json | undefined,
  open: ReadonlySet<string>,
): [JsonObject | undefined, ReadonlySet<string>] {
  walk.nodes += 1;
  if (!isObject(value) || walk.nodes > MOST_NODES) return [undefined, open];
  const reference = value.$ref;
  if (typeof reference !== 'string') return [value, open];
  if (!reference.startsWith('#/') || open.has(reference) || reference.length > 300) return [{}, open];
  let target: Json | undefined = walk.root;
  for (const step of reference.slice(2).split('/')) {
    if (!isObject(target)) return [{}, open];
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    target = Object.hasOwn(target, key) ? target[key] : undefined;
  }
  return isObject(target) ? [target, new Set([...open, reference])] : [{}, open];
}
