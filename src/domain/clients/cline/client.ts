import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Cline (docs.cline.bot/mcp/configuring-mcp-servers): a list of servers, each with what rules its tools, which is listed and not read. */
export const cline: Client = defineClient({
  words: {
    name: 'Cline',
    short: 'Cline',
    blindSpots: ['What is approved automatically in the editor.'],
    give: { servers: '`~/.cline/data/settings/cline_mcp_settings.json`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /(^|\/)cline_mcp_settings\.json$|(^|\/)\.cline\/|saoudrizwan\.claude-dev/,
    ownsMembers: () => false,
    heedsDisabled: true,
    members: {
      read: [],
      unread: {
        autoApprove: 'In Cline these tools run unasked.',
        alwaysAllow: 'In Cline it did what autoApprove does.',
        disabledTools: 'In Cline these tools are not offered.',
      },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What this file says of single tools is not read here.'),
  policy: null,
  patch: null,
});
