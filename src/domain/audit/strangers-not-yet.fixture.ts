/** Work that is left: what has to be made, where it belongs, and which expectations (`id aspect`) fail until it is. */
export interface NotYet {
  readonly todo: string;
  readonly where: string;
  readonly of: readonly string[];
}

/** All expectations of a list, once each and sorted: one may wait for several things. */
export function casesOf(list: readonly NotYet[]): string[] {
  return [...new Set(list.flatMap(({ of }) => of))].sort();
}

/** What the strangers' configurations wait for. The tests hold the list to be exact: who mends something takes it out. */
export const NOT_YET: readonly NotYet[] = [
  {
    todo: 'YAML is read, and Goose’s extensions',
    where: 'configuration/read-text.ts (a third syntax), a room clients/goose with files and servers',
    of: ['14-goose client', '14-goose servers', '14-goose unread', '14-goose decisions', '14-goose uncontrolled'],
  },
  {
    todo: 'Markdown is named as such, front matter as what is not read',
    where: 'clients/read-document.ts, configuration/read-text.ts',
    of: ['42-agent-frontmatter client'],
  },
  {
    todo: 'Zed: its settings by path, context_servers in three forms',
    where: 'a room clients/zed, registry.ts',
    of: [
      '11-zed-context-servers client',
      '11-zed-context-servers servers',
      '11-zed-context-servers unread',
      '11-zed-context-servers decisions',
      '11-zed-context-servers uncontrolled',
      '12-zed-no-servers client',
      '12-zed-no-servers unread',
    ],
  },
  {
    todo: 'Amp: its settings by path and keys',
    where: 'a room clients/amp, registry.ts',
    of: ['03-amp-only-permissions client', '03-amp-only-permissions unread'],
  },
  {
    todo: 'Kiro and Cline are known by their paths',
    where: 'rooms clients/kiro and clients/cline (files.listPath), registry.ts',
    of: [
      '05-kiro-uvx-from client',
      '06-kiro-autoapprove client',
      '08-cline-array-servers client',
      '09-cline-url-keys client',
    ],
  },
  {
    todo: 'opencode 2: mcp.servers, permissions as a list, ask by default',
    where: 'clients/opencode (servers.ts, permissions.ts), clients/vscode/servers.ts, which takes it today',
    of: ['18-opencode-v2 servers', '18-opencode-v2 unread', '18-opencode-v2 decisions'],
  },
  {
    todo: 'A dev container’s customizations.vscode.mcp',
    where: 'clients/vscode (files.ts, servers.ts, permissions.ts)',
    of: [
      '32-devcontainer client',
      '32-devcontainer servers',
      '32-devcontainer unread',
      '32-devcontainer decisions',
      '32-devcontainer uncontrolled',
    ],
  },
  {
    todo: 'Forms that are no client’s: a bare map, the registry’s server.json, an MCP bundle’s manifest.json',
    where: 'clients/read-document.ts (before tools-list), configuration/server-form.ts, audit/listed-server.ts',
    of: [
      '29-registry-server-json client',
      '29-registry-server-json servers',
      '29-registry-server-json unread',
      '29-registry-server-json decisions',
      '29-registry-server-json uncontrolled',
      '31-mcpb-manifest client',
      '31-mcpb-manifest servers',
      '31-mcpb-manifest decisions',
      '34-bare-map client',
      '34-bare-map servers',
      '34-bare-map unread',
      '34-bare-map decisions',
      '34-bare-map uncontrolled',
    ],
  },
  {
    todo: 'An extension of Gemini CLI is its own, by the file’s name',
    where: 'clients/gemini-cli/files.ts',
    of: ['40-gemini-extension client'],
  },
  {
    todo: 'Rules and keys that are not interpreted are listed as not read here',
    where: 'configuration/entry.ts (unknown members of an entry), a list beside findings in audit.ts, all reports',
    of: [
      '01-copilot-gallery-name notRead',
      '06-kiro-autoapprove notRead',
      '09-cline-url-keys notRead',
      '11-zed-context-servers notRead',
      '14-goose notRead',
      '15-windsurf notRead',
      '31-mcpb-manifest notRead',
      '34-bare-map notRead',
      '35-claude-json-projects notRead',
      '40-gemini-extension notRead',
      '50-claude-permissions-allowedTools notRead',
    ],
  },
  {
    todo: 'input_schema is read as inputSchema',
    where: 'audit/listed-server.ts (definitionOf), and what import reads with',
    of: ['49-import-input_schema levels'],
  },
];

