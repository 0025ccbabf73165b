import { NARROWING, RULE_KINDS } from '../policy/argument-rules.ts';
import type { Variant } from '../policy/decide.ts';
import type { Plan, PlannedTool } from './plan.ts';

/** What the rules on arguments in a plan ask for, and what gets past each kind: beside every `narrow` snippet. */
export function narrowingRemarks(plan: Plan, of: readonly PlannedTool[] = openTools(plan)): string[] {
  const rules = of.flatMap((tool) => tool.rules);
  if (rules.length === 0)
    return [
      'No argument of these tools has a rule: only the limits differ from the recommended policy, where the format has them.',
    ];
  return [
    rules.some((rule) => rule.allowed === undefined)
      ? 'Rules on arguments narrow, they do not stop. They block every call that they look at until you fill them in: $ALLOWED_… marks, empty lists, and the cap 0.'
      : 'Rules on arguments narrow, they do not stop. What they let through is an example: put your own values in its place.',
    ...RULE_KINDS.filter((kind) => rules.some((rule) => rule.kind === kind)).map(
      (kind) => `Asks for ${NARROWING[kind].asks}. Gets past it: ${NARROWING[kind].past}.`,
    ),
  ];
}

/** Whether rules on arguments are to be spoken of: not beside a text that only blocks a tool, which holds none. */
export function isNarrowed(plan: Plan, variant: Variant): boolean {
  return plan.shape !== 'block' && (variant === 'narrow' || hasFilledRules(plan));
}

/** Whether a plan holds an argument to values that a person filled in: against one attack, in any variant. */
function hasFilledRules(plan: Plan): boolean {
  return plan.tools.some(({ rules }) => rules.some((rule) => rule.allowed !== undefined));
}

/** The tools whose calls can go through: rules for the others are not in the text of most formats. */
function openTools(plan: Plan): readonly PlannedTool[] {
  return plan.tools.filter(({ effect }) => effect !== 'deny' && effect !== 'hide');
}
