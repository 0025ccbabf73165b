import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Windsurf: a list of servers, and nothing else in files that is known. */
export const windsurf: Client = defineClient({
  words: {
    name: 'Windsurf',
    short: 'Windsurf',
    blindSpots: [],
    give: { servers: '`mcp_config.json`', permissions: 'none in a file' },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /\.codeium\/|windsurf|(^|\/)mcp_config\.json$/,
    ownsMembers: () => false,
    scope: () => null,
  },
  permissions: withoutRules('No file with rules for single tools is known for Windsurf.'),
  policy: null,
  patch: null,
});
