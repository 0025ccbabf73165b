import { isObject, type JsonObject } from '../../text/json.ts';
import type { ClientFiles } from '../client.ts';
import { CODEX_SERVERS } from './servers.ts';

/** config.toml, of a user or a project. */
export const CONFIG = 'codex-config';
/** requirements.toml of a fleet. */
export const REQUIREMENTS = 'codex-requirements';

/** Codex' files (developers.openai.com/codex: config-reference, enterprise/managed-configuration). */
export const files: ClientFiles = {
  forms: [
    {
      kind: REQUIREMENTS,
      label: 'requirements',
      precedence: 110,
      syntax: 'toml',
      hasServers: false,
      recognises: ({ path, value }) =>
        isRequirements(path) || servers(value).some(({ identity }) => identity !== undefined),
    },
    {
      kind: CONFIG,
      label: 'configuration',
      precedence: 120,
      syntax: 'toml',
      hasServers: true,
      recognises: ({ path, value }) =>
        isObject(value.mcp_servers) || value.approval_policy !== undefined || /(^|\/)config\.toml$/.test(path),
    },
  ],
  lists: [CODEX_SERVERS],
  listPath: null,
  ownsMembers: () => false,
  members: {
    read: [
      ...['enabled_tools', 'disabled_tools', 'tools', 'default_tools_approval_mode', 'identity'].map(
        (member) => `mcp_servers/*/${member}`,
      ),
      ...['approval_policy', 'sandbox_mode', 'profiles/*/approval_policy', 'profiles/*/sandbox_mode'],
      ...['projects/*/trust_level', 'sandbox_workspace_write', 'profiles/*/sandbox_workspace_write'],
    ],
    unread: { plugins: 'Plugins may bring servers of their own, which are not in this answer.' },
    roots: null,
  },
  scope: (path) => (isRequirements(path) ? 'managed' : null),
};

function isRequirements(path: string): boolean {
  return /requirements\.toml$/.test(path);
}

function servers(value: JsonObject): readonly JsonObject[] {
  return isObject(value.mcp_servers) ? Object.values(value.mcp_servers).filter(isObject) : [];
}
