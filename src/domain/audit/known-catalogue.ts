import { z } from 'zod';
import { DoubtSchema } from '../policy/doubt.ts';
import { PACKAGE_REGISTRIES } from '../record/server.ts';
import { CategorySchema } from '../risk/category.ts';
import { RiskLevelSchema } from '../risk/risk-level.ts';
import { RiskSignalSchema } from '../risk/signal.ts';

/** A tool as an audit needs it; short, because one file holds the whole catalogue (`/api/v1/match.json`). */
export const KnownToolSchema = z.strictObject({
  /** As received. */
  name: z.string(),
  /** Segment of its page; absent where that is its name, and for tools that no page is about. */
  segment: z.string().optional(),
  /** Null for both where it is not assessed. */
  category: CategorySchema.nullable(),
  level: RiskLevelSchema.nullable(),
  signals: z.array(RiskSignalSchema),
  /** Whether it puts text of the caller's where others read it. */
  shares: z.boolean(),
  /** Why the verdict may be too mild. */
  doubts: z.array(DoubtSchema),
  /** What its definition costs a model's context, where it was counted. */
  tokens: z.number().int().nonnegative().optional(),
  /** The server's own claims; null for one that it does not make. Absent where our source has none. */
  hints: z
    .strictObject({
      readOnlyHint: z.boolean().nullable(),
      destructiveHint: z.boolean().nullable(),
      openWorldHint: z.boolean().nullable(),
    })
    .optional(),
  /** A reviewer's limit. */
  limit: z.strictObject({ minute: z.number().optional(), hour: z.number().optional() }).optional(),
});
export type KnownTool = z.infer<typeof KnownToolSchema>;

/** A server as an audit needs it. */
export const KnownServerSchema = z.strictObject({
  /** Null for a list of tools that the reader gave. */
  slug: z.string().nullable(),
  name: z.string(),
  packages: z.array(
    z.strictObject({ registry: z.enum(PACKAGE_REGISTRIES), name: z.string(), bin: z.string().optional() }),
  ),
  endpoint: z.string().optional(),
  /** The product that it is for, whose name alone says too little, and where the official server of that is reached. Never an identity. */
  brand: z.strictObject({ slug: z.string(), name: z.string(), endpoint: z.string().optional() }).optional(),
  /** Where its source is. */
  repository: z.string().optional(),
  /** Version that was listed, in a listing of our own. */
  version: z.string().optional(),
  /** Day of what was copied or read elsewhere; absent for a listing of our own. */
  asOf: z.string().optional(),
  /** How it was started or found when its tools were recorded, where that decides which it lists. */
  note: z.string().optional(),
  /** Tools beyond those recorded: 0 when complete, null when nobody knows. */
  unrecorded: z.number().int().nonnegative().nullable(),
  /** Riskiest first. */
  tools: z.array(KnownToolSchema),
});
export type KnownServer = z.infer<typeof KnownServerSchema>;

/** What an audit compares with. */
export const KnownCatalogueSchema = z.strictObject({
  schemaVersion: z.literal(1),
  servers: z.array(KnownServerSchema),
  /** Titles of the attacks that have a page, by id. */
  attacks: z.record(z.string(), z.string()),
});
export type KnownCatalogue = z.infer<typeof KnownCatalogueSchema>;
