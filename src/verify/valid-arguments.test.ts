import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../domain/text/json.ts';
import { exampleArguments } from './valid-arguments.ts';

test.each<[string, JsonObject | undefined, JsonObject]>([
  ['no schema', undefined, {}],
  ['nothing required', { type: 'object', properties: { a: { type: 'string' } } }, {}],
  ['an enum', { properties: { a: { enum: ['x1', 'x2'] } }, required: ['a'] }, { a: 'x1' }],
  ['a bound', { properties: { a: { type: 'integer', minimum: 7 } }, required: ['a'] }, { a: 7 }],
  ['a reference', { properties: { a: { $ref: '#/$defs/b' } }, required: ['a'], $defs: { b: { const: 3 } } }, { a: 3 }],
  ['a required member that has no schema', { properties: {}, required: ['__proto__x'] }, { __proto__x: 'x' }],
])('%s', (_, schema, expected) => {
  expect(exampleArguments(schema)).toEqual(expected);
});

test('a schema that refers to itself comes to an end', () => {
  const self: JsonObject = { type: 'object', properties: { a: { $ref: '#' } }, required: ['a'] };
  expect(exampleArguments(self)).toHaveProperty('a');
});

describe('every recorded tool: the arguments are valid, as clients check them before they call', () => {
  const folder = path.resolve('content/servers');
  test.each(readdirSync(folder))('%s', (slug) => {
    const { tools } = JSON.parse(readFileSync(path.join(folder, slug, 'tools.json'), 'utf8')) as {
      tools: readonly { name: string; inputSchema?: JsonObject }[];
    };
    for (const { name, inputSchema } of tools) {
      if (inputSchema === undefined) continue;
      const options = { strict: false, validateFormats: false, logger: false } as const;
      const is2020 = String(inputSchema.$schema ?? '').includes('2020-12');
      const { $schema: _, ...schema } = inputSchema;
      const validate = (is2020 ? new Ajv2020(options) : new Ajv(options)).compile(schema);
      expect([name, validate(exampleArguments(inputSchema)), validate.errors]).toEqual([name, true, null]);
    }
  });
});
