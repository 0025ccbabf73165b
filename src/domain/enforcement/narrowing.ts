import { type ArgumentRule, NARROWING, RULE_KINDS } from '../policy/argument-rules.ts';
import type { Plan } from './plan.ts';

/** What the rules on arguments in a plan ask for, and what gets past each kind: beside every `narrow` snippet. */
export function narrowingRemarks(plan: Plan): string[] {
  const rules = plan.tools.flatMap((tool) => tool.rules);
  if (rules.length === 0)
    return [
      'No argument of these tools has a rule: only the limits differ from the recommended policy, where the format has them.',
    ];
  return [
    'Rules on arguments narrow, they do not stop. They block every call that they look at until you fill them in: $ALLOWED_… marks, empty lists, and the cap 0.',
    ...RULE_KINDS.filter((kind) => rules.some((rule) => rule.kind === kind)).map(
      (kind) => `Asks for ${NARROWING[kind].asks}. Gets past it: ${NARROWING[kind].past}.`,
    ),
  ];
}

/** The rules of a tool whose call goes through in this plan. */
export function openRules(plan: Plan): ReadonlyMap<string, readonly ArgumentRule[]> {
  return new Map(plan.tools.map((tool) => [tool.name, tool.rules]));
}
