import type { Configuration, ConfigurationProblem, ConfiguredServer } from '../../configuration/configured-server.ts';
import { type EntryDialect, readEntry } from '../../configuration/entry.ts';
import { isObject, type JsonObject } from '../../text/json.ts';

/** Codex: `[mcp_servers.NAME]` in config.toml. */
const CODEX: EntryDialect = {
  url: ['url'],
  headers: ['http_headers'],
  disabled: (entry) => entry.enabled === false,
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

/** The servers of Codex's config.toml, from its parsed text. */
export function codexConfiguration(value: unknown): Configuration {
  const servers: ConfiguredServer[] = [];
  const problems: ConfigurationProblem[] = [];
  const done = (form: Configuration['form']): Configuration => ({ form, servers, problems, inputDefaults: new Map() });
  const entries = isObject(value) ? value.mcp_servers : undefined;
  if (!isObject(entries)) {
    problems.push({
      place: 'line 1',
      message: 'names no MCP servers',
      remedy: 'Give a file with tables such as [mcp_servers.github].',
    });
    return done(null);
  }
  for (const [key, entry] of Object.entries(entries)) {
    const read = readEntry(key, withForwarded(entry), `mcp_servers.${key}`, CODEX);
    if ('message' in read) problems.push(read);
    else servers.push(read);
  }
  return done('codex');
}

/** Codex passes on the variables that `env_vars` names: the same as `NAME = "${NAME}"`. */
function withForwarded(entry: unknown): unknown {
  if (!isObject(entry) || !Array.isArray(entry.env_vars)) return entry;
  const names = (entry.env_vars as readonly unknown[]).filter((name) => typeof name === 'string');
  const forwarded = Object.fromEntries(names.map((name) => [name, `\${${name}}`]));
  return { ...entry, env: { ...forwarded, ...(isObject(entry.env) ? entry.env : {}) } } satisfies JsonObject;
}
