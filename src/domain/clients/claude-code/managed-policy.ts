import { collision } from '../../enforcement/collision.ts';
import { defineFormat } from '../../enforcement/format.ts';
import { jsonText } from '../../enforcement/quoting.ts';
import { claudeName } from './names.ts';
import { CLAUDE_KEY_REMARK, claudeLengthRemark, claudePermissions } from './rules.ts';
import { words } from './words.ts';

/**
 * Claude Code's settings for a fleet. Read on 21 November 2026 in stored copies of code.claude.com/docs (managed-mcp,
 * settings, managed-settings), which agree:
 * - managed-settings.json stands above user, project and local settings and above flags;
 * - `allowManagedPermissionRulesOnly` drops allow, ask and deny rules of users and projects;
 * - `allowedMcpServers` has entries with one of `serverUrl` (glob), `serverCommand` (exact, every argument) or `serverName`,
 *   which the documentation itself calls no security control, because users choose names; unset allows all, `[]` none;
 *   `allowManagedMcpServersOnly` makes this list the only one; `--mcp-config` is held to it too;
 * - `permissions.disableBypassPermissionsMode: "disable"` refuses the mode in which tools that no rule names run unasked.
 * What holds for a server with a command was seen in the client; servers with an address were not tried.
 */
export const claudeCodeManaged = defineFormat({
  id: 'claude-code-managed',
  name: `${words.name} (managed)`,
  file: '/etc/claude-code/managed-settings.json',
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
  merge:
    'It extends a managed-settings.json that you have: one list of servers and one of rules hold for the whole fleet.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it and work out what each call would get.',
  },
  refuse: (plan) => collision('Claude Code', plan.all, (name) => claudeName(plan.key, name)),
  write: (plan, { endpoint }) =>
    jsonText({
      permissions: { ...claudePermissions(plan), disableBypassPermissionsMode: 'disable' },
      allowManagedPermissionRulesOnly: true,
      // Entries by name would let a user call anything by that name; these match nothing until they are filled in.
      allowedMcpServers: [
        { serverUrl: endpoint ?? 'https://replace-me.invalid/mcp' },
        { serverCommand: ['REPLACE-WITH-THE-COMMAND', 'AND-EVERY-ARGUMENT'] },
      ],
      allowManagedMcpServersOnly: true,
    }),
  remarks: (plan, { endpoint }) => [
    'Only servers on the list load, on every machine that has the file: fill in the exact command with every argument, or the address, and add your other servers.',
    ...(endpoint === undefined ? [] : ['The address is the one that our record gives; compare it with yours.']),
    'Rules of users and projects no longer count: put theirs here as well, those for other servers and for built-in tools.',
    CLAUDE_KEY_REMARK,
    ...claudeLengthRemark(plan),
    'On macOS the file is /Library/Application Support/ClaudeCode/managed-settings.json, on Windows C:\\Program Files\\ClaudeCode\\managed-settings.json.',
  ],
});
