import { z } from 'zod';
import { RULE_KINDS } from '../policy/argument-rules.ts';
import { FINDING_IDS } from '../record/classification.ts';
import { CAPABILITIES } from '../risk/capabilities.ts';
import { CategorySchema } from '../risk/category.ts';
import { RiskSignalSchema } from '../risk/signal.ts';
import { HttpUrlSchema } from '../text/http-url.ts';
import { SLUG_PATTERN } from '../text/slug.ts';
import { LogLineSchema } from './log-line.ts';

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

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * Which tools an attack concerns, in the taxonomy's terms. All that is given must hold; a list means any of its members.
 */
export const ToolMatchSchema = z
  .strictObject({
    categories: z.array(CategorySchema).min(1).optional(),
    /** At least one of these signals. */
    signals: z.array(RiskSignalSchema).min(1).optional(),
    /** What it must bring to what tools do together (docs/taxonomy.md#together). */
    brings: z.enum(CAPABILITIES).optional(),
    /**
     * A pattern (case is ignored) for what shows the signal or for the tool's name: tells a query from a shell command, which
     * bear the same signal. What a person's review says without evidence goes by the name alone.
     */
    shownBy: z.string().refine(isPattern, 'expected a regular expression').optional(),
    /** Why a tool of this kind is open to it; `{where}` becomes the parameter or words that show the signal. */
    because: z.string().trim().min(10).max(160),
  })
  .refine(
    (match) => match.categories !== undefined || match.signals !== undefined || match.brings !== undefined,
    'give `categories`, `signals` or `brings`',
  );
export type ToolMatch = z.infer<typeof ToolMatchSchema>;

/** How a link to tools comes about. Every kind says why, so that a link without a reason cannot be written. */
export const AttackJoinSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    /** One tool alone is open to it. */
    kind: z.literal('tool'),
    any: z.array(ToolMatchSchema).min(1),
  }),
  z.strictObject({
    /** Only tools together are: every part must be on the server, or on the servers that one client connects. */
    kind: z.literal('combination'),
    all: z.array(ToolMatchSchema).min(2),
  }),
  z.strictObject({
    /** A finding in the definition itself shows it. */
    kind: z.literal('finding'),
    any: z.array(z.enum(FINDING_IDS)).min(1),
    /** Why no trait of a tool makes it open, as half a sentence after "It": "hands the model a text that …". */
    because: z.string().trim().min(10).max(200),
  }),
  z.strictObject({
    /** A property of the server: how its package is fetched, or that it is reached over HTTP. */
    kind: z.literal('server'),
    property: z.enum(['package', 'remote']),
    /** Half a sentence after the server's name: "is fetched from a registry each time it starts". */
    because: z.string().trim().min(10).max(160),
  }),
  z.strictObject({
    /** Nothing that a record holds makes a tool or server more open to it than another. */
    kind: z.literal('none'),
    /** What is attacked instead. */
    concerns: z.enum(['definition', 'package', 'transport', 'client', 'authorisation', 'person']),
    /** Half a sentence after "It": "attacks the sign-in between client and server, …". */
    because: z.string().trim().min(10).max(200),
  }),
]);
export type AttackJoin = z.infer<typeof AttackJoinSchema>;

/** A call in an example: a raw tool name of the rule's server, and its arguments. */
const ExampleCallSchema = z.strictObject({
  tool: z.string().min(1),
  arguments: z.record(z.string(), z.unknown()).default({}),
  /** What the call is, in a few words: "reads the SSH key". */
  says: z.string().trim().min(5).max(160),
});

/** A rule that a person filled in: which argument, and what it may be. */
const FilledRuleSchema = z.strictObject({
  /** Name of the argument, at the top of the tool's schema. */
  parameter: z.string().min(1),
  kind: z.enum(RULE_KINDS),
  /**
   * Roots, hosts, recipients, values or commands that are let through; for `amount`, the cap as the only member; for `list`,
   * each is the only member of a list that is let through.
   */
  allowed: z.array(z.union([z.string(), z.number()])).min(1),
});

/**
 * What a tool-call policy does against a pattern, as data: pages compile it into the reader's format, tests run both calls
 * through the evaluator. `none` says why no rule can.
 */
export const AttackRuleSchema = z.discriminatedUnion('control', [
  z.strictObject({
    /** The tool is refused (`deny`) or not even shown (`hide`); `passes` is a call of another tool of the server. */
    control: z.enum(['deny', 'hide']),
    /** A server of this catalogue, and one of its tools that the pattern concerns. */
    server: z.string().regex(SLUG_PATTERN),
    tool: z.string().min(1),
    /** What the rule does against the attack and what it costs: one or two sentences. */
    says: z.string().trim().min(20).max(320),
    blocks: ExampleCallSchema,
    passes: ExampleCallSchema,
  }),
  z.strictObject({
    /** At most so many calls; `blocks` is the call after them, `passes` the first one. */
    control: z.literal('limit'),
    server: z.string().regex(SLUG_PATTERN),
    tool: z.string().min(1),
    limit: z
      .strictObject({
        minute: z.number().int().positive().optional(),
        hour: z.number().int().positive().optional(),
        day: z.number().int().positive().optional(),
      })
      .refine((limit) => Object.keys(limit).length > 0, 'give `minute`, `hour` or `day`'),
    says: z.string().trim().min(20).max(320),
    blocks: ExampleCallSchema,
    passes: ExampleCallSchema,
  }),
  z.strictObject({
    /** Arguments are held to what is listed; both calls are calls of the tool. */
    control: z.literal('require'),
    server: z.string().regex(SLUG_PATTERN),
    tool: z.string().min(1),
    require: z.array(FilledRuleSchema).min(1),
    says: z.string().trim().min(20).max(320),
    blocks: ExampleCallSchema,
    passes: ExampleCallSchema,
  }),
  z.strictObject({
    control: z.literal('none'),
    /** Why no rule on calls can stop or narrow it: one or two sentences. */
    says: z.string().trim().min(20).max(320),
  }),
]);
export type AttackRule = z.infer<typeof AttackRuleSchema>;

