import type { ArgumentRule } from '../policy/argument-rules.ts';
import { type Decision, EFFECTS, type Effect } from '../policy/decide.ts';
import { type PolicyTool, policyDecision, rulesFor } from '../policy/recommend.ts';
import type { Can, PolicyRequest } from './request.ts';

/** What becomes of one tool in a format. */
export interface PlannedTool {
  /** Raw name. */
  readonly name: string;
  readonly decision: Decision;
  /** The effect that the format gives it. */
  readonly effect: Effect;
  /** A limited Read that nothing bounds here: allowed, in a format that can neither limit nor ask. */
  readonly unbounded: boolean;
  /** Rules on arguments: in the variant `narrow`, or filled in against one attack. */
  readonly rules: readonly ArgumentRule[];
}

/** A policy before it is written down. */
export interface Plan {
  readonly key: string;
  /** `server`: every recorded tool. `only`: this tool and no other. `block`: this tool is blocked, the rest untouched. */
  readonly shape: 'server' | 'only' | 'block';
  /** The tools that the policy speaks of, by name. */
  readonly tools: readonly PlannedTool[];
  /** Every recorded tool, by name. */
  readonly all: readonly PlannedTool[];
  /** Why the shape is another than was asked for. */
  readonly note: string | null;
}

/**
 * The effect of a decision in a format: the same, or the next stricter one that it has. One exception
 * (docs/policies.md#limited-reads): a limited Read stays allowed where a format can neither limit nor ask.
 */
export function expressed(decision: Decision, isRead: boolean, can: Can): Effect {
  if (decision.effect === 'limit' && isRead && !can.limit && !can.ask) return 'allow';
  const has: Readonly<Record<Effect, boolean>> = { ...can, allow: true };
  const asStrict = EFFECTS.slice(0, EFFECTS.indexOf(decision.effect) + 1).findLast((effect) => has[effect]);
  // Where nothing is as strict, the strictest that there is: a format is laxer only where its `cannot` says so.
  return asStrict ?? EFFECTS.find((effect) => has[effect]) ?? 'allow';
}

/** Plans a policy: which shape it takes, and what becomes of each tool. */
export function planFor(request: PolicyRequest, can: Can): Plan {
  const all = request.tools.map((tool) => planTool(tool, request, can)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const whole = { key: request.key, shape: 'server', tools: all, all, note: null } as const;
  if (request.tool === undefined) return whole;
  const tools = all.filter(({ name }) => name === request.tool);
  // Variants change the decision, never these two shapes (docs/policies.md#shapes).
  const stays = tools.every(({ decision, effect }) => isUsable(decision.effect) && isUsable(effect));
  if (stays) return { ...whole, shape: 'only', tools };
  if (can.blockOne) return { ...whole, shape: 'block', tools };
  return {
    ...whole,
    note: 'This format cannot block one tool and leave the rest as it was: here is the list for the whole server.',
  };
}

/** Whether a call can go through, if need be after somebody was asked. */
function isUsable(effect: Effect): boolean {
  return effect !== 'deny' && effect !== 'hide';
}

function planTool(tool: PolicyTool, { variant }: PolicyRequest, can: Can): PlannedTool {
  const decision = policyDecision(tool, variant);
  const rules = rulesFor(tool, variant);
  // A rule on arguments that the format cannot hold leaves no call unseen: somebody is asked, or the tool is refused.
  const held: Decision =
    rules.length > 0 && !can.arguments && isUsable(decision.effect)
      ? { ...decision, effect: 'ask', limits: [] }
      : decision;
  const asks = can.ask && (can.askDespiteClaim || tool.claimsReadOnly !== true);
  // A rule against an attack has no exception for reading: a limit that nothing counts would be no rule.
  const effect = expressed(held, tool.category === 'Read' && tool.ruled === undefined, { ...can, ask: asks });
  return {
    name: tool.name,
    decision,
    effect,
    unbounded: decision.effect === 'limit' && effect === 'allow',
    rules,
  };
}
