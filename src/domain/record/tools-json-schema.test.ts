import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { classifyTools } from '../classify/classify.ts';
import { makeToolsFile } from './make-record.ts';
import { toolsJsonSchema } from './tools-json-schema.ts';

test('a file that we write fits the published schema; another version, or a tool without a verdict, does not', async () => {
  const definition = { name: 'get_thing', description: 'Returns one thing.' };
  const [classification] = classifyTools([{ server: 's', tool: definition }]);
  const file = await makeToolsFile(
    [{ definition, classification: classification as never, definitionSource: 'listed' }],
    { date: '2026-11-20', how: 'tools/list over stdio' },
    'keep',
    null,
  );
  const schema = toolsJsonSchema();
  expect(schema).toMatchObject({ title: 'tools.json, version 1' });
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  const fits = (value: unknown) => validate(JSON.parse(JSON.stringify(value)));
  expect([fits(file), validate.errors]).toEqual([true, null]);
  expect(fits({ ...file, schemaVersion: 2 })).toBe(false);
  expect(fits({ ...file, tools: [{ name: 'get_thing' }] })).toBe(false);
});
