import { codexConfiguration } from '../clients/codex/servers.ts';
import type { Configuration } from './configured-server.ts';
import { jsonConfiguration } from './json-configuration.ts';
import { type ParsedText, readConfigurationText } from './read-text.ts';

/**
 * MCP servers from the text of a client's configuration: `mcpServers` (Claude Desktop and Code, Cursor, .mcp.json, Gemini
 * CLI), VS Code's `servers`, Codex's config.toml. Never throws: what cannot be read is in `problems`, with its place.
 * @param fileName decides between TOML and JSON where the text does not
 */
export function parseConfiguration(text: string, fileName: string): Configuration {
  const read = readConfigurationText(fileName, text);
  if (!('problem' in read)) return configurationOf(read);
  return { form: null, servers: [], problems: [read.problem], inputDefaults: new Map() };
}

/** MCP servers of a text that was parsed already. */
export function configurationOf({ value, isToml }: Pick<ParsedText, 'value' | 'isToml'>): Configuration {
  return isToml ? codexConfiguration(value) : jsonConfiguration(value);
}
