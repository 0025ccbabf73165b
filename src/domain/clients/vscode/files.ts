import { isObject } from '../../text/json.ts';
import type { ClientFiles } from '../client.ts';
import { hasServerList } from '../server-entries.ts';
import { VSCODE_SERVERS } from './servers.ts';

/** VS Code's files (code.visualstudio.com/docs/copilot/chat/mcp-servers): `servers` in mcp.json, `mcp.servers` in settings. */
export const files: ClientFiles = {
  forms: [
    {
      kind: 'vscode-settings',
      label: 'settings',
      precedence: 70,
      syntax: 'json',
      hasServers: true,
      recognises: ({ value }) =>
        // A file that has a plain list as well is read for that.
        !hasServerList(value) &&
        (Object.keys(value).some((member) => member.startsWith('chat.')) ||
          (isObject(value.mcp) && isObject(value.mcp.servers))),
    },
  ],
  lists: [VSCODE_SERVERS],
  listPath: /\.vscode\//,
  ownsMembers: (value) => value.servers !== undefined && value.mcpServers === undefined,
  scope: () => null,
};
