import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { JsonObject } from '../text/json.ts';
import { exampleArguments } from './trial-arguments.ts';

const object = (properties: JsonObject, required = Object.keys(properties)): JsonObject => ({
  type: 'object',
  properties,
  required,
});

test.each<[string, JsonObject | undefined, JsonObject]>([
  ['no schema', undefined, {}],
  ['nothing required', object({ a: { type: 'string' } }, []), {}],
  [
    'types',
    object({ a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'boolean' } }),
    { a: 'example', b: 1, c: false },
  ],
  [
    'default, const and enum',
    object({ a: { default: 7 }, b: { const: 'x' }, c: { enum: ['p', 'q'] } }),
    { a: 7, b: 'x', c: 'p' },
  ],
  ['a minimum', object({ n: { type: 'number', minimum: 5 } }), { n: 5 }],
  [
    'or null',
    object({ a: { type: ['null', 'string'] }, b: { anyOf: [{ type: 'null' }, { type: 'integer' }] } }),
    { a: 'example', b: 1 },
  ],
  ['formats', object({ u: { type: 'string', format: 'uri' } }), { u: 'https://example.com/' }],
  [
    'lists and objects',
    object({ l: { type: 'array', items: object({ x: { type: 'string' } }) } }),
    { l: [{ x: 'example' }] },
  ],
  ['a reference', { ...object({ a: { $ref: '#/$defs/a' } }), $defs: { a: { type: 'boolean' } } }, { a: false }],
  ['required but not described', { type: 'object', required: ['a'] }, { a: 'example' }],
])('%s', (_, schema, example) => {
  expect(exampleArguments(schema)).toEqual(example);
  if (schema !== undefined)
    expect(new Ajv2020({ strict: false, formats: { uri: true } }).validate(schema, exampleArguments(schema))).toBe(
      true,
    );
});

test('a schema that refers to itself ends, and a name such as __proto__ stays a name', () => {
  const schema = JSON.parse(
    '{"type":"object","properties":{"__proto__":{"type":"string"},"me":{"$ref":"#"}},"required":["__proto__","me"]}',
  );
  const example = exampleArguments(schema);
  expect(Object.hasOwn(example, '__proto__')).toBe(true);
  expect(JSON.stringify(example).length).toBeLessThan(500);
});
