import { isObject, type Json, type JsonObject } from '../text/json.ts';

/** One argument of a tool, or a field of one, ready to be printed. All texts are a publisher's. */
export interface Parameter {
  readonly name: string;
  /** In words: "string", "list of integers", "string or null", "one of 3 shapes". */
  readonly type: string;
  readonly required: boolean;
  /** The publisher's, where the catalogue keeps it. */
  readonly description: string | undefined;
  /** Short words: "at least 0", "at most 255 characters", "default 10". */
  readonly constraints: readonly string[];
  /** Allowed values as JSON text, in the publisher's order; null when any value goes. */
  readonly values: readonly string[] | null;
  /** Fields of an object, or of each item of a list of objects. */
  readonly fields: readonly Parameter[];
  /** Alternatives of oneOf/anyOf that are objects, with their fields. */
  readonly shapes: readonly Shape[];
  /** Set when fields were left out. */
  readonly truncated: 'recursive' | 'deep' | 'many' | null;
}

/** One alternative of a parameter that takes several shapes. */
export interface Shape {
  readonly title: string;
  readonly fields: readonly Parameter[];
}

/** What is known of a tool's arguments. Unknown never looks like none. */
export type ParameterTable =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'list';
      readonly parameters: readonly Parameter[];
      /** Alternatives of the whole, where the schema has them. */
      readonly shapes: readonly Shape[];
      /** Whether arguments that are not listed are refused. */
      readonly closed: boolean;
      readonly truncated: boolean;
    };

const DEEPEST = 6;
const MOST_FIELDS = 200;
/** Members of `allOf`, `oneOf` and `anyOf` that are looked at in one table: references can make a small schema huge. */
const MOST_MEMBERS = 2000;
/** References in one line, each leading to the next. */
const MOST_REFS = 100;
const LONGEST_VALUE = 80;

interface Context {
  readonly root: JsonObject;
  /** `$ref`s on the way here: a second meeting is a recursion. */
  readonly refs: readonly string[];
  readonly depth: number;
  /** What may still be printed and looked at, shared by the whole table. */
  readonly budget: { fields: number; members: number };
}

/** A schema behind its references, and the references that led there. */
interface Resolved {
  readonly schema: JsonObject;
  readonly context: Context;
}

/** The parameter table of an inputSchema. Recursive, deep and huge schemas end early and say so. */
export function parameterTable(schema: JsonObject | undefined): ParameterTable {
  if (schema === undefined) return { kind: 'unknown' };
  const budget = { fields: MOST_FIELDS, members: MOST_MEMBERS };
  const whole = resolve(schema, { root: schema, refs: [], depth: 0, budget });
  if (whole === null) return { kind: 'unknown' };
  const { fields, truncated: cut } = fieldsOf(whole);
  const { shapes, truncated: cutShapes } = shapesOf(whole);
  const truncated = cut !== null || cutShapes !== null;
  if (fields.length === 0 && shapes.length === 0) {
    return { kind: truncated || whole.schema.$ref !== undefined ? 'unknown' : 'none' };
  }
  return { kind: 'list', parameters: fields, shapes, closed: whole.schema.additionalProperties === false, truncated };
}

type Truncated = Parameter['truncated'];

function fieldsOf({ schema, context }: Resolved): { fields: Parameter[]; truncated: Truncated } {
  if (!isObject(schema.properties)) return { fields: [], truncated: null };
  if (context.depth >= DEEPEST) return { fields: [], truncated: 'deep' };
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields: Parameter[] = [];
  for (const [name, member] of Object.entries(schema.properties)) {
    if (context.budget.fields <= 0) return { fields, truncated: 'many' };
    context.budget.fields -= 1;
    fields.push(parameterOf(name, member as Json, required.includes(name), context));
  }
  return { fields, truncated: null };
}

