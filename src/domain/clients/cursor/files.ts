import type { ClientFiles } from '../client.ts';

/** permissions.json: the allowlist of auto-run. */
export const PERMISSIONS = 'cursor-permissions';

/** Cursor's files (cursor.com/docs/reference/permissions, cursor.com/docs/context/mcp). */
export const files: ClientFiles = {
  forms: [
    {
      kind: PERMISSIONS,
      label: 'allowlist',
      precedence: 10,
      syntax: 'json',
      hasServers: false,
      recognises: ({ value }) => value.mcpAllowlist !== undefined,
    },
  ],
  lists: [],
  listPath: /\.cursor\//,
  ownsMembers: () => false,
  members: {
    // The other allowlist is about the terminal.
    read: ['mcpAllowlist', 'terminalAllowlist'],
    unread: {},
    roots: null,
  },
  scope: () => null,
};
