import { collision } from '../../enforcement/collision.ts';
import { defineFormat, namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { jsonString, orderedJson } from '../../enforcement/quoting.ts';
import { opencodeName } from './names.ts';
import { words } from './words.ts';

/** The rules of a policy in their order, each a pattern and what happens to the names that fit it. */
export function opencodeRules(plan: Plan): readonly (readonly [pattern: string, action: string])[] {
  const rules = plan.tools
    .filter(({ effect }) => plan.shape === 'block' || effect === 'allow' || effect === 'ask')
    .map(({ name, effect }) => [opencodeName(plan.key, name), effect === 'hide' ? 'deny' : effect] as const);
  return plan.shape === 'block' ? rules : [[`${opencodeName(plan.key, '')}*`, 'deny'] as const, ...rules];
}

/**
 * opencode's permissions (opencode.ai/docs/permissions; docs/enforcement-targets.md#opencode, run for real). The last rule
 * that matches wins, so the pattern that denies the server comes first, and the text is written in order by hand: objects of
 * JavaScript put keys that look like numbers first, and the order must not hang on what a stranger calls a tool.
 */
export const opencode = defineFormat({
  id: 'opencode',
  name: words.name,
  file: 'opencode.json',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: [],
  merge:
    'It extends `permission` in your opencode.json: put these lines after your own, in this order, because the last rule that matches wins.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it, its order kept, and work out what each call would get.',
  },
  refuse: (plan) => collision('opencode', plan.all, (name) => opencodeName(plan.key, name)),
  write: (plan) => {
    const rules = orderedJson(opencodeRules(plan), '  ');
    return `{\n  ${jsonString('$schema')}: "https://opencode.ai/config.json",\n  "permission": ${rules}\n}`;
  },
  remarks: (plan) => [
    ...(plan.shape === 'block'
      ? []
      : [
          'The pattern on the first line also holds for another server whose key begins with this one and an underscore.',
        ]),
    ...(namesWith(plan, 'ask').length > 0
      ? [
          'Asking is only as strong as the flags: with --auto these tools run unasked. What is denied stays denied.',
          'Without a person at the keyboard, the first call that would be asked about ends the run.',
        ]
      : []),
    'A program that sorts the keys of the file breaks the policy.',
  ],
});
