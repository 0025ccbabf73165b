import type { ClientWords } from '../client.ts';

/** What people read of GitHub Copilot CLI. */
export const words: ClientWords = {
  name: 'GitHub Copilot CLI',
  short: 'Copilot CLI',
  blindSpots: [
    'Flags such as --allow-all-tools, and organisation policies. The coding agent on github.com runs every listed tool unasked.',
  ],
  give: { servers: '`~/.copilot/mcp-config.json`', permissions: 'the same, and `~/.copilot/permissions-config.json`' },
};
