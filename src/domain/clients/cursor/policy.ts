import { defineFormat, namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { jsonText } from '../../enforcement/quoting.ts';
import { words } from './words.ts';

/** The entries of what may run unasked. */
export function cursorEntries(plan: Plan): readonly string[] {
  return namesWith(plan, 'allow').map((name) => `${plan.key}:${name}`);
}

/**
 * Cursor's allowlist for MCP tools (cursor.com/docs/reference/permissions; docs/enforcement-targets.md#cursor). It only says
 * what may run unasked; nothing was found that checks it, and Cursor itself calls allowlists a convenience.
 */
export const cursor = defineFormat({
  id: 'cursor',
  name: words.name,
  file: '~/.cursor/permissions.json',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: false,
    hide: false,
    defaultDeny: false,
    blockOne: false,
  },
  cannot: ['deny', 'deny-unrecorded'],
  merge: 'It replaces the list that Cursor keeps in its settings: bring the entries of your other servers along.',
  verified: {
    by: 'parser',
    confirmed: false,
    says: 'Unverified: Cursor could not be run here, and Cursor itself calls its allowlist a convenience, not a boundary for security.',
  },
  refuse: (plan) => {
    if (/[:*?\s]/.test(plan.key))
      return 'A server key with a colon, a space or a wildcard cannot be told apart in Cursor’s list.';
    const odd = namesWith(plan, 'allow').find((name) => /[*?]/.test(name));
    return odd === undefined
      ? null
      : `Cursor’s entries may be patterns, and the name ${JSON.stringify(odd)} would be one.`;
  },
  write: (plan) => jsonText({ mcpAllowlist: cursorEntries(plan) }),
  remarks: () => ['It holds only while auto-run is set to the allowlist.'],
});
