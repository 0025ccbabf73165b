import { FORMAT_IDS, type FormatId } from '../domain/enforcement/format-ids.ts';
import { isObject, type JsonObject } from '../domain/text/json.ts';
import { type NotRunnable, RUNS, type RunClientId } from './clients.ts';
import { MODEL_ADDRESS } from './fake-model.ts';

/** Files of a configuration: path → text. `~/` is the home of the run, `/etc/` its own /etc, the rest in the project folder. */
export type ConfigurationFiles = Readonly<Record<string, string>>;

/** What a configuration must name. */
export interface Surroundings {
  /** How the client starts the server of the run. */
  readonly server: { readonly command: string; readonly args: readonly string[] };
  /** The project folder, absolute. */
  readonly project: string;
}

/** A reader who has the server already, and what they add. */
export interface Reader {
  /** The reader's key of the server. */
  readonly key: string;
  /** The snippet as the site prints it; without one, the client's own defaults hold. */
  readonly snippet: string | null;
  /** The reader let every tool of the server run before: what a policy that blocks one tool must hold against. */
  readonly open: boolean;
  /** The reader filled in what the snippet leaves open, such as the command of the server. */
  readonly filledIn: boolean;
}

type Configure = (reader: Reader, surroundings: Surroundings) => ConfigurationFiles;

const json = (value: unknown) => JSON.stringify(value, null, 2);

const claudeCode: Configure = ({ key, snippet, open }, { server, project }) => ({
  '~/.claude.json': json({
    hasCompletedOnboarding: true,
    projects: { [project]: { hasTrustDialogAccepted: true } },
    mcpServers: { [key]: { type: 'stdio', ...server } },
  }),
  ...(open ? { '~/.claude/settings.json': json({ permissions: { allow: [`mcp__${key}`] } }) } : {}),
  ...(snippet === null ? {} : { '.claude/settings.json': snippet }),
});

/** "Put the lines under its header": the table of the server has its command already. */
const codex: Configure = ({ key, snippet, open }, { server }) => {
  const head = `[mcp_servers.${json(key)}]`;
  const table = [
    `command = ${json(server.command)}`,
    `args = ${JSON.stringify(server.args)}`,
    ...(open ? ['default_tools_approval_mode = "approve"'] : []),
  ];
  const lines = (snippet ?? head).split('\n');
  const at = lines.findIndex((line) => line.startsWith('['));
  return {
    '~/.codex/config.toml': [
      'model = "fake"',
      'model_provider = "fake"',
      '[model_providers.fake]',
      'name = "fake"',
      `base_url = "${MODEL_ADDRESS}/v1"`,
      'wire_api = "responses"',
      'env_key = "PLACARD_FAKE_KEY"',
      ...lines.slice(0, at + 1),
      ...table,
      ...lines.slice(at + 1),
      '',
    ].join('\n'),
  };
};

const geminiCli: Configure = ({ key, snippet, open }, { server }) => ({
  '~/.gemini/settings.json': json({
    mcpServers: { [key]: { ...server, ...(open ? { trust: true } : {}) } },
    security: { auth: { selectedType: 'gemini-api-key' } },
    general: { enableAutoUpdate: false },
    privacy: { usageStatisticsEnabled: false },
  }),
  ...(snippet === null ? {} : { '~/.gemini/policies/placard.toml': snippet }),
});

/** The snippet's members stay as they are printed, in their order: it is the text that is joined, not parsed values. */
const opencode: Configure = ({ key, snippet }, { server }) => {
  const own = json({
    provider: {
      fake: {
        npm: '@ai-sdk/openai-compatible',
        name: 'fake',
        options: { baseURL: `${MODEL_ADDRESS}/v1`, apiKey: 'none' },
        models: { fake: { name: 'fake', tool_call: true, limit: { context: 1_000_000, output: 100_000 } } },
      },
    },
    model: 'fake/fake',
    small_model: 'fake/fake',
    autoupdate: false,
    share: 'disabled',
    mcp: { [key]: { type: 'local', command: [server.command, ...server.args], enabled: true } },
  });
  return { 'opencode.json': snippet === null ? own : `${own.replace(/\s*\}$/, '')},${snippet.replace(/^\{/, '')}` };
};