/** The same for our own. */
export const HELD_OUT_NOT_YET: readonly NotYet[] = [
  {
    todo: 'YAML is read: LibreChat, Continue, a compose file with Docker’s gateway; of any other kind it is called YAML',
    where:
      'configuration/read-text.ts (a third syntax), rooms clients/librechat and clients/continue, read-document.ts',
    of: [
      'librechat client',
      'librechat servers',
      'librechat unread',
      'librechat decisions',
      'librechat uncontrolled',
      'continue client',
      'continue servers',
      'continue unread',
      'continue decisions',
      'continue uncontrolled',
      'compose client',
      'compose servers',
      'compose unread',
      'compose decisions',
      'compose uncontrolled',
      'yaml-of-no-known-kind client',
    ],
  },
  {
    todo: 'Amp: its settings by path and keys',
    where: 'a room clients/amp, registry.ts',
    of: ['amp client', 'amp servers', 'amp unread', 'amp decisions', 'amp uncontrolled'],
  },
  {
    todo: 'Roo is known by its path',
    where: 'a room clients/roo (files.listPath), registry.ts',
    of: ['roo client'],
  },
  {
    todo: 'opencode 2: mcp.servers, permissions as a list, ask by default',
    where: 'clients/opencode (servers.ts, permissions.ts), clients/vscode/servers.ts, which takes it today',
    of: ['opencode-2 servers', 'opencode-2 unread', 'opencode-2 decisions'],
  },
  {
    todo: 'Rules and keys that are not interpreted are listed as not read here',
    where: 'configuration/entry.ts (unknown members of an entry), a list beside findings in audit.ts, all reports',
    of: ['librechat notRead', 'amp notRead', 'roo notRead', 'claude-denied notRead', 'spellings-of-a-schema notRead'],
  },
  {
    todo: 'deniedMcpServers counts in all settings',
    where: 'clients/claude-code/permissions.ts (notLoaded, serverListFindings)',
    of: ['claude-denied decisions', 'claude-denied uncontrolled'],
  },
  {
    todo: 'Other spellings of a schema are read where an API has them, and refused where none has',
    where: 'audit/listed-server.ts (definitionOf), clients/read-document.ts (its problems), and what import reads with',
    of: [
      'spellings-of-a-schema servers',
      'spellings-of-a-schema unread',
      'spellings-of-a-schema levels',
      'spellings-of-a-schema uncontrolled',
    ],
  },
];

/** What the command line waits for, for both. */
export const EXITS_NOT_YET: readonly NotYet[] = [
  {
    todo: 'Files of these kinds are read (see above), so that the command no longer ends with 2',
    where: 'rooms of clients, forms, YAML',
    of: [
      '03-amp-only-permissions exit',
      '03-amp-only-permissions words',
      '11-zed-context-servers exit',
      '12-zed-no-servers exit',
      '12-zed-no-servers words',
      '14-goose exit',
      '29-registry-server-json exit',
      '32-devcontainer exit',
      '34-bare-map exit',
    ],
  },
  {
    todo: 'No server: “no MCP server is configured here”, never that every tool is controlled',
    where: 'scripts/parts/audit-text.ts and the other reports, audit/audit-wording.ts, the page /check/',
    of: [
      '03-amp-only-permissions words',
      '12-zed-no-servers words',
      '20-codex-no-mcp words',
      '24-claude-settings-no-mcp words',
      '37-empty words',
    ],
  },
  {
    todo: 'Nothing readable: no verdict, “nothing could be read”, in every format',
    where: 'scripts/audit.ts (readConfigurations throws before there is a report), scripts/parts/audit-*.ts, /check/',
    of: [
      '08-cline-array-servers words',
      '42-agent-frontmatter words',
      '42-agent-frontmatter json',
      '42-agent-frontmatter markdown',
      '42-agent-frontmatter sarif',
      '48-unreadable-only words',
      'yaml-of-no-known-kind words',
      'yaml-of-no-known-kind json',
      'yaml-of-no-known-kind markdown',
      'yaml-of-no-known-kind sarif',
    ],
  },
  {
    todo: 'Exit codes: 1 above the threshold, else 2 where something is unread, else 0; --allow-unreadable',
    where: 'scripts/audit.ts, a pure function of the answer beside uncontrolledAt in audit.ts',
    of: [
      '08-cline-array-servers exit',
      '46-partial-servers exit',
      '46-partial-servers exit-allowing',
      '48-unreadable-only exit',
      'array-beside-a-good-file exit-allowing',
      'spellings-of-a-schema exit',
      'spellings-of-a-schema exit-allowing',
    ],
  },
  {
    todo: 'Every format names what is unread; a file that cannot be used stops no other',
    where: 'scripts/audit.ts, scripts/parts/audit-markdown.ts and audit-sarif.ts',
    of: [
      '08-cline-array-servers markdown',
      '08-cline-array-servers sarif',
      '46-partial-servers markdown',
      '46-partial-servers sarif',
      '48-unreadable-only markdown',
      '48-unreadable-only sarif',
      'array-beside-a-good-file json',
      'array-beside-a-good-file markdown',
      'array-beside-a-good-file sarif',
      'array-beside-a-good-file words',
      'spellings-of-a-schema json',
      'spellings-of-a-schema markdown',
      'spellings-of-a-schema sarif',
    ],
  },
  {
    todo: 'deniedMcpServers counts in all settings',
    where: 'clients/claude-code/permissions.ts',
    of: ['claude-denied exit'],
  },
];
