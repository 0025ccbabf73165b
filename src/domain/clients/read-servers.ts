import type { Configuration, ConfigurationProblem, ConfiguredServer } from '../configuration/configured-server.ts';
import { readEntry, unknownMembers } from '../configuration/entry.ts';
import { type ParsedText, readConfigurationText, type Syntax, type TextReader } from '../configuration/read-text.ts';
import { MCP_SERVERS, type ServerForm, type ServerGroup } from '../configuration/server-form.ts';
import { isObject } from '../text/json.ts';
import { CLIENT_IDS, clientById } from './registry.ts';

/**
 * MCP servers from the text of a client's configuration. Never throws: what cannot be read is in `problems`, with its place.
 * @param fileName decides how it is written where the text does not
 * @param readYaml `readYamlText`; null where YAML is not to be read
 */
export function parseConfiguration(text: string, fileName: string, readYaml: TextReader | null = null): Configuration {
  const read = readConfigurationText(fileName, text, readYaml);
  return 'problem' in read ? nothing(read.problem) : configurationOf(read);
}

/** MCP servers of a text that was parsed already, in whichever forms it has them. */
export function configurationOf({ value, syntax }: Pick<ParsedText, 'value' | 'syntax'>): Configuration {
  const lists = serverForms().filter((list) => list.syntax === syntax);
  const found = isObject(value)
    ? lists.map((list) => ({ list, groups: list.groups(value) })).filter(({ groups }) => groups.length > 0)
    : [];
  const own = found.find(({ list }) => list !== MCP_SERVERS) ?? found[0];
  if (own === undefined || !isObject(value))
    return nothing({ place: 'line 1', message: 'names no MCP servers', remedy: GIVE[syntax] });
  const groups = found.flatMap(({ list, groups: all }) => all.map((group) => ({ list, group })));
  const read = groups.flatMap(({ list, group }) => readGroup(list, group));
  const defaults = lists.flatMap((list) => [...(list.inputDefaults?.(value) ?? [])]);
  return {
    form: own.list.form,
    servers: read.flatMap(({ read: one }) => ('message' in one ? [] : [one])),
    problems: read.flatMap(({ read: one }) => ('message' in one ? [one] : [])),
    lists: groups.map(({ group }) => group.path),
    entries: read.flatMap(({ unknown, path }) => (unknown === null ? [] : [{ path, unknown }])),
    inputDefaults: new Map(defaults),
  };
}

/** The form that most clients share, then those of single clients. */
function serverForms(): readonly ServerForm[] {
  return [MCP_SERVERS, ...CLIENT_IDS.flatMap((client) => clientById(client).files.lists)];
}

interface ReadEntry {
  readonly read: ConfiguredServer | ConfigurationProblem;
  readonly path: readonly (string | number)[];
  /** Null where it is no entry at all. */
  readonly unknown: readonly string[] | null;
}

function readGroup(
  { dialect, plain, startedBy }: ServerForm,
  { path, place, entries, steps }: ServerGroup,
): readonly ReadEntry[] {
  if (!isObject(entries)) {
    const message = Array.isArray(entries) ? 'is a list, where servers stand by name' : 'is no object';
    const remedy = 'Write servers by name: {"name": {"command": …}}.';
    return [{ read: { place, path, message, remedy }, path, unknown: null }];
  }
  return Object.entries(entries).map(([key, entry]) => {
    const step = steps?.get(key) ?? key;
    const where = {
      key,
      path: [...path, step],
      place: typeof step === 'number' ? `${place}[${step}]` : place === '' ? key : `${place}.${step}`,
    };
    const unknown = unknownMembers(entry, dialect);
    const by = isObject(entry) ? (startedBy?.(entry) ?? null) : null;
    if (by !== null && isObject(entry)) {
      const transport = { kind: 'stdio', command: '', args: [], env: [], startedBy: by } as const;
      return { read: { ...where, enabled: !dialect.disabled(entry), transport }, path: where.path, unknown };
    }
    const read = readEntry(where, plain?.(entry) ?? entry, dialect);
    // Of an entry that is not read, no member is.
    return 'message' in read
      ? { read: { ...read, path: where.path }, path: where.path, unknown: [] }
      : { read, path: where.path, unknown };
  });
}

/** What to give in place of a file that names no servers. */
const GIVE: Readonly<Record<Syntax, string>> = {
  json: 'Give a file with "mcpServers" (Claude, Cursor), "servers" (VS Code) or [mcp_servers.…] (Codex).',
  toml: 'Give a file with tables such as [mcp_servers.github].',
  yaml: 'Give a file with mcpServers (LibreChat, Continue) or extensions (Goose).',
};

function nothing(problem: ConfigurationProblem): Configuration {
  return { form: null, servers: [], problems: [problem], lists: [], entries: [], inputDefaults: new Map() };
}
