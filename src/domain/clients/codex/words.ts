import type { ClientWords } from '../client.ts';

/** What people read of Codex. */
export const words: ClientWords = {
  name: 'OpenAI Codex',
  short: 'Codex',
  blindSpots: [
    'Flags and the profiles that they choose, approvals that were remembered, and requirements that come from the cloud.',
  ],
  give: { servers: '`~/.codex/config.toml`, `.codex/config.toml`', permissions: 'the same, and `requirements.toml`' },
};
