import { isObject } from '../../text/json.ts';
import type { ClientFiles } from '../client.ts';
import { mcpServerEntries } from '../server-entries.ts';

/** mcp-config.json: servers, each with the list of tools that are offered. */
export const SERVERS = 'copilot-servers';
/** permissions-config.json: what was approved for a folder. */
export const APPROVALS = 'copilot-approvals';

/** GitHub Copilot CLI's files (`copilot help config`, `copilot help permissions`). */
export const files: ClientFiles = {
  forms: [
    {
      kind: APPROVALS,
      label: 'approvals',
      precedence: 20,
      syntax: 'json',
      hasServers: false,
      recognises: ({ value }) => isObject(value.locations) && /"tool_approvals"/.test(JSON.stringify(value.locations)),
    },
    {
      kind: SERVERS,
      label: 'list of servers',
      precedence: 50,
      syntax: 'json',
      hasServers: true,
      recognises: ({ path, value }) =>
        isObject(value.mcpServers) &&
        (/mcp-config\.json$|\.copilot\//.test(path) ||
          mcpServerEntries(value).some(({ tools }) => Array.isArray(tools))),
    },
  ],
  lists: [],
  listPath: null,
  ownsMembers: () => false,
  members: { read: ['mcpServers/*/tools', 'locations'], unread: {}, roots: null },
  scope: () => null,
};
