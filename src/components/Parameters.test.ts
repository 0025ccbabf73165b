import { describe, expect, test } from 'vitest';
import { type Parameter, parameterTable } from '../domain/page/parameter-table.ts';
import type { JsonObject } from '../domain/text/json.ts';
import { attribute, type Element, find, textOf, withClass } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import Parameters from './Parameters.astro';

/** The parameters of a schema, as a page gets them. */
function parametersOf(properties: JsonObject, required: readonly string[] = []): readonly Parameter[] {
  const table = parameterTable({ type: 'object', properties, required });
  if (table.kind !== 'list') throw new Error('no parameters');
  return table.parameters;
}

describe('Parameters', () => {
  test('a row has name, type, "required", our note, limits and the signals that it shows', async () => {
    const page = await render(Parameters, {
      parameters: parametersOf({ command: { type: 'string', maxLength: 80, default: 'ls' } }, ['command']),
      notes: new Map([['command', 'Runs as you.']]),
      signals: new Map([['command', ['code', 'path']]]),
      ids: true,
    });
    expect(reading(page)).toMatch(
      /^command string required code path Runs as you\. at most 80 characters · default "ls"$/,
    );
    expect(find(page, 'li', 'id', 'parameter-command')).toHaveLength(1);
    expect(find(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['#signal-code', '#signal-path']);
  });

  test('nested fields are inside their parameter; many of them are folded, few are not', async () => {
    const few = { type: 'object', properties: { inner: { type: 'integer' } } };
    const names = Array.from({ length: 9 }, (_, index) => `field_${index}`);
    const many = {
      type: 'array',
      items: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, {}])) },
    };
    const page = await render(Parameters, { parameters: parametersOf({ few, many }) });
    const folds = find(page, 'details');
    expect(folds.map((fold) => textOf(find(fold, 'summary')[0] as Element))).toEqual([
      '1 field',
      '9 fields of each item',
    ]);
    expect(folds.map((fold) => attribute(fold, 'open') !== undefined)).toEqual([true, false]);
    expect(withClass(folds[1] as Element, 'param-head')).toHaveLength(9);
  });

  test('up to twelve values stand open, more are folded and counted', async () => {
    const values = (count: number) => ({ enum: Array.from({ length: count }, (_, index) => `value ${index}`) });
    const open = await render(Parameters, { parameters: parametersOf({ kind: values(12) }) });
    expect(find(open, 'details')).toHaveLength(0);
    expect(withClass(open, 'values').flatMap((list) => find(list, 'li'))).toHaveLength(12);
    const folded = await render(Parameters, { parameters: parametersOf({ kind: values(13) }) });
    const [fold] = find(folded, 'details');
    expect(fold && textOf(find(fold, 'summary')[0] as Element)).toBe('13 values');
    expect(fold && attribute(fold, 'open')).toBeUndefined();
    expect(fold && find(fold, 'li')).toHaveLength(13);
  });

  test('alternatives are named and counted', async () => {
    const target = {
      oneOf: [
        { type: 'object', properties: { url: { type: 'string' } } },
        { type: 'object', properties: { file: { type: 'string' }, mode: { type: 'string' } } },
      ],
    };
    const page = await render(Parameters, { parameters: parametersOf({ target }) });
    const summaries = find(page, 'summary').map(textOf);
    expect(summaries).toEqual(['Shape 1: 1 field', 'Shape 2: 2 fields']);
    expect(reading(page)).toMatch(/one of 2 shapes/);
  });

  test('a schema that refers to itself says so once', async () => {
    const table = parameterTable({
      type: 'object',
      properties: { node: { $ref: '#/$defs/node' } },
      $defs: { node: { type: 'object', properties: { child: { $ref: '#/$defs/node' } } } },
    });
    const page = await render(Parameters, { parameters: table.kind === 'list' ? table.parameters : [] });
    expect(reading(page).match(/refers to itself/g)).toHaveLength(1);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</code></li>',
    '$\u007B1}',
    '`',
    '&lt;b&gt;',
  ])('%s is text as name, description, value and default', async (text) => {
    const page = await render(Parameters, {
      parameters: parametersOf({ [text]: { type: text, description: text, enum: [text], default: text } }),
      notes: new Map([[text, text]]),
      ids: true,
    });
    const names = new Set(page.elements.map((element) => element.tagName));
    expect([...names].filter((name) => ['script', 'img', 'b'].includes(name))).toEqual([]);
    expect(page.elements.flatMap((element) => element.attrs).filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(textOf(withClass(page, 'name')[0] as Element)).toBe(text);
    expect(withClass(page, 'publisher-text').map(textOf)).toEqual([text]);
    expect(withClass(page, 'values').map((list) => textOf(list))).toEqual([JSON.stringify(text)]);
    expect(reading(page)).toContain(`default ${JSON.stringify(text)}`.replace(/\s+/g, ' '));
  });

  test('names that clean to the same fragment keep ids of their own', async () => {
    const page = await render(Parameters, { parameters: parametersOf({ 'a b': {}, 'a?b': {}, 'a-b': {} }), ids: true });
    const ids = find(page, 'li').map((item) => attribute(item, 'id'));
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('parameter-a-b');
  });
});
