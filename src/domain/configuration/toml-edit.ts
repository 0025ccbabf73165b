import { parse } from 'smol-toml';
import { isObject, type JsonObject } from '../text/json.ts';
import { type TomlStatement, tomlStatements } from './toml-text.ts';

/** The members of a server's table in Codex' configuration that say which tools run. */
const PERMISSIONS = ['enabled_tools', 'disabled_tools', 'default_tools_approval_mode'];

/**
 * Codex' configuration with the permissions of one server replaced: the lines under its header and the tables of its tools.
 * Null where the table is not written as one (an inline table, a dotted key): then the lines must be put there by hand.
 * @param lines under the header, then the tables of tools
 */
export function withServerPermissions(text: string, key: string, lines: string, tables: string): string | null {
  const statements = tomlStatements(text);
  const header = statements.find(({ kind, path }) => kind === 'table' && isPath(path, ['mcp_servers', key]));
  if (header === undefined) return null;
  const doomed = statements.filter((statement) => isPermission(statement, key));
  // The last statement that belongs to the server: its tools' tables come after it.
  const last = statements.findLast(({ path }) => path[0] === 'mcp_servers' && path[1] === key) ?? header;
  const pieces: { readonly start: number; readonly end: number; readonly put: string }[] = [
    ...doomed.map(({ start, end }) => ({ start, end: afterLine(text, end), put: '' })),
    { start: afterLine(text, header.end), end: afterLine(text, header.end), put: `${lines}\n` },
    ...(tables === ''
      ? []
      : [{ start: afterLine(text, last.end), end: afterLine(text, last.end), put: `\n${tables}\n` }]),
  ];
  let edited = '';
  let at = 0;
  for (const { start, end, put } of pieces.sort((a, b) => a.start - b.start || a.end - b.end)) {
    edited += text.slice(at, Math.max(start, at));
    // A header at the very end has no line end of its own.
    edited += put !== '' && edited !== '' && !edited.endsWith('\n') ? `\n${put}` : put;
    at = Math.max(at, end);
  }
  edited = `${edited}${text.slice(at)}`.replace(/\n{3,}/g, '\n\n');
  return differsOnlyIn(text, edited, key) ? edited : null;
}

function isPath(path: TomlStatement['path'], wanted: readonly string[]): boolean {
  return path.length === wanted.length && wanted.every((step, index) => path[index] === step);
}

function isPermission({ kind, path }: TomlStatement, key: string): boolean {
  if (path[0] !== 'mcp_servers' || path[1] !== key) return false;
  if (kind === 'key' && path.length === 3) return PERMISSIONS.includes(path[2] as string);
  return path[2] === 'tools' && path.length >= 3;
}

function afterLine(text: string, end: number): number {
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at + 1;
}

/** The proof that an edit kept everything else: both texts parse, and are the same but for these members. */
function differsOnlyIn(before: string, after: string, key: string): boolean {
  try {
    return JSON.stringify(without(parse(before), key)) === JSON.stringify(without(parse(after), key));
  } catch {
    return false;
  }
}

function without(value: unknown, key: string): unknown {
  const whole = value as JsonObject;
  const servers = isObject(whole.mcp_servers) ? whole.mcp_servers : {};
  const entry = isObject(servers[key]) ? servers[key] : {};
  const rest = Object.fromEntries(
    Object.entries(entry).filter(([member]) => !PERMISSIONS.includes(member) && member !== 'tools'),
  );
  return { ...whole, mcp_servers: { ...servers, [key]: rest } };
}
