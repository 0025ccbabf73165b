import { isObject, type Json, type JsonObject } from './json.ts';

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
const LONGEST_VALUE = 80;

interface Context {
  readonly root: JsonObject;
  /** `$ref`s on the way here: a second meeting is a recursion. */
  readonly refs: readonly string[];
  readonly depth: number;
  /** Fields that may still be printed, shared by the whole table. */
  readonly budget: { left: number };
}

/** The parameter table of an inputSchema. Recursive, deep and huge schemas end early and say so. */
export function parameterTable(schema: JsonObject | undefined): ParameterTable {
  if (schema === undefined) return { kind: 'unknown' };
  const context: Context = { root: schema, refs: [], depth: 0, budget: { left: MOST_FIELDS } };
  const resolved = resolve(schema, context);
  if (resolved === null) return { kind: 'unknown' };
  const { fields, truncated } = fieldsOf(resolved.schema, resolved.context);
  const shapes = shapesOf(resolved.schema, resolved.context);
  if (fields.length === 0 && shapes.length === 0) return { kind: 'none' };
  const closed = resolved.schema.additionalProperties === false;
  return { kind: 'list', parameters: fields, shapes, closed, truncated: truncated !== null };
}

type Truncated = Parameter['truncated'];

function fieldsOf(schema: JsonObject, context: Context): { fields: Parameter[]; truncated: Truncated } {
  const merged = mergeAllOf(schema, context);
  if (!isObject(merged.properties)) return { fields: [], truncated: null };
  if (context.depth >= DEEPEST) return { fields: [], truncated: 'deep' };
  const required = Array.isArray(merged.required) ? merged.required : [];
  const fields: Parameter[] = [];
  for (const [name, member] of Object.entries(merged.properties)) {
    if (context.budget.left <= 0) return { fields, truncated: 'many' };
    context.budget.left -= 1;
    fields.push(parameterOf(name, member as Json, required.includes(name), context));
  }
  return { fields, truncated: null };
}

function parameterOf(name: string, given: Json, required: boolean, context: Context): Parameter {
  const resolved = resolve(given, context);
  if (resolved === null) {
    return { ...plainParameter(name, 'the same shape again', required), truncated: 'recursive' };
  }
  const { schema, context: inside } = resolved;
  const deeper = { ...inside, depth: inside.depth + 1 };
  const items = itemSchema(schema, deeper);
  const own = fieldsOf(items ?? schema, deeper);
  const shapes = shapesOf(items ?? schema, deeper);
  return {
    name,
    type: typeName(schema, deeper),
    required,
    description: text(schema.description) ?? (isObject(given) ? text(given.description) : undefined),
    constraints: constraintsOf(schema),
    values: valuesOf(items ?? schema) ?? valuesOf(schema),
    fields: own.fields,
    shapes,
    truncated: own.truncated,
  };
}

function plainParameter(name: string, type: string, required: boolean): Parameter {
  return {
    name,
    type,
    required,
    description: undefined,
    constraints: [],
    values: null,
    fields: [],
    shapes: [],
    truncated: null,
  };
}

/** Follows a local `$ref`; null when it leads back to where we came from. */
function resolve(given: Json, context: Context): { schema: JsonObject; context: Context } | null {
  if (!isObject(given)) return { schema: {}, context };
  if (typeof given.$ref !== 'string') return { schema: given, context };
  if (context.refs.includes(given.$ref)) return null;
  const target = lookUp(context.root, given.$ref);
  if (!isObject(target)) return { schema: given, context };
  const { $ref, ...beside } = given;
  return resolve({ ...target, ...beside } as JsonObject, { ...context, refs: [...context.refs, given.$ref] });
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

/** Properties of `allOf` members belong to the object itself. */
function mergeAllOf(schema: JsonObject, context: Context): JsonObject {
  if (!Array.isArray(schema.allOf)) return schema;
  let properties = isObject(schema.properties) ? schema.properties : {};
  let required = Array.isArray(schema.required) ? schema.required : [];
  for (const member of schema.allOf as readonly Json[]) {
    const resolved = resolve(member, context);
    if (resolved === null) continue;
    if (isObject(resolved.schema.properties)) properties = { ...properties, ...resolved.schema.properties };
    if (Array.isArray(resolved.schema.required)) required = [...required, ...resolved.schema.required];
  }
  return { ...schema, properties, required } as JsonObject;
}

/** The schema of a list's items; null for what is not a list of one kind. */
function itemSchema(schema: JsonObject, context: Context): JsonObject | null {
  if (!isObject(schema.items)) return null;
  return resolve(schema.items, context)?.schema ?? null;
}

function alternativesOf(schema: JsonObject): readonly Json[] {
  if (Array.isArray(schema.oneOf)) return schema.oneOf;
  return Array.isArray(schema.anyOf) ? schema.anyOf : [];
}

function shapesOf(schema: JsonObject, context: Context): Shape[] {
  const shapes: Shape[] = [];
  for (const [index, alternative] of alternativesOf(schema).entries()) {
    if (context.depth >= DEEPEST) break;
    const resolved = resolve(alternative, context);
    if (resolved === null) continue;
    const inside = { ...resolved.context, depth: context.depth };
    const { fields } = fieldsOf(itemSchema(resolved.schema, inside) ?? resolved.schema, inside);
    if (fields.length > 0) shapes.push({ title: `Shape ${index + 1}`, fields });
  }
  return shapes;
}

const PLURALS: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'integers',
  number: 'numbers',
  boolean: 'true/false values',
  object: 'objects',
  array: 'lists',
};

function typeName(schema: JsonObject, context: Context): string {
  const { type } = schema;
  if (Array.isArray(type))
    return type
      .filter((member: Json) => typeof member === 'string')
      .map(plainType)
      .join(' or ');
  if (type === 'array' || isObject(schema.items)) {
    const items = itemSchema(schema, context);
    if (items === null) return 'list';
    const inner = typeof items.type === 'string' ? PLURALS[items.type] : undefined;
    return inner ? `list of ${inner}` : 'list';
  }
  if (typeof type === 'string') return plainType(type);
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) {
    const names = new Set(alternatives.map((member) => (isObject(member) ? typeName(member, context) : 'any')));
    return names.size > 3 || names.has('object') ? `one of ${alternatives.length} shapes` : [...names].join(' or ');
  }
  if (isObject(schema.properties)) return 'object';
  if (Array.isArray(schema.enum) || schema.const !== undefined) return 'fixed values';
  return 'any';
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
