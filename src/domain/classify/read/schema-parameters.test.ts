import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../text/json.ts';
import { parametersOf } from './schema-parameters.ts';

const paths = (schema: JsonObject) => parametersOf(schema).map((parameter) => parameter.path);

describe('parametersOf', () => {
  it('names nested parameters and members of lists, outer ones first', () => {
    const schema = {
      properties: {
        options: { type: 'object', properties: { apiKey: { type: 'string' } } },
        items: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      },
    };
    expect(paths(schema)).toEqual(['options', 'items', 'options.apiKey', 'items[].id']);
    expect(parametersOf(schema)[2]?.key).toBe('api_key');
    expect(parametersOf(schema)[1]).toMatchObject({ isList: true, memberType: 'object' });
  });

  it('sees the branches of alternatives and their constants', () => {
    const schema = {
      oneOf: [
        { properties: { action: { const: 'get' } } },
        { properties: { action: { const: 'delete' }, force: { type: ['boolean', 'null'] } } },
      ],
    };
    expect(parametersOf(schema).flatMap((parameter) => parameter.values)).toEqual(['get', 'delete']);
    expect(parametersOf(schema)[2]?.type).toBe('boolean');
  });

  it('follows local references and stops at recursive ones', () => {
    const node = { type: 'object', properties: { name: {}, child: { $ref: '#/$defs/node' } } };
    expect(paths({ $defs: { node }, properties: { root: { $ref: '#/$defs/node' } } })).toEqual([
      'root',
      'root.name',
      'root.child',
    ]);
    expect(paths({ properties: { self: { $ref: '#' }, other: { $ref: 'https://example.org/x' } } })).toEqual([
      'self',
      'other',
    ]);
  });

  it('is bounded for huge, deep and wrong schemas', () => {
    const wide = { properties: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`p${index}`, {}])) };
    expect(parametersOf(wide).length).toBeLessThanOrEqual(400);
    let deep: JsonObject = {};
    for (let index = 0; index < 5_000; index += 1) deep = { properties: { a: deep } };
    expect(parametersOf(deep).length).toBeLessThan(20);
    expect(parametersOf({ properties: null, oneOf: 3 } as unknown as JsonObject)).toEqual([]);
    expect(paths({ properties: { a: null, b: 3, __proto__x: true } } as unknown as JsonObject)).toHaveLength(3);
  });
});