const copilotCli: Configure = ({ key, snippet }, { server }) => {
  const printed: unknown = snippet === null ? {} : JSON.parse(snippet);
  const servers = isObject(printed) && isObject(printed.mcpServers) ? printed.mcpServers : {};
  const entry = (servers[key] ?? { tools: ['*'] }) as JsonObject;
  return {
    '~/.copilot/mcp-config.json': json({ mcpServers: { ...servers, [key]: { type: 'local', ...server, ...entry } } }),
  };
};

/** A fleet's file beside a user's own: the command with every argument goes in, and the rules that the user had. */
const claudeCodeManaged: Configure = (reader, surroundings) => {
  const { key, snippet, open, filledIn } = reader;
  const own = claudeCode({ ...reader, snippet: null, open: false }, surroundings);
  if (snippet === null) return own;
  const { command, args } = surroundings.server;
  const printed = JSON.parse(snippet) as { permissions: JsonObject; allowedMcpServers: readonly JsonObject[] };
  const servers = printed.allowedMcpServers.map((entry) =>
    filledIn && entry.serverCommand !== undefined ? { serverCommand: [command, ...args] } : entry,
  );
  const allowed = (printed.permissions.allow ?? []) as readonly string[];
  const permissions = open ? { ...printed.permissions, allow: [...allowed, `mcp__${key}`] } : printed.permissions;
  return {
    ...own,
    '/etc/claude-code/managed-settings.json': json({ ...printed, permissions, allowedMcpServers: servers }),
  };
};

const codexRequirements: Configure = (reader, surroundings) => ({
  ...codex({ ...reader, snippet: null }, surroundings),
  ...(reader.snippet === null
    ? {}
    : {
        '/etc/codex/requirements.toml': reader.filledIn
          ? reader.snippet.replace('"REPLACE-WITH-THE-COMMAND"', json(surroundings.server.command))
          : reader.snippet,
      }),
});

/** Which client reads a format, and how it is configured: the least that makes it run, and the snippet put in as its page says. */
export interface TriedIn {
  readonly client: RunClientId;
  readonly configure: Configure;
}

/** How each format is tried in its client, or why it is not: a format without either does not compile. */
const TRIALS = {
  'claude-code': { client: 'claude-code', configure: claudeCode },
  codex: { client: 'codex', configure: codex },
  'gemini-cli': { client: 'gemini-cli', configure: geminiCli },
  opencode: { client: 'opencode', configure: opencode },
  'copilot-cli': { client: 'copilot-cli', configure: copilotCli },
  'claude-code-managed': { client: 'claude-code', configure: claudeCodeManaged },
  'codex-requirements': { client: 'codex', configure: codexRequirements },
  cursor: { notRun: RUNS.cursor.notRun },
  'policy-json': { notRun: 'the gateway is hosted by its vendor' },
  intercept: { notRun: 'its package could not be had here' },
  'cedar-toolhive': { notRun: 'it needs containers; the engine itself runs in the tests' },
  agentgateway: { notRun: 'its program could not be had here' },
  'openai-responses': { notRun: 'it is a hosted interface' },
  'anthropic-messages': { notRun: 'it is a hosted interface' },
  librechat: { notRun: 'it is a service with a database' },
} as const satisfies Readonly<Record<FormatId, TriedIn | NotRunnable>>;

/** Formats that are tried in a client. */
export type TriedFormat = {
  [Id in FormatId]: (typeof TRIALS)[Id] extends NotRunnable ? never : Id;
}[FormatId];

/** The formats that are tried, in the order of the ids. */
export const TRIED_FORMATS: readonly TriedFormat[] = FORMAT_IDS.filter(
  (id): id is TriedFormat => !('notRun' in TRIALS[id]),
);

/** How a format is tried. */
export function trialOf(id: TriedFormat): TriedIn {
  return TRIALS[id];
}
