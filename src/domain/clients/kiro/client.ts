import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Kiro (kiro.dev/docs/mcp/configuration): a list of servers, each with what rules its tools, which is listed and not read. */
export const kiro: Client = defineClient({
  words: {
    name: 'Kiro',
    short: 'Kiro',
    blindSpots: ['Trusted tools of a session.'],
    give: { servers: '`.kiro/settings/mcp.json`, `~/.kiro/settings/mcp.json`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [],
    lists: [],
    listPath: /(^|\/)\.kiro\//,
    ownsMembers: () => false,
    heedsDisabled: true,
    members: {
      read: [],
      unread: {
        autoApprove: 'In Kiro these tools run unasked.',
        disabledTools: 'In Kiro these tools are not offered.',
        allowedTools: 'In an agent of Kiro these tools run unasked.',
        toolsSettings: 'In an agent of Kiro it says what tools may do.',
        tools: 'In an agent of Kiro these tools alone are offered.',
      },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What this file says of single tools is not read here.'),
  policy: null,
  patch: null,
});