function parameterOf(name: string, given: Json, required: boolean, context: Context): Parameter {
  const resolved = resolve(given, { ...context, depth: context.depth + 1 });
  if (resolved === null) return recursiveParameter(name, 'the same shape again', required);
  const { schema } = resolved;
  const items = itemsOf(resolved);
  if (items === 'recursive') return recursiveParameter(name, 'list of the same shape again', required);
  const inner = items ?? resolved;
  const own = fieldsOf(inner);
  const { shapes, truncated } = shapesOf(inner);
  return {
    name,
    type: typeName(resolved),
    required,
    description: text(schema.description) ?? (isObject(given) ? text(given.description) : undefined),
    constraints: constraintsOf(schema),
    values: valuesOf(inner.schema) ?? valuesOf(schema),
    fields: own.fields,
    shapes,
    truncated: own.truncated ?? truncated,
  };
}

function recursiveParameter(name: string, type: string, required: boolean): Parameter {
  return {
    name,
    type,
    required,
    description: undefined,
    constraints: [],
    values: null,
    fields: [],
    shapes: [],
    truncated: 'recursive',
  };
}

/** Follows local `$ref`s and joins `allOf`; null when a reference leads back to where we came from. */
function resolve(given: Json, context: Context): Resolved | null {
  if (!isObject(given)) return { schema: {}, context };
  const target = typeof given.$ref === 'string' ? lookUp(context.root, given.$ref) : undefined;
  if (!isObject(target)) return joinAllOf(given, context);
  const ref = given.$ref as string;
  if (context.refs.includes(ref) || context.refs.length >= MOST_REFS) return null;
  const { $ref, ...beside } = given;
  return resolve({ ...target, ...beside } as JsonObject, { ...context, refs: [...context.refs, ref] });
}

function lookUp(root: JsonObject, ref: string): Json | undefined {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  let value: Json | undefined = root;
  for (const token of ref.slice(2).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)] as Json | undefined;
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** What members of `allOf` say holds for the schema itself; where both say something, the schema's own word counts. */
function joinAllOf(schema: JsonObject, context: Context): Resolved {
  if (!Array.isArray(schema.allOf) || context.depth >= DEEPEST) return { schema, context };
  const { allOf, ...own } = schema as JsonObject & { allOf: readonly Json[] };
  let joined: JsonObject = own;
  for (const member of allOf) {
    if (context.budget.members <= 0) break;
    context.budget.members -= 1;
    const resolved = resolve(member, { ...context, depth: context.depth + 1 });
    if (resolved !== null) joined = join(joined, resolved.schema);
  }
  return { schema: joined, context };
}

