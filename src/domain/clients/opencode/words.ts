import type { ClientWords } from '../client.ts';

/** What people read of opencode. */
export const words: ClientWords = {
  name: 'opencode',
  short: 'opencode',
  blindSpots: ['Permissions of single agents, and plugins.'],
  give: { servers: '`opencode.json`, `~/.config/opencode/opencode.json`', permissions: 'the same' },
};
