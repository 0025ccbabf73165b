import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { attacksJsonSchema, logLineJsonSchema } from './attack-data.ts';

const fits = (schema: object, value: unknown) =>
  new Ajv2020({ strict: false, validateFormats: false }).validate(schema, value);

test('the schema of a line of a log: what may be left out may be missing', () => {
  const schema = logLineJsonSchema();
  const line = { time: '2026-11-20T10:00:00Z', server: 's', tool: 't' };
  expect(schema).toMatchObject({
    title: 'A line of a log of tool calls',
    description: expect.stringContaining('JSON Lines'),
  });
  expect([fits(schema, line), fits(schema, { ...line, grant: 'a', arguments: { a: 1 }, decision: 'deny' })]).toEqual([
    true,
    true,
  ]);
  expect([fits(schema, { server: 's', tool: 't' }), fits(schema, { ...line, more: 1 })]).toEqual([false, false]);
});

test('the schema of attacks.json', () => {
  const schema = attacksJsonSchema();
  expect(schema).toMatchObject({
    title: 'attacks.json, version 1',
    description: expect.stringContaining('patterns and cases'),
  });
  expect(fits(schema, { schemaVersion: 1, attacks: [] })).toBe(true);
  expect([fits(schema, { schemaVersion: 2, attacks: [] }), fits(schema, { schemaVersion: 1, attacks: [{}] })]).toEqual([
    false,
    false,
  ]);
});
