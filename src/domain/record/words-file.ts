import { z } from 'zod';

/** A text of ours: one line, no markup. */
const SentenceSchema = z
  .string()
  .trim()
  .min(1)
  .max(400, 'a summary or note has at most 400 characters')
  .refine((text) => !/[\r\n]/.test(text), 'expected one line');

/** What a text was written for: a record's fingerprint, or the day of the listing. It lapses when that changes. */
const AnchorSchema = z
  .string()
  .regex(
    /^([0-9a-f]{64}|\d{4}-\d{2}-\d{2})$/,
    'expected the fingerprint of the definition (64 hex digits) or the date of the listing; `npm run stamp` writes it',
  );

/** Notes on parameters by name. */
const NotesSchema = z.record(z.string().min(1), SentenceSchema);

/** Our words on one tool. */
export const ToolWordsSchema = z.strictObject({
  for: AnchorSchema,
  /** One sentence: what one call does to the world. */
  summary: SentenceSchema,
  /** Notes on this tool's parameters; they win over the server's. */
  parameters: NotesSchema.optional(),
});

export type ToolWords = z.infer<typeof ToolWordsSchema>;

/** words.yaml: our words on a server and its tools (docs/contracts.md#content). */
export const WordsFileSchema = z.strictObject({
  server: z.strictObject({
    for: AnchorSchema,
    /** One or two sentences: what the server puts within an agent's reach. */
    summary: SentenceSchema,
  }),
  /** Notes that hold for every tool of the server with a parameter of that name. */
  parameters: NotesSchema.optional(),
  tools: z.record(z.string().min(1), ToolWordsSchema).optional(),
});
export type WordsFile = z.infer<typeof WordsFileSchema>;