function join(schema: JsonObject, member: JsonObject): JsonObject {
  const properties = { ...objectOr(schema.properties), ...objectOr(member.properties) };
  const required = [...listOr(schema.required), ...listOr(member.required)];
  return {
    ...member,
    ...schema,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOr(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The schema of a list's items; null for what is not a list of one kind. */
function itemsOf({ schema, context }: Resolved): Resolved | 'recursive' | null {
  if (!isObject(schema.items)) return null;
  return resolve(schema.items, context) ?? 'recursive';
}

function alternativesOf(schema: JsonObject): readonly Json[] {
  if (Array.isArray(schema.oneOf)) return schema.oneOf;
  return listOr(schema.anyOf);
}

function shapesOf({ schema, context }: Resolved): { shapes: Shape[]; truncated: Truncated } {
  const shapes: Shape[] = [];
  let truncated: Truncated = null;
  for (const [index, alternative] of alternativesOf(schema).entries()) {
    if (context.depth >= DEEPEST) return { shapes, truncated: 'deep' };
    if (context.budget.members <= 0) return { shapes, truncated: 'many' };
    context.budget.members -= 1;
    const resolved = resolve(alternative, context);
    const items = resolved === null ? 'recursive' : itemsOf(resolved);
    if (items === 'recursive') {
      truncated = 'recursive';
      continue;
    }
    const { fields, truncated: cut } = fieldsOf(items ?? (resolved as Resolved));
    truncated ??= cut;
    if (fields.length > 0) shapes.push({ title: `Shape ${index + 1}`, fields });
  }
  return { shapes, truncated };
}

/** More types than a line can name. */
const MOST_TYPES = 8;

const PLURALS: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'integers',
  number: 'numbers',
  boolean: 'true/false values',
  object: 'objects',
  array: 'lists',
};

function typeName({ schema, context }: Resolved): string {
  const { type } = schema;
  if (Array.isArray(type)) {
    const names = type.filter((member: Json) => typeof member === 'string').map(plainType);
    return names.length > 0 ? names.slice(0, MOST_TYPES).join(' or ') : 'any';
  }
  if (type === 'array' || isObject(schema.items)) {
    const items = itemsOf({ schema, context });
    if (items === null || items === 'recursive') return 'list';
    const inner = typeof items.schema.type === 'string' ? PLURALS[items.schema.type] : undefined;
    return inner ? `list of ${inner}` : 'list';
  }
  if (typeof type === 'string') return plainType(type);
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) {
    const names = new Set(alternatives.slice(0, MOST_TYPES).map((member) => alternativeName(member, context)));
    const isPlain = alternatives.length === 1 || (names.size <= 3 && !names.has('object'));
    return isPlain ? [...names].join(' or ') : `one of ${alternatives.length} shapes`;
  }
  if (isObject(schema.properties)) return 'object';
  if (Array.isArray(schema.enum) || schema.const !== undefined) return 'fixed values';
  return 'any';
}

function alternativeName(given: Json, context: Context): string {
  if (context.depth >= DEEPEST || context.budget.members <= 0) return 'any';
  context.budget.members -= 1;
  const resolved = resolve(given, { ...context, depth: context.depth + 1 });
  return resolved === null ? 'object' : typeName(resolved);
}

function plainType(type: Json): string {
  if (type === 'array') return 'list';
  return typeof type === 'string' ? (type === 'boolean' ? 'true/false' : shorten(type)) : 'any';
}

function valuesOf(schema: JsonObject): string[] | null {
  if (Array.isArray(schema.enum)) return schema.enum.map((value: Json) => shorten(JSON.stringify(value)));
  if (schema.const !== undefined) return [shorten(JSON.stringify(schema.const))];
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0 && alternatives.every((member) => isObject(member) && member.const !== undefined)) {
    return alternatives.map((member) => shorten(JSON.stringify((member as JsonObject).const)));
  }
  return null;
}

function constraintsOf(schema: JsonObject): string[] {
  const words: string[] = [];
  const number = (key: string, say: (value: number) => string) => {
    const value = schema[key];
    // JavaScript's largest safe integers are what a generator writes for "no limit".
    if (typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER) words.push(say(value));
  };
  number('minimum', (value) => `at least ${value}`);
  number('exclusiveMinimum', (value) => `more than ${value}`);
  number('maximum', (value) => `at most ${value}`);
  number('exclusiveMaximum', (value) => `less than ${value}`);
  number('multipleOf', (value) => `a multiple of ${value}`);
  number('minLength', (value) => `at least ${value} ${value === 1 ? 'character' : 'characters'}`);
  number('maxLength', (value) => `at most ${value} ${value === 1 ? 'character' : 'characters'}`);
  number('minItems', (value) => `at least ${value} ${value === 1 ? 'item' : 'items'}`);
  number('maxItems', (value) => `at most ${value} ${value === 1 ? 'item' : 'items'}`);
  if (typeof schema.format === 'string') words.push(`format ${shorten(schema.format)}`);
  if (typeof schema.pattern === 'string') words.push(`pattern ${shorten(schema.pattern)}`);
  if (schema.default !== undefined) words.push(`default ${shorten(JSON.stringify(schema.default))}`);
  if (isObject(schema.additionalProperties) || (schema.type === 'object' && !isObject(schema.properties))) {
    words.push('any fields');
  }
  return words;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function shorten(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}
