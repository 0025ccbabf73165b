import type { Configuration, ConfigurationProblem, ConfiguredServer } from '../configuration/configured-server.ts';
import { readEntry } from '../configuration/entry.ts';
import { type ParsedText, readConfigurationText, type Syntax } from '../configuration/read-text.ts';
import { MCP_SERVERS, type ServerForm, type ServerGroup } from '../configuration/server-form.ts';
import { isObject } from '../text/json.ts';
import { CLIENT_IDS, clientById } from './registry.ts';

/**
 * MCP servers from the text of a client's configuration. Never throws: what cannot be read is in `problems`, with its place.
 * @param fileName decides between TOML and JSON where the text does not
 */
export function parseConfiguration(text: string, fileName: string): Configuration {
  const read = readConfigurationText(fileName, text);
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
  const servers: ConfiguredServer[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const { list, groups } of found) {
    for (const group of groups) {
      for (const read of readGroup(list, group)) {
        if ('message' in read) problems.push(read);
        else servers.push(read);
      }
    }
  }
  const defaults = lists.flatMap((list) => [...(list.inputDefaults?.(value) ?? [])]);
  return { form: own.list.form, servers, problems, inputDefaults: new Map(defaults) };
}

/** The form that most clients share, then those of single clients. */
function serverForms(): readonly ServerForm[] {
  return [MCP_SERVERS, ...CLIENT_IDS.flatMap((client) => clientById(client).files.lists)];
}

function readGroup(
  { dialect, plain }: ServerForm,
  { path, place, entries }: ServerGroup,
): readonly (ConfiguredServer | ConfigurationProblem)[] {
  if (!isObject(entries)) {
    return [{ place, message: 'is no object', remedy: 'Write servers by name: {"name": {"command": …}}.' }];
  }
  return Object.entries(entries).map(([key, entry]) =>
    readEntry({ key, path: [...path, key], place: `${place}.${key}` }, plain?.(entry) ?? entry, dialect),
  );
}

/** What to give in place of a file that names no servers. */
const GIVE: Readonly<Record<Syntax, string>> = {
  json: 'Give a file with "mcpServers" (Claude, Cursor), "servers" (VS Code) or [mcp_servers.…] (Codex).',
  toml: 'Give a file with tables such as [mcp_servers.github].',
};

function nothing(problem: ConfigurationProblem): Configuration {
  return { form: null, servers: [], problems: [problem], inputDefaults: new Map() };
}
