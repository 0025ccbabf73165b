import { isObject, type Json, type JsonObject } from '../domain/text/json.ts';

/** Deeper schemas get no further members: some refer to themselves. */
const DEEPEST = 6;

/** Arguments that a tool's schema accepts: what it requires, each as small as can be. Clients check them before they call. */
export function exampleArguments(schema: JsonObject | undefined): JsonObject {
  const value = example({ type: 'object', ...schema }, schema ?? {}, 0);
  return isObject(value) ? value : {};
}

function example(schema: Json | undefined, root: JsonObject, depth: number): Json {
  if (!isObject(schema) || depth > DEEPEST) return 'x';
  if (typeof schema.$ref === 'string') return example(referred(schema.$ref, root), root, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0] as Json;
  const [choice] = [schema.anyOf, schema.oneOf].flatMap((each) => (Array.isArray(each) ? [each[0] as Json] : []));
  const parts = [
    ...(Array.isArray(schema.allOf) ? (schema.allOf as Json[]) : []),
    ...(choice === undefined ? [] : [choice]),
  ];
  if (parts.length > 0) {
    const { allOf: _all, anyOf: _any, oneOf: _one, ...own } = schema;
    return example(
      parts.reduce<JsonObject>((all, part) => joined(all, resolved(part, root)), own),
      root,
      depth + 1,
    );
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type ?? (schema.properties === undefined ? undefined : 'object')) {
    case 'object':
      return exampleObject(schema, root, depth);
    case 'array':
      return Array.from({ length: numberOf(schema.minItems) ?? 0 }, () => example(schema.items, root, depth + 1));
    case 'integer':
    case 'number':
      return exampleNumber(schema);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return exampleText(schema);
  }
}

function exampleObject(schema: JsonObject, root: JsonObject, depth: number): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  return Object.fromEntries(
    required.map((name) => [name, example(Object.hasOwn(properties, name) ? properties[name] : {}, root, depth + 1)]),
  );
}

function exampleNumber(schema: JsonObject): number {
  const above = numberOf(schema.exclusiveMinimum);
  const least = numberOf(schema.minimum) ?? (above === undefined ? undefined : above + 1);
  const most = numberOf(schema.maximum) ?? numberOf(schema.exclusiveMaximum);
  return least ?? (most === undefined ? 1 : Math.min(1, most));
}

const FORMATS: Readonly<Record<string, string>> = {
  uri: 'https://example.invalid/',
  url: 'https://example.invalid/',
  email: 'a@example.invalid',
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  time: '00:00:00Z',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
};

/** Texts that the patterns of recorded servers want; the first that fits is taken. */
const CANDIDATES = ['x', 'a', '1', 'abc', 'example.com', '2026-01-01', '1-1', 'a:b', '0x0', 'a/b', '/a', '#a', 'A1'];

function exampleText(schema: JsonObject): string {
  const named = typeof schema.format === 'string' ? FORMATS[schema.format] : undefined;
  const fits = matcher(schema.pattern);
  const length = numberOf(schema.minLength) ?? 1;
  const texts = [...(named === undefined ? [] : [named]), ...CANDIDATES];
  return (texts.find(fits) ?? 'x').padEnd(length, '1');
}

function matcher(pattern: Json | undefined): (text: string) => boolean {
  if (typeof pattern !== 'string') return () => true;
  try {
    const expression = new RegExp(pattern, 'u');
    return (text) => expression.test(text);
  } catch {
    return () => true;
  }
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function resolved(schema: Json, root: JsonObject): Json | undefined {
  return isObject(schema) && typeof schema.$ref === 'string' ? referred(schema.$ref, root) : schema;
}

function referred(reference: string, root: JsonObject): Json | undefined {
  return reference
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined), root);
}

function joined(one: JsonObject, other: Json | undefined): JsonObject {
  if (!isObject(other)) return one;
  const lists = (name: string) => [one[name], other[name]].flatMap((each) => (Array.isArray(each) ? each : []));
  return {
    ...one,
    ...other,
    ...(one.properties === undefined && other.properties === undefined
      ? {}
      : { properties: { ...(one.properties as JsonObject), ...(other.properties as JsonObject) } }),
    ...(one.required === undefined && other.required === undefined ? {} : { required: lists('required') as Json[] }),
  };
}
