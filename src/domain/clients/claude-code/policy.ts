import { collision } from '../../enforcement/collision.ts';
import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { jsonText } from '../../enforcement/quoting.ts';
import { claudeName } from './names.ts';
import { CLAUDE_KEY_REMARK, claudeLengthRemark, claudePermissions } from './rules.ts';
import { words } from './words.ts';

/** Claude Code's settings (code.claude.com/docs/en/permissions; docs/enforcement-targets.md#claude-code, run for real). */
export const claudeCode = defineFormat({
  id: 'claude-code',
  name: words.name,
  file: '.claude/settings.json',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: false,
    blockOne: true,
  },
  cannot: ['deny-unrecorded'],
  merge: 'It extends your settings: add the names to the lists of `permissions` that you have.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it and work out what each call would get.',
  },
  refuse: (plan) => collision('Claude Code', plan.all, (name) => claudeName(plan.key, name)),
  write: (plan) => jsonText({ permissions: claudePermissions(plan) }),
  remarks: (plan) => [
    CLAUDE_KEY_REMARK,
    'In a project’s folder it holds there; in `~/.claude/settings.json` it holds everywhere.',
    ...claudeLengthRemark(plan),
    ...(namesWith(plan, 'allow', 'ask').length > 0
      ? ['Without a person at the keyboard, what would be asked is refused.']
      : []),
    'With --dangerously-skip-permissions, tools that no rule names run unasked; what these rules ask about or deny still holds.',
    ...(namesWith(plan, 'allow').length > 0
      ? [
          'In a folder that you have not trusted yet, Claude Code ignores the allow rules of the project; deny rules hold.',
        ]
      : []),
  ],
});
