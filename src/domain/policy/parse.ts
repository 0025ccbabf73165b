import { memberAt, readJson } from '../text/json-text.ts';
import type { Place } from '../text/place.ts';
import { escapePointer } from './evaluate.ts';
import { memberFault, type Policy, PolicySchema } from './schema.ts';

/** One thing that is wrong with a policy. */
export interface PolicyError extends Place {
  /** JSON Pointer of the member (RFC 6901); null where the text is no JSON. */
  readonly pointer: string | null;
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** A policy that was read, or why it could not be. */
export type ParsedPolicy = { readonly policy: Policy } | { readonly errors: readonly PolicyError[] };

/** Reads a policy's text. The value is what stands there, checked against the schema, so that no member is lost on the way. */
export function parsePolicy(text: string): ParsedPolicy {
  const read = readJson(text);
  if ('fault' in read) {
    const { message, ...fault } = read.fault;
    return { errors: [{ ...fault, pointer: null, message: `the policy cannot be read as JSON: ${message}` }] };
  }
  const result = PolicySchema.safeParse(read.value, { error: memberFault });
  if (result.success) return { policy: read.value as Policy };
  const errors = result.error.issues.flatMap((issue): PolicyError[] => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    // Members that nobody knows are named one by one, each at its own line.
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : unknownKeys(issue);
    if (unknown.length === 0) return [errorAt(text, path, issue.message, false)];
    return unknown.map((key) => errorAt(text, [...path, key], 'is no member that a policy has here', true));
  });
  return { errors: errors.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** The schema of rules is asked by hand (`PolicySchema`); it hands the names on. */
function unknownKeys(issue: { readonly code: string; readonly params?: unknown }): readonly string[] {
  return (issue.params as { unknown?: readonly string[] } | undefined)?.unknown ?? [];
}

function errorAt(text: string, path: (string | number)[], message: string, atName: boolean): PolicyError {
  const { line, column } = memberAt(text, path, atName);
  return {
    line,
    column,
    pointer: path.map((key) => `/${escapePointer(String(key))}`).join('') || '/',
    message,
    remedy: remedyFor(path, atName),
  };
}

/** What may stand where, by the member's place: the remedy for whatever is wrong there. */
const REMEDIES: readonly (readonly [place: RegExp, remedy: string])[] = [
  [/^$/, 'Write an object with "version": "1" and "default": "allow" or "deny".'],
  [/^version$/, 'Write "version": "1".'],
  [/^default$/, 'Write "default": "allow" or "default": "deny".'],
  [/^hide( \d+)?$/, 'Write a list of tool names: ["delete_item"].'],
  [/^all_tools$/, 'Write {"limits": […]}.'],
  [/ ?limits$/, 'Write a list of limits whose counters differ.'],
  [/limits \d+$/, 'Write {"counter": "…", "window": "minute", "max": 10, "scope": "grant"}.'],
  [/limits \d+ counter$/, 'Write a name: "counter": "calls-per-minute".'],
  [/limits \d+ window$/, 'Write "minute", "hour" or "day".'],
  [/limits \d+ max$/, 'Write a whole number from 1 up.'],
  [/limits \d+ scope$/, 'Write "scope": "grant".'],
  [/^tools$/, 'Write an object: the name of a tool and its rule, {"list_items": {}}.'],
  [/^tools \S+$/, 'Write {} or an object with "require", "deny_if" and "limits".'],
  [/ require$/, 'Write a list of conditions that must all hold.'],
  [/ deny_if$/, 'Write a list: [{"conditions": [], "on_deny": "Blocked."}].'],
  [/ deny_if \d+$/, 'Write {"conditions": […], "on_deny": "…"}.'],
  [/ conditions$/, 'Write a list of conditions; an empty one always denies.'],
  [/ on_deny$/, 'Write a text in double quotes.'],
  [/ (require|conditions) \d+$/, 'Write {"path": "args.name", "op": "eq", "value": …}.'],
  [/ path$/, 'Write "args." and the name of the argument.'],
  [/ op$/, 'Write one of eq, neq, lt, lte, gt, gte, in, not_in, exists, regex, contains.'],
  [/ value$/, 'Write a regular expression as RE2 has it, in double quotes.'],
];

function remedyFor(path: readonly (string | number)[], isUnknown: boolean): string {
  if (isUnknown) return 'Remove it, or correct its spelling.';
  // The name of a tool is a stranger's: it must not look like a place.
  const place = path.map((key, index) => (path[0] === 'tools' && index === 1 ? 'x' : key)).join(' ');
  return REMEDIES.find(([pattern]) => pattern.test(place))?.[1] ?? 'Correct it there.';
}

/** An error on one line: where, which member, what is wrong, the remedy. Names in it may be a stranger's. */
export function policyErrorLine({ line, column, pointer, message, remedy }: PolicyError): string {
  const what = pointer === null ? message : `${pointer}: ${message}`;
  return `line ${line}, column ${column}: ${what}. ${remedy}`;
}
