import type { EntryDialect } from '../../configuration/entry.ts';
import { groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type JsonObject } from '../../text/json.ts';

/** What an entry may have (developers.openai.com/codex: config-reference). */
export const SERVER_MEMBERS: readonly string[] = [
  ...['command', 'args', 'env', 'env_vars', 'cwd', 'url', 'bearer_token_env_var', 'http_headers', 'env_http_headers'],
  ...['startup_timeout_sec', 'startup_timeout_ms', 'tool_timeout_sec', 'enabled', 'required', 'enabled_tools'],
  ...['disabled_tools', 'default_tools_approval_mode', 'tools', 'scopes', 'oauth', 'experimental_environment'],
];

const CODEX: EntryDialect = {
  url: ['url'],
  headers: ['http_headers'],
  disabled: (entry) => entry.enabled === false,
  members: SERVER_MEMBERS,
  headersFromEnvironment: (entry) => {
    const headers: [string, string][] = [];
    if (typeof entry.bearer_token_env_var === 'string') {
      headers.push(['Authorization', `Bearer \${${entry.bearer_token_env_var}}`]);
    }
    if (isObject(entry.env_http_headers)) {
      for (const [name, variable] of Object.entries(entry.env_http_headers)) {
        if (typeof variable === 'string') headers.push([name, `\${${variable}}`]);
      }
    }
    return headers;
  },
};

/** Codex: `[mcp_servers.NAME]` in config.toml. */
export const CODEX_SERVERS: ServerForm = {
  form: 'codex',
  syntax: 'toml',
  dialect: CODEX,
  groups: (value) => groupAt(value, 'mcp_servers'),
  plain: withForwarded,
};

/** Codex passes on the variables that `env_vars` names: the same as `NAME = "${NAME}"`. */
function withForwarded(entry: unknown): unknown {
  if (!isObject(entry) || !Array.isArray(entry.env_vars)) return entry;
  const names = (entry.env_vars as readonly unknown[]).filter((name) => typeof name === 'string');
  const forwarded = Object.fromEntries(names.map((name) => [name, `\${${name}}`]));
  return { ...entry, env: { ...forwarded, ...(isObject(entry.env) ? entry.env : {}) } } satisfies JsonObject;
}
