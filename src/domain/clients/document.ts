import { parse as parseToml, TomlError } from 'smol-toml';
import type { ClientId, Scope } from '../configuration/client.ts';
import type { Configuration, ConfigurationProblem } from '../configuration/configured-server.ts';
import { type FindLine, readJsonText } from '../configuration/json-text.ts';
import { parseConfiguration } from '../configuration/parse-configuration.ts';
import { tomlLines } from '../configuration/toml-text.ts';
import { isObject, type JsonObject } from '../text/json.ts';

/** A file as it was given: its name or path decides what its text does not. */
export interface ConfigurationText {
  readonly name: string;
  readonly text: string;
  /** The whole path, where it is known and the name is only a part of it. */
  readonly path?: string | undefined;
  /** Set where a person said which client reads it. */
  readonly client?: ClientId | undefined;
}

/** What a file is for. */
export type DocumentKind =
  | 'servers'
  | 'claude-settings'
  | 'codex-config'
  | 'codex-requirements'
  | 'gemini-settings'
  | 'gemini-policy'
  | 'opencode'
  | 'copilot-servers'
  | 'copilot-approvals'
  | 'cursor-permissions'
  | 'vscode-settings'
  | 'tools-list'
  | 'unusable';

/** A file that was read: what it is, whose, and where things stand in it. */
export interface ConfigurationDocument {
  readonly name: string;
  readonly text: string;
  readonly kind: DocumentKind;
  readonly client: ClientId;
  readonly scope: Scope;
  /** The parsed text; an empty object where it cannot be used. */
  readonly value: JsonObject;
  readonly lineOf: FindLine;
  /** Its MCP servers; none in a file that only has rules. */
  readonly servers: Configuration['servers'];
  /** Why it, or a part of it, cannot be used. */
  readonly problems: readonly ConfigurationProblem[];
}

/** The largest text that is read, in characters. */
export const LARGEST_TEXT = 1024 * 1024;
/** The most servers that are read of one file; more are counted and left out. */
export const MOST_SERVERS = 60;

/** Reads one file. Never throws: what cannot be used is in `problems`, and the kind is then `unusable`. */
export function readDocument(given: ConfigurationText): ConfigurationDocument {
  const { name, text } = given;
  if (text.length > LARGEST_TEXT)
    return unusable(given, 'line 1', 'is larger than 1 MB', 'Give the configuration alone.');
  if (text.trim() === '') return unusable(given, 'line 1', 'is empty', 'Give a client’s configuration.');
  const read = readText(name, text);
  if ('problem' in read) return unusable(given, read.problem.place, read.problem.message, read.problem.remedy);
  const { value, lineOf, isToml } = read;
  const path = (given.path ?? name).replaceAll('\\', '/').toLowerCase();
  const kind = kindOf(path, value, isToml);
  if (kind === null) return unusable(given, 'line 1', NOTHING.message, NOTHING.remedy);
  const configuration = HAVE_SERVERS.has(kind) ? parseConfiguration(text, isToml ? 'x.toml' : 'x.json') : null;
  const servers = configuration?.servers ?? [];
  const left = servers.length - MOST_SERVERS;
  return {
    name,
    text,
    kind,
    client: given.client ?? clientOf(kind, path, value),
    scope: scopeOf(path),
    value,
    lineOf,
    servers: servers.slice(0, MOST_SERVERS),
    problems: [
      ...(configuration?.form === null ? [] : (configuration?.problems ?? [])),
      ...(left > 0
        ? [
            {
              place: 'line 1',
              message: `has more than ${MOST_SERVERS} servers: ${left} are not read`,
              remedy: 'Give the rest in a file of its own.',
            },
          ]
        : []),
    ],
  };
}

const HAVE_SERVERS: ReadonlySet<DocumentKind> = new Set([
  'servers',
  'claude-settings',
  'codex-config',
  'gemini-settings',
  'opencode',
  'copilot-servers',
  'vscode-settings',
]);

