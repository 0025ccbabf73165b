import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Roo Code (docs.roocode.com/features/mcp/using-mcp-in-roo): a list of servers, each with what rules its tools, which is listed and not read. */
export const roo: Client = defineClient({
  words: {
    name: 'Roo Code',
    short: 'Roo Code',
    blindSpots: ['What is approved automatically in the editor, and the groups of a mode.'],
    give: {
      servers: '`.roo/mcp.json`, `…/rooveterinaryinc.roo-cline/settings/mcp_settings.json`',
      permissions: 'the same, not read yet',
    },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /(^|\/)\.roo\/|rooveterinaryinc\.roo/,
    // Others have alwaysAllow too, Kilo Code for one.
    ownsMembers: () => false,
    heedsDisabled: true,
    members: {
      read: [],
      unread: {
        alwaysAllow: 'In Roo Code these tools run unasked.',
        disabledTools: 'In Roo Code these tools are not offered.',
      },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What this file says of single tools is not read here.'),
  policy: null,
  patch: null,
});
