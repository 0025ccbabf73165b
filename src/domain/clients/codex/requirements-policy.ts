import { defineFormat } from '../../enforcement/format.ts';
import { quotedString, tomlKey } from '../../enforcement/quoting.ts';
import { codexKeyRefusal } from './policy.ts';
import { words } from './words.ts';

/**
 * Codex' requirements for a fleet. Read on 21 November 2026 in stored copies of developers.openai.com/codex
 * (enterprise/managed-configuration and config-reference, to May 2026), pull request openai/codex#9101 and issue #35627:
 * - /etc/codex/requirements.toml (also cloud-managed and macOS MDM) constrains what users configure;
 * - `[mcp_servers.<name>.identity]` with `command` or `url` is an allow-list of servers: name and identity must both match,
 *   every other server is disabled; the string form of `command` compares neither arguments nor environment;
 * - nothing in it decides about single tools of an MCP server: those stay in each user's config.toml.
 * What holds for a server with a command was seen in the client, and that an empty table locks everything; servers with an
 * address were not tried.
 */
export const codexRequirements = defineFormat({
  id: 'codex-requirements',
  name: `${words.name} (requirements)`,
  file: '/etc/codex/requirements.toml',
  isOwnFile: false,
  language: 'toml',
  can: {
    ask: false,
    askDespiteClaim: false,
    limit: false,
    deny: false,
    hide: false,
    defaultDeny: false,
    blockOne: false,
  },
  cannot: ['decide-tools'],
  merge: 'It extends a requirements.toml that you have: servers that it does not name are disabled for everybody.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it.',
  },
  refuse: (plan) => {
    const isOpen = plan.all.some(({ decision }) => decision.effect !== 'deny' && decision.effect !== 'hide');
    if (!isOpen)
      return 'No tool of this server stays open in this variant: leave the server out of requirements.toml, which disables it.';
    return codexKeyRefusal(plan.key);
  },
  write: (plan, { endpoint }) =>
    [
      '# Only servers that stand here, under this name and with this identity, can be enabled.',
      `[mcp_servers.${tomlKey(plan.key)}.identity]`,
      endpoint === undefined ? 'command = "REPLACE-WITH-THE-COMMAND"' : `url = ${quotedString(endpoint)}`,
    ].join('\n'),
  remarks: (_, { endpoint }) => [
    'Hand the rules for single tools to your users as well: those for Codex.',
    endpoint === undefined
      ? 'Until you fill in the command, the server is disabled. A command is compared without its arguments.'
      : 'The address is the one that our record gives; compare it with yours.',
  ],
});
