import type { ConfigurationProblem, ConfiguredServer } from '../configuration/configured-server.ts';
import { readConfigurationText, type Syntax, type TextReader } from '../configuration/read-text.ts';
import { isObject, type JsonObject } from '../text/json.ts';
import { meantName } from '../text/meant-name.ts';
import type { FindLine } from '../text/place.ts';
import type { Client, GivenFile } from './client.ts';
import type { ClientDocument } from './document.ts';
import { NO_MEMBERS, notReadOf, placeOf, unreadServers } from './not-read.ts';
import { configurationOf } from './read-servers.ts';
import { CLIENT_IDS, CLIENTS, type ClientId, clientById } from './registry.ts';
import { SCOPES, type Scope, scopeOf } from './scope.ts';
import { hasServerList } from './server-entries.ts';
import { isToolsList, TOOLS_LIST, toolsIn } from './tools-list.ts';
import { isBareMap } from './unknown/servers.ts';

/** A file as it was given: its name or path decides what its text does not. */
export interface ConfigurationText {
  readonly name: string;
  readonly text: string;
  /** The whole path, where it is known and the name is only a part of it. */
  readonly path?: string | undefined;
  /** Set where a person said which client reads it. */
  readonly client?: ClientId | undefined;
}

/** Kinds of files that belong to no client: a plain list of servers, an answer to tools/list, and what cannot be used. */
const COMMON_LABELS = {
  servers: 'list of servers',
  [TOOLS_LIST]: 'list of tools',
  unusable: 'cannot be used',
} as const;

/** A file that was read, and whose it is. */
export interface ConfigurationDocument extends ClientDocument {
  readonly client: ClientId;
  /** What the page calls the file, after the client's name. */
  readonly label: string;
  /** Whether its client would have servers in it: without one, it says that there is none. */
  readonly listsServers: boolean;
}

/** The largest text that is read, in characters. */
export const LARGEST_TEXT = 1024 * 1024;
/** The most servers that are read of one file; more are counted and left out. */
export const MOST_SERVERS = 60;

/** Reads one file that is no YAML. Never throws: what could not be read is in `problems`; where that is all of it, the kind is `unusable`. */
export function readDocument(given: ConfigurationText): ConfigurationDocument {
  return readGiven(given, null);
}

/**
 * Reads files of every syntax, as `readDocument` does.
 * @param readYaml `readYamlText`; null where a page has not loaded it, because no file is YAML
 */
export function documentReader(readYaml: TextReader | null): (given: ConfigurationText) => ConfigurationDocument {
  return (given) => readGiven(given, readYaml);
}

const READABLE = 'Give the file in which the client keeps its servers or rules.';

/** Its mark is no UTF-8; without a mark, every other character is none. */
function isUtf16(text: string): boolean {
  return (
    text.startsWith('\uFFFD\uFFFD') ||
    (text[0] !== text[1] && [0, 1].some((at) => text[at] === '\0' && text[at + 2] === '\0'))
  );
}

/** Bytes that are no UTF-8 beside control characters, or characters that show nothing at all. */
function isBinary(text: string): boolean {
  return text.includes('\0') || (text.includes('\uFFFD') && /[^\P{Cc}\t\n\v\f\r]/u.test(text));
}

