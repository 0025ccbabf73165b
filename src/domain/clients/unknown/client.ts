import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Whoever reads a list of servers that does not say whose it is. */
export const unknown: Client = defineClient({
  words: { name: 'A client that the file does not name', short: 'An unknown client', blindSpots: [], give: null },
  files: { forms: [], lists: [], listPath: null, ownsMembers: () => false, scope: () => null },
  permissions: withoutRules('It depends on the client that reads this file, and the file does not say which.'),
  policy: null,
  patch: null,
});
