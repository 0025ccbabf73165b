import { isObject } from '../../text/json.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';
import { BARE_MAP, BUNDLE, COMPOSE, isBundle, isGatewayFile, isRegistryEntry, REGISTRY_ENTRY } from './servers.ts';

/** Whoever reads a list of servers that does not say whose it is, and forms that are no client's. */
export const unknown: Client = defineClient({
  words: { name: 'A client that the file does not name', short: 'An unknown client', blindSpots: [], give: null },
  files: {
    forms: [
      {
        kind: 'bundle-manifest',
        label: 'manifest of an MCP bundle',
        precedence: -20,
        syntax: 'json',
        hasServers: true,
        recognises: ({ value }) => isBundle(value),
      },
      {
        kind: 'registry-entry',
        label: 'server.json of the MCP registry',
        precedence: -10,
        syntax: 'json',
        hasServers: true,
        recognises: ({ value }) => isRegistryEntry(value),
      },
      {
        kind: 'yaml-servers',
        label: 'list of servers in YAML',
        precedence: 210,
        syntax: 'yaml',
        hasServers: true,
        recognises: ({ value }) => isObject(value.mcpServers) || Array.isArray(value.mcpServers),
      },
      {
        kind: 'compose-file',
        label: 'compose file with Docker’s gateway',
        precedence: 200,
        syntax: 'yaml',
        hasServers: true,
        recognises: ({ value }) => isGatewayFile(value),
      },
    ],
    lists: [BUNDLE, REGISTRY_ENTRY, COMPOSE, BARE_MAP],
    listPath: null,
    ownsMembers: () => false,
    members: {
      read: ['services', 'packages', 'remotes', 'repository', 'author', 'user_config'],
      unread: {
        tools: 'The tools of a manifest are names without schemas, and the server may have others.',
        tools_generated: 'The server has more tools than the manifest names.',
        alwaysAllow: 'In Roo Code and Kilo Code these tools run unasked.',
        autoApprove: 'In Cline and Kiro these tools run unasked.',
        disabledTools: 'In some clients these tools are not offered.',
        includeTools: 'In some clients these tools alone are offered.',
      },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('It depends on the client that reads this file, and the file does not say which.'),
  policy: null,
  patch: null,
});
