import { count } from '../text/english.ts';
import { memberAt } from '../text/json-text.ts';
import { createEvaluator, type Outcome, unescapePointer } from './evaluate.ts';
import type { Policy } from './schema.ts';

/** Calls in a row that a policy treats alike. Numbers count from 1. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
  /** The outcome's rule; `(default allow)` where no rule names the tool and the default lets it through. */
  readonly rule: string | null;
}

/** The most calls that are tried at once: more than any limit of ours, and no wait for a reader. */
export const MOST_CALLS = 10_000;

/** Makes the same call several times within one calendar minute, and joins what is decided alike. */
export function attemptCalls(
  policy: Policy,
  call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> },
  times: number,
): readonly Run[] {
  const evaluator = createEvaluator(policy);
  const isNamed = policy.tools !== undefined && Object.hasOwn(policy.tools, call.tool);
  const runs: Run[] = [];
  for (let number = 1; number <= times; number += 1) {
    const outcome = evaluator.evaluate({ ...call, at: 0, grant: 'default' });
    const last = runs.at(-1);
    if (last?.outcome.rule === outcome.rule) runs[runs.length - 1] = { ...last, to: number };
    else runs.push({ from: number, to: number, outcome, rule: ruleOf(outcome, isNamed) });
  }
  return runs;
}

function ruleOf({ decision, rule }: Outcome, isNamed: boolean): string | null {
  return decision === 'allow' && !isNamed ? '(default allow)' : rule;
}

/** Rules that are no JSON Pointer, in words. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  '(hidden)': ': it is hidden',
  '(default deny)': ': no rule names it, and the default denies',
  '(default allow)': ': no rule names it, and the default allows',
};

/** What was decided, as a sentence. The rule may name a stranger's tool. */
export function runSentence({ from, to, outcome, rule }: Run, times: number): string {
  const which = times === 1 ? 'The call is' : from === to ? `Call ${from} is` : `Calls ${from} to ${to} are`;
  const words = rule === null ? '' : (RULE_WORDS[rule] ?? ` by ${rule}`);
  if (outcome.decision === 'allow') return `${which} allowed${words}.`;
  const message = outcome.message === undefined ? '' : ` The caller is told: ${outcome.message}`;
  return `${which} denied${words}.${message}`;
}

/** All runs in a few words, for a list of variants: "allowed", "10 calls allowed, then denied". */
export function runsWords(runs: readonly Run[]): string {
  const [first, second] = runs;
  if (first === undefined) return 'not tried';
  if (first.outcome.decision === 'deny') return 'denied';
  return second === undefined ? 'allowed' : `${count(first.to, 'call')} allowed, then denied`;
}

/** The part of a policy's text that a rule points to. */
export interface PolicyLine {
  /** Where it begins, from 1. */
  readonly line: number;
  /** In one line, cut where it is long. */
  readonly text: string;
}

const LONGEST_TEXT = 200;

/** Where the rule of a run stands in the text of the policy; null for a call that the tool's own rule lets through. */
export function policyLine(text: string, tool: string, rule: string | null): PolicyLine | null {
  if (rule === null) return null;
  const { line, text: found } = memberAt(text, pathOf(text, tool, rule), isDefault(rule));
  const whole = found.replace(/\s+/g, ' ');
  return { line, text: whole.length > LONGEST_TEXT ? `${whole.slice(0, LONGEST_TEXT)}…` : whole };
}

const isDefault = (rule: string) => rule === '(default deny)' || rule === '(default allow)';

function pathOf(text: string, tool: string, rule: string): (string | number)[] {
  if (isDefault(rule)) return ['default'];
  if (rule === '(hidden)') {
    const { hide = [] } = JSON.parse(text) as Policy;
    return ['hide', hide.includes(tool) ? hide.indexOf(tool) : hide.indexOf('*')];
  }
  return rule.split('/').slice(1).map(unescapePointer);
}
