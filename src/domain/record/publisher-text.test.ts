import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../text/json.ts';
import { MOST_PUBLISHER_WORDS, omitPublisherText, wordsOf } from './publisher-text.ts';

const SIX = 'one two three four five six';
const SEVEN = `${SIX} seven`;

const omitted = (inputSchema: JsonObject) => omitPublisherText({ name: 'tool', inputSchema }).inputSchema;
const property = (schema: JsonObject) => omitted({ properties: { a: schema } });

describe('wordsOf', () => {
  test.each([
    ['', []],
    ["Don't re-run (it)!", ['don', 't', 're', 'run', 'it']],
    ['snake_case and 3D', ['snake', 'case', 'and', '3d']],
    ['Größe 日本', ['größe', '日本']],
  ])('%j', (text, words) => expect(wordsOf(text)).toEqual(words));
});

describe('omitPublisherText', () => {
  test('leaves out the texts of a definition and keeps its facts', () => {
    const definition = {
      name: 'send',
      title: 'Send',
      description: 'Sends.',
      inputSchema: { type: 'object', title: 'Arguments', properties: { to: { type: 'string', description: 'Whom' } } },
      outputSchema: { type: 'object', $comment: 'x', properties: { id: { type: 'string', examples: ['a'] } } },
      annotations: { title: 'Send', readOnlyHint: false, note: SEVEN },
      _meta: { text: 'anything' },
    };
    expect(omitPublisherText(definition)).toEqual({
      name: 'send',
      inputSchema: { type: 'object', properties: { to: { type: 'string' } } },
      outputSchema: { type: 'object', properties: { id: { type: 'string' } } },
      annotations: { readOnlyHint: false },
    });
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['a short default', { default: SIX }, { default: SIX }],
    ['a long default', { type: 'string', default: SEVEN }, { type: 'string' }],
    ['a long text inside a default', { default: { a: [SEVEN], b: 1 } }, {}],
    [
      'a long default of an object',
      { type: 'object', properties: {}, default: { a: SEVEN } },
      { type: 'object', properties: {} },
    ],
    ['a long const', { const: SEVEN }, {}],
    ['long values among short ones', { enum: ['a', SEVEN, 3] }, { enum: ['a', 3] }],
    [
      'an address with many words',
      { default: `https://example.com/${SEVEN.replaceAll(' ', '/')}` },
      { default: 'https://example.com/one/two/three/four/five/six/seven' },
    ],
    [
      'a pattern',
      { pattern: `^(${SEVEN.replaceAll(' ', '|')})$` },
      { pattern: '^(one|two|three|four|five|six|seven)$' },
    ],
    ['a reference', { $ref: `#/$defs/${SEVEN}` }, { $ref: `#/$defs/${SEVEN}` }],
    ['texts in a keyword of its own', { 'x-help': SEVEN, 'x-short': SIX }, { 'x-short': SIX }],
    ['texts in a list of its own', { enumDescriptions: [SEVEN, SIX] }, { enumDescriptions: [SIX] }],
    [
      'texts below a keyword of its own',
      { 'x-ui': { help: [{ text: SEVEN, size: 2 }] } },
      { 'x-ui': { help: [{ size: 2 }] } },
    ],
  ])('%s', (_, given, kept) => expect(property(given)).toEqual({ properties: { a: kept } }));

  test('parameters that are named like keywords stay', () => {
    const parameter = { type: 'string', description: SEVEN, default: SEVEN };
    const names = ['title', 'description', 'default', 'enum', 'const', 'examples', '$comment', 'properties'];
    const given = { properties: Object.fromEntries(names.map((name) => [name, parameter])), required: names };
    const kept = { properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])), required: names };
    expect(omitted(given)).toEqual(kept);
  });

  test('a parameter that is called __proto__ stays', () => {
    const given = JSON.parse('{"properties": {"__proto__": {"type": "string", "title": "x"}}}');
    expect(JSON.stringify(omitted(given))).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });

  test('whatever the schema, no text of more than six words is left', () => {
    const exempt = new Set(['$schema', '$id', '$ref', 'pattern', 'format', 'required']);
    const textsIn = (value: Json | undefined): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, member]) => (exempt.has(key) ? [] : textsIn(member)));
    };
    const key = fc.constantFrom(
      'properties',
      'enum',
      'const',
      'default',
      'items',
      'anyOf',
      'x-help',
      'type',
      'title',
      'a',
    );
    const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(SIX, SEVEN, true),
        fc.array(tie('schema'), { maxLength: 3 }),
        fc.dictionary(key, tie('schema'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(schema, (value) => {
        const kept = omitted({ properties: { a: value }, items: value });
        expect(textsIn(kept).filter((text) => wordsOf(text).length > MOST_PUBLISHER_WORDS)).toEqual([]);
      }),
    );
  });
});
