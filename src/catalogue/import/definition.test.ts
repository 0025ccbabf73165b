import { describe, expect, test } from 'vitest';
import { parseDefinition, unreadMembers, withoutSchema } from './definition.ts';
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

describe('a schema under the names of other APIs', () => {
  const schema = { type: 'object', properties: { sql: { type: 'string' } } };
  const tool = { name: 'query', description: 'Get rows.' };

  test.each<[string, object]>([
    ['Anthropic', { ...tool, input_schema: schema }],
    ['OpenAI, Responses', { type: 'function', strict: true, ...tool, parameters: schema }],
    ['OpenAI, Chat Completions', { type: 'function', function: { ...tool, parameters: schema } }],
    ['Gemini', { ...tool, parametersJsonSchema: schema }],
    ['two that are the same', { ...tool, inputSchema: schema, input_schema: schema }],
    ['one that is null', { ...tool, inputSchema: null, parameters: schema }],
  ])('%s', (_, value) => expect(parseDefinition(value, 'tool 1')).toEqual({ ...tool, inputSchema: schema }));

  test.each<[object, RegExp]>([
    ...[
      'inputschema',
      'schema',
      'inputSchemas',
      'inputs',
      'params',
      'parameter',
      'args_schema',
      'arguments',
      'imputSchema',
    ].map((name): [object, RegExp] => [{ ...tool, [name]: schema }, new RegExp(`^tool 1: ${name}: may be the schema`)]),
    [{ ...tool, inputSchema: schema, parameters: {} }, /^tool 1: parameters: is another schema than inputSchema/],
    [{ ...tool, parameters: [{ name: 'sql' }] }, /^tool 1: parameters: is no object/],
  ])('%j is refused, never read without it', (value, message) => {
    expect(() => parseDefinition(value, 'tool 1')).toThrow(message);
  });

  test('members that are not read are named, each once', () => {
    const tools = [{ ...tool, strict: true, icons: [] }, { ...tool, strict: false, cache_control: {} }, { schema }, 7];
    expect(unreadMembers(tools)).toEqual(['cache_control', 'strict']);
  });
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
