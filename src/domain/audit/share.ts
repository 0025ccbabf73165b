import { z } from 'zod';
import { NOW_EFFECTS } from '../clients/treatment.ts';
import { RISK_LEVELS, RiskLevelSchema, worstLevel } from '../risk/risk-level.ts';
import { SLUG_PATTERN } from '../text/slug.ts';
import { type Audit, uncontrolledAt } from './audit.ts';

/** The most servers that a summary names. */
const MOST_SLUGS = 200;

/** What may be passed on: counts and public names, nothing of the configuration itself. */
export const SummarySchema = z.strictObject({
  /** Tools by what happens to them now. */
  counts: z.strictObject(Object.fromEntries(NOW_EFFECTS.map((effect) => [effect, z.number().int().min(0).max(1e6)]))),
  /** Tools that nothing controls, by level. */
  uncontrolled: z.strictObject(
    Object.fromEntries([...RISK_LEVELS, 'not-assessed'].map((level) => [level, z.number().int().min(0).max(1e6)])),
  ),
  /** Slugs of the catalogue's servers. */
  servers: z.array(z.string().max(100).regex(SLUG_PATTERN)).max(MOST_SLUGS),
  /** How many more there are of these; absent in summaries of before they were counted. */
  left: z.number().int().min(0).max(1e4).optional(),
  /** Servers that are not in the catalogue; their names are the reader's own and stay here. */
  others: z.number().int().min(0).max(1e4),
  /** Servers that nothing controls as a whole: unknown ones, and those that are dangerous by being started. Absent in older summaries. */
  open: z.number().int().min(0).max(1e4).optional(),
  /** Parts that could not be read; absent in summaries of before they were counted. */
  unread: z.number().int().min(0).max(1e4).optional(),
  /** Worst level of all tools; null when none is assessed. */
  worst: RiskLevelSchema.nullable(),
});
export type Summary = z.infer<typeof SummarySchema>;

/** The summary of an audit. */
export function summaryOf(audit: Audit): Summary {
  const servers = audit.clients.flatMap((client) => client.servers);
  const found = uncontrolledAt(audit, 'low');
  const uncontrolled = found.flatMap(({ tool }) => tool ?? []);
  const levels = [...RISK_LEVELS, 'not-assessed'] as const;
  const slugs = [...new Set(servers.flatMap(({ match }) => match?.server.slug ?? []))].sort();
  const shown = slugs.slice(0, MOST_SLUGS);
  return {
    counts: audit.counts,
    uncontrolled: Object.fromEntries(
      levels.map((level) => [level, uncontrolled.filter((tool) => (tool.level ?? 'not-assessed') === level).length]),
    ),
    servers: shown,
    ...(slugs.length > shown.length ? { left: slugs.length - shown.length } : {}),
    others: servers.filter(({ match }) => match === null).length,
    open: found.filter(({ tool }) => tool === null).length,
    unread: audit.unusable.length,
    worst: worstLevel(servers.flatMap(({ tools }) => tools.map(({ level }) => level))),
  };
}

/** The summary as the fragment of an address: a fragment is never sent to a server. */
export function summaryFragment(summary: Summary): string {
  return btoa(JSON.stringify(summary)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A summary from a fragment; null for anything else that somebody may have put there. */
export function readFragment(fragment: string): Summary | null {
  if (fragment.length > 20_000) return null;
  try {
    const text = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    return SummarySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
