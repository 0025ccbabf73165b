import { readConfigurationText } from '../configuration/read-text.ts';
import { isObject, type JsonObject } from '../text/json.ts';
import type { Client, GivenFile } from './client.ts';
import type { ClientDocument } from './document.ts';
import { configurationOf } from './read-servers.ts';
import { CLIENT_IDS, CLIENTS, type ClientId, clientById } from './registry.ts';
import { SCOPES, type Scope, scopeOf } from './scope.ts';
import { hasServerList } from './server-entries.ts';

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
  'tools-list': 'list of tools',
  unusable: 'cannot be used',
} as const;

/** A file that was read, and whose it is. */
export interface ConfigurationDocument extends ClientDocument {
  readonly client: ClientId;
  /** What the page calls the file, after the client's name. */
  readonly label: string;
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
  const read = readConfigurationText(name, text);
  if ('problem' in read) return unusable(given, read.problem.place, read.problem.message, read.problem.remedy);
  const { lineOf, syntax } = read;
  // A bare list is taken for one of tools.
  const value = Array.isArray(read.value) ? { tools: read.value as JsonObject['tools'] } : read.value;
  if (!isObject(value)) return unusable(given, 'line 1', NOTHING.message, NOTHING.remedy);
  const path = (given.path ?? name).replaceAll('\\', '/').toLowerCase();
  const file = { path, value, syntax };
  const recognised = recognise(file);
  if (recognised === null) return unusable(given, 'line 1', NOTHING.message, NOTHING.remedy);
  const { kind, label, client, hasServers } = recognised;
  const configuration = hasServers ? configurationOf({ value, syntax }) : null;
  const servers = configuration?.servers ?? [];
  const left = servers.length - MOST_SERVERS;
  return {
    name,
    text,
    kind,
    label,
    client: given.client ?? client,
    scope: scopeOf(path, ownScope(path)),
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
}

/** Every form of every client, in the order in which they are asked. */
const FORMS = CLIENT_IDS.flatMap((client) => clientById(client).files.forms.map((form) => ({ client, form }))).sort(
  (a, b) => a.form.precedence - b.form.precedence,
);

/** What a file is, and whose; null for one that is nothing we know. */
function recognise(file: GivenFile): Recognised | null {
  const { value, syntax } = file;
  if (syntax === 'json' && isToolsList(value)) return common('tools-list', 'unknown');
  const found = FORMS.find(({ form }) => form.syntax === syntax && form.recognises(file));
  if (found !== undefined) {
    const { kind, label, hasServers } = found.form;
    return { kind, label, client: found.client, hasServers };
  }
  return syntax === 'json' && hasServerList(value) ? common('servers', readerOfList(file)) : null;
}

function common(kind: keyof typeof COMMON_LABELS, client: ClientId): Recognised {
  return { kind, label: COMMON_LABELS[kind], client, hasServers: kind === 'servers' };
}

function isToolsList(value: JsonObject): boolean {
  const list = isObject(value.result) ? value.result.tools : value.tools;
  return Array.isArray(list) && list.every(isObject) && value.mcpServers === undefined;
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

function unusable(given: ConfigurationText, place: string, message: string, remedy: string): ConfigurationDocument {
  return {
    name: given.name,
    text: given.text,
    kind: 'unusable',
    label: COMMON_LABELS.unusable,
    client: given.client ?? 'unknown',
    scope: 'project',
    value: {},
    lineOf: () => 1,
    servers: [],
    problems: [{ place, message, remedy }],
  };
}
