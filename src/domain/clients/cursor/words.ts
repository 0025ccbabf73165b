import type { ClientWords } from '../client.ts';

/** What people read of Cursor. */
export const words: ClientWords = {
  name: 'Cursor',
  short: 'Cursor',
  blindSpots: [
    'The auto-run setting, the admin dashboard, and the file of the command-line agent. None of it could be tried.',
  ],
  give: { servers: '`.cursor/mcp.json`', permissions: '`~/.cursor/permissions.json`' },
};
