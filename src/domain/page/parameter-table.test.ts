import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../text/json.ts';
import { type Parameter, parameterTable } from './parameter-table.ts';

function listOf(schema: JsonObject) {
  const table = parameterTable(schema);
  if (table.kind !== 'list') throw new Error(`expected a list, got ${table.kind}`);
  return table;
}

const parameter = (schema: Json, root: JsonObject = {}) =>
  listOf({ ...root, properties: { a: schema } }).parameters[0] as Parameter;

const names = (parameters: readonly Parameter[]): unknown[] =>
  parameters.map(({ name, fields }) => (fields.length > 0 ? [name, names(fields)] : name));

function all(parameters: readonly Parameter[]): Parameter[] {
  return parameters.flatMap((each) => [each, ...all(each.fields), ...each.shapes.flatMap(({ fields }) => all(fields))]);
}

describe('what is known', () => {
  test.each<[string, JsonObject | undefined, string]>([
    ['no schema', undefined, 'unknown'],
    ['a reference to elsewhere', { $ref: 'https://example.com/schema.json' }, 'unknown'],
    ['a reference to nothing', { $ref: '#/$defs/none' }, 'unknown'],
    ['a reference to itself', { $ref: '#' }, 'unknown'],
    ['an empty schema', {}, 'none'],
    ['an empty object', { type: 'object', properties: {} }, 'none'],
    ['a parameter', { properties: { a: {} } }, 'list'],
    ['shapes alone', { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }, 'list'],
    ['parameters in a member of a member', { allOf: [{ allOf: [{ properties: { a: {} } }] }] }, 'list'],
  ])('%s: %s', (_, schema, kind) => expect(parameterTable(schema).kind).toBe(kind));

  test('whether other arguments are refused', () => {
    expect(listOf({ properties: { a: {} }, additionalProperties: false }).closed).toBe(true);
    expect(listOf({ properties: { a: {} } }).closed).toBe(false);
  });
});

describe('a parameter', () => {
  test.each<[JsonObject | boolean, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: 'boolean' }, 'true/false'],
    [{ type: 'object' }, 'object'],
    [{ type: ['string', 'null'] }, 'string or null'],
    [{ type: [] }, 'any'],
    [{ type: 'array' }, 'list'],
    [{ type: 'array', items: { type: 'integer' } }, 'list of integers'],
    [{ items: { type: 'object' } }, 'list of objects'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }] } }, 'list'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
    [{ anyOf: [{ $ref: '#/$defs/colour' }, { type: 'null' }] }, 'string or null'],
    [{ anyOf: [{ type: 'object' }] }, 'object'],
    [{ oneOf: [{ type: 'object' }, { type: 'string' }, { type: 'array' }] }, 'one of 3 shapes'],
    [{ properties: { b: {} } }, 'object'],
    [{ enum: ['x'] }, 'fixed values'],
    [{ const: 1 }, 'fixed values'],
    [{ $ref: '#/$defs/colour' }, 'string'],
    [{ allOf: [{ $ref: '#/$defs/colour' }] }, 'string'],
    [{}, 'any'],
    [true, 'any'],
  ])('%j is of the type "%s"', (schema, type) => {
    expect(parameter(schema, { $defs: { colour: { type: 'string', enum: ['red'] } } }).type).toBe(type);
  });

  test.each<[JsonObject, string[]]>([
    [{ minimum: 0, maximum: 9, multipleOf: 0.5 }, ['at least 0', 'at most 9', 'a multiple of 0.5']],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 9 }, ['more than 0', 'less than 9']],
    [{ maximum: 9007199254740991 }, []],
    [{ minLength: 1, maxLength: 255 }, ['at least 1 character', 'at most 255 characters']],
    [{ minItems: 2, maxItems: 1 }, ['at least 2 items', 'at most 1 item']],
    [{ format: 'uri', pattern: '^h' }, ['format uri', 'pattern ^h']],
    [{ default: false }, ['default false']],
    [{ default: null }, ['default null']],
    [{ default: 'x'.repeat(200) }, [`default "${'x'.repeat(79)}…`]],
    [{ type: 'object' }, ['any fields']],
    [{ properties: { b: {} }, additionalProperties: { type: 'string' } }, ['any fields']],
    [{ properties: { b: {} } }, []],
  ])('%j has the limits %j', (schema, constraints) => expect(parameter(schema).constraints).toEqual(constraints));

  test.each<[JsonObject, string[] | null]>([
    [{ type: 'string' }, null],
    [{ enum: ['a', 1, null] }, ['"a"', '1', 'null']],
    [{ const: true }, ['true']],
    [{ type: 'array', items: { enum: ['a'] } }, ['"a"']],
    [{ oneOf: [{ const: 'a' }, { const: 'b' }] }, ['"a"', '"b"']],
    [{ oneOf: [{ const: 'a' }, { type: 'string' }] }, null],
  ])('%j has the values %j', (schema, values) => expect(parameter(schema).values).toEqual(values));

  test('is required where the schema or a member of it says so', () => {
    const { parameters } = listOf({
      properties: { a: {}, b: {} },
      required: ['b'],
      allOf: [{ properties: { c: {} }, required: ['c'] }, { $ref: '#/$defs/d' }],
      $defs: { d: { properties: { d: {} } } },
    });
    expect(parameters.map(({ name, required }) => [name, required])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', false],
    ]);
  });

  test('has the description beside a reference, else the one behind it', () => {
    const root = { $defs: { d: { type: 'string', description: 'behind' } } };
    expect(parameter({ $ref: '#/$defs/d', description: 'beside' }, root).description).toBe('beside');
    expect(parameter({ $ref: '#/$defs/d' }, root).description).toBe('behind');
    expect(parameter({ description: ' ' }).description).toBeUndefined();
  });

  test('may have any name', () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {}, "": {}, "a/b~c": {}}');
    expect(names(listOf({ properties }).parameters)).toEqual(['__proto__', 'constructor', '', 'a/b~c']);
  });
});

