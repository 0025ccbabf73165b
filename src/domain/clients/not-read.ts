import { isEmpty, isObject, type Json, type JsonObject } from '../text/json.ts';

/** A member of a file that was understood to be a rule, or is not known at all, and that decides nothing in an answer. */
export interface NotRead {
  /** The way to it from the root. */
  readonly path: readonly (string | number)[];
  /** The same, as a person finds it: `mcpServers.memory.alwaysAllow`. */
  readonly place: string;
  /** A sentence. */
  readonly says: string;
}

/** What a client's room says of the members of its files, so that what it does not read is listed. */
export interface FileMembers {
  /**
   * Ways to the members that its permissions read, and to those that rule nothing about tools of servers, with slashes and a
   * star for any name: `permissions/allow`. What stands below one is not looked at.
   */
  readonly read: readonly string[];
  /** What members that are not read do in this client, as a sentence, by name: `alwaysAllow`. */
  readonly unread: Readonly<Record<string, string>>;
  /** Root members that may rule tools, in files that hold much else; null for all. */
  readonly roots: RegExp | null;
}

/** Of a client that says nothing of its members. */
export const NO_MEMBERS: FileMembers = { read: [], unread: {}, roots: null };

/** Names under which clients keep what their tools may do. */
const RULE_WORDS =
  /allow|den(?:y|ied)|approv|permission|trust|forbid|(?:exclude|include|disable|enable|available|core)d?_?tools|auto_?(?:run|accept)|yolo/i;
/** Deeper than any client keeps a rule. */
const DEEPEST = 8;
/** The most that are listed of one file; the last one then says how many more there are. */
const MOST = 60;

/**
 * The members of a file that are not read.
 * @param entries ways to the servers' entries, which have been looked at, and the members of them that nobody knows
 */
export function notReadOf(
  value: JsonObject,
  { read, unread, roots }: FileMembers,
  entries: readonly { readonly path: readonly (string | number)[]; readonly unknown: readonly string[] }[],
): NotRead[] {
  const patterns = read.map((pattern) => pattern.split('/'));
  const servers = new Set(entries.map(({ path }) => JSON.stringify(path)));
  const found: NotRead[] = [];
  const add = (path: readonly (string | number)[]) => {
    const name = String(path.at(-1));
    const does = Object.hasOwn(unread, name) ? `${unread[name]} ` : '';
    found.push({ path, place: placeOf(path), says: `${does}It is not read here, and decides nothing in this answer.` });
  };
  const walk = (node: JsonObject, path: readonly string[], isRule: boolean) => {
    for (const [name, member] of Object.entries(node)) {
      const way = [...path, name];
      if (isEmpty(member) || (path.length === 0 && roots !== null && !roots.test(name))) continue;
      if (servers.has(JSON.stringify(way)) || patterns.some((pattern) => fits(pattern, way, pattern.length))) continue;
      // Members of which some are read: what stands beside those is named, one by one.
      const hasRead = patterns.some((pattern) => pattern.length > way.length && fits(pattern, way, way.length));
      if (hasRead && isObject(member)) walk(member, way, RULE_WORDS.test(name));
      else if (isRule || RULE_WORDS.test(name) || Object.hasOwn(unread, name)) add(way);
      else if (isObject(member) && way.length < DEEPEST) walk(member, way, false);
    }
  };
  walk(value, [], false);
  for (const { path, unknown } of entries) {
    for (const name of unknown) {
      const way = [...path, name];
      if (!patterns.some((pattern) => fits(pattern, way.map(String), pattern.length))) add(way);
    }
  }
  if (found.length <= MOST) return found;
  const left = found.length - MOST + 1;
  return [
    ...found.slice(0, MOST - 1),
    { path: [], place: 'elsewhere', says: `${left} more members of this file are not read here.` },
  ];
}

/** Whether the first steps of a way are those of a pattern. */
function fits(pattern: readonly string[], way: readonly string[], length: number): boolean {
  return length <= way.length && pattern.slice(0, length).every((step, index) => step === '*' || step === way[index]);
}

/** A way as a person writes it: `projects["/srv/app"].allowedTools`, `mcpServers[0].name`. */
export function placeOf(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (index > 0 && !/^[\w$@.-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** What tells a server's entry, in one client or another. */
const ENTRY_MEMBERS = ['command', 'cmd', 'url', 'httpUrl', 'serverUrl', 'uri'];

/**
 * Ways to what looks like servers and is not read as such: a list under another name, or in another form. A file with servers
 * that nobody looked at is no file without servers.
 * @param lists ways to the lists that were read
 */
export function unreadServers(
  value: JsonObject,
  { read }: FileMembers,
  lists: readonly (readonly (string | number)[])[],
): readonly string[][] {
  const known = new Set(lists.map((path) => JSON.stringify(path)));
  const patterns = read.map((pattern) => pattern.split('/'));
  const found: string[][] = [];
  const walk = (node: JsonObject, path: readonly string[]) => {
    for (const [name, member] of Object.entries(node)) {
      const way = [...path, name];
      if (typeof member !== 'object' || member === null || known.has(JSON.stringify(way))) continue;
      // Lists of servers that are rules: deniedMcpServers.
      if (patterns.some((pattern) => pattern.length === way.length && fits(pattern, way, way.length))) {
        if (/mcp|server/i.test(name)) continue;
      }
      if (isNamedForServers(way) && hasEntry(member)) found.push(way);
      else if (isObject(member) && way.length < 5) walk(member, way);
    }
  };
  walk(value, []);
  return found;
}

/** Servers of other kinds have addresses too: below the root, a name must say which. */
function isNamedForServers(way: readonly string[]): boolean {
  const name = way.at(-1) ?? '';
  if (/lsp|language/i.test(name)) return false;
  const isOfProtocol = /mcp|modelcontext|context_?server/i;
  return (
    isOfProtocol.test(name) ||
    (/server/i.test(name) && (way.length === 1 || way.some((step) => isOfProtocol.test(step))))
  );
}

/** A text, a list of words, or Zed's older object. */
function isProgram(value: Json | undefined): boolean {
  return typeof value === 'string' || Array.isArray(value) || (isObject(value) && typeof value.path === 'string');
}

function hasEntry(list: Json): boolean {
  return Object.values(list as JsonObject).some(
    (entry) =>
      isObject(entry) &&
      [entry, entry.transport].some(
        (part) => isObject(part) && ENTRY_MEMBERS.some((member) => isProgram(part[member])),
      ),
  );
}
