import type { ListingState } from '../record/server.ts';
import { count, listWords, sentence } from '../text/english.ts';
import type { Variant } from './decide.ts';
import { becauseWords, decisionWords } from './policy-wording.ts';
import { type PolicyTool, policyDecision } from './recommend.ts';

/**
 * What the policy of a tool page does, in one or two sentences. It must hold when the policy beside it is evaluated, with
 * and without tools that it does not know: a test does that for every row of the table.
 */
export function toolCaption(tool: PolicyTool, variant: Variant = 'recommended'): string {
  const decision = policyDecision(tool, variant);
  switch (decision.effect) {
    case 'allow':
    case 'limit':
      return `This tool ${decisionWords(decision)}; every other tool is denied. Add their rules to the same policy, or take the whole server's.`;
    case 'hide':
    case 'ask':
    case 'deny':
      return `This tool ${decisionWords(decision)}; every other tool stays as open as it was.`;
    default:
      return decision.effect satisfies never;
  }
}

/** Why the decision is what it is: half a sentence after "because it". Only the deciding row is named. */
export function becauseClause(tool: PolicyTool): string {
  const { because } = policyDecision(tool);
  const deciding = because.slice(0, because[0] === 'reviewed-limit' ? 2 : 1);
  return listWords(deciding.map((row) => becauseWords(row, tool.signals)));
}

/** The same as a sentence. */
export function becauseSentence(tool: PolicyTool): string {
  return sentence(`That is because it ${becauseClause(tool)}`);
}

/**
 * How to see that a policy is at work without setting off what it is there to stop: only a plain read is called for proof.
 */
export function proofWords(tool: PolicyTool, variant: Variant = 'recommended'): string {
  const { effect } = policyDecision(tool, variant);
  if (effect === 'hide')
    return 'See that the tool is gone from the list that your client shows. Do not call it for proof.';
  if (tool.category === 'Read' && (effect === 'allow' || effect === 'limit')) {
    return 'Call the tool once, and see that a tool without a rule is refused.';
  }
  return 'Try a call on this page first, and then see that a harmless tool is treated as the policy says. Do not call this tool for proof.';
}

/** How many tools of a server a policy leaves open, limits, denies and hides. */
export interface PolicyCounts {
  readonly allowed: number;
  readonly limited: number;
  readonly denied: number;
  readonly hidden: number;
}

/** Counts the decisions for a server's tools. */
export function policyCounts(tools: readonly PolicyTool[], variant: Variant): PolicyCounts {
  const effects = tools.map((tool) => policyDecision(tool, variant).effect);
  const of = (...wanted: string[]) => effects.filter((effect) => wanted.includes(effect)).length;
  return { allowed: of('allow'), limited: of('limit'), denied: of('ask', 'deny'), hidden: of('hide') };
}

/** The number of tools that a server has beyond those recorded: 0 when complete, null when nobody knows. */
export function unrecordedTools(recorded: number, listing: ListingState): number | null {
  if (listing.state === 'complete') return 0;
  if (listing.state === 'unknown' || listing.total === undefined) return null;
  return Math.max(listing.total - recorded, 0);
}

/** What a server's policy does, in one to three sentences. */
export function serverCaption(tools: readonly PolicyTool[], variant: Variant, unrecorded: number | null): string {
  const { allowed, limited, denied, hidden } = policyCounts(tools, variant);
  const parts = [
    ...(allowed > 0 ? [`allows ${count(allowed, 'tool')}`] : []),
    ...(limited > 0 ? [`limits ${count(limited, 'tool')}`] : []),
    ...(denied > 0 ? [`denies ${count(denied, 'tool')}`] : []),
    ...(hidden > 0 ? [`hides ${count(hidden, 'tool')}`] : []),
  ];
  const first = parts.length === 0 ? 'No tool is recorded, so everything is denied' : `It ${listWords(parts)}`;
  return `${first}. ${unrecordedSentence(unrecorded)}`;
}

/** What happens to tools that nobody recorded, in a policy that denies them. */
export function unrecordedSentence(unrecorded: number | null): string {
  if (unrecorded === 0) return 'A tool that the server adds later is denied until you add it.';
  if (unrecorded === null) {
    return 'The full list of this server is not known: every tool that nobody has recorded is denied too.';
  }
  return `It also denies the ${count(unrecorded, 'tool')} that nobody has recorded, and what the server adds later.`;
}