describe('structure', () => {
  test('fields of objects and of the items of lists are nested', () => {
    const point = { type: 'object', properties: { x: { type: 'number' }, y: { type: 'number' } } };
    const properties = { point, points: { type: 'array', items: point }, n: {} };
    expect(names(listOf({ properties }).parameters)).toEqual([['point', ['x', 'y']], ['points', ['x', 'y']], 'n']);
  });

  test.each(['oneOf', 'anyOf'])('%s of the whole and of a parameter', (keyword) => {
    const either = [{ properties: { id: {} } }, { type: 'null' }, { properties: { name: {}, kind: {} } }];
    const { parameters, shapes } = listOf({ properties: { a: { [keyword]: either } }, [keyword]: either });
    for (const found of [shapes, parameters[0]?.shapes ?? []]) {
      expect(found.map(({ title, fields }) => [title, names(fields)])).toEqual([
        ['Shape 1', ['id']],
        ['Shape 3', ['name', 'kind']],
      ]);
    }
  });

  test('references with escaped names and indexes are followed', () => {
    const root = { $defs: { 'a/b~c': { properties: { deep: {} } }, list: [{ type: 'integer' }] } };
    expect(names(parameter({ $ref: '#/$defs/a~1b~0c' }, root).fields)).toEqual(['deep']);
    expect(parameter({ $ref: '#/$defs/~01' }, { $defs: { '~1': { type: 'integer' } } }).type).toBe('integer');
    expect(parameter({ $ref: '#/$defs/list/0' }, root).type).toBe('integer');
    expect(parameter({ $ref: '#/constructor/prototype' }, root).type).toBe('any');
  });

  test.each<[string, JsonObject]>([
    ['a field', { $ref: '#/$defs/node' }],
    ['the items of a list', { type: 'array', items: { $ref: '#/$defs/node' } }],
    ['an alternative', { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] }],
  ])('a schema that refers to itself in %s ends there and says so', (_, child) => {
    const root = { $defs: { node: { properties: { value: {}, child } } } };
    const node = parameter({ $ref: '#/$defs/node' }, root);
    expect(names(node.fields)).toEqual(['value', 'child']);
    expect(node.fields[1]?.truncated).toBe('recursive');
  });
});

describe('bounds', () => {
  const deep = (levels: number): JsonObject => (levels === 0 ? {} : { properties: { a: deep(levels - 1) } });

  test('deep schemas end early and say so', () => {
    const parameters = all(listOf(deep(50)).parameters);
    expect(parameters).toHaveLength(6);
    expect(parameters.at(-1)?.truncated).toBe('deep');
    expect(all(listOf(deep(6)).parameters).at(-1)?.truncated).toBeNull();
  });

  const wide = { properties: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`p${index}`, {}])) };

  test.each<[string, JsonObject]>([
    ['10,000 parameters', wide],
    ['10,000 fields of a shape', { anyOf: [wide] }],
    ['10,000 shapes', { oneOf: Array.from({ length: 10_000 }, () => ({ properties: { a: {} } })) }],
  ])('%s: the table ends early and says so', (_, schema) => {
    const { parameters, shapes, truncated } = listOf(schema);
    expect(truncated).toBe(true);
    expect(all(parameters).length + all(shapes.flatMap(({ fields }) => fields)).length).toBe(200);
  });

  test.each(['allOf', 'anyOf'])('a small schema whose %s unfolds into 50 to the power of 8 stays small', (keyword) => {
    const members = (level: number) => Array.from({ length: 50 }, () => ({ $ref: `#/$defs/level${level}` }));
    const levels = Array.from({ length: 8 }, (_, level) => [`level${level}`, { [keyword]: members(level + 1) }]);
    const $defs = { ...Object.fromEntries(levels), level8: { properties: { end: {} } } };
    expect(parameter({ $ref: '#/$defs/level0' }, { $defs }).name).toBe('a');
  });

  test('never throws, whatever the schema', () => {
    const key = fc.constantFrom(
      ...['properties', 'items', 'anyOf', 'oneOf', 'allOf', 'type', 'enum', 'const', 'default', '$defs'],
      ...['required', 'additionalProperties', 'minimum', 'a', 'b', '__proto__'],
    );
    const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('string', 'object', 'array', null, true, 3),
        fc.constantFrom({ $ref: '#' }, { $ref: '#/$defs/a' }, { $ref: '#/properties/a/items' }, { $ref: '#/anyOf/0' }),
        fc.array(tie('schema'), { maxLength: 3 }),
        fc.dictionary(key, tie('schema'), { maxKeys: 5 }),
        fc.jsonValue() as fc.Arbitrary<Json>,
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, schema, { maxKeys: 5 }), (root) => {
        const table = parameterTable(root);
        if (table.kind !== 'list') return;
        const found = [...all(table.parameters), ...all(table.shapes.flatMap(({ fields }) => fields))];
        expect(found.length).toBeLessThanOrEqual(200);
        for (const { type, constraints } of found) {
          expect(type).not.toBe('');
          expect(constraints.every((words) => words.length < 120)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
