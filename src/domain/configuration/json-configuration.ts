import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { Configuration, ConfigurationForm, ConfigurationProblem, ConfiguredServer } from './configured-server.ts';
import { type EntryDialect, readEntry } from './entry.ts';

/** Claude Desktop, Claude Code, Cursor, Windsurf, Gemini CLI: one form, with different names for the address. */
const MCP_SERVERS: EntryDialect = {
  url: ['url', 'httpUrl', 'serverUrl'],
  headers: ['headers'],
  disabled: (entry) => entry.disabled === true,
};

/** VS Code: `servers` in mcp.json, `mcp.servers` in settings. */
const VSCODE: EntryDialect = { ...MCP_SERVERS, url: ['url'] };

/** opencode: `mcp` in opencode.json; a local server's command and arguments are one list. */
const OPENCODE: EntryDialect = { ...MCP_SERVERS, url: ['url'], disabled: (entry) => entry.enabled === false };

/** The servers of the JSON forms, from the parsed text. */
export function jsonConfiguration(value: unknown): Configuration {
  const groups = isObject(value) ? groupsOf(value) : [];
  if (!isObject(value) || groups.length === 0) {
    return { form: null, servers: [], problems: [NO_SERVERS], inputDefaults: new Map() };
  }
  const servers: ConfiguredServer[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const { place, entries, dialect } of groups) {
    if (!isObject(entries)) {
      problems.push({ place, message: 'is no object', remedy: 'Write servers by name: {"name": {"command": …}}.' });
      continue;
    }
    for (const [key, entry] of Object.entries(entries)) {
      const read = readEntry(key, dialect === OPENCODE ? plainEntry(entry) : entry, `${place}.${key}`, dialect);
      if ('message' in read) problems.push(read);
      else servers.push(read);
    }
  }
  const form = FORMS.find(([dialect]) => groups.some((group) => group.dialect === dialect))?.[1] ?? 'mcpServers';
  return { form, servers, problems, inputDefaults: inputDefaults(value) };
}

const FORMS: readonly (readonly [EntryDialect, ConfigurationForm])[] = [
  [VSCODE, 'vscode'],
  [OPENCODE, 'opencode'],
];

interface Group {
  readonly place: string;
  readonly entries: unknown;
  readonly dialect: EntryDialect;
}

function groupsOf(value: JsonObject): Group[] {
  const groups: Group[] = [];
  const add = (place: string, entries: unknown, dialect: EntryDialect) => {
    if (entries !== undefined) groups.push({ place, entries, dialect });
  };
  add('mcpServers', value.mcpServers, MCP_SERVERS);
  add('servers', value.servers, VSCODE);
  if (isObject(value.mcp)) {
    if (isObject(value.mcp.servers) && !isOpencodeEntry(value.mcp.servers)) {
      add('mcp.servers', value.mcp.servers, VSCODE);
    } else if (Object.values(value.mcp).some(isOpencodeEntry)) add('mcp', value.mcp, OPENCODE);
  }
  // Claude Code keeps the servers of single projects in its own settings file.
  if (isObject(value.projects)) {
    for (const [folder, project] of Object.entries(value.projects)) {
      if (isObject(project)) add(`projects[${JSON.stringify(folder)}].mcpServers`, project.mcpServers, MCP_SERVERS);
    }
  }
  return groups;
}

/** An entry of opencode says of which kind it is; other clients keep settings under `mcp`. */
function isOpencodeEntry(entry: unknown): boolean {
  return isObject(entry) && (entry.type === 'local' || entry.type === 'remote' || Array.isArray(entry.command));
}

/** An entry of opencode in the members of the other clients. */
function plainEntry(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const [command, ...args] = Array.isArray(entry.command) ? (entry.command as readonly Json[]) : [entry.command];
  return { ...entry, command, args, ...(entry.environment === undefined ? {} : { env: entry.environment }) };
}

function inputDefaults(value: JsonObject): ReadonlyMap<string, string> {
  const inputs = value.inputs ?? (isObject(value.mcp) ? value.mcp.inputs : undefined);
  const defaults = new Map<string, string>();
  if (!Array.isArray(inputs)) return defaults;
  for (const input of inputs as readonly unknown[]) {
    if (!isObject(input) || input.password === true) continue;
    if (typeof input.id === 'string' && typeof input.default === 'string') defaults.set(input.id, input.default);
  }
  return defaults;
}

const NO_SERVERS: ConfigurationProblem = {
  place: 'line 1',
  message: 'names no MCP servers',
  remedy: 'Give a file with "mcpServers" (Claude, Cursor), "servers" (VS Code) or [mcp_servers.…] (Codex).',
};
