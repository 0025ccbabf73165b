import { expect, test } from 'vitest';
import { ServerFileSchema } from '../../domain/record/server.ts';
import { ImportError } from './imported.ts';
import { importToolsList } from './tools-list.ts';

const TODAY = '2026-11-21';
const TOOLS = [{ name: 'b', title: null, inputSchema: { type: 'object' } }, { name: 'a' }];

test.each([
  ['the JSON-RPC message', { jsonrpc: '2.0', id: 1, result: { tools: TOOLS, nextCursor: null } }],
  ['its result', { tools: TOOLS }],
  ['the bare list', TOOLS],
])('%s is a listing, in its order', (_, value) => {
  const server = importToolsList(JSON.stringify(value), 'My Server', TODAY);
  expect(server.tools).toEqual([
    { definition: { name: 'b', inputSchema: { type: 'object' } }, definitionSource: 'listed' },
    { definition: { name: 'a' }, definitionSource: 'listed' },
  ]);
  expect(server).toMatchObject({ id: 'My Server', listed: { date: TODAY } });
  expect(ServerFileSchema.parse(server.server)).toEqual(server.server);
});

test.each([
  ['{"tools": [', /^srv: cannot be read as JSON/],
  ['{"error": {"code": -32601}}', /^srv: holds no list of tools\. Save one answer/],
  ['{"tools": {}}', /^srv: holds no list/],
  ['null', /^srv: holds no list/],
  ['{"tools": [], "nextCursor": "2"}', /^srv: is one page of several/],
  ['{"result": {"tools": [], "nextCursor": "2"}}', /^srv: is one page of several/],
  ['[{"name": "a"}, {"name": 3}]', /^srv, tool 2: name: /],
])('refuses %s', (text, message) => {
  expect(() => importToolsList(text, 'srv', TODAY)).toThrow(ImportError);
  expect(() => importToolsList(text, 'srv', TODAY)).toThrow(message);
});
