import { listWords } from '../text/english.ts';
import { isEmpty, isObject, type JsonObject } from '../text/json.ts';
import { type NamedSecret, Secret } from '../text/secret.ts';
import type { ConfigurationProblem, ConfiguredServer, HttpTransport, StdioTransport } from './configured-server.ts';

/** The members that differ between clients; the rest is read alike. */
export interface EntryDialect {
  /** Members that may hold the address, in this order. */
  readonly url: readonly string[];
  /** Members with headers, as name and value. */
  readonly headers: readonly string[];
  /** Where an entry says that it is off. */
  readonly disabled: (entry: JsonObject) => boolean;
  /** Members that are read, or that rule nothing: any other is listed as not read. Null: all are known. */
  readonly members: readonly string[] | null;
  /** Headers whose value is the name of an environment variable (Codex); given as `${NAME}`. */
  readonly headersFromEnvironment?: (entry: JsonObject) => readonly (readonly [string, string])[];
}

/** A server, or the problem that keeps this entry from being one. */
export function readEntry(
  where: Pick<ConfiguredServer, 'key' | 'path' | 'place'>,
  value: unknown,
  dialect: EntryDialect,
): ConfiguredServer | ConfigurationProblem {
  const { place } = where;
  if (!isObject(value)) return problem(place, 'is no object', 'Give it a command or a url.');
  const enabled = !dialect.disabled(value);
  const transport = readTransport(value, place, dialect);
  return 'message' in transport ? transport : { ...where, enabled, transport };
}

function readTransport(
  entry: JsonObject,
  place: string,
  dialect: EntryDialect,
): StdioTransport | HttpTransport | ConfigurationProblem {
  const [urlKey, ...others] = dialect.url.filter((member) => entry[member] !== undefined);
  if (others.some((member) => entry[member] !== entry[urlKey as string])) {
    return problem(place, 'has several addresses: which one is reached depends on the client', 'Leave one of them.');
  }
  const isBoth = urlKey !== undefined && entry.command !== undefined;
  const type = String(entry.type);
  if (isBoth && !REMOTE.has(type) && !STARTED.has(type)) {
    return problem(place, 'has a command and a url: which one is used depends on the client', 'Leave one of them.');
  }
  if (urlKey !== undefined && !(isBoth && STARTED.has(type))) return readHttp(entry, urlKey, place, dialect);
  if (entry.command === undefined) {
    const given = Object.keys(entry).slice(0, 5);
    return problem(
      place,
      given.length === 0
        ? 'has neither a command nor a url'
        : `has ${listWords(given)}, and neither a command nor a url`,
      'Say how the server is started or reached.',
    );
  }
  if (typeof entry.command !== 'string' || entry.command.trim() === '') {
    return problem(
      `${place}.command`,
      Array.isArray(entry.command) ? 'is a list, where a text is expected' : 'is no text',
      'Give the program as text, and its arguments in args.',
    );
  }
  const args = entry.args ?? [];
  if (!Array.isArray(args) || !args.every((argument) => typeof argument === 'string')) {
    return problem(`${place}.args`, 'is no list of texts', 'Put each argument in quotes: ["-y", "package"].');
  }
  const env = readNamed(entry.env, `${place}.env`);
  if ('message' in env) return env;
  const cwd = typeof entry.cwd === 'string' ? { cwd: entry.cwd } : {};
  return { kind: 'stdio', command: entry.command, args: args as readonly string[], env, ...cwd };
}

/** Values of `type` that say: over HTTP; and: started by the client. */
const REMOTE: ReadonlySet<string> = new Set([
  'http',
  'sse',
  'streamable-http',
  'streamable_http',
  'streamableHttp',
  'remote',
]);
const STARTED: ReadonlySet<string> = new Set(['stdio', 'local']);

/** The members of an entry that say something, and are neither read nor known to rule nothing. */
export function unknownMembers(entry: unknown, { members }: EntryDialect): readonly string[] {
  if (!isObject(entry) || members === null) return [];
  return Object.entries(entry).flatMap(([name, value]) => (members.includes(name) || isEmpty(value) ? [] : [name]));
}

function readHttp(
  entry: JsonObject,
  urlKey: string,
  place: string,
  dialect: EntryDialect,
): HttpTransport | ConfigurationProblem {
  const url = entry[urlKey];
  if (typeof url !== 'string') return problem(`${place}.${urlKey}`, 'is no text', 'Give an address in quotes.');
  const headers: NamedSecret[] = [];
  for (const member of dialect.headers) {
    const named = readNamed(entry[member], `${place}.${member}`);
    if ('message' in named) return named;
    headers.push(...named);
  }
  for (const [name, value] of dialect.headersFromEnvironment?.(entry) ?? []) {
    headers.push({ name, value: new Secret(value) });
  }
  return { kind: 'http', url, headers };
}

function readNamed(value: unknown, place: string): readonly NamedSecret[] | ConfigurationProblem {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return problem(place, 'is no object', 'Write it as names with texts: {"NAME": "value"}.');
  const named: NamedSecret[] = [];
  for (const [name, text] of Object.entries(value)) {
    // VS Code unsets a variable with null.
    if (text === null || text === undefined) continue;
    if (typeof text === 'object') return problem(`${place}.${name}`, 'is no text', 'Give its value in quotes.');
    named.push({ name, value: new Secret(String(text)) });
  }
  return named;
}

function problem(place: string, message: string, remedy: string): ConfigurationProblem {
  return { place, message, remedy };
}
