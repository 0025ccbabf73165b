import { z } from 'zod';
import { CategorySchema } from './category.ts';
import { HttpUrlSchema } from './http-url.ts';
import { RiskSignalSchema } from './signal.ts';
import { SLUG_PATTERN } from './slug.ts';

/** A date as far as it is known: year, month or day. */
const PartialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected 2025, 2025-07 or 2025-07-02');

/** The classes that attacks are browsed by. */
export const ATTACK_CLASSES = {
  definition: 'Poisoned definitions',
  injection: 'Injected instructions',
  argument: 'Dangerous arguments',
  exfiltration: 'Data on its way out',
  identity: 'Identity and authorisation',
  exposure: 'Exposed servers and sessions',
  supply: 'Supply chain',
  action: 'Harmful actions',
} as const;
export type AttackClass = keyof typeof ATTACK_CLASSES;

/**
 * Which tools an attack concerns, in the taxonomy's terms. All that is given must hold; a list means any of its members.
 */
export const ToolMatchSchema = z
  .strictObject({
    categories: z.array(CategorySchema).min(1).optional(),
    /** At least one of these signals. */
    signals: z.array(RiskSignalSchema).min(1).optional(),
    /** Why a tool of this kind is open to it; `{where}` becomes the parameter or words that show the signal. */
    because: z.string().trim().min(10).max(160),
  })
  .refine(
    (match) => match.categories !== undefined || match.signals !== undefined,
    'give `categories`, `signals` or both',
  );
export type ToolMatch = z.infer<typeof ToolMatchSchema>;

/** How a link to tools comes about: a tool's own traits, a combination on one server, or neither. */
export const AttackJoinSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    /** One tool alone is open to it. */
    kind: z.literal('tool'),
    any: z.array(ToolMatchSchema).min(1),
  }),
  z.strictObject({
    /** Only tools together are: every part must be on the server (or in the client). */
    kind: z.literal('combination'),
    all: z.array(ToolMatchSchema).min(2),
  }),
  z.strictObject({
    /** A definition, package, transport or client is attacked, no parameter or category. */
    kind: z.enum(['definition', 'package', 'transport', 'client', 'authorisation']),
    because: z.string().trim().min(10).max(200),
  }),
]);

/** Frontmatter of content/attacks/*.mdx. The body is ours and says what happens and what stops it. */
export const AttackFileSchema = z.strictObject({
  title: z.string().trim().min(3).max(120),
  kind: z.enum(['pattern', 'case']),
  class: z.enum(Object.keys(ATTACK_CLASSES) as [AttackClass, ...AttackClass[]]),
  /** Publication or incident. */
  date: PartialDateSchema,
  /** One sentence: what happens. */
  summary: z.string().trim().min(20).max(260),
  /** How far the record can be trusted (facts/attacks.md). */
  confidence: z.enum(['high', 'medium', 'low']),
  /** What is not certain, where something is not. */
  uncertain: z.array(z.string()).optional(),
  /** Join with tools; cases take their patterns' joins and have none of their own. */
  join: AttackJoinSchema.optional(),
  /** A case's patterns, or a pattern's cases, by id. */
  related: z.array(z.string().regex(SLUG_PATTERN)).default([]),
  affected: z
    .array(
      z.strictObject({
        package: z.string(),
        vendor: z.string().optional(),
        versions: z.string().optional(),
        fixed: z.string().optional(),
      }),
    )
    .default([]),
  cve: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).default([]),
  ghsa: z.array(z.string().regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/)).default([]),
  cwe: z.array(z.string().regex(/^CWE-\d+$/)).default([]),
  cvss: z
    .array(
      z.strictObject({
        cve: z.string(),
        version: z.string(),
        score: z.number().min(0).max(10),
        severity: z.string(),
        vector: z.string(),
      }),
    )
    .default([]),
  /** Ids in public taxonomies; `own` marks an assignment that we made, not the taxonomy. */
  mappings: z
    .array(
      z.strictObject({
        list: z.enum(['MITRE ATLAS', 'OWASP LLM 2025', 'OWASP Agentic 2026', 'OWASP MCP 2025', 'SAF-MCP']),
        id: z.string(),
        title: z.string(),
        own: z.boolean(),
      }),
    )
    .default([]),
  /** What a tool-call policy can do against it. */
  policy: z.strictObject({
    verdict: z.enum(['stops', 'narrows', 'cannot']),
    stops: z.array(z.string()).default([]),
    narrows: z.array(z.string()).default([]),
    /** Each with its reason. */
    fails: z.array(z.string()).default([]),
  }),
  sources: z
    .array(
      z.strictObject({
        url: HttpUrlSchema,
        title: z.string(),
        /** What of it was read. */
        seen: z.enum(['read', 'read in part', 'excerpt', 'linked']),
      }),
    )
    .min(1),
});
export type AttackFile = z.infer<typeof AttackFileSchema>;

/** Frontmatter of content/guides/*.mdx. */
export const GuideFileSchema = z.strictObject({
  title: z.string().trim().min(3).max(100),
  summary: z.string().trim().min(20).max(220),
  /** Place in the list of guides, smallest first. */
  order: z.number().int(),
  /** The category that it is about; pages of that category link to it. */
  category: CategorySchema.optional(),
});
export type GuideFile = z.infer<typeof GuideFileSchema>;
