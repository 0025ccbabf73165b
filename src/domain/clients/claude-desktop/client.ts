import { type Client, defineClient } from '../client.ts';
import { NO_MEMBERS } from '../not-read.ts';
import { withoutRules } from '../without-rules.ts';

/** Claude Desktop: a list of servers, and nothing else in files. */
export const claudeDesktop: Client = defineClient({
  words: {
    name: 'Claude Desktop',
    short: 'Claude Desktop',
    blindSpots: [],
    give: { servers: '`claude_desktop_config.json`', permissions: 'none in a file' },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /claude_desktop_config\.json$/,
    ownsMembers: () => false,
    members: NO_MEMBERS,
    scope: () => null,
  },
  permissions: withoutRules('Claude Desktop has no file with rules for single tools: approvals are kept in the app.'),
  policy: null,
  patch: null,
});
