import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { ConfigurationForm } from './configured-server.ts';
import type { EntryDialect } from './entry.ts';
import type { Syntax } from './read-text.ts';

/** Servers that stand together in a file. */
export interface ServerGroup {
  /** The way to them from the root. */
  readonly path: readonly (string | number)[];
  /** The same, as a person finds it: `mcp.servers`. */
  readonly place: string;
  /** Servers by key; as found, whatever it is. */
  readonly entries: unknown;
  /** The rest of the way to a server, where it is not its key. */
  readonly steps?: ReadonlyMap<string, string | number>;
}

/** A form in which clients list their servers. */
export interface ServerForm {
  readonly form: ConfigurationForm;
  /** Files in another syntax are not looked at. */
  readonly syntax: Syntax;
  readonly dialect: EntryDialect;
  /** The groups of a parsed file that have this form. */
  groups(value: JsonObject): readonly ServerGroup[];
  /** An entry in the members that all clients share; without it, an entry is read as it is. */
  plain?(entry: unknown): unknown;
  /** What starts a server whose program does not stand in the file, in words; null for any other. */
  startedBy?(entry: JsonObject): string | null;
  /** Default values of questions that a client asks at the start, by id; those of passwords are never given. */
  inputDefaults?(value: JsonObject): ReadonlyMap<string, string>;
}

/** One member of the root, or of an object in it; none where it is not there. */
export function groupAt(value: JsonObject, ...path: readonly string[]): readonly ServerGroup[] {
  let entries: unknown = value;
  for (const step of path) {
    entries = typeof entries === 'object' && entries !== null ? (entries as Record<string, unknown>)[step] : undefined;
  }
  return entries === undefined ? [] : [{ path, place: path.join('.'), entries }];
}

/** What most clients share; addresses have different names among them. */
export const COMMON_DIALECT: EntryDialect = {
  url: ['url', 'httpUrl', 'serverUrl'],
  headers: ['headers'],
  disabled: (entry) => entry.disabled === true,
  members: [
    ...['type', 'transport', 'transportType', 'command', 'args', 'env', 'envFile', 'cwd', 'disabled'],
    ...['url', 'httpUrl', 'serverUrl', 'headers', 'oauth', 'timeout', 'name', 'title', 'description', 'icon'],
  ],
};

/** Servers of a list, by the name that each has; of equal names, the later ones by their place. */
export function namedEntries(path: readonly (string | number)[], place: string, list: readonly Json[]): ServerGroup {
  const steps = new Map<string, number>();
  const entries = list.map((entry, index): readonly [string, Json] => {
    const name = isObject(entry) && typeof entry.name === 'string' && entry.name !== '' ? entry.name : `[${index}]`;
    const key = steps.has(name) ? `${name} [${index}]` : name;
    steps.set(key, index);
    return [key, entry];
  });
  return { path, place, entries: Object.fromEntries(entries), steps };
}

/** `mcpServers`: Claude Desktop, Claude Code, Cursor, Windsurf, Gemini CLI, Copilot CLI. */
export const MCP_SERVERS: ServerForm = {
  form: 'mcpServers',
  syntax: 'json',
  dialect: COMMON_DIALECT,
  groups: (value) => groupAt(value, 'mcpServers'),
};
