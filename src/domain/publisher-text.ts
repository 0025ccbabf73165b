import { withoutKeywords } from './hashes.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { ToolDefinition } from './tool.ts';

/** The most consecutive words of a publisher that a catalogue with `publisherText: omit` may carry (contracts: Content). */
export const MOST_PUBLISHER_WORDS = 6;

const PROSE_KEYWORDS = ['description', 'title', 'examples', '$comment'] as const;
const VALUE_KEYWORDS = new Set(['default', 'enum', 'const']);

/** The words of a text, the way runs of them are counted: letters and digits, case folded. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A definition as a catalogue with `publisherText: omit` keeps it: facts (names, types, limits, short values), none of the
 * publisher's sentences. Hashes are taken before this, of what was received.
 */
export function omitPublisherText(definition: ToolDefinition): ToolDefinition {
  const kept: Record<string, unknown> = { name: definition.name };
  if (definition.inputSchema) kept.inputSchema = withoutProse(definition.inputSchema);
  if (definition.outputSchema) kept.outputSchema = withoutProse(definition.outputSchema);
  if (definition.annotations) kept.annotations = annotationsWithoutProse(definition.annotations);
  return kept as unknown as ToolDefinition;
}

function withoutProse(schema: JsonObject): JsonObject {
  return dropLongValues(withoutKeywords(schema, PROSE_KEYWORDS)) as JsonObject;
}

function annotationsWithoutProse(annotations: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key, value]) => key !== 'title' && !hasLongText(value as Json)),
  );
}

/** Leaves out `default` and `const` with long texts, and long texts among the values of an `enum`. */
function dropLongValues(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(dropLongValues);
  if (!isObject(schema)) return schema;
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (value === undefined) continue;
    if (key === 'enum' && Array.isArray(value)) kept[key] = value.filter((member: Json) => !hasLongText(member));
    else if (VALUE_KEYWORDS.has(key) && !isObject(schema.properties)) {
      if (!hasLongText(value)) kept[key] = value;
    } else kept[key] = dropLongValues(value);
  }
  return kept;
}

function hasLongText(value: Json): boolean {
  if (typeof value === 'string') return !isUrl(value) && wordsOf(value).length > MOST_PUBLISHER_WORDS;
  if (Array.isArray(value)) return value.some(hasLongText);
  if (isObject(value)) return Object.values(value).some((member) => member !== undefined && hasLongText(member));
  return false;
}

function isUrl(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value);
}
