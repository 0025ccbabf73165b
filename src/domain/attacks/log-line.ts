import { z } from 'zod';

/** One line of a gateway's call log, in the schema that detection rules are written for. */
export const LogLineSchema = z.strictObject({
  /** ISO time with a zone. */
  time: z.iso.datetime({ offset: true }),
  /** Whose call it is: one grant, user or session. */
  grant: z.string().default('default'),
  server: z.string(),
  /** Raw name. */
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()).default({}),
  decision: z.enum(['allow', 'deny']).default('allow'),
  /** Bytes of the answer; absent for a refused call. */
  resultBytes: z.number().int().nonnegative().optional(),
});
export type LogLine = z.infer<typeof LogLineSchema>;
