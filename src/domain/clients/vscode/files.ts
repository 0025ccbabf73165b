import { isObject } from '../../text/json.ts';
import type { ClientFiles } from '../client.ts';
import { hasServerList } from '../server-entries.ts';
import { OPENING } from './permissions.ts';
import { DEVCONTAINER_SERVERS, VSCODE_SERVERS } from './servers.ts';

/**
 * VS Code's files (code.visualstudio.com/docs/copilot/chat/mcp-servers): `servers` in mcp.json,
 * `mcp.servers` in settings, `customizations.vscode` of a dev container.
 */
export const files: ClientFiles = {
  forms: [
    {
      kind: 'vscode-settings',
      label: 'settings',
      precedence: 70,
      syntax: 'json',
      hasServers: true,
      listsElsewhere: true,
      recognises: ({ value }) =>
        // A file that has a plain list as well is read for that.
        !hasServerList(value) &&
        (Object.keys(value).some((member) => member.startsWith('chat.')) ||
          (isObject(value.mcp) && isObject(value.mcp.servers))),
    },
    {
      kind: 'vscode-devcontainer',
      label: 'dev container',
      precedence: 36,
      syntax: 'json',
      hasServers: true,
      recognises: ({ path, value }) =>
        /(^|\/)\.?devcontainer\.json$/.test(path) ||
        (isObject(value.customizations) && isObject(value.customizations.vscode)),
    },
  ],
  lists: [VSCODE_SERVERS, DEVCONTAINER_SERVERS],
  listPath: /\.vscode\//,
  ownsMembers: (value) => value.servers !== undefined && value.mcpServers === undefined,
  members: {
    read: OPENING.flatMap((member) => [member, `customizations/vscode/settings/${member}`]),
    unread: {},
    // Settings of the editor hold much else.
    roots: /^(?:chat|mcp|github\.copilot|servers|inputs|customizations)(?:\.|$)/,
  },
  scope: () => null,
};
