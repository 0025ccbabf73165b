import canonicalize from 'canonicalize';
import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { sha256Hex } from '../text/sha256.ts';
import { DEFINITION_PARTS, type ToolDefinition } from './tool.ts';

const HexSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');

/**
 * SHA-256 of the RFC 8785 form of each part of a definition (docs/contracts.md#toolsjson). An absent part has no key.
 */
export const HashesSchema = z.strictObject({
  name: HexSchema,
  title: HexSchema.optional(),
  description: HexSchema.optional(),
  inputSchema: HexSchema.optional(),
  /** inputSchema without prose and defaults: changes only when what may be sent changes. */
  schemaShape: HexSchema.optional(),
  outputSchema: HexSchema.optional(),
  annotations: HexSchema.optional(),
  /** The fingerprint: all present parts together, as received. */
  all: HexSchema,
} satisfies Readonly<Record<HashedPart | 'schemaShape' | 'all', z.ZodType>>);
export type Hashes = z.infer<typeof HashesSchema>;

/** Whether the fingerprint is taken of a part of a definition: a new part does not compile until it is said. */
const FINGERPRINTED = {
  name: true,
  title: true,
  description: true,
  inputSchema: true,
  outputSchema: true,
  annotations: true,
} as const satisfies Readonly<Record<keyof ToolDefinition, boolean>>;
/** The parts that the fingerprint is taken of. */
type HashedPart = {
  [Part in keyof ToolDefinition]-?: (typeof FINGERPRINTED)[Part] extends true ? Part : never;
}[keyof ToolDefinition];
const HASHED_PARTS = DEFINITION_PARTS.filter((part) => FINGERPRINTED[part]);

/** Keywords that say nothing about which arguments are valid. */
const PROSE_KEYWORDS = ['description', 'title', 'examples', '$comment', 'default'] as const;

/** Keywords whose members are names that the publisher chose, not keywords: a parameter may be called "title". */
export const NAME_MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
]);

/** Keywords whose value is data, not a schema. */
const DATA_KEYWORDS = new Set(['enum', 'const', 'default', 'examples', 'required']);

/** A schema without some keywords, at every depth; names of properties and data values are left as they are. */
export function withoutKeywords(schema: Json, keywords: readonly string[]): Json {
  if (Array.isArray(schema)) return schema.map((item: Json) => withoutKeywords(item, keywords));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined || keywords.includes(key)) return [];
    if (DATA_KEYWORDS.has(key)) return [[key, value]];
    if (NAME_MAPS.has(key) && isObject(value)) {
      return [[key, mapMembers(value, (member) => withoutKeywords(member, keywords))]];
    }
    return [[key, withoutKeywords(value, keywords)]];
  });
  return Object.fromEntries(kept);
}

/** An object with the same names and other values; a name such as `__proto__` stays a name. */
export function mapMembers(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => (value === undefined ? [] : [[name, change(value)]])),
  );
}

/** Hashes of all parts of a definition, as received. */
export async function hashDefinition(definition: ToolDefinition): Promise<Hashes> {
  const present = HASHED_PARTS.filter((part) => definition[part] !== undefined);
  const parts = Object.fromEntries(present.map((part) => [part, definition[part]])) as Record<string, Json>;
  const hashes: Record<string, string> = {};
  for (const [part, value] of Object.entries(parts)) {
    hashes[part] = await hashJson(value);
    if (part === 'inputSchema') hashes.schemaShape = await hashJson(withoutKeywords(value, PROSE_KEYWORDS));
  }
  return { ...hashes, all: await hashJson(parts) } as Hashes;
}

/** SHA-256 of a JSON value in its canonical form (RFC 8785). */
export async function hashJson(value: Json): Promise<string> {
  return sha256Hex(canonicalize(wellFormed(value)) as string);
}

/**
 * Half of a surrogate pair and a number beyond all bounds have no canonical form: U+FFFD and null are hashed for them, so
 * that no tool can keep itself out of a record.
 */
function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key.toWellFormed(), wellFormed(member)]],
    ),
  );
}
