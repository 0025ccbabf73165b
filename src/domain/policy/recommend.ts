import { slugFromId } from '../text/slug.ts';
import { type ArgumentRule, argumentRules, type NarrowableTool } from './argument-rules.ts';
import { type Decision, type DecisionInput, decide, type Variant } from './decide.ts';
import { denialMessage } from './message.ts';
import { narrowedRule } from './narrow.ts';
import type { Limit, Policy, ToolRule } from './schema.ts';

/** A tool with what its decision needs. */
export interface PolicyTool extends DecisionInput, NarrowableTool {
  /** Raw name. */
  readonly name: string;
  /** True where the server itself calls the tool read-only: some clients then do not ask, whatever it does. */
  readonly claimsReadOnly?: boolean | undefined;
  /** A decision in place of the table's, whatever the variant: the rule against one attack. */
  readonly ruled?: Ruled | undefined;
}

/** A decision that a rule makes, and what it holds arguments to. */
export interface Ruled {
  readonly decision: Decision;
  readonly rules: readonly ArgumentRule[];
}

/** The rules on a tool's arguments in a variant: those that were filled in for it, else what its schema allows. */
export function rulesFor(tool: PolicyTool, variant: Variant): readonly ArgumentRule[] {
  return tool.ruled?.rules ?? (variant === 'narrow' ? argumentRules(tool) : []);
}

/**
 * The decision as policy.json can carry it: in its list `hide` the name "*" stands for every tool, so a tool that is really
 * called so is denied instead.
 */
export function policyDecision(tool: PolicyTool, variant: Variant = 'recommended'): Decision {
  const decision = tool.ruled?.decision ?? decide(tool, variant);
  return decision.effect === 'hide' && tool.name === '*' ? { ...decision, effect: 'deny' } : decision;
}

/**
 * The policy of a tool page (docs/policies.md#shapes). A tool that stays usable gets a closed policy with it alone; one that is
 * blocked gets an open policy that blocks it and leaves the rest as it was.
 */
export function toolPolicy(tool: PolicyTool, variant: Variant = 'recommended'): Policy {
  const decision = policyDecision(tool, variant);
  const counters = new CounterNames();
  switch (decision.effect) {
    case 'allow':
    case 'limit':
      return closed(ownEntries([[tool.name, rule(tool, decision, counters, variant)]]));
    case 'hide': {
      const waiting = waitingRule(tool, variant);
      const hidden = { version: '1', default: 'allow', hide: [tool.name] } as const;
      return waiting === null ? hidden : { ...hidden, tools: ownEntries([[tool.name, waiting]]) };
    }
    case 'ask':
    case 'deny':
      return {
        version: '1',
        default: 'allow',
        tools: ownEntries([[tool.name, rule(tool, decision, counters, variant)]]),
      };
    default:
      return decision.effect satisfies never;
  }
}

/**
 * The policy of a server page: every recorded tool by its decision, everything else denied. Tools keep the order given.
 * In the variants, what the variant alone denies is left out, which denies it.
 */
export function serverPolicy(tools: readonly PolicyTool[], variant: Variant = 'recommended'): Policy {
  const counters = new CounterNames();
  const rules: [string, ToolRule][] = [];
  const hide: string[] = [];
  for (const tool of tools) {
    const decision = policyDecision(tool, variant);
    if (decision.effect === 'hide') {
      hide.push(tool.name);
      const waiting = waitingRule(tool, variant);
      if (waiting !== null) rules.push([tool.name, waiting]);
    } else if (decision.effect !== 'deny' || variant === 'recommended' || variant === 'narrow') {
      rules.push([tool.name, rule(tool, decision, counters, variant)]);
    }
  }
  const policy = closed(Object.fromEntries(rules));
  return hide.length > 0 ? { version: '1', default: 'deny', hide, tools: policy.tools } : policy;
}

function closed(tools: Readonly<Record<string, ToolRule>>): Policy {
  return { version: '1', default: 'deny', tools };
}

/** An object with exactly these own keys, `__proto__` included. */
function ownEntries(entries: readonly [string, ToolRule][]): Readonly<Record<string, ToolRule>> {
  return Object.fromEntries(entries);
}

function rule(tool: PolicyTool, decision: Decision, counters: CounterNames, variant: Variant): ToolRule {
  const narrowed = narrowedRule(rulesFor(tool, variant));
  switch (decision.effect) {
    case 'allow':
      return narrowed;
    case 'limit':
      return { ...narrowed, limits: decision.limits.map((limit) => toLimit(tool.name, limit, counters)) };
    default:
      return {
        ...narrowed,
        deny_if: [...(narrowed.deny_if ?? []), { conditions: [], on_deny: denialMessage(decision) }],
      };
  }
}

/**
 * The rules on the arguments of a tool that stays hidden: `hide` wins over them, and they are ready for a person who fills
 * them in and takes the name off that list. Null where there are none.
 */
function waitingRule(tool: PolicyTool, variant: Variant): ToolRule | null {
  if (variant !== 'narrow') return null;
  const narrowed = narrowedRule(argumentRules(tool));
  return Object.keys(narrowed).length > 0 ? narrowed : null;
}

function toLimit(name: string, limit: Decision['limits'][number], counters: CounterNames): Limit {
  return {
    counter: counters.next(`${slugFromId(name.slice(0, 80)) ?? 'tool'}-per-${limit.window}`),
    ...limit,
    scope: 'grant',
  };
}

/** Counter names that are unique in one document. */
class CounterNames {
  readonly #used = new Set<string>();

  next(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#used.has(name); number += 1) name = `${wanted}-${number}`;
    this.#used.add(name);
    return name;
  }
}
