import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { mapMembers, NAME_MAPS, withoutKeywords } from './hashes.ts';
import { DEFINITION_PARTS, type ToolDefinition } from './tool.ts';

/**
 * The most consecutive words of a publisher that a catalogue with `publisherText: omit` may carry
 * (docs/contracts.md#publishers-texts).
 */
export const MOST_PUBLISHER_WORDS = 6;

const PROSE_KEYWORDS = ['description', 'title', 'examples', '$comment'] as const;
const VALUE_KEYWORDS = new Set(['default', 'const']);

/**
 * Keywords whose texts are no prose, and references, without which a schema is no schema
 * (docs/contracts.md#publishers-texts).
 */
const EXEMPT_KEYWORDS = new Set(['$schema', '$id', '$ref', 'pattern', 'format', 'required']);

/** The words of a text, the way runs of them are counted: letters and digits, case folded. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * A definition as a catalogue with `publisherText: omit` keeps it: facts (names, types, limits, short values), none of the
 * publisher's sentences. Hashes are taken before this, of what was received.
 */
export function omitPublisherText(definition: ToolDefinition): ToolDefinition {
  const kept = DEFINITION_PARTS.flatMap((part) => {
    const value = definition[part];
    const fact = value === undefined ? undefined : (KEPT[part] as (value: unknown) => unknown)(value);
    return fact === undefined ? [] : [[part, fact]];
  });
  return Object.fromEntries(kept) as ToolDefinition;
}

/** What is kept of each part, undefined for nothing: a new part does not compile until it is said. */
const KEPT: { readonly [Part in keyof ToolDefinition]-?: (value: NonNullable<ToolDefinition[Part]>) => unknown } = {
  name: (name) => name,
  title: () => undefined,
  description: () => undefined,
  inputSchema: withoutProse,
  outputSchema: withoutProse,
  annotations: annotationsWithoutProse,
};

function withoutProse(schema: JsonObject): JsonObject {
  return dropLongTexts(withoutKeywords(schema, PROSE_KEYWORDS)) as JsonObject;
}

function annotationsWithoutProse(annotations: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key, value]) => key !== 'title' && !hasLongText(value as Json)),
  );
}

/** Leaves out long texts: a `default` or `const` with one as a whole, else the text itself, also in keywords of a tool's own. */
function dropLongTexts(schema: Json): Json {
  if (Array.isArray(schema)) return withoutLongTexts(schema).map(dropLongTexts);
  if (!isObject(schema)) return hasLongText(schema) ? '' : schema;
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined) return [];
    if (EXEMPT_KEYWORDS.has(key)) return [[key, value]];
    if (NAME_MAPS.has(key) && isObject(value)) return [[key, mapMembers(value, dropLongTexts)]];
    if (key === 'enum' && Array.isArray(value)) return [[key, value.filter((member: Json) => !hasLongText(member))]];
    if (VALUE_KEYWORDS.has(key) || typeof value === 'string') return hasLongText(value) ? [] : [[key, value]];
    return [[key, dropLongTexts(value)]];
  });
  return Object.fromEntries(kept);
}

function withoutLongTexts(values: readonly Json[]): Json[] {
  return values.filter((value) => typeof value !== 'string' || !hasLongText(value));
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
