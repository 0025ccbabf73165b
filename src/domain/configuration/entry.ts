import { isObject, type JsonObject } from '../text/json.ts';
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
  const urlKey = dialect.url.find((member) => entry[member] !== undefined);
  if (urlKey !== undefined) return readHttp(entry, urlKey, place, dialect);
  if (entry.command === undefined) {
    return problem(place, 'has neither a command nor a url', 'Say how the server is started or reached.');
  }
  if (typeof entry.command !== 'string' || entry.command.trim() === '') {
    return problem(`${place}.command`, 'is no text', 'Give the program as text, and its arguments in args.');
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
