import { expect, test } from 'vitest';
import { classifyTools } from '../classify/classify.ts';
import { compareListing } from './compare-listing.ts';
import { makeToolsFile } from './make-record.ts';
import type { ToolDefinition } from './tool.ts';

const LISTED = { date: '2026-11-20', how: 'tools/list over stdio' };

function classified(definitions: readonly ToolDefinition[]) {
  const verdicts = classifyTools(definitions.map((tool) => ({ server: 's', tool })));
  return definitions.map((definition, index) => ({
    definition,
    classification: verdicts[index] as (typeof verdicts)[number],
  }));
}

async function compare(before: readonly ToolDefinition[], after: readonly ToolDefinition[]) {
  const inputs = classified(before).map((tool) => ({ ...tool, definitionSource: 'listed' as const }));
  const { tools } = await makeToolsFile(inputs, LISTED, 'omit', null);
  return compareListing(tools, classified(after));
}

const GET: ToolDefinition = { name: 'get_thing', description: 'Returns one thing.', inputSchema: { type: 'object' } };
const DELETE: ToolDefinition = { name: 'delete_thing', description: 'Deletes one thing.' };

test('the same listing has no differences, in another order and with equal names too', async () => {
  expect(await compare([GET, DELETE, GET], [DELETE, GET, GET])).toEqual([]);
});

test('a missing and a new tool', async () => {
  expect(await compare([GET], [DELETE])).toEqual([
    { tool: 'get_thing', what: 'tool', recorded: 'there', found: 'missing' },
    { tool: 'delete_thing', what: 'tool', recorded: 'not recorded', found: 'there' },
  ]);
});

test('a changed text names its part and what it does to the verdict', async () => {
  const changed = { ...GET, name: 'get_thing', description: 'Deletes all things permanently.' };
  const differences = await compare([GET], [changed]);
  expect(differences[0]).toMatchObject({
    tool: 'get_thing',
    what: 'description',
    recorded: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  expect(differences.map(({ what }) => what)).not.toContain('all');
  expect(differences).toContainEqual({ tool: 'get_thing', what: 'category', recorded: 'Read', found: 'Destructive' });
  expect(differences).toContainEqual({ tool: 'get_thing', what: 'level', recorded: 'low', found: 'critical' });
});

test('a tool that can no longer be judged, and signals that came', async () => {
  const found = await compare([GET], [{ ...GET, description: 'Returns the API keys of all users.' }]);
  const signals = found.find(({ what }) => what === 'signals');
  expect(signals).toMatchObject({ recorded: '', found: expect.stringMatching(/^(\w+, )*secrets(, \w+)*$/) });
  const odd = { name: 'x' };
  expect(await compare([odd], [{ ...odd, description: 'Deletes one thing.' }])).toContainEqual({
    tool: 'x',
    what: 'category',
    recorded: 'not assessed',
    found: 'Destructive',
  });
  expect(await compare([{ ...odd, description: 'Deletes one thing.' }], [odd])).toContainEqual({
    tool: 'x',
    what: 'level',
    recorded: 'critical',
    found: 'not assessed',
  });
});

test('a new part, by its hash', async () => {
  expect(await compare([{ name: GET.name, description: GET.description }], [GET])).toEqual([
    { tool: 'get_thing', what: 'inputSchema', recorded: 'absent', found: expect.stringMatching(/^[0-9a-f]{12}$/) },
  ]);
});

test('records without hashes are compared by their verdicts alone', async () => {
  const [record] = (
    await makeToolsFile(
      classified([GET]).map((tool) => ({ ...tool, definitionSource: 'listed' as const })),
      LISTED,
      'omit',
      null,
    )
  ).tools;
  const { hashes: _, ...rest } = record as NonNullable<typeof record>;
  expect(await compareListing([rest], classified([{ ...GET, title: 'A title' }]))).toEqual([]);
});

test('a part that went away', async () => {
  expect(await compare([GET], [{ name: GET.name, description: GET.description }])).toMatchObject([
    { what: 'inputSchema', found: 'absent' },
  ]);
});
