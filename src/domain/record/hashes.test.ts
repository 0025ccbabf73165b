import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../text/json.ts';
import { sha256Hex } from '../text/sha256.ts';
import { hashDefinition, hashJson, withoutKeywords } from './hashes.ts';

describe('hashJson', () => {
  test.each<[string, Json, string]>([
    [
      'RFC 8785, 3.2.2',
      JSON.parse(String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`),
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    ],
    [
      'RFC 8785, 3.2.3: names sort by UTF-16 units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    ['minus zero', -0, '0'],
    ['the smallest number', 5e-324, '5e-324'],
    ['a number that switches to an exponent', 1e21, '1e+21'],
    ['half a surrogate pair', 'a\ud800', '"a\ufffd"'],
    ['a number beyond all bounds', JSON.parse('[1e999]'), '[null]'],
    ['a name that is no plain key', JSON.parse('{"__proto__": {"b": 1, "a": 2}}'), '{"__proto__":{"a":2,"b":1}}'],
  ])('%s', async (_, value, canonical) => expect(await hashJson(value)).toBe(await sha256Hex(canonical)));

  test('the order of keys does not matter, at any depth', async () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, member]) => [key, reversed(member as Json)]),
      );
    };
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await hashJson(reversed(value as Json))).toBe(await hashJson(value as Json));
      }),
    );
  });
});

describe('hashDefinition', () => {
  const definition = {
    name: 'add',
    title: 'Add',
    description: 'Adds.',
    inputSchema: { type: 'object', properties: { a: { type: 'number', description: 'first' } } },
    outputSchema: { type: 'object' },
    annotations: { readOnlyHint: true },
  };

  test('has a key for each part that is there, and for all of them together', async () => {
    const hashes = await hashDefinition(definition);
    expect(hashes).toEqual({
      name: await hashJson('add'),
      title: await hashJson('Add'),
      description: await hashJson('Adds.'),
      inputSchema: await hashJson(definition.inputSchema),
      schemaShape: await hashJson({ type: 'object', properties: { a: { type: 'number' } } }),
      outputSchema: await hashJson({ type: 'object' }),
      annotations: await hashJson({ readOnlyHint: true }),
      all: await hashJson(definition),
    });
  });

  test('has no key for what is absent', async () => {
    expect(Object.keys(await hashDefinition({ name: 'add' }))).toEqual(['name', 'all']);
    expect((await hashDefinition({ name: 'add', title: undefined })).all).toBe(await hashJson({ name: 'add' }));
  });

  test('members of a tool that are no part of its definition change nothing', async () => {
    const extended = { ...definition, _meta: { build: 7 }, icons: [] };
    expect(await hashDefinition(extended)).toEqual(await hashDefinition(definition));
  });

  test.each<[string, JsonObject, boolean]>([
    ['a description', { type: 'object', properties: { a: { type: 'number', description: 'other' } } }, true],
    ['a default', { type: 'object', properties: { a: { type: 'number', default: 1 } } }, true],
    [
      'a comment and examples',
      { $comment: 'x', type: 'object', properties: { a: { type: 'number', examples: [1] } } },
      true,
    ],
    ['the order of keys', { properties: { a: { type: 'number' } }, type: 'object' }, true],
    ['a type', { type: 'object', properties: { a: { type: 'string' } } }, false],
    ['an allowed value', { type: 'object', properties: { a: { type: 'number', enum: [1] } } }, false],
    ['a new parameter', { type: 'object', properties: { a: { type: 'number' }, title: { type: 'string' } } }, false],
    ['what is required', { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] }, false],
  ])('%s', async (_, inputSchema, isSame) => {
    const before = await hashDefinition(definition);
    const after = await hashDefinition({ ...definition, inputSchema });
    expect(after.all).not.toBe(before.all);
    expect(after.schemaShape === before.schemaShape).toBe(isSame);
  });
});

describe('withoutKeywords', () => {
  test('keeps parameters that are named like keywords, and values', () => {
    const schema: JsonObject = {
      title: 'Arguments',
      properties: {
        title: { type: 'string', title: 'Title' },
        description: { description: 'long', default: 'x', enum: [{ title: 'kept' }] },
        default: { const: { title: 'kept' } },
        properties: { title: 'P', properties: { examples: { examples: [1] } } },
      },
      required: ['title', 'default'],
      dependentRequired: { title: ['description'] },
      anyOf: [{ title: 'A', required: ['title'] }],
      $defs: { title: { title: 'T', type: 'object' } },
    };
    expect(withoutKeywords(schema, ['title', 'description', 'examples', 'default'])).toEqual({
      properties: {
        title: { type: 'string' },
        description: { enum: [{ title: 'kept' }] },
        default: { const: { title: 'kept' } },
        properties: { properties: { examples: {} } },
      },
      required: ['title', 'default'],
      dependentRequired: { title: ['description'] },
      anyOf: [{ required: ['title'] }],
      $defs: { title: { type: 'object' } },
    });
  });

  test('keeps a parameter that is called __proto__', () => {
    const schema = JSON.parse('{"properties": {"__proto__": {"title": "x", "type": "string"}}}');
    expect(JSON.stringify(withoutKeywords(schema, ['title']))).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });
});
