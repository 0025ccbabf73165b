import type { Classification } from './classification.ts';
import { type Hashes, hashDefinition } from './hashes.ts';
import { omitPublisherText } from './publisher-text.ts';
import type { Listed, ToolRecord, ToolsFile } from './record.ts';
import { DEFINITION_PARTS, type DefinitionSource, type ToolDefinition } from './tool.ts';

/** What a record is made from. */
export interface RecordInput {
  /** As received. */
  readonly definition: ToolDefinition;
  readonly definitionSource: DefinitionSource;
  readonly classification: Classification;
  readonly definitionTokens?: ToolRecord['definitionTokens'];
}

/**
 * A new tools.json from a listing. Hashes are taken of what was received; `firstSeen` is kept from the listing before, and
 * `changed` is set to this listing's day where the fingerprint differs.
 * @param previous the file that this one replaces, if there is one
 */
export async function makeToolsFile(
  inputs: readonly RecordInput[],
  listed: Listed,
  publisherText: 'keep' | 'omit',
  previous: ToolsFile | null,
): Promise<ToolsFile> {
  const tools = await Promise.all(
    inputs.map((input) => makeRecord(input, listed, publisherText, previous?.tools ?? [])),
  );
  return { schemaVersion: 1, listed, tools };
}

/** The record before; among equal names of one server the one with the same fingerprint. */
function previousRecord(before: readonly ToolRecord[], name: string, hashes: Hashes | undefined) {
  const namesakes = before.filter((tool) => tool.name === name);
  return namesakes.find((tool) => tool.hashes?.all === hashes?.all) ?? namesakes[0];
}

async function makeRecord(
  input: RecordInput,
  listed: Listed,
  publisherText: 'keep' | 'omit',
  before: readonly ToolRecord[],
): Promise<ToolRecord> {
  const { definition, definitionSource } = input;
  const fingerprinted = definitionSource === 'listed' || definitionSource === 'snapshot';
  const hashes = fingerprinted ? await hashDefinition(definition) : undefined;
  const kept = publisherText === 'omit' ? omitPublisherText(definition) : definition;
  const previous = previousRecord(before, definition.name, hashes);
  const changed = changedOn(previous, hashes, listed);
  return {
    ...partsOf(kept),
    definitionSource,
    ...present('hashes', hashes),
    ...present('definitionTokens', input.definitionTokens),
    classification: input.classification,
    firstSeen: previous?.firstSeen ?? listed.date,
    ...present('changed', changed),
  };
}

/** The parts that the record of a tool has, and no member that a publisher added. */
function partsOf(definition: ToolDefinition): ToolDefinition {
  const parts = DEFINITION_PARTS.filter((part) => definition[part] !== undefined);
  return Object.fromEntries(parts.map((part) => [part, definition[part]])) as unknown as ToolDefinition;
}

/** A first fingerprint, or one that is no longer there, is no change: nobody can say what it was before. */
function changedOn(previous: ToolRecord | undefined, hashes: Hashes | undefined, listed: Listed): string | undefined {
  if (previous?.hashes === undefined || hashes === undefined) return previous?.changed;
  return previous.hashes.all === hashes.all ? previous.changed : listed.date;
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