/**
 * How a pattern shows in a call log, in a subset of Sigma (sigmahq.io/docs): named selections and a condition over them, and
 * with `correlation` a count of matching lines. Which part of Sigma is read: src/domain/detection/.
 */
export const DetectionSchema = z.strictObject({
  /** Also the title of the exported rule. */
  title: z.string().trim().min(5).max(120),
  level: z.enum(['informational', 'low', 'medium', 'high', 'critical']),
  /** Field (with Sigma modifiers, as in `arguments.path|contains`) → value, or a list of which one must match. */
  detection: z.record(z.string(), z.unknown()),
  /** More than so many matching lines of one group in the time span. */
  correlation: z
    .strictObject({
      type: z.literal('event_count'),
      groupBy: z.array(z.string()).min(1),
      /** Sigma's form: 30s, 5m, 1h, 1d. */
      timespan: z.string().regex(/^\d+[smhd]$/),
      /** Lines, at least. */
      gte: z.number().int().min(2),
    })
    .optional(),
  /** What sets it off without an attack. */
  falsePositives: z.array(z.string().trim().min(5)).min(1),
  /** Lines that it must find: all of these together set it off. */
  matches: z.array(LogLineSchema).min(1),
  /** Lines that it must leave alone. */
  passes: z.array(LogLineSchema).min(1),
});
export type Detection = z.infer<typeof DetectionSchema>;

/** The public lists that entries are mapped to, each with the form of its ids. */
export const MAPPING_LISTS = {
  'MITRE ATLAS': /^AML\.(T\d{4}(\.\d{3})?|CS\d{4})$/,
  'OWASP LLM 2025': /^LLM(0[1-9]|10):2025$/,
  'OWASP Agentic 2026': /^ASI(0[1-9]|10)$/,
  'OWASP MCP 2025': /^MCP(0[1-9]|10):2025$/,
  'SAF-MCP': /^SAF-T\d{4}$/,
} as const;
export type MappingList = keyof typeof MAPPING_LISTS;

const MappingSchema = z.strictObject({
  list: z.enum(Object.keys(MAPPING_LISTS) as [MappingList, ...MappingList[]]),
  id: z.string(),
  /** As the list gives it. */
  title: z.string(),
  /** True for an assignment that we made, not the list. */
  own: z.boolean(),
});
export type Mapping = z.infer<typeof MappingSchema>;

/** Frontmatter of content/attacks/*.mdx. The body is ours and says what happens and what stops it. */
export const AttackFileSchema = z.strictObject({
  title: z.string().trim().min(3).max(120),
  kind: z.enum(['pattern', 'case']),
  class: z.enum(Object.keys(ATTACK_CLASSES) as [AttackClass, ...AttackClass[]]),
  /** Publication or incident. */
  date: PartialDateSchema,
  /** One sentence: what happens. */
  summary: z.string().trim().min(20).max(260),
  /** What people call it, or type to find it, where its title and summary have no such words. */
  aliases: z.array(z.string().trim().min(2).max(60)).max(12).default([]),
  /** How far the record can be trusted (docs/adding-an-attack.md#confidence). */
  confidence: z.enum(['high', 'medium', 'low']),
  /** What is not certain, where something is not. */
  uncertain: z.array(z.string()).optional(),
  /** Join with tools; cases take their patterns' joins and have none of their own. */
  join: AttackJoinSchema.optional(),
  /** Patterns: what a tool-call policy does against it, as data. */
  rule: AttackRuleSchema.optional(),
  /** Patterns that show in a call log: how. */
  detection: DetectionSchema.optional(),
  /** Cases: servers of this catalogue that the case happened with, by slug. */
  servers: z.array(z.string().regex(SLUG_PATTERN)).default([]),
  /** Ids that this entry had before; they redirect. */
  moved: z.array(z.string().regex(SLUG_PATTERN)).default([]),
  /** A case's patterns, or a pattern's cases, by id. */
  related: z.array(z.string().regex(SLUG_PATTERN)).default([]),
  affected: z
    .array(
      z.strictObject({
        package: z.string(),
        vendor: z.string().optional(),
        versions: z.string().optional(),
        /**
         * The first version without the flaw; where somebody looked and found none, what was found: "none planned",
         * "deprecated". Absent: nobody looked.
         */
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
  /** Ids in public taxonomies. */
  mappings: z.array(MappingSchema).default([]),
  /** What a tool-call policy can do against it. */
  policy: z.strictObject({
    verdict: z.enum(['stops', 'narrows', 'cannot']),
    stops: z.array(z.string()).default([]),
    narrows: z.array(z.string()).default([]),
    /** What stops it that no rule on tool calls can do: an upgrade, authentication, a sandbox, smaller rights. */
    outside: z.array(z.string()).default([]),
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
