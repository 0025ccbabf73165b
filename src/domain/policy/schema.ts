import { z } from 'zod';
import { isObject } from '../text/json.ts';
import { readPattern } from './pattern.ts';

/** Comparisons that a condition may make (docs/policy-format.md#policyjson, seen in the documentation). */
export const OPERATORS = [
  'eq',
  'neq',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
  'exists',
  'regex',
  'contains',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A quota: at most `max` calls of one grant in each calendar window (UTC). */
export const LimitSchema = z.strictObject({
  /** A name, unique in its list; ours are unique in the document. */
  counter: z.string().min(1),
  window: z.enum(['minute', 'hour', 'day']),
  /** Calls, more than 0. */
  max: z.number().int().positive(),
  /** The only scope that is documented. */
  scope: z.literal('grant'),
});
export type Limit = z.infer<typeof LimitSchema>;

/** A test of one argument. Its shape is derived from Intercept, not documented. */
export const ConditionSchema = z
  .strictObject({
    /** `args.` and the argument's name; further dots go into objects. */
    path: z.string().regex(/^args\../, 'expected a path that begins with "args."'),
    op: z.enum(OPERATORS),
    value: z.unknown().optional(),
  })
  // A pattern that cannot be read would match nothing: `deny_if` would let everything pass.
  .refine(({ op, value }) => op !== 'regex' || readPattern(value) !== null, {
    path: ['value'],
    message: 'expected a regular expression that can be read here (RE2 without \\A, \\z and named groups with P)',
  });
export type Condition = z.infer<typeof ConditionSchema>;

/** Denies a call when all its conditions hold; with an empty list, always. */
export const DenyIfSchema = z.strictObject({
  conditions: z.array(ConditionSchema),
  /** Told to the caller. */
  on_deny: z.string().optional(),
});

/** What holds for one tool; `{}` allows it without checks where the default is deny. */
export const ToolRuleSchema = z.strictObject({
  /** All must hold, or the call is denied. */
  require: z.array(ConditionSchema).optional(),
  /** The first entry whose conditions all hold denies the call. */
  deny_if: z.array(DenyIfSchema).optional(),
  limits: z.array(LimitSchema).optional().refine(hasUniqueCounters, 'two limits of one list have the same `counter`'),
});
export type ToolRule = z.infer<typeof ToolRuleSchema>;

/**
 * policy.json version 1 (docs/policy-format.md#policyjson).
 * `tools` is checked member by member, because a record schema passes over a tool that is called `__proto__`.
 */
export const PolicySchema = z.strictObject({
  version: z.literal('1'),
  /** What happens to tools that are not a key of `tools`. */
  default: z.enum(['allow', 'deny']),
  /** Names that are left out of tools/list and denied when called; `"*"` is all. Wins over `tools`. */
  hide: z.array(z.string()).optional(),
  /** Quotas that every call counts towards. */
  all_tools: z
    .strictObject({
      limits: z.array(LimitSchema).refine(hasUniqueCounters, 'two limits of one list have the same `counter`'),
    })
    .optional(),
  /** Rules by raw tool name. */
  tools: z
    .custom<Readonly<Record<string, ToolRule>>>(isObject, 'expected an object: tool name → rule')
    .superRefine((tools, context) => {
      for (const [name, rule] of Object.entries(tools)) {
        for (const issue of ToolRuleSchema.safeParse(rule, { error: memberFault }).error?.issues ?? []) {
          const params = issue.code === 'unrecognized_keys' ? { unknown: issue.keys } : {};
          context.addIssue({ code: 'custom', message: issue.message, path: [name, ...issue.path], params });
        }
      }
    })
    .optional(),
});

/** What is wrong with a member, in our words where the schema has none of its own: the validator's speak of its types. */
export function memberFault({ input }: { readonly input?: unknown }): string {
  return input === undefined ? 'is missing' : 'is no value that may stand here';
}

/** A policy that fits the schema. */
export interface Policy {
  readonly version: '1';
  readonly default: 'allow' | 'deny';
  readonly hide?: readonly string[] | undefined;
  readonly all_tools?: { readonly limits: readonly Limit[] } | undefined;
  readonly tools?: Readonly<Record<string, ToolRule>> | undefined;
}

function hasUniqueCounters(limits: readonly Limit[] | undefined): boolean {
  return limits === undefined || new Set(limits.map((limit) => limit.counter)).size === limits.length;
}
