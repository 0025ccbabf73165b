import type { ArgumentRule } from '../policy/argument-rules.ts';
import { type Decision, decide, EFFECTS } from '../policy/decide.ts';
import { type Call, createEvaluator, type Outcome } from '../policy/evaluate.ts';
import { type PolicyTool, toolPolicy } from '../policy/recommend.ts';
import type { Policy } from '../policy/schema.ts';
import type { AttackRule } from './attack.ts';

/** A rule that does something: all but the one that says why none can. */
export type BindingRule = Exclude<AttackRule, { readonly control: 'none' }>;

/** What a rule decides for its tool, in place of the table. */
function decisionOf(rule: BindingRule): Decision {
  const because = ['attack-rule'] as const;
  switch (rule.control) {
    case 'deny':
    case 'hide':
      return { effect: rule.control, limits: [], because };
    case 'limit':
      return {
        effect: 'limit',
        limits: (['minute', 'hour', 'day'] as const).flatMap((window) => {
          const max = rule.limit[window];
          return max === undefined ? [] : [{ window, max }];
        }),
        because,
      };
    case 'require':
      return { effect: 'allow', limits: [], because };
    default:
      return rule satisfies never;
  }
}

/** The rule's tool, decided by the rule: every format compiles it like any other tool. */
export function ruledTool(rule: BindingRule, tool: PolicyTool): PolicyTool {
  const rules =
    rule.control === 'require'
      ? rule.require.map(
          ({ kind, parameter, allowed }): ArgumentRule => ({ kind, parameter, must: 'fit', values: [], allowed }),
        )
      : [];
  const decision = decisionOf(rule);
  // A rule against one attack does not answer for what else may be wrong with the tool.
  const isOpen = decision.effect === 'allow' || decision.effect === 'limit';
  const ruled: Decision = isOpen && tool.doubts.length > 0 ? { ...decision, effect: 'ask', limits: [] } : decision;
  return { ...tool, ruled: { decision: ruled, rules } };
}

/** The tools of the rule's server with the rule's decision for its tool. */
export function ruledTools(rule: BindingRule, tools: readonly PolicyTool[]): PolicyTool[] {
  return tools.map((tool) => (tool.name === rule.tool ? ruledTool(rule, tool) : tool));
}

/**
 * The policy of a rule for its example tool.
 * @param tools the tools of the rule's server
 * @returns null where the server has no such tool
 */
export function compileRule(rule: BindingRule, tools: readonly PolicyTool[]): Policy | null {
  const tool = tools.find(({ name }) => name === rule.tool);
  return tool === undefined ? null : toolPolicy(ruledTool(rule, tool));
}

/** What the evaluator says of the two example calls of a rule. */
export interface RuleTrial {
  readonly blocks: Outcome;
  readonly passes: Outcome;
  /** How many equal calls go before the one that is blocked; 0 but for limits. */
  readonly before: number;
}

/** Runs both calls of a rule. A limited tool is called until the smallest window is full: the next call is blocked. */
export function tryRule(rule: BindingRule, policy: Policy): RuleTrial {
  const call = ({ tool, arguments: args }: BindingRule['blocks']): Call => ({
    tool,
    arguments: args,
    at: 0,
    grant: 'default',
  });
  const passes = createEvaluator(policy).evaluate(call(rule.passes));
  const evaluator = createEvaluator(policy);
  const before = rule.control === 'limit' ? Math.min(...decisionOf(rule).limits.map(({ max }) => max)) : 0;
  for (let made = 0; made < before; made += 1) evaluator.evaluate(call(rule.blocks));
  return { blocks: evaluator.evaluate(call(rule.blocks)), passes, before };
}

/** Whether our recommended decision for the tool is stricter than the rule: then the rule is for those who need the tool. */
export function isLaxerThanRecommended(rule: BindingRule, tool: PolicyTool): boolean {
  const recommended = decide(tool).effect;
  return EFFECTS.indexOf(recommended) < EFFECTS.indexOf(decisionOf(rule).effect) && recommended !== 'limit';
}
