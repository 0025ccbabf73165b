import type { ClientWords } from '../client.ts';

/** What people read of Gemini CLI. */
export const words: ClientWords = {
  name: 'Gemini CLI',
  short: 'Gemini CLI',
  blindSpots: [
    'Flags such as --yolo, approvals that were remembered, extensions, and tools.allowed or tools.exclude of the settings.',
  ],
  give: { servers: '`~/.gemini/settings.json`', permissions: '`~/.gemini/policies/*.toml`' },
};