const NOTHING = {
  message: 'has neither MCP servers nor permissions that are known',
  remedy:
    'Give a client’s list of servers, its permissions (Claude Code, Codex, Gemini CLI, opencode, Copilot CLI, Cursor), or an answer to tools/list.',
};

type Read =
  | { readonly value: JsonObject; readonly lineOf: FindLine; readonly isToml: boolean }
  | { readonly problem: ConfigurationProblem };

function readText(name: string, text: string): Read {
  if (isTomlText(name, text)) {
    try {
      return { value: parseToml(text.replace(/^\uFEFF/, '')) as JsonObject, lineOf: tomlLines(text), isToml: true };
    } catch (error) {
      const place = error instanceof TomlError ? `line ${error.line}, column ${error.column}` : 'line 1';
      // The library's message goes on with an excerpt, which may hold a secret.
      const [message = ''] = error instanceof Error ? error.message.split('\n') : [];
      return {
        problem: { place, message: `cannot be read as TOML (${message})`, remedy: 'Correct the text there.' },
      };
    }
  }
  const json = readJsonText(text);
  if (json.error !== null) {
    const message = `cannot be read as JSON (${json.error.message})`;
    return { problem: { place: json.error.place, message, remedy: 'Correct the text there.' } };
  }
  const value = Array.isArray(json.value) ? { tools: json.value as JsonObject['tools'] } : json.value;
  if (!isObject(value)) return { problem: { place: 'line 1', ...NOTHING } };
  return { value, lineOf: json.lineOf, isToml: false };
}

