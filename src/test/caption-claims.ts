import { createEvaluator, type Outcome } from '../domain/policy/evaluate.ts';
import type { Policy } from '../domain/policy/schema.ts';

/** A name that no server has: what a policy says of it, it says of every tool that it does not know. */
const STRANGER = 'a tool that nobody knows';
const OTHER_STRANGER = 'another\u0000tool';

/** The start of an hour and of a day, so that calendar windows begin here. */
const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** More calls than any limit of ours allows in an hour. */
const MANY_CALLS = 2000;

/**
 * Reads the caption of a tool's policy as a person would, and tries each of its claims on the policy with the evaluator.
 * @returns the claims that do not hold; a caption without a claim on the tool and one on the others is itself one
 */
export function brokenToolClaims(caption: string, policy: Policy, tool: string): string[] {
  const broken: string[] = [];
  const claim = (words: string, holds: boolean) => {
    if (!holds) broken.push(`“${words}” does not hold`);
  };

  const limited = /is allowed at most (.+?) for each grant/.exec(caption);
  if (limited) claim(limited[0], limitsHold(policy, tool, limited[1] as string));
  else if (/\bis allowed\b/.test(caption))
    claim('is allowed', callsAllowed(policy, tool, START, MANY_CALLS) === MANY_CALLS);
  else if (/\bis denied with a message\b/.test(caption)) {
    const { decision, rule, message } = evaluate(policy, tool);
    claim('is denied with a message', decision === 'deny' && rule !== '(hidden)' && (message ?? '').length > 10);
  } else if (/is left out of the list of tools, and denied when called/.test(caption)) {
    claim('is left out of the list of tools', evaluate(policy, tool).rule === '(hidden)');
  } else broken.push('the caption says nothing about the tool that can be tried');

  const strangers = [STRANGER, OTHER_STRANGER, 'list_items'];
  if (/every other tool is denied/.test(caption)) {
    claim(
      'every other tool is denied',
      strangers.every((other) => evaluate(policy, other).decision === 'deny'),
    );
  } else if (/every other tool stays as open as it was/.test(caption)) {
    claim(
      'every other tool stays as open as it was',
      strangers.every((other) => callsAllowed(policy, other, START, MANY_CALLS) === MANY_CALLS),
    );
  } else broken.push('the caption says nothing about other tools that can be tried');
  return broken;
}

/** The same for the caption of a server's policy, which counts what happens to the recorded tools. */
export function brokenServerClaims(caption: string, policy: Policy, tools: readonly string[]): string[] {
  const found = { allows: 0, limits: 0, denies: 0, hides: 0 };
  for (const tool of tools) found[verbFor(policy, tool)] += 1;
  const [first = ''] = caption.split('. ');
  const said = (verb: string) =>
    Number(new RegExp(`\\b${verb} ([\\d,]+) tools?\\b`).exec(first)?.[1]?.replace(',', '') ?? 0);
  const broken = (Object.keys(found) as (keyof typeof found)[])
    .filter((verb) => said(verb) !== found[verb])
    .map((verb) => `says that it ${verb} ${said(verb)}, but it ${verb} ${found[verb]}`);
  if (tools.length === 0 && !/everything is denied/.test(caption))
    broken.push('does not say that it denies everything');
  const rest = caption.slice(first.length);
  if (!/\bdenie[sd]\b/.test(rest) || !/\b(recorded|adds later)\b/.test(rest)) {
    broken.push('says nothing of tools that are not recorded');
  }
  if (evaluate(policy, STRANGER).decision !== 'deny') broken.push('an unrecorded tool is not denied');
  return broken;
}

function verbFor(policy: Policy, tool: string): 'allows' | 'limits' | 'denies' | 'hides' {
  const { decision, rule } = evaluate(policy, tool);
  if (decision === 'deny') return rule === '(hidden)' ? 'hides' : 'denies';
  return callsAllowed(policy, tool, START, MANY_CALLS) === MANY_CALLS ? 'allows' : 'limits';
}

function evaluate(policy: Policy, tool: string): Outcome {
  return createEvaluator(policy).evaluate({ tool, at: START, grant: 'default' });
}

/** How many calls in one moment are allowed, up to a number. */
function callsAllowed(policy: Policy, tool: string, at: number, most: number): number {
  const evaluator = createEvaluator(policy);
  let allowed = 0;
  while (allowed < most && evaluator.evaluate({ tool, at, grant: 'default' }).decision === 'allow') allowed += 1;
  return allowed;
}

/** Whether exactly the calls that the words allow go through: "10 calls a minute and 60 calls an hour". */
function limitsHold(policy: Policy, tool: string, words: string): boolean {
  const limits = [...words.matchAll(/([\d,]+) calls? an? (minute|hour)/g)].map(([, max, window]) => ({
    max: Number(max?.replace(',', '')),
    window,
  }));
  const of = (window: string) => limits.find((limit) => limit.window === window)?.max ?? Number.POSITIVE_INFINITY;
  const minute = of('minute');
  const hour = of('hour');
  if (limits.length === 0) return false;
  const evaluator = createEvaluator(policy);
  const call = (at: number, grant: string) => evaluator.evaluate({ tool, at, grant }).decision === 'allow';
  let inHour = 0;
  for (let at = START; at < START + HOUR; at += MINUTE) {
    let inMinute = 0;
    while (inMinute < MANY_CALLS && call(at, 'first')) inMinute += 1;
    if (inMinute !== Math.min(minute, hour - inHour, MANY_CALLS)) return false;
    inHour += inMinute;
  }
  const end = START + HOUR - 1;
  return !call(end, 'first') && call(end, 'second') && call(START + HOUR, 'first');
}
