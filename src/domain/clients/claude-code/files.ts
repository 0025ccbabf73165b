import { isObject } from '../../text/json.ts';
import type { ClientFiles } from '../client.ts';
import { PROJECT_SERVERS } from './servers.ts';

/** Settings with permissions, of a user, a project, one person in a project, or a fleet. */
export const SETTINGS = 'claude-settings';

/** Members that only Claude Code's settings have, any of which tells them. */
const OWN_MEMBERS = [
  'enabledMcpjsonServers',
  'disabledMcpjsonServers',
  'enableAllProjectMcpServers',
  'allowedMcpServers',
  'deniedMcpServers',
  'allowManagedPermissionRulesOnly',
  'allowManagedMcpServersOnly',
  'hooks',
];

/** Claude Code's files (code.claude.com/docs: settings, mcp, managed-mcp). */
export const files: ClientFiles = {
  forms: [
    {
      kind: SETTINGS,
      label: 'settings',
      precedence: 60,
      syntax: 'json',
      hasServers: true,
      listsElsewhere: true,
      recognises: ({ path, value }) =>
        isObject(value.permissions) || OWN_MEMBERS.some((member) => value[member] !== undefined) || isSettings(path),
    },
  ],
  lists: [PROJECT_SERVERS],
  listPath: /(^|\/)\.mcp\.json$|(^|\/)\.claude\.json$|\.claude\/|managed-mcp\.json$/,
  // Servers of single projects stand in its own settings file.
  ownsMembers: (value) => isObject(value.projects) && (value.servers === undefined || value.mcpServers !== undefined),
  members: {
    read: [
      ...['allow', 'ask', 'deny', 'defaultMode', 'disableBypassPermissionsMode', 'additionalDirectories'].map(
        (member) => `permissions/${member}`,
      ),
      ...OWN_MEMBERS,
      // Of other tools, or of the trust that a folder needs, which no file is asked for.
      ...[
        'sandbox',
        'skipDangerousModePermissionPrompt',
        'hasTrustDialogAccepted',
        'projects/*/hasTrustDialogAccepted',
      ],
      ...['projects/*/enabledMcpjsonServers', 'projects/*/disabledMcpjsonServers'],
    ],
    unread: {
      allowedTools: 'Claude Code has no such setting any more.',
      enabledPlugins: 'Plugins may bring servers of their own, which are not in this answer.',
    },
    roots: null,
  },
  scope: (path) => {
    if (/managed-(settings|mcp)/.test(path)) return 'managed';
    return /settings\.local\.json$/.test(path) ? 'local' : null;
  },
};

function isSettings(path: string): boolean {
  return /(^|\/)(\.claude\/settings(\.local)?|managed-settings)\.json$/.test(path) || path === 'settings.local.json';
}