function readGiven(given: ConfigurationText, readYaml: TextReader | null): ConfigurationDocument {
  const { name, text } = given;
  if (text.length > LARGEST_TEXT)
    return unusable(given, 'line 1', 'is larger than 1 MB', 'Give the configuration alone.');
  if (text.trim() === '') return unusable(given, 'line 1', 'is empty', 'Give a client’s configuration.');
  if (isUtf16(text))
    return unusable(given, 'line 1', 'is no text in UTF-8, but UTF-16 or no text at all', 'Save it as UTF-8.');
  if (isBinary(text)) return unusable(given, 'line 1', 'is no text but a picture, an archive or a program', READABLE);
  const read = readConfigurationText(name, text, readYaml);
  if ('problem' in read) return unusable(given, read.problem.place, read.problem.message, read.problem.remedy);
  const { syntax } = read;
  const nothing = () => unusable(given, 'line 1', `is ${SYNTAX_NAMES[syntax]}, and ${NOTHING.message}`, NOTHING.remedy);
  // A bare list is taken for one of tools.
  const isList = Array.isArray(read.value);
  const value = isList ? { tools: read.value as JsonObject['tools'] } : read.value;
  const lineOf: FindLine = isList ? (way) => read.lineOf(way.slice(1)) : read.lineOf;
  if (!isObject(value)) return nothing();
  const path = (given.path ?? name).replaceAll('\\', '/').toLowerCase();
  const file = { path, value, syntax };
  const recognised = recognise(file);
  if (recognised === null) {
    const [list] = unreadServers(value, NO_MEMBERS, []);
    return list === undefined
      ? nothing()
      : unusable(given, placeOf(list), listElsewhere(list).message, listElsewhere(list).remedy);
  }
  const { kind, label, client, hasServers, listsElsewhere } = recognised;
  const configuration = hasServers ? configurationOf({ value, syntax }) : null;
  const owner = given.client ?? client;
  const { members, heedsDisabled } = clientById(owner).files;
  const switches = heedsDisabled === true ? [] : idleSwitches(value, configuration?.servers ?? []);
  const servers = (configuration?.servers ?? []).map((server) =>
    switches.includes(server) ? { ...server, enabled: true } : server,
  );
  const left = servers.length - MOST_SERVERS;
  const list = kind === TOOLS_LIST ? toolsIn(value) : null;
  return {
    name,
    text,
    kind,
    label,
    client: owner,
    listsServers: kind === TOOLS_LIST || (hasServers && !listsElsewhere) || (configuration?.lists ?? []).length > 0,
    scope: scopeOf(path, ownScope(path)),
    value,
    lineOf,
    servers: servers.slice(0, MOST_SERVERS),
    notRead: list?.notRead ?? [
      ...notReadOf(value, members, configuration?.entries ?? []),
      ...switches.map(({ path: way, place }) => ({
        path: [...way, 'disabled'],
        place: `${place}.disabled`,
        says: IDLE,
      })),
    ],
    problems: [
      ...(list?.problems ?? []),
      ...(list !== null && list.tools.length + list.problems.length === 0 ? [NO_TOOLS] : []),
      ...(configuration?.form === null ? [] : (configuration?.problems ?? [])),
      ...unreadServers(value, members, configuration?.lists ?? []).map(unreadList),
      ...twiceProblems(read.twice ?? [], members.roots, configuration?.lists ?? []),
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

/** A list of nothing says nothing of its server: more often it is the wrong answer than a server without tools. */
const NO_TOOLS: ConfigurationProblem = {
  place: 'line 1',
  message: 'lists no tool',
  remedy: 'Give the whole answer of the server to tools/list.',
};

/** Said of `"disabled": true` where it is no switch. */
const IDLE = 'No documentation of this client has such a switch: the server counts as switched on.';

/** Servers that are off by `"disabled": true` alone. */
function idleSwitches(value: JsonObject, servers: readonly ConfiguredServer[]): readonly ConfiguredServer[] {
  return servers.filter(({ enabled, path }) => {
    if (enabled) return false;
    const entry = path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], value);
    return isObject(entry) && entry.disabled === true && entry.enabled !== false;
  });
}

/** The most names that are said to stand twice. */
const MOST_TWICE = 20;

/** Names that stand twice where servers and rules are: which of the two counts depends on who reads it. */
function twiceProblems(
  twice: readonly (readonly (string | number)[])[],
  roots: RegExp | null,
  lists: readonly (readonly (string | number)[])[],
): ConfigurationProblem[] {
  const meant = twice.filter(
    ([first]) => roots === null || roots.test(String(first)) || lists.some((list) => list[0] === first),
  );
  const left = meant.length - MOST_TWICE;
  return meant.slice(0, MOST_TWICE).map((path, index) => ({
    place: placeOf(path),
    path,
    message: `stands twice, and which of the two counts depends on the program${index === MOST_TWICE - 1 && left > 0 ? `; so do ${left} more names` : ''}`,
    remedy: 'Leave one of them.',
  }));
}

function unreadList(path: readonly string[]): ConfigurationProblem {
  return {
    place: placeOf(path),
    path,
    ...listElsewhere(path),
  };
}

const LIST_ELSEWHERE = {
  message: 'looks like a list of servers, and is not read in this place or form',
  remedy: 'Put the servers where this client reads them.',
};

/** Names under which clients read their servers. */
const LIST_NAMES = ['mcpServers', 'mcp_servers', 'servers', 'context_servers'];

/** What to do about a list of servers under another name: of a slip, the name that was meant. */
function listElsewhere(path: readonly string[]): Pick<ConfigurationProblem, 'message' | 'remedy'> {
  const name = path.at(-1) ?? '';
  const meant = LIST_NAMES.includes(name) ? undefined : meantName(name, LIST_NAMES);
  return meant === undefined ? LIST_ELSEWHERE : { ...LIST_ELSEWHERE, remedy: `Did you mean ${meant}?` };
}

const SYNTAX_NAMES: Readonly<Record<Syntax, string>> = { json: 'JSON', toml: 'TOML', yaml: 'YAML' };

const NOTHING = {
  message: 'has neither MCP servers nor permissions that are known',
  remedy: `Give a client’s list of servers, its permissions (${Object.values<Client>(CLIENTS)
    .filter(({ policy }) => policy !== null)
    .map(({ words }) => words.short)
    .join(', ')}), or an answer to tools/list.`,
};

/** What a file turned out to be. */
interface Recognised {
  readonly kind: string;
  readonly label: string;
  readonly client: ClientId;
  readonly hasServers: boolean;
  readonly listsElsewhere: boolean;
}

/** Every form of every client, in the order in which they are asked. */
const FORMS = CLIENT_IDS.flatMap((client) => clientById(client).files.forms.map((form) => ({ client, form }))).sort(
  (a, b) => a.form.precedence - b.form.precedence,
);

/** What a file is, and whose; null for one that is nothing we know. */
function recognise(file: GivenFile): Recognised | null {
  const { value, syntax } = file;
  const own = FORMS.filter(({ form }) => form.syntax === syntax);
  // What has tools among other things is no list of tools.
  const first = own.find(({ form }) => form.precedence < 0 && form.recognises(file));
  if (first === undefined && syntax === 'json' && isToolsList(value)) return common(TOOLS_LIST, 'unknown');
  const found = first ?? own.find(({ form }) => form.recognises(file));
  if (found !== undefined) {
    const { kind, label, hasServers, listsElsewhere = false } = found.form;
    return { kind, label, client: found.client, hasServers, listsElsewhere };
  }
  return syntax === 'json' && (hasServerList(value) || isBareMap(value)) ? common('servers', readerOfList(file)) : null;
}

function common(kind: keyof typeof COMMON_LABELS, client: ClientId): Recognised {
  return { kind, label: COMMON_LABELS[kind], client, hasServers: kind === 'servers', listsElsewhere: false };
}

/** Whose a plain list of servers is: its path tells more than its members. */
function readerOfList({ path, value }: GivenFile): ClientId {
  const byPath = CLIENT_IDS.find((client) => clientById(client).files.listPath?.test(path));
  return byPath ?? CLIENT_IDS.find((client) => clientById(client).files.ownsMembers(value)) ?? 'unknown';
}

/** What clients say of a path's scope: the strongest of it. */
function ownScope(path: string): Scope | null {
  const said = new Set(CLIENT_IDS.map((client) => clientById(client).files.scope(path)));
  return SCOPES.findLast((scope) => said.has(scope)) ?? null;
}

/** A file of which nothing could be read, and why. */
export function unusable(
  given: ConfigurationText,
  place: string,
  message: string,
  remedy: string,
): ConfigurationDocument {
  return {
    name: given.name,
    text: given.text,
    kind: 'unusable',
    label: COMMON_LABELS.unusable,
    client: given.client ?? 'unknown',
    listsServers: false,
    scope: 'project',
    value: {},
    lineOf: () => 1,
    servers: [],
    notRead: [],
    problems: [{ place, message, remedy }],
  };
}
