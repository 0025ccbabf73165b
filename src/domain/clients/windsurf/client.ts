import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Windsurf: a list of servers, each with the tools that are switched off, which are listed and not read. */
export const windsurf: Client = defineClient({
  words: {
    name: 'Windsurf',
    short: 'Windsurf',
    blindSpots: [],
    give: { servers: '`mcp_config.json`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /\.codeium\/|windsurf|(^|\/)mcp_config\.json$/,
    ownsMembers: () => false,
    heedsDisabled: true,
    members: {
      read: [],
      unread: { disabledTools: 'In Windsurf these tools are not offered.' },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What mcp_config.json says of single tools is not read here.'),
  policy: null,
  patch: null,
});
