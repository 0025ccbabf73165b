import { COMMON_DIALECT, namedEntries, type ServerForm } from '../../configuration/server-form.ts';
import type { Json } from '../../text/json.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Continue (docs.continue.dev/reference#mcpservers): `mcpServers` is a list, each with its name. */
const NAMED_SERVERS: ServerForm = {
  form: 'continue',
  syntax: 'yaml',
  dialect: {
    ...COMMON_DIALECT,
    url: ['url'],
    members: [
      ...['name', 'type', 'command', 'args', 'env', 'cwd', 'url', 'headers', 'requestOptions', 'connectionTimeout'],
      ...['apiKey', 'uses', 'with', 'faviconUrl', 'sourceFile'],
    ],
  },
  groups: (value) =>
    Array.isArray(value.mcpServers)
      ? [namedEntries(['mcpServers'], 'mcpServers', value.mcpServers as readonly Json[])]
      : [],
  startedBy: ({ uses }) => (typeof uses === 'string' ? 'a block that stands elsewhere' : null),
};

/** Continue: its servers; what rules their tools is listed and not read. */
export const continueDev: Client = defineClient({
  words: {
    name: 'Continue',
    short: 'Continue',
    blindSpots: ['Its file of permissions, blocks that stand elsewhere, and policies that were chosen in the editor.'],
    give: { servers: '`~/.continue/config.yaml`, `.continue/mcpServers/…`', permissions: 'not read yet' },
  },
  files: {
    forms: [
      {
        kind: 'continue-config',
        label: 'configuration',
        precedence: 140,
        syntax: 'yaml',
        hasServers: true,
        recognises: ({ path, value }) =>
          /(^|\/)\.continue\//.test(path) || (Array.isArray(value.mcpServers) && value.schema === 'v1'),
      },
    ],
    lists: [NAMED_SERVERS],
    listPath: /(^|\/)\.continue\//,
    ownsMembers: () => false,
    members: { read: [], unread: {}, roots: null },
    scope: () => null,
  },
  permissions: withoutRules('What Continue’s files say of single tools is not read here.'),
  policy: null,
  patch: null,
});
