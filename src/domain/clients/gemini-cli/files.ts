import type { ClientFiles } from '../client.ts';
import { mcpServerEntries } from '../server-entries.ts';

/** A policy: rules of the policy engine. */
export const POLICY = 'gemini-policy';
/** settings.json, of a user or a project. */
export const SETTINGS = 'gemini-settings';

/** gemini-extension.json: servers as in settings; the rest of it is about the extension. */
const EXTENSION = 'gemini-extension';

/** Members of a server's entry that only Gemini CLI has. */
const OWN_MEMBERS = ['httpUrl', 'includeTools', 'excludeTools', 'trust'];

/** Gemini CLI's files (docs/reference: configuration, policy-engine). */
export const files: ClientFiles = {
  forms: [
    {
      kind: POLICY,
      label: 'policy',
      precedence: 100,
      syntax: 'toml',
      hasServers: false,
      recognises: ({ value }) => Array.isArray(value.rule),
    },
    {
      kind: EXTENSION,
      label: 'extension',
      precedence: 38,
      syntax: 'json',
      hasServers: true,
      recognises: ({ path }) => /(^|\/)gemini-extension\.json$/.test(path),
    },
    {
      kind: SETTINGS,
      label: 'settings',
      precedence: 40,
      syntax: 'json',
      hasServers: true,
      recognises: ({ path, value }) =>
        (/\.gemini\//.test(path) && /settings\.json$/.test(path)) ||
        mcpServerEntries(value).some((entry) => OWN_MEMBERS.some((member) => entry[member] !== undefined)),
    },
  ],
  lists: [],
  listPath: null,
  ownsMembers: () => false,
  members: {
    read: [
      ...['includeTools', 'excludeTools', 'trust'].map((member) => `mcpServers/*/${member}`),
      ...['mcp/allowed', 'mcp/excluded', 'rule'],
      // Of folders and of the program's own tools.
      ...['security/folderTrust', 'folderTrust', 'tools/core', 'coreTools'],
    ],
    unread: {},
    roots: null,
  },
  scope: () => null,
};
