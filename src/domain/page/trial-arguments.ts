import { isObject, type Json, type JsonObject } from '../text/json.ts';

/** Objects in objects that are followed; a schema that refers to itself ends there. */
const DEEPEST = 4;
/** Fields of one object that get an example. */
const MOST_FIELDS = 40;

/** Arguments to begin with: every required one, by its default, its values, or its type. Empty for an unknown schema. */
export function exampleArguments(schema: JsonObject | undefined): JsonObject {
  const example = schema === undefined ? {} : objectExample(schema, schema, 0);
  return isObject(example) ? example : {};
}

function objectExample(given: JsonObject, root: JsonObject, depth: number): JsonObject {
  const schema = resolve(given, root);
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const entries = required
    .filter((name): name is string => typeof name === 'string')
    .slice(0, MOST_FIELDS)
    .map((name) => [name, example(Object.hasOwn(properties, name) ? properties[name] : undefined, root, depth + 1)]);
  return Object.fromEntries(entries);
}

function example(given: Json | undefined, root: JsonObject, depth: number): Json {
  if (!isObject(given)) return 'example';
  const schema = resolve(given, root);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0] as Json;
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  switch (type) {
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 1;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'array':
      return depth > DEEPEST || schema.items === undefined ? [] : [example(schema.items, root, depth + 1)];
    case 'string':
      return textExample(schema.format);
    default:
      return isObject(schema.properties) || type === 'object'
        ? depth > DEEPEST
          ? {}
          : objectExample(schema, root, depth)
        : 'example';
  }
}

function textExample(format: Json | undefined): string {
  switch (format) {
    case 'uri':
    case 'url':
      return 'https://example.com/';
    case 'email':
      return 'somebody@example.com';
    case 'date':
      return '2026-01-31';
    case 'date-time':
      return '2026-01-31T12:00:00Z';
    default:
      return 'example';
  }
}

/** Behind local references; of alternatives the first that is no null. */
function resolve(given: JsonObject, root: JsonObject): JsonObject {
  let schema = given;
  for (let steps = 0; steps < 10; steps += 1) {
    const target = typeof schema.$ref === 'string' ? lookUp(root, schema.$ref) : alternative(schema);
    if (!isObject(target)) return schema;
    const { $ref: _ref, anyOf: _any, oneOf: _one, allOf: _all, ...own } = schema;
    schema = { ...target, ...own };
  }
  return schema;
}

function alternative(schema: JsonObject): Json | undefined {
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray) as readonly Json[] | undefined;
  return branches?.find((branch) => isObject(branch) && branch.type !== 'null');
}

function lookUp(root: JsonObject, ref: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of ref.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
