import type { ClientId } from '../clients/registry.ts';

/**
 * What a check must say of 39 configurations that strangers published, written by hand from the clients' documentation before
 * the code. The inputs stand in `cases/configurations` of `$PLACARD_SHARED` and are not ours to publish: here are only names
 * and answers. `doubt` says where the documentation is silent, or where two answers would be safe.
 *
 * Common to all:
 * - *Unread* is a file, or a server in it, that could not be understood: it makes the exit code 2 unless the reader goes on
 *   with --allow-unreadable. Where nothing at all could be read there is nothing to go on with: 2 either way.
 * - *Not read here* is a rule or a key that was understood to be one and is not interpreted: it is listed, its tools count as
 *   uncontrolled, and it alone changes no exit code.
 * - A server that is not in the catalogue stands between critical and high, so that it fails `--fail-on high` unless a line
 *   controls it.
 */

/** What a server is: the catalogue's slug; or unknown, and what it is like; or a list of tools that was given. */
export type Identity = string | Unknown;

/** A server that nothing identifies. */
export interface Unknown {
  /** Slugs of the catalogue that the answer names beside it ("the catalogue has a server called …"): any one will do. */
  readonly like: readonly string[];
  /** The known package that its name is a slip away from: a finding of its own. */
  readonly slipOf?: string;
}

/** Identity of a list of tools. */
export const LIST = '(list)';
/** Unknown, and like nothing. */
export const NEW: Unknown = { like: [] };

/** Unknown, and like one of these. */
function like(...slugs: readonly string[]): Unknown {
  return { like: slugs };
}

/**
 * The sheet that stands under the name Linear describes somebody's fork, not the server at mcp.linear.app. While it is called
 * so, the answer names it beside a server of that key; when the sheet has a name of its own, this becomes NEW.
 */
export const LINEAR: Unknown = like('linear');

/** Exit codes: without --fail-on, with `low`, with `high`. */
export type Exits = readonly [none: 0 | 2, low: 0 | 1 | 2, high: 0 | 1 | 2];

/** A part that could not be understood. */
export interface UnreadPart {
  /** Its file; absent where there is one file only. */
  readonly file?: string;
  /** `mcpServers.github`, or WHOLE. */
  readonly place: string;
  readonly reason: string;
}

/** The place of a file of which nothing could be read. */
export const WHOLE = '(the whole file)';

/** What a check must say, however the files were given. */
export interface ExpectedAnswer {
  /** Whose the files are; what the answer calls it where Placard has no room for that client. */
  readonly client: ClientId | { readonly named: string };
  readonly servers: Readonly<Record<string, Identity>>;
  readonly unread?: readonly UnreadPart[];
  /** Keys that are listed as not read here, or as doing nothing: the last step of the way to them. */
  readonly notRead?: readonly string[];
  /**
   * By `server/tool`, and `server/*` for a tool that nobody recorded: the effect, and file and line where a line decides;
   * or `uncontrolled` where no line that is interpreted speaks of it.
   */
  readonly decisions?: Readonly<Record<string, string>>;
  /** Levels of tools that were given as a list. */
  readonly levels?: Readonly<Record<string, string>>;
  readonly exits: Exits;
  /** The same with --allow-unreadable; absent where nothing is unread. */
  readonly allowing?: Exits;
  readonly doubt?: string;
}

/** One of the inputs. */
export interface StrangerCase extends ExpectedAnswer {
  /** Its folder. */
  readonly id: string;
  /** Each file, and where the client reads it when the folder does not say so. */
  readonly files: readonly { readonly file: string; readonly path?: string }[];
}

/** Something is uncontrolled at high and at low, and all was read. */
const OPEN: Exits = [0, 1, 1];
/** Nothing is uncontrolled, or there is nothing. */
const CLEAN: Exits = [0, 0, 0];
/** Nothing could be read. */
const NOTHING: Exits = [2, 2, 2];

