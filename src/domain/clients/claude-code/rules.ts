import { namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { claudeName, isTooLongForClaude } from './names.ts';

/** The member `permissions` of Claude Code's settings: order deny > ask > allow > mode; empty lists are left out. */
export function claudePermissions(plan: Plan): Readonly<Record<string, readonly string[]>> {
  const lists = {
    allow: namesWith(plan, 'allow'),
    ask: namesWith(plan, 'ask'),
    deny: namesWith(plan, 'deny', 'hide'),
  };
  const rules = Object.entries(lists).map(
    ([list, names]) => [list, names.map((name) => claudeName(plan.key, name))] as const,
  );
  return Object.fromEntries(rules.filter(([, names]) => names.length > 0));
}

/** What Claude Code says nothing about when it is wrong. */
export const CLAUDE_KEY_REMARK =
  'The rules name your server key as Claude Code spells it, with _ for other characters. With a wrong name they match nothing, and Claude Code does not say so.';

/** What is stricter than the rules say: tools that never load. */
export function claudeLengthRemark({ key, tools }: Plan): readonly string[] {
  return tools.some(({ name }) => isTooLongForClaude(key, name))
    ? [
        'Claude Code does not load tools whose name, with that of the server, is over 128 characters: they cannot be called at all.',
      ]
    : [];
}
