import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { collision, opencodeName } from '../../enforcement/names.ts';
import { jsonString, orderedJson } from '../../enforcement/quoting.ts';

/**
 * opencode's permissions (opencode.ai/docs/permissions; reference/enforcement-targets.md 3.4, run for real). The last rule
 * that matches wins, so the pattern that denies the server comes first, and the text is written in order by hand: objects of
 * JavaScript put keys that look like numbers first, and the order must not hang on what a stranger calls a tool.
 */
export const opencode = defineFormat({
  id: 'opencode',
  name: 'opencode',
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
    arguments: false,
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
    const everything = [opencodeName(plan.key, ''), 'deny'] as const;
    const rules = plan.tools
      .filter(({ effect }) => plan.shape === 'block' || effect === 'allow' || effect === 'ask')
      .map(({ name, effect }) => [opencodeName(plan.key, name), effect === 'hide' ? 'deny' : effect] as const);
    const entries = plan.shape === 'block' ? rules : [[`${everything[0]}*`, everything[1]] as const, ...rules];
    return `{\n  ${jsonString('$schema')}: "https://opencode.ai/config.json",\n  "permission": ${orderedJson(entries, '  ')}\n}`;
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