/** The inputs, in the order of their numbers. */
export const STRANGERS: readonly StrangerCase[] = [
  // GitHub Copilot CLI: .mcp.json or .github/mcp.json of a repository, ~/.copilot/mcp-config.json of a user.
  // https://docs.github.com/en/copilot/how-tos/copilot-cli/customize-copilot/add-mcp-servers
  {
    id: '01-copilot-gallery-name',
    files: [{ file: '.github/mcp.json' }],
    client: 'copilot-cli',
    servers: { 'vendordocs/mcp': NEW, 'github/github-mcp-server': 'github' },
    notRead: ['gallery'],
    // `tools: ["*"]` offers everything, which is no decision; Copilot CLI then asks by default.
    decisions: { 'github/github-mcp-server/delete_file': 'uncontrolled', 'vendordocs/mcp/*': 'uncontrolled' },
    exits: OPEN,
    doubt: 'gallery and version are of VS Code; that Copilot CLI passes over them is not documented.',
  },
  // Amp: amp.mcpServers and amp.permissions are literal keys of settings.json. https://ampcode.com/manual
  {
    id: '03-amp-only-permissions',
    files: [{ file: '.amp/settings.json' }],
    client: { named: 'Amp' },
    servers: {},
    exits: CLEAN,
    doubt: 'The list of rules is empty, so that nothing in it is left unread; to name amp.permissions is no harm.',
  },
  {
    id: '04-copilot-cli-config',
    files: [{ file: '.copilot/mcp-config.json' }],
    client: 'copilot-cli',
    // Eight letters from @azure/mcp, and a scope of its own: no slip.
    servers: { 'azure-devops': NEW, 'powerbi-remote': NEW, memory: 'memory' },
    decisions: {
      'memory/read_graph': 'asked .copilot/mcp-config.json:1',
      'memory/delete_entities': 'hidden .copilot/mcp-config.json:1',
      'azure-devops/*': 'uncontrolled',
    },
    exits: OPEN,
    doubt: 'What an entry without `tools` offers is not documented; everything is assumed.',
  },
  // Kiro: command, args, env, disabled, autoApprove, disabledTools; .kiro/settings/mcp.json.
  // https://kiro.dev/docs/mcp/configuration
  {
    id: '05-kiro-uvx-from',
    files: [{ file: '.kiro/settings/mcp.json' }],
    client: { named: 'Kiro' },
    servers: { 'awslabs.ecs-mcp-server': NEW, git: 'git' },
    decisions: { 'git/git_commit': 'uncontrolled', 'awslabs.ecs-mcp-server/*': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'The repository has several servers, and owner and name identify it; which of them it is, the folder and the program say. To leave it unknown, with its likeness, is safe as well.',
  },
  {
    id: '06-kiro-autoapprove',
    files: [{ file: '.kiro/settings/mcp.json' }],
    client: { named: 'Kiro' },
    servers: { fetch: 'fetch', context7: 'context7', memory: 'memory', off: 'playwright' },
    notRead: ['autoApprove', 'disabledTools'],
    decisions: {
      'fetch/fetch': 'uncontrolled',
      'context7/resolve-library-id': 'uncontrolled',
      // Kiro does not offer what disabledTools names: that is not interpreted yet, and so decides nothing.
      'memory/delete_entities': 'uncontrolled',
      'memory/read_graph': 'uncontrolled',
      // `disabled` of a server is the same in all clients, and is read.
      'off/browser_evaluate': 'hidden .kiro/settings/mcp.json:5',
    },
    exits: OPEN,
  },
  // Cline: mcpServers is an object; ~/.cline/data/settings/cline_mcp_settings.json, or the editor's storage.
  // https://docs.cline.bot/mcp/configuring-mcp-servers
  {
    id: '08-cline-array-servers',
    files: [{ file: 'cline_mcp_settings.json', path: '.cline/data/settings/cline_mcp_settings.json' }],
    client: { named: 'Cline' },
    servers: {},
    unread: [{ place: 'servers', reason: 'An array: servers stand by name in mcpServers.' }],
    exits: NOTHING,
    allowing: NOTHING,
  },
  {
    id: '09-cline-url-keys',
    files: [{ file: 'cline_mcp_settings.json', path: '.cline/data/settings/cline_mcp_settings.json' }],
    client: { named: 'Cline' },
    servers: {
      // A program in somebody's folder: its name is no identity, nor is the key.
      'github.com/modelcontextprotocol/servers/tree/main/src/sequentialthinking': like('sequential-thinking'),
      'github.com/upstash/context7-mcp': 'context7',
    },
    notRead: ['autoApprove'],
    decisions: { 'github.com/upstash/context7-mcp/query-docs': 'uncontrolled' },
    exits: OPEN,
  },
  // Zed: context_servers with command, args, env; before that, command as an object with path; url for remote ones; an
  // extension's server has settings alone. https://zed.dev/docs/ai/mcp, and tool permissions:
  // https://zed.dev/docs/ai/tool-permissions
  {
    id: '11-zed-context-servers',
    files: [{ file: '.zed/settings.json' }],
    client: { named: 'Zed' },
    servers: { memory: 'memory', old: 'notion', remote: NEW, 'mcp-server-github': NEW },
    notRead: ['tool_permissions', 'always_allow_tool_actions'],
    decisions: { 'memory/delete_entities': 'uncontrolled', 'old/API-delete-a-block': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'The entry with settings alone is started by an extension: what it runs does not stand in the file. It is listed as unknown; to call it unread is safe as well.',
  },
  {
    id: '12-zed-no-servers',
    files: [{ file: '.zed/settings.json' }],
    client: { named: 'Zed' },
    servers: {},
    exits: CLEAN,
  },
  // Goose: extensions by key, type stdio (cmd, args), streamable_http (uri), builtin; available_tools; GOOSE_MODE auto runs
  // everything unasked. https://block.github.io/goose/docs/guides/config-files
  {
    id: '14-goose',
    files: [{ file: 'config.yaml', path: '.config/goose/config.yaml' }],
    client: { named: 'Goose' },
    servers: { memory: 'memory', linear: LINEAR, developer: NEW },
    notRead: ['GOOSE_MODE', 'available_tools'],
    decisions: { 'memory/delete_entities': 'uncontrolled', 'developer/*': 'uncontrolled' },
    exits: OPEN,
    doubt: 'The builtin extension has no command: listed as unknown, since its tools run too.',
  },
  // Windsurf: serverUrl; disabledTools is written by its own panel. https://docs.windsurf.com/windsurf/cascade/mcp
  {
    id: '15-windsurf',
    files: [{ file: 'mcp_config.json', path: '.codeium/windsurf/mcp_config.json' }],
    client: 'windsurf',
    servers: { linear: LINEAR, github: 'github', figma: like('figma') },
    notRead: ['disabledTools'],
    decisions: { 'github/delete_file': 'uncontrolled', 'figma/*': 'uncontrolled' },
    exits: OPEN,
    doubt: 'That disabledTools hides them is seen in files and not documented.',
  },
  // https://docs.docker.com/reference/cli/docker/mcp/gateway/gateway_run: --servers names servers of Docker's own catalogue.
  {
    id: '16-docker-gateway',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: { MCP_DOCKER: like('memory', 'github') },
    decisions: { 'MCP_DOCKER/*': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'A name in Docker’s catalogue is an image of Docker’s, which is not what we recorded: unknown, and like both. One entry for each of them is safe as well.',
  },
  // opencode 1: the last rule that fits wins; "*" fits every tool. https://opencode.ai/v1/docs/permissions
  {
    id: '17-opencode-v1',
    files: [{ file: 'opencode.jsonc' }],
    client: 'opencode',
    servers: { 'sequential-thinking': like('sequential-thinking'), memory: 'memory' },
    decisions: {
      'memory/read_graph': 'allowed opencode.jsonc:4',
      'memory/delete_entities': 'asked opencode.jsonc:4',
      'sequential-thinking/*': 'asked opencode.jsonc:4',
    },
    exits: CLEAN,
    doubt:
      'What is like a server of the catalogue is a program of the project, by no package that imitates one: a line asks about it, and it passes.',
  },
  // opencode 2: mcp.servers; permissions is an ordered list of action, resource and effect, and what no rule fits is asked.
  // https://opencode.ai/v2/docs/permissions
  {
    id: '18-opencode-v2',
    files: [{ file: 'opencode.jsonc' }],
    client: 'opencode',
    servers: { memory: 'memory', linear: LINEAR },
    decisions: {
      'memory/delete_entities': 'allowed opencode.jsonc:2',
      'memory/read_graph': 'uncontrolled',
      'linear/*': 'allowed opencode.jsonc:2',
    },
    exits: OPEN,
    doubt:
      'That the later rule wins is shown by the documentation’s own example (a star first), as in opencode 1; how the action of an MCP tool is spelt is not said. The blanket allow at the end controls nothing in either reading.',
  },
  // Codex. https://developers.openai.com/codex/config-reference
  {
    id: '20-codex-no-mcp',
    files: [{ file: '.codex/config.toml' }],
    client: 'codex',
    servers: {},
    exits: CLEAN,
  },
  {
    id: '21-codex-mcp',
    files: [{ file: '.codex/config.toml' }],
    client: 'codex',
    servers: { aspire: NEW, 'linear-server': NEW, playwright: 'playwright', off: 'memory' },
    decisions: {
      'playwright/browser_snapshot': 'allowed .codex/config.toml:12',
      'playwright/browser_navigate': 'asked .codex/config.toml:14',
      'playwright/browser_evaluate': 'hidden .codex/config.toml:11',
      'off/delete_entities': 'hidden .codex/config.toml:15',
      'aspire/*': 'uncontrolled',
    },
    exits: OPEN,
  },
  // Gemini CLI: trust skips questions, excludeTools wins, mcp.allowed leaves out what it does not name.
  // https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/mcp-server.md
  {
    id: '22-gemini-php',
    files: [{ file: '.gemini/settings.json' }],
    client: 'gemini-cli',
    servers: { boost: NEW, tools: NEW, memory: 'memory', sse: NEW, h: NEW },
    decisions: {
      'memory/delete_entities': 'hidden .gemini/settings.json:1',
      'memory/delete_relations': 'allowed .gemini/settings.json:1',
      'memory/read_graph': 'uncontrolled',
      'boost/*': 'hidden .gemini/settings.json:1',
      'h/*': 'hidden .gemini/settings.json:1',
      'sse/*': 'hidden .gemini/settings.json:1',
    },
    exits: OPEN,
  },
  // Claude Code. https://code.claude.com/docs/en/permissions, /settings, /mcp, /managed-mcp
  {
    id: '23-claude-settings-figma-local',
    files: [{ file: '.claude/settings.json' }],
    client: 'claude-code',
    servers: { 'figma-dev-mode-mcp-server': NEW },
    // acceptEdits is about files: what no rule names is asked about by default.
    decisions: { 'figma-dev-mode-mcp-server/*': 'uncontrolled' },
    exits: OPEN,
    doubt: 'The server is named by rules only: where it is configured was not given.',
  },
  {
    id: '24-claude-settings-no-mcp',
    files: [{ file: '.claude/settings.local.json' }],
    client: 'claude-code',
    servers: {},
    exits: CLEAN,
  },
  {
    id: '25-claude-mixed',
    files: [{ file: '.mcp.json' }, { file: '.claude/settings.local.json' }],
    client: 'claude-code',
    // Brave's own package has another scope and another name than the archived one.
    servers: { github: 'github', supabase: NEW, 'brave-search': like('brave-search') },
    decisions: {
      'github/delete_file': 'allowed .claude/settings.local.json:1',
      'github/get_commit': 'uncontrolled',
      'supabase/*': 'uncontrolled',
      'brave-search/*': 'uncontrolled',
    },
    exits: OPEN,
  },
  // VS Code: servers in mcp.json, mcp.servers in settings, customizations.vscode.mcp of a dev container.
  // https://code.visualstudio.com/docs/copilot/customization/mcp-servers; JSON with comments and trailing commas.
  {
    id: '26-vscode-python-own',
    files: [{ file: '.vscode/mcp.json' }],
    client: 'vscode',
    // The image is HashiCorp's; the recorded package of the same short name is somebody else's.
    servers: { 'acme-github': NEW, 'acme-jira': NEW, 'terraform-mcp': like('terraform') },
    decisions: { 'acme-github/*': 'uncontrolled', 'terraform-mcp/*': 'uncontrolled' },
    exits: OPEN,
  },
  // https://modelcontextprotocol.io/docs/develop/connect-local-servers
  {
    id: '27-claude-desktop-docker-mounts',
    files: [{ file: 'claude_desktop_config.json' }],
    client: 'claude-desktop',
    servers: {
      'brave-search': like('brave-search'),
      filesystem: 'filesystem',
      github: like('github'),
      gdrive: NEW,
      gw: NEW,
    },
    decisions: { 'filesystem/write_file': 'uncontrolled' },
    exits: OPEN,
  },
  // A publisher's entry in the MCP registry: packages and remotes are two ways to the server.
  // https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md
  {
    id: '29-registry-server-json',
    files: [{ file: 'server.json' }],
    client: { named: 'server.json' },
    servers: { 'com.vendor/mcp': 'context7', 'com.vendor/mcp (remotes[0])': NEW },
    decisions: { 'com.vendor/mcp/query-docs': 'uncontrolled', 'com.vendor/mcp (remotes[0])/*': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'Whether the package and the address are one server or two is for us to say: both must be shown. The package says what runs, the name says what the publisher calls it.',
  },
  // https://github.com/anthropics/mcpb/blob/main/MANIFEST.md: server.mcp_config is what is started; tools are names and
  // descriptions for display, not enforced, without schemas.
  {
    id: '31-mcpb-manifest',
    files: [{ file: 'manifest.json' }],
    client: { named: 'manifest' },
    servers: { acme: NEW },
    notRead: ['tools'],
    decisions: { 'acme/*': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'Whether the tools of the manifest are rated is for us to say. If they are, delete_everything is rated from its words alone, and the answer says that it has no schema; the server has others for all we know.',
  },
  {
    id: '32-devcontainer',
    files: [{ file: '.devcontainer/devcontainer.json' }],
    client: 'vscode',
    servers: { memory: 'memory' },
    decisions: { 'memory/delete_entities': 'uncontrolled', 'memory/read_graph': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'customizations.vscode.settings are settings of VS Code, so that chat.tools.autoApprove, an older name, opens everything: to say so is best, to list it as not read here is safe.',
  },
  {
    id: '33-vscode-settings-mcp',
    files: [{ file: '.vscode/settings.json' }],
    client: 'vscode',
    servers: { memory: 'memory' },
    decisions: { 'memory/delete_entities': 'allowed .vscode/settings.json:1', 'memory/read_graph': 'uncontrolled' },
    exits: OPEN,
  },
  {
    id: '34-bare-map',
    files: [{ file: 'mcp.json' }],
    client: 'unknown',
    servers: { 'chrome-devtools': 'chrome-devtools' },
    notRead: ['includeTools'],
    decisions: {
      'chrome-devtools/evaluate_script': 'uncontrolled',
      'chrome-devtools/take_screenshot': 'uncontrolled',
    },
    exits: OPEN,
    doubt:
      'The form is that of mcp.json in Amp’s skills (https://ampcode.com/manual); Gemini CLI has the key too. The name alone does not say.',
  },
  {
    id: '35-claude-json-projects',
    files: [{ file: '.claude.json' }],
    client: 'claude-code',
    servers: { memory: 'memory', linear: LINEAR },
    notRead: ['allowedTools'],
    decisions: { 'memory/read_graph': 'uncontrolled', 'memory/delete_entities': 'uncontrolled' },
    exits: OPEN,
    doubt: 'allowedTools of a project is not documented any more; older versions kept approvals there.',
  },
  // Launchers. npx: https://docs.npmjs.com/cli/commands/npx; uv: https://docs.astral.sh/uv/guides/tools
  {
    id: '36-cmd-c-npx',
    files: [{ file: 'mcp.json' }],
    client: 'unknown',
    servers: {
      memory: 'memory',
      pw: 'playwright',
      bunx: 'context7',
      pnpm: 'notion',
      // A plain variable and then the command: it runs that command.
      envwrap: 'memory',
      // What .env sets may be a registry; the package that is run is dotenv-cli.
      dotenvx: like('memory'),
      // A name in Smithery's own registry.
      smith: like('context7'),
      supergw: NEW,
      // Another owner's image of that short name.
      podman: like('github'),
      mcpcat: like('playwright'),
      uvrun: 'git',
      // A script of whatever project lies in that folder.
      uvdir: like('git'),
      // A module of whatever is installed there.
      pyM: like('git'),
      pipx: 'fetch',
      wsl: 'memory',
      sh: 'memory',
    },
    decisions: { 'memory/delete_entities': 'uncontrolled', 'dotenvx/*': 'uncontrolled' },
    exits: OPEN,
    doubt:
      'A shell, wsl.exe or env with one plain command runs just that: seen through. To leave these three unknown, with their likeness, is safe as well.',
  },
  {
    id: '37-empty',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: {},
    exits: CLEAN,
  },
  {
    id: '38-bom-crlf',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: { memory: 'memory' },
    decisions: { 'memory/delete_entities': 'uncontrolled' },
    exits: OPEN,
  },
  {
    id: '39-claude-managed',
    files: [
      { file: 'managed-mcp.json', path: 'etc/claude-code/managed-mcp.json' },
      { file: 'managed-settings.json', path: 'etc/claude-code/managed-settings.json' },
    ],
    client: 'claude-code',
    servers: { memory: 'memory' },
    decisions: {
      'memory/delete_entities': 'hidden etc/claude-code/managed-settings.json:1',
      'memory/delete_relations': 'allowed etc/claude-code/managed-settings.json:1',
      'memory/read_graph': 'uncontrolled',
    },
    exits: OPEN,
  },
  // https://github.com/google-gemini/gemini-cli/blob/main/docs/extensions/reference.md: mcpServers as in settings, without
  // trust; excludeTools names tools of Gemini CLI itself.
  {
    id: '40-gemini-extension',
    files: [{ file: 'gemini-extension.json' }],
    client: 'gemini-cli',
    servers: { acme: NEW },
    notRead: ['excludeTools'],
    decisions: { 'acme/*': 'uncontrolled' },
    exits: OPEN,
  },
  // https://code.claude.com/docs/en/sub-agents: front matter with tools and mcpServers (there a list of names or of objects).
  {
    id: '42-agent-frontmatter',
    files: [{ file: 'reviewer.md', path: '.claude/agents/reviewer.md' }],
    client: { named: 'front matter' },
    servers: {},
    unread: [{ place: WHOLE, reason: 'Markdown: the front matter of agents is not read.' }],
    exits: NOTHING,
    allowing: NOTHING,
  },
  // Not one of them is what it is called like.
  {
    id: '44-evil-fork',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: {
      a: like('git'),
      b: like('fetch'),
      c: like('memory'),
      d: like('memory'),
      e: like('git'),
      f: like('memory'),
      g: like('github'),
      h: like('github'),
      i: like('memory'),
    },
    decisions: { 'a/*': 'uncontrolled', 'h/*': 'uncontrolled', 'i/*': 'uncontrolled' },
    exits: OPEN,
  },
  {
    id: '46-partial-servers',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: { ok: 'context7' },
    unread: [
      { place: 'mcpServers.memory', reason: 'Claude Code takes the program as text, not an array.' },
      { place: 'mcpServers.brave', reason: 'Neither command nor url: cmd is another client’s key.' },
    ],
    decisions: { 'ok/query-docs': 'uncontrolled' },
    // Low tools are uncontrolled, which wins; at high nothing is, and two servers are not known.
    exits: [2, 1, 2],
    allowing: [0, 1, 0],
  },
  {
    id: '48-unreadable-only',
    files: [{ file: '.mcp.json' }],
    client: 'claude-code',
    servers: {},
    unread: [{ place: 'mcpServers.memory', reason: 'Neither command nor url: cmd is another client’s key.' }],
    exits: NOTHING,
    allowing: NOTHING,
  },
  // https://modelcontextprotocol.io/specification/2025-11-25/server/tools has inputSchema;
  // https://docs.claude.com/en/api/messages has input_schema.
  {
    id: '49-import-input_schema',
    files: [{ file: 'camel.json' }, { file: 'snake.json' }],
    client: 'unknown',
    servers: { camel: LIST, snake: LIST },
    decisions: { 'camel/query': 'uncontrolled', 'snake/query': 'uncontrolled' },
    levels: { 'camel/query': 'critical', 'snake/query': 'critical' },
    exits: OPEN,
  },
  {
    id: '50-claude-permissions-allowedTools',
    files: [{ file: '.mcp.json' }, { file: '.claude/settings.local.json' }],
    client: 'claude-code',
    servers: { memory: 'memory' },
    notRead: ['allowedTools'],
    decisions: { 'memory/read_graph': 'uncontrolled', 'memory/delete_entities': 'uncontrolled' },
    exits: OPEN,
  },
];
