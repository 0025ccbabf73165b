import { z } from 'zod';
import { SLUG_PATTERN } from '../text/slug.ts';
import { ListedSchema } from './record.ts';

/** What was scanned: enough to do it again, without a secret. */
export const CaptureTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('npm'),
    package: z.string(),
    /** The exact version that was installed. */
    version: z.string(),
    /** Which of several programs in the package. */
    bin: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('command'), command: z.string() }),
  z.strictObject({
    kind: z.literal('http'),
    /** Without user, password and the values of its query. */
    url: z.string(),
    /** Names of headers that were sent beside the protocol's own. */
    headers: z.array(z.string()),
  }),
]);
export type CaptureTarget = z.infer<typeof CaptureTargetSchema>;

/**
 * What one server answered, as received, and how it was asked. Kept beside the content root, never in it and never in git:
 * it carries the publisher's text. Answers are parsed JSON: what a server may not have said twice in one object, or the
 * spelling of a number, is lost; unknown members are kept.
 */
export const CaptureSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The server's slug. */
  id: z.string().regex(SLUG_PATTERN),
  /** When it was asked. */
  at: z.iso.datetime(),
  target: CaptureTargetSchema,
  listed: ListedSchema,
  /** Milliseconds from the start of the process or connection. */
  duration: z.strictObject({ initialize: z.number(), list: z.number(), close: z.number() }),
  /** What contained it. */
  sandbox: z.enum(['bubblewrap', 'none', 'remote']),
  /** Whether it could reach the network, and how often it tried where it could not (Linux counts that). */
  network: z.strictObject({ allowed: z.boolean(), attempts: z.number().optional() }),
  /** The result of `initialize`, with instructions. */
  initialize: z.unknown(),
  /** The result of each `tools/list`, page by page. */
  pages: z.array(z.unknown()),
  /** What it wrote that is not protocol. */
  output: z.strictObject({ noiseLines: z.number(), noiseBytes: z.number(), stderrBytes: z.number() }),
  /** How many texts had a value of the environment in them; each was replaced by the variable's name. */
  masked: z.number(),
});
export type Capture = z.infer<typeof CaptureSchema>;
