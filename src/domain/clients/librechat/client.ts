import { COMMON_DIALECT, MCP_SERVERS, type ServerForm } from '../../configuration/server-form.ts';
import { isObject } from '../../text/json.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** LibreChat (librechat.ai/docs/configuration/librechat_yaml/object_structure/mcp_servers): `mcpServers` in YAML. */
const YAML_SERVERS: ServerForm = {
  ...MCP_SERVERS,
  syntax: 'yaml',
  dialect: {
    ...COMMON_DIALECT,
    url: ['url'],
    members: [
      ...['type', 'command', 'args', 'env', 'url', 'headers', 'title', 'description', 'iconPath', 'timeout', 'stderr'],
      ...['initTimeout', 'serverInstructions', 'customUserVars', 'requiresOAuth', 'oauth', 'startup', 'chatMenu'],
    ],
  },
  // A list is Continue's.
  groups: (value) => (Array.isArray(value.mcpServers) ? [] : MCP_SERVERS.groups(value)),
};

/** LibreChat: its servers; what rules their tools is listed and not read. */
export const librechat: Client = defineClient({
  words: {
    name: 'LibreChat',
    short: 'LibreChat',
    blindSpots: ['Roles, agents, and which of their tools a person chose.'],
    give: { servers: '`librechat.yaml`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [
      {
        kind: 'librechat-config',
        label: 'configuration',
        precedence: 150,
        syntax: 'yaml',
        hasServers: true,
        recognises: ({ path, value }) =>
          /librechat[^/]*\.ya?ml$/.test(path) || (isObject(value.mcpServers) && isObject(value.endpoints)),
      },
    ],
    lists: [YAML_SERVERS],
    listPath: null,
    ownsMembers: () => false,
    members: {
      // Of sign-in, of uploads, and of where servers may be.
      read: ['registration', 'fileConfig', 'mcpSettings', 'actions', 'interface'],
      unread: { toolApproval: 'In LibreChat it says which tools run, ask or are refused.' },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What librechat.yaml says of single tools is not read here.'),
  policy: null,
  patch: null,
});
