import type { ClientWords } from '../client.ts';

/** What people read of Claude Code. */
export const words: ClientWords = {
  name: 'Claude Code',
  short: 'Claude Code',
  blindSpots: [
    'Hooks, flags of a session, rules that were approved in it, whether you approved the servers of .mcp.json, and the trust that a folder needs before its allow rules count.',
  ],
  give: {
    servers: '`.mcp.json`, `~/.claude.json`',
    permissions:
      '`.claude/settings.json`, `.claude/settings.local.json`, `~/.claude/settings.json`, `managed-settings.json`',
  },
};
