import { z } from 'zod';
import { JsonObjectSchema } from '../text/json.ts';
import { ClassificationSchema } from './classification.ts';
import { HashesSchema } from './hashes.ts';
import { DefinitionSourceSchema, type ToolDefinition } from './tool.ts';

/** A day, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date('expected a date such as 2026-11-20');

/** One tool as tools.json keeps it (docs/contracts.md#toolsjson). Written by scripts only. */
export const ToolRecordSchema = z.strictObject({
  /** As received. */
  name: z.string().min(1),
  /** The publisher's display name; absent under `publisherText: omit`. */
  title: z.string().optional(),
  /** The publisher's text; absent under `publisherText: omit`. */
  description: z.string().optional(),
  inputSchema: JsonObjectSchema.optional(),
  outputSchema: JsonObjectSchema.optional(),
  annotations: JsonObjectSchema.optional(),
  definitionSource: DefinitionSourceSchema,
  /** Only where the source is `listed` or `snapshot`. */
  hashes: HashesSchema.optional(),
  /** What the definition costs a model's context. */
  definitionTokens: z.strictObject({ tokenizer: z.string(), count: z.number().int().nonnegative() }).optional(),
  classification: ClassificationSchema,
  /** Day of the first listing that had this tool. */
  firstSeen: DaySchema,
  /** Day of the last listing that changed the fingerprint. */
  changed: DaySchema.optional(),
} satisfies Readonly<Record<keyof ToolDefinition, z.ZodType>> & Readonly<Record<string, z.ZodType>>);
export type ToolRecord = z.infer<typeof ToolRecordSchema>;

/** How and when the tools were listed. */
export const ListedSchema = z.strictObject({
  /** Day of looking: of the listing where it is ours, of the copying or reading where it is somebody else's. */
  date: DaySchema,
  /** Day of what is described, that day at the latest, where it was copied or read; absent in a listing of our own. */
  asOf: DaySchema.optional(),
  /** In a few words: "tools/list over stdio, no network". */
  how: z.string().min(1),
  /** Version of the server that was listed. */
  version: z.string().optional(),
  /** MCP protocol version that was agreed on. */
  protocol: z.string().optional(),
  /** The name that the server gave itself: its claim, which anybody may make. */
  callsItself: z.string().min(1).max(80).optional(),
  /** Arguments that the server was started with. */
  arguments: z.array(z.string()).optional(),
  /** Names of environment variables that were set, never their values. */
  environment: z.array(z.string()).optional(),
});
export type Listed = z.infer<typeof ListedSchema>;

/** tools.json (docs/contracts.md#toolsjson). Scripts write it; people write everything else. */
export const ToolsFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  listed: ListedSchema,
  tools: z.array(ToolRecordSchema),
});
export type ToolsFile = z.infer<typeof ToolsFileSchema>;

/** What `for` in words and reviews must equal: the fingerprint, or the day of the listing where there is none. */
export function anchorOf(record: ToolRecord, listed: Listed): string {
  return record.hashes?.all ?? listed.date;
}
