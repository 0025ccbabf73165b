import type { Action } from '../lexicon/action.ts';
import type { Meaning, ObjectRule } from '../lexicon/object-rule.ts';
import { DEVICES_RULES } from '../lexicon/objects/devices.ts';
import { KEEPING_RULES } from '../lexicon/objects/keeping.ts';
import { LOOKING_RULES } from '../lexicon/objects/looking.ts';
import { MEDIA_RULES } from '../lexicon/objects/media.ts';
import { MONEY_RULES } from '../lexicon/objects/money.ts';
import { REMOVING_RULES } from '../lexicon/objects/removing.ts';
import { RUNNING_RULES } from '../lexicon/objects/running.ts';
import { SENDING_RULES } from '../lexicon/objects/sending.ts';
import type { Topics } from '../lexicon/topics.ts';

/** First match wins: what a verb means with this object, where that differs from the verb alone. */
export const OBJECT_RULES: readonly ObjectRule[] = [
  ...MONEY_RULES,
  ...REMOVING_RULES,
  ...SENDING_RULES,
  ...KEEPING_RULES,
  ...RUNNING_RULES,
  ...LOOKING_RULES,
  ...DEVICES_RULES,
  ...MEDIA_RULES,
];

/** The rules of each verb, in their order. */
const RULES_BY_VERB: ReadonlyMap<string, readonly ObjectRule[]> = rulesByVerb();

function rulesByVerb(): ReadonlyMap<string, readonly ObjectRule[]> {
  const byVerb = new Map<string, ObjectRule[]>();
  for (const rule of OBJECT_RULES) {
    for (const verb of rule.verbs) {
      const rules = byVerb.get(verb);
      if (rules === undefined) byVerb.set(verb, [rule]);
      else rules.push(rule);
    }
  }
  return byVerb;
}

/** The row that an action falls under: the first whose conditions all hold. */
export function ruleFor(action: Action, topics: Topics): ObjectRule | undefined {
  const head = action.object.at(-1) ?? '';
  return RULES_BY_VERB.get(action.verb.base)?.find(
    (rule) =>
      rule.head?.has(head) !== false &&
      (rule.any === undefined || action.object.some((word) => rule.any?.has(word))) &&
      (rule.rest === undefined || action.rest.some((word) => rule.rest?.has(word))) &&
      rule.when?.(topics, action) !== false,
  );
}

/** What one action means in this definition. */
export function meaningOf(action: Action, topics: Topics): Meaning {
  const rule = ruleFor(action, topics);
  if (rule !== undefined)
    return { category: rule.category, says: rule.says, sure: rule.unsure !== true, specific: true };
  return { category: action.verb.category, says: action.verb.says, sure: true, specific: false };
}
