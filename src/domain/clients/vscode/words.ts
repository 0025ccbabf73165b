import type { ClientWords } from '../client.ts';

/** What people read of VS Code. */
export const words: ClientWords = {
  name: 'VS Code',
  short: 'VS Code',
  blindSpots: ['Approvals in the editor, and organisation policies.'],
  give: { servers: '`.vscode/mcp.json`', permissions: 'none for single tools' },
};
