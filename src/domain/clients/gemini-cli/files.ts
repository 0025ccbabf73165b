import type { ClientFiles } from '../client.ts';
import { mcpServerEntries } from '../server-entries.ts';

/** A policy: rules of the policy engine. */
export const POLICY = 'gemini-policy';
/** settings.json, of a user or a project. */
export const SETTINGS = 'gemini-settings';

/** Members of a server's entry that only Gemini CLI has. */
const OWN_MEMBERS = ['httpUrl', 'includeTools', 'excludeTools', 'trust'];

/** Gemini CLI's files (docs/reference: configuration, policy-engine). */
export const files: ClientFiles = {
  forms: [
    {
      kind: POLICY,
      label: 'policy',
      precedence: 100,
      syntax: 'toml',
      hasServers: false,
      recognises: ({ value }) => Array.isArray(value.rule),
    },
    {
      kind: SETTINGS,
      label: 'settings',
      precedence: 40,
      syntax: 'json',
      hasServers: true,
      recognises: ({ path, value }) =>
        (/\.gemini\//.test(path) && /settings\.json$/.test(path)) ||
        mcpServerEntries(value).some((entry) => OWN_MEMBERS.some((member) => entry[member] !== undefined)),
    },
  ],
  lists: [],
  listPath: null,
  ownsMembers: () => false,
  scope: () => null,
};