function isTomlText(name: string, text: string): boolean {
  if (/\.toml$/i.test(name)) return true;
  return !/\.jsonc?$/i.test(name) && /^\s*(?:\[\[?[A-Za-z_]|[A-Za-z_][\w.-]*\s*=|#)/.test(text);
}

/** Members that only Claude Code's settings have, any of which tells them. */
const CLAUDE_MEMBERS = [
  'enabledMcpjsonServers',
  'disabledMcpjsonServers',
  'enableAllProjectMcpServers',
  'allowedMcpServers',
  'deniedMcpServers',
  'allowManagedPermissionRulesOnly',
  'allowManagedMcpServersOnly',
  'hooks',
];

function kindOf(path: string, value: JsonObject, isToml: boolean): DocumentKind | null {
  if (isToml) return tomlKind(path, value);
  const has = (member: string) => value[member] !== undefined;
  const list = isObject(value.result) ? value.result.tools : value.tools;
  if (Array.isArray(list) && list.every(isObject) && !has('mcpServers')) return 'tools-list';
  if (has('mcpAllowlist')) return 'cursor-permissions';
  if (isObject(value.locations) && /"tool_approvals"/.test(JSON.stringify(value.locations))) return 'copilot-approvals';
  if (isOpencode(path, value)) return 'opencode';
  if (isGemini(path, value)) return 'gemini-settings';
  if (isObject(value.mcpServers)) {
    const entries = Object.values(value.mcpServers).filter(isObject);
    if (/mcp-config\.json$|\.copilot\//.test(path) || entries.some(({ tools }) => Array.isArray(tools)))
      return 'copilot-servers';
  }
  if (isObject(value.permissions) || CLAUDE_MEMBERS.some(has) || isSettingsOfClaude(path)) return 'claude-settings';
  if (has('mcpServers') || has('projects')) return 'servers';
  if (has('servers')) return 'servers';
  if (Object.keys(value).some((member) => member.startsWith('chat.'))) return 'vscode-settings';
  if (isObject(value.mcp) && isObject(value.mcp.servers)) return 'vscode-settings';
  return null;
}

function tomlKind(path: string, value: JsonObject): DocumentKind | null {
  if (Array.isArray(value.rule)) return 'gemini-policy';
  const servers = isObject(value.mcp_servers) ? Object.values(value.mcp_servers).filter(isObject) : [];
  if (/requirements\.toml$/.test(path) || servers.some(({ identity }) => identity !== undefined)) {
    return 'codex-requirements';
  }
  const isCodex =
    isObject(value.mcp_servers) || value.approval_policy !== undefined || /(^|\/)config\.toml$/.test(path);
  return isCodex ? 'codex-config' : null;
}

function isOpencode(path: string, value: JsonObject): boolean {
  if (/opencode\.jsonc?$/.test(path)) return true;
  if (typeof value.$schema === 'string' && value.$schema.includes('opencode.ai')) return true;
  if (value.permission !== undefined) return true;
  const entries = isObject(value.mcp) ? Object.values(value.mcp).filter(isObject) : [];
  return entries.some(({ type }) => type === 'local' || type === 'remote');
}

function isGemini(path: string, value: JsonObject): boolean {
  if (/\.gemini\//.test(path) && /settings\.json$/.test(path)) return true;
  const entries = isObject(value.mcpServers) ? Object.values(value.mcpServers).filter(isObject) : [];
  return entries.some((entry) =>
    ['httpUrl', 'includeTools', 'excludeTools', 'trust'].some((member) => entry[member] !== undefined),
  );
}

function isSettingsOfClaude(path: string): boolean {
  return /(^|\/)(\.claude\/settings(\.local)?|managed-settings)\.json$/.test(path) || path === 'settings.local.json';
}

const CLIENT_OF_KIND: Readonly<Partial<Record<DocumentKind, ClientId>>> = {
  'claude-settings': 'claude-code',
  'codex-config': 'codex',
  'codex-requirements': 'codex',
  'gemini-settings': 'gemini-cli',
  'gemini-policy': 'gemini-cli',
  opencode: 'opencode',
  'copilot-servers': 'copilot-cli',
  'copilot-approvals': 'copilot-cli',
  'cursor-permissions': 'cursor',
  'vscode-settings': 'vscode',
};

/** Names that tell whose a list of servers is. */
const CLIENT_OF_NAME: readonly (readonly [RegExp, ClientId])[] = [
  [/claude_desktop_config\.json$/, 'claude-desktop'],
  [/(^|\/)\.mcp\.json$|(^|\/)\.claude\.json$|\.claude\/|managed-mcp\.json$/, 'claude-code'],
  [/\.cursor\//, 'cursor'],
  [/\.vscode\//, 'vscode'],
  [/\.codeium\/|windsurf|(^|\/)mcp_config\.json$/, 'windsurf'],
];

function clientOf(kind: DocumentKind, path: string, value: JsonObject): ClientId {
  const known = CLIENT_OF_KIND[kind];
  if (known !== undefined) return known;
  const named = CLIENT_OF_NAME.find(([pattern]) => pattern.test(path))?.[1];
  if (named !== undefined) return named;
  if (value.servers !== undefined && value.mcpServers === undefined) return 'vscode';
  return isObject(value.projects) ? 'claude-code' : 'unknown';
}

function scopeOf(path: string): Scope {
  if (/managed-(settings|mcp)|^\/etc\/|^\/library\/|requirements\.toml$|programdata|program files/.test(path)) {
    return 'managed';
  }
  if (/settings\.local\.json$/.test(path)) return 'local';
  return /^(~|\/home\/[^/]+|\/users\/[^/]+|\/root|[a-z]:\/users\/[^/]+)\/(\.[^/]+|appdata|library)(\/|$)/.test(path)
    ? 'user'
    : 'project';
}

function unusable(given: ConfigurationText, place: string, message: string, remedy: string): ConfigurationDocument {
  return {
    name: given.name,
    text: given.text,
    kind: 'unusable',
    client: given.client ?? 'unknown',
    scope: 'project',
    value: {},
    lineOf: () => 1,
    servers: [],
    problems: [{ place, message, remedy }],
  };
}
