import { isObject, type Json } from '../text/json.ts';
import { readPattern } from './pattern.ts';
import { limitWords } from './policy-wording.ts';
import type { Condition, Limit, Operator, Policy } from './schema.ts';
import { WINDOW_SECONDS } from './window.ts';

/** One tool call as the evaluator sees it. */
export interface Call {
  /** Raw tool name. */
  readonly tool: string;
  readonly arguments?: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds since 1970 (UTC). */
  readonly at: number;
  /** Whose quota it counts towards. */
  readonly grant: string;
}

/** What the policy says of a call (docs/contracts.md#evaluate). */
export interface Outcome {
  readonly decision: 'allow' | 'deny';
  /** Null when allowed; `(hidden)`, `(default deny)`, or a JSON Pointer (RFC 6901) into the policy. */
  readonly rule: string | null;
  /** For the caller; only with a denial that has one. */
  readonly message?: string;
}

/** Decides calls one after another and keeps the counters between them. */
export interface Evaluator {
  evaluate(call: Call): Outcome;
}

/**
 * An evaluator for one policy, in the order of docs/policy-format.md#order-of-evaluation: hide, default, require, deny_if,
 * limits. Windows are calendar windows in UTC. A refused limit gives back what the limits before it had taken.
 */
export function createEvaluator(policy: Policy): Evaluator {
  const hidden = new Set(policy.hide ?? []);
  const counts = new Map<string, number>();

  function reserve(limits: readonly LimitAt[], call: Call): Outcome | null {
    const taken: string[] = [];
    for (const { limit, pointer } of limits) {
      const window = Math.floor(call.at / 1000 / WINDOW_SECONDS[limit.window]);
      const key = JSON.stringify([pointer, call.grant, window]);
      const used = counts.get(key) ?? 0;
      if (used >= limit.max) {
        for (const other of taken) counts.set(other, (counts.get(other) as number) - 1);
        return { decision: 'deny', rule: pointer, message: `No more than ${limitWords(limit)}.` };
      }
      counts.set(key, used + 1);
      taken.push(key);
    }
    return null;
  }

  return {
    evaluate(call) {
      if (hidden.has(call.tool) || hidden.has('*')) return { decision: 'deny', rule: '(hidden)' };
      const rule = policy.tools && Object.hasOwn(policy.tools, call.tool) ? policy.tools[call.tool] : undefined;
      if (rule === undefined && policy.default === 'deny') return { decision: 'deny', rule: '(default deny)' };
      const base = `/tools/${escapePointer(call.tool)}`;
      const args = call.arguments ?? {};

      for (const [index, condition] of (rule?.require ?? []).entries()) {
        if (!holds(condition, args)) {
          return {
            decision: 'deny',
            rule: `${base}/require/${index}`,
            message: `${condition.path} does not meet the condition "${condition.op}".`,
          };
        }
      }
      for (const [index, entry] of (rule?.deny_if ?? []).entries()) {
        if (entry.conditions.every((condition) => holds(condition, args))) {
          const denial = { decision: 'deny', rule: `${base}/deny_if/${index}` } as const;
          return entry.on_deny === undefined ? denial : { ...denial, message: entry.on_deny };
        }
      }
      const limits = [
        ...withPointers(rule?.limits ?? [], `${base}/limits`),
        ...withPointers(policy.all_tools?.limits ?? [], '/all_tools/limits'),
      ];
      return reserve(limits, call) ?? { decision: 'allow', rule: null };
    },
  };
}

interface LimitAt {
  readonly limit: Limit;
  readonly pointer: string;
}

function withPointers(limits: readonly Limit[], base: string): LimitAt[] {
  return limits.map((limit, index) => ({ limit, pointer: `${base}/${index}` }));
}

/** A reference token of a JSON Pointer (RFC 6901, section 3). */
export function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The token behind its escapes. */
export function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Whether a condition holds for a call's arguments. A missing argument fails every operator but `exists`. */
export function holds(condition: Condition, args: Readonly<Record<string, unknown>>): boolean {
  const value = lookUp(condition.path, args);
  if (condition.op === 'exists') {
    const exists = value !== undefined && value !== null;
    return condition.value === false ? !exists : exists;
  }
  if (value === undefined || value === null) return false;
  return COMPARISONS[condition.op](value, condition.value);
}

function lookUp(path: string, args: Readonly<Record<string, unknown>>): unknown {
  let value: unknown = args;
  for (const key of path.split('.').slice(1)) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

type Comparison = (actual: unknown, expected: unknown) => boolean;

/** Values compare by their text (Intercept's rule); two numbers that are equal have the same. */
function equal(actual: unknown, expected: unknown): boolean {
  return asText(actual) === asText(expected);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value as Json);
}

function numeric(compare: (actual: number, expected: number) => boolean): Comparison {
  return (actual, expected) => typeof actual === 'number' && typeof expected === 'number' && compare(actual, expected);
}

const COMPARISONS: Readonly<Record<Exclude<Operator, 'exists'>, Comparison>> = {
  eq: equal,
  neq: (actual, expected) => !equal(actual, expected),
  lt: numeric((actual, expected) => actual < expected),
  lte: numeric((actual, expected) => actual <= expected),
  gt: numeric((actual, expected) => actual > expected),
  gte: numeric((actual, expected) => actual >= expected),
  in: (actual, expected) => Array.isArray(expected) && expected.some((member) => equal(actual, member)),
  not_in: (actual, expected) => Array.isArray(expected) && !expected.some((member) => equal(actual, member)),
  regex: (actual, expected) => typeof actual === 'string' && readPattern(expected)?.test(actual) === true,
  contains: (actual, expected) =>
    Array.isArray(actual)
      ? actual.some((member) => equal(member, expected))
      : typeof actual === 'string' && typeof expected === 'string' && actual.includes(expected),
};
