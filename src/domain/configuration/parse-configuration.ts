import { parseCodexConfiguration } from '../clients/codex/servers.ts';
import type { Configuration } from './configured-server.ts';
import { parseJsonConfiguration } from './json-configuration.ts';

/**
 * MCP servers from the text of a client's configuration: `mcpServers` (Claude Desktop and Code, Cursor, .mcp.json, Gemini
 * CLI), VS Code's `servers`, Codex's config.toml. Never throws: what cannot be read is in `problems`, with its place.
 * @param fileName decides between TOML and JSON where the text does not
 */
export function parseConfiguration(text: string, fileName: string): Configuration {
  const toml = /\.toml$/i.test(fileName) || (!/\.jsonc?$/i.test(fileName) && /^\s*\[mcp_servers\b/m.test(text));
  return toml ? parseCodexConfiguration(text) : parseJsonConfiguration(text);
}
