import { z } from 'zod';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { FORMAT_IDS } from '../enforcement/format-ids.ts';
import { count, formatDate } from '../text/english.ts';

/** What running a format's snippets in the real client showed. */
export const VerifiedClientSchema = z.strictObject({
  /** The client as people call it, for the sentence: "Codex". */
  client: z.string().min(1),
  /** Its npm package. */
  package: z.string().min(1),
  /** The exact version that ran. */
  version: z.string().min(1),
  /** Day of the run. */
  date: z.iso.date(),
  /** `passed` when every policy was loaded, or refused as expected, and every call went as its policy says. */
  verdict: z.enum(['passed', 'failed']),
  /** Policies that the client was started with. */
  policies: z.number().int().nonnegative(),
  /** Calls that the model asked for, over all policies: one to each tool at least. */
  calls: z.number().int().nonnegative(),
  /** What went otherwise than its policy says, one sentence each; empty when it passed. */
  differences: z.array(z.string()),
});
export type VerifiedClient = z.infer<typeof VerifiedClientSchema>;

/** Runs in real clients, by format: written by `npm run verify:clients` alone, shown on pages. Never edited. */
export const VerifiedClientsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The newest run of each format that was run at all. */
  formats: z.partialRecord(z.enum(FORMAT_IDS), VerifiedClientSchema),
});
export type VerifiedClients = z.infer<typeof VerifiedClientsSchema>;

/** What is known when nothing was run. */
export const NOTHING_VERIFIED: VerifiedClients = { schemaVersion: 1, formats: {} };

/** The sentence beside a snippet about what was run for real; what `npm test` proves is `format.verified`. */
export function verificationSentence(format: EnforcementFormat, verified: VerifiedClients): string {
  if (format.id === 'policy-json') return 'Checked by our evaluator, not on the vendor’s gateway.';
  const run = verified.formats[format.id];
  if (run === undefined) return 'Not checked by us in the client.';
  const checked = `Checked with ${run.client} ${run.version} on ${formatDate(run.date)}: ${count(run.policies, 'policy')}, ${count(run.calls, 'call')}`;
  return run.verdict === 'passed'
    ? `${checked}.`
    : `${checked}, and not all of it went as the policies say: do not rely on it.`;
}
