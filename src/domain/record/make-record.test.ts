import { describe, expect, test } from 'vitest';
import { classifyTool } from '../classify/classify.ts';
import { hashDefinition } from './hashes.ts';
import { makeToolsFile, type RecordInput } from './make-record.ts';
import { anchorOf, ToolsFileSchema } from './record.ts';
import type { DefinitionSource, ToolDefinition } from './tool.ts';

const input = (definition: ToolDefinition, definitionSource: DefinitionSource = 'listed'): RecordInput => ({
  definition,
  definitionSource,
  classification: classifyTool({ server: 'test', tool: definition, definitionSource }),
});
const listing = (date: string) => ({ date, how: 'a test' });
const DELETE = { name: 'delete_file', description: 'Deletes a file.', inputSchema: { type: 'object' } };
const CHANGED = { ...DELETE, description: 'Deletes a folder.' };

const FIRST = '2026-01-01';
const SECOND = '2026-02-02';
const THIRD = '2026-03-03';

describe('makeToolsFile', () => {
  test('a first listing: fits the schema, hashes what was received, has not changed', async () => {
    const file = await makeToolsFile([input(DELETE)], listing(FIRST), 'keep', null);
    expect(ToolsFileSchema.parse(file)).toEqual(file);
    expect(file.tools[0]).toMatchObject({ ...DELETE, firstSeen: FIRST, hashes: await hashDefinition(DELETE) });
    expect(file.tools[0]).not.toHaveProperty('changed');
  });

  test('keeps the order of the listing', async () => {
    const names = ['b', 'a', 'c'];
    const file = await makeToolsFile(
      names.map((name) => input({ name })),
      listing(FIRST),
      'keep',
      null,
    );
    expect(file.tools.map((tool) => tool.name)).toEqual(names);
  });

  test('`omit` keeps the hash of a text, not the text', async () => {
    const file = await makeToolsFile([input(DELETE)], listing(FIRST), 'omit', null);
    expect(file.tools[0]).not.toHaveProperty('description');
    expect(file.tools[0]?.hashes).toEqual(await hashDefinition(DELETE));
  });

  test.each<[DefinitionSource, boolean]>([
    ['listed', true],
    ['snapshot', true],
    ['documented', false],
    ['derived', false],
  ])('%s has hashes: %s', async (source, hasHashes) => {
    const file = await makeToolsFile([input(DELETE, source)], listing(FIRST), 'keep', null);
    const [record] = file.tools;
    expect(record?.hashes !== undefined).toBe(hasHashes);
    expect(record && anchorOf(record, file.listed)).toBe(hasHashes ? record?.hashes?.all : FIRST);
  });

  test('firstSeen stays; changed is the day of the listing that changed the fingerprint, and stays too', async () => {
    const first = await makeToolsFile([input(DELETE)], listing(FIRST), 'keep', null);
    const second = await makeToolsFile([input(CHANGED), input({ name: 'new' })], listing(SECOND), 'keep', first);
    expect(second.tools.map(({ firstSeen, changed }) => [firstSeen, changed])).toEqual([
      [FIRST, SECOND],
      [SECOND, undefined],
    ]);
    const third = await makeToolsFile([input(CHANGED)], listing(THIRD), 'keep', second);
    expect(third.tools.map(({ firstSeen, changed }) => [firstSeen, changed])).toEqual([[FIRST, SECOND]]);
  });

  test('members that are no part of the fingerprint change nothing', async () => {
    const first = await makeToolsFile([input(DELETE)], listing(FIRST), 'keep', null);
    const second = await makeToolsFile(
      [input({ ...DELETE, _meta: 1 } as ToolDefinition)],
      listing(SECOND),
      'omit',
      first,
    );
    expect(second.tools[0]).not.toHaveProperty('changed');
  });

  test.each<[DefinitionSource, DefinitionSource]>([
    ['documented', 'listed'],
    ['listed', 'documented'],
  ])('from %s to %s nobody can say that it changed', async (before, after) => {
    const first = await makeToolsFile([input(DELETE, before)], listing(FIRST), 'keep', null);
    const second = await makeToolsFile([input(CHANGED, after)], listing(SECOND), 'keep', first);
    expect(second.tools[0]).toMatchObject({ firstSeen: FIRST });
    expect(second.tools[0]).not.toHaveProperty('changed');
  });

  test('equal names of one server are compared each with its own', async () => {
    const twins = [input(DELETE), input(CHANGED)];
    const first = await makeToolsFile(twins, listing(FIRST), 'keep', null);
    const second = await makeToolsFile(twins.toReversed(), listing(SECOND), 'keep', first);
    expect(second.tools.map((tool) => tool.changed)).toEqual([undefined, undefined]);
  });
});
