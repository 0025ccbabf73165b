import { describe, expect, test } from 'vitest';
import { parseDefinition, withoutSchema } from './definition.ts';
import { ImportError } from './imported.ts';

test('keeps the parts of a definition, and leaves out what is none or null', () => {
  const value = {
    name: 'get',
    title: null,
    description: 'Gets.',
    inputSchema: { type: 'object', properties: { a: null } },
    outputSchema: null,
    annotations: {},
    _meta: { x: 1 },
    schemaDerived: true,
  };
  expect(parseDefinition(value, 'line 1')).toEqual({
    name: 'get',
    description: 'Gets.',
    inputSchema: { type: 'object', properties: { a: null } },
    annotations: {},
  });
});

test('names and texts are kept as they are', () => {
  const value = JSON.parse(
    String.raw`{"name": " __proto__ ", "description": "\ud800 \u202e", "inputSchema": {"properties": {"__proto__": {}}}}`,
  );
  expect(JSON.stringify(parseDefinition(value, 'line 1'))).toBe(JSON.stringify(value));
});

describe('refuses, and says where and what to do', () => {
  const deep = (levels: number): unknown => (levels === 0 ? {} : { items: deep(levels - 1) });

  test.each<[string, unknown, RegExp]>([
    ['a text', 'get', /^line 7: is no object.*A tool is/],
    ['null', null, /^line 7: is no object/],
    ['no name', { description: 'x' }, /^line 7: name: .*Correct the definition, or take the tool out\.$/],
    ['an empty name', { name: '' }, /^line 7: name: /],
    ['a schema that is a text', { name: 'x', inputSchema: 'any' }, /^line 7: inputSchema: /],
    ['a description that is a list', { name: 'x', description: ['a'] }, /^line 7: description: /],
    ['a schema without end', { name: 'x', inputSchema: deep(1000) }, /^line 7: is nested more than 200 levels deep/],
  ])('%s', (_, value, message) => {
    expect(() => parseDefinition(value, 'line 7')).toThrow(ImportError);
    expect(() => parseDefinition(value, 'line 7')).toThrow(message);
  });

  test('but not what is merely deep', () => {
    expect(parseDefinition({ name: 'x', inputSchema: deep(100) }, 'line 7').name).toBe('x');
  });
});

test('a definition without its schema', () => {
  const inputSchema = { type: 'object' };
  expect(withoutSchema({ name: 'x', inputSchema, outputSchema: inputSchema })).toEqual({
    name: 'x',
    outputSchema: inputSchema,
  });
});
