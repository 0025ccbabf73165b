import { slugFromId } from '../slug.ts';
import { type Decision, type DecisionInput, decide, type Variant } from './decide.ts';
import { denialMessage } from './message.ts';
import type { Limit, Policy, ToolRule } from './schema.ts';

/** A tool with what its decision needs. */
export interface PolicyTool extends DecisionInput {
  /** Raw name. */
  readonly name: string;
}

/**
 * The decision as policy.json can carry it: in its list `hide` the name "*" stands for every tool, so a tool that is really
 * called so is denied instead.
 */
export function policyDecision(tool: PolicyTool, variant: Variant = 'recommended'): Decision {
  const decision = decide(tool, variant);
  return decision.effect === 'hide' && tool.name === '*' ? { ...decision, effect: 'deny' } : decision;
}

/**
 * The policy of a tool page (design: Decisions). A tool that stays usable gets a closed policy with it alone; one that is
 * blocked gets an open policy that blocks it and leaves the rest as it was.
 */
export function toolPolicy(tool: PolicyTool, variant: Variant = 'recommended'): Policy {
  const decision = policyDecision(tool, variant);
  const counters = new CounterNames();
  switch (decision.effect) {
    case 'allow':
    case 'limit':
      return closed({ [tool.name]: rule(tool, decision, counters) });
    case 'hide':
      return { version: '1', default: 'allow', hide: [tool.name] };
    case 'ask':
    case 'deny':
      return { version: '1', default: 'allow', tools: ownEntries([[tool.name, rule(tool, decision, counters)]]) };
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
    if (decision.effect === 'hide') hide.push(tool.name);
    else if (decision.effect !== 'deny' || variant === 'recommended') {
      rules.push([tool.name, rule(tool, decision, counters)]);
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

function rule(tool: PolicyTool, decision: Decision, counters: CounterNames): ToolRule {
  switch (decision.effect) {
    case 'allow':
      return {};
    case 'limit':
      return { limits: decision.limits.map((limit) => toLimit(tool.name, limit, counters)) };
    default:
      return { deny_if: [{ conditions: [], on_deny: denialMessage(decision) }] };
  }
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
