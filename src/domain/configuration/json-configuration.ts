import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { isObject, type JsonObject } from '../json.ts';
import type { Configuration, ConfigurationProblem, ConfiguredServer } from './configured-server.ts';
import { type EntryDialect, readEntry } from './entry.ts';

/** Claude Desktop, Claude Code, Cursor, Windsurf, Gemini CLI: one form, with different names for the address. */
const MCP_SERVERS: EntryDialect = {
  url: ['url', 'httpUrl', 'serverUrl'],
  headers: ['headers'],
  disabled: (entry) => entry.disabled === true,
};

/** VS Code: `servers` in mcp.json, `mcp.servers` in settings. */
const VSCODE: EntryDialect = { ...MCP_SERVERS, url: ['url'] };

/** Reads the JSON forms, with comments and trailing commas as VS Code allows them. */
export function parseJsonConfiguration(text: string): Configuration {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    return unreadable({
      place: placeOf(text, first.offset),
      message: `cannot be read as JSON (${printParseErrorCode(first.error)})`,
      remedy: 'Correct the text there. Comments and a comma after the last member are allowed.',
    });
  }
  if (!isObject(value)) return unreadable(NO_SERVERS);
  const groups = groupsOf(value);
  if (groups.length === 0) return unreadable(NO_SERVERS);
  const servers: ConfiguredServer[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const { place, entries, dialect } of groups) {
    if (!isObject(entries)) {
      problems.push({ place, message: 'is no object', remedy: 'Write servers by name: {"name": {"command": …}}.' });
      continue;
    }
    for (const [key, entry] of Object.entries(entries)) {
      const read = readEntry(key, entry, `${place}.${key}`, dialect);
      if ('message' in read) problems.push(read);
      else servers.push(read);
    }
  }
  const vscode = groups.some(({ dialect }) => dialect === VSCODE);
  return { form: vscode ? 'vscode' : 'mcpServers', servers, problems, inputDefaults: inputDefaults(value) };
}

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
  if (isObject(value.mcp)) add('mcp.servers', value.mcp.servers, VSCODE);
  // Claude Code keeps the servers of single projects in its own settings file.
  if (isObject(value.projects)) {
    for (const [folder, project] of Object.entries(value.projects)) {
      if (isObject(project)) add(`projects[${JSON.stringify(folder)}].mcpServers`, project.mcpServers, MCP_SERVERS);
    }
  }
  return groups;
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

function unreadable(problem: ConfigurationProblem): Configuration {
  return { form: null, servers: [], problems: [problem], inputDefaults: new Map() };
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
