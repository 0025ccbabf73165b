import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject } from '../../text/json.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/**
 * Zed (zed.dev/docs/ai/mcp): `context_servers`, whose command was an object with its arguments before it was a text. A server of
 * an extension has settings alone.
 */
const CONTEXT_SERVERS: ServerForm = {
  form: 'zed',
  syntax: 'json',
  dialect: {
    ...COMMON_DIALECT,
    url: ['url'],
    disabled: (entry) => entry.enabled === false,
    members: ['source', 'command', 'args', 'env', 'url', 'headers', 'settings', 'enabled', 'timeout', 'oauth'],
  },
  groups: (value) => groupAt(value, 'context_servers'),
  startedBy: (entry) =>
    entry.source === 'extension' || (entry.command === undefined && entry.url === undefined && isObject(entry.settings))
      ? 'started by an extension of Zed'
      : null,
  plain: (entry) => {
    if (!isObject(entry) || !isObject(entry.command)) return entry;
    const { path, args, env } = entry.command;
    return { command: path, ...(args === undefined ? {} : { args }), ...(env === undefined ? {} : { env }) };
  },
};

/** Zed: servers in its settings; what rules tools there is listed and not read. */
export const zed: Client = defineClient({
  words: {
    name: 'Zed',
    short: 'Zed',
    blindSpots: ['Profiles, what extensions start, and what was approved in the editor.'],
    give: { servers: '`~/.config/zed/settings.json`, `.zed/settings.json`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [
      {
        kind: 'zed-settings',
        label: 'settings',
        precedence: 32,
        syntax: 'json',
        hasServers: true,
        recognises: ({ path, value }) => /(^|\/)\.?zed\/settings\.json$/.test(path) || isObject(value.context_servers),
      },
    ],
    lists: [CONTEXT_SERVERS],
    listPath: null,
    ownsMembers: () => false,
    members: {
      read: [],
      unread: {
        tool_permissions: 'In Zed it says which tools run, ask or are refused.',
        always_allow_tool_actions: 'In Zed, true runs every tool unasked.',
        profiles: 'In Zed a profile says which tools are offered.',
      },
      // Settings of the editor hold much else.
      roots: /^(?:agent|assistant|context_servers)$/,
    },
    scope: () => null,
  },
  permissions: withoutRules('What Zed’s settings say of single tools is not read here.'),
  policy: null,
  patch: null,
});
