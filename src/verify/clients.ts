import path from 'node:path';
import { claudeName } from '../domain/clients/claude-code/names.ts';
import { copilotName } from '../domain/clients/copilot-cli/names.ts';
import { geminiName } from '../domain/clients/gemini-cli/names.ts';
import { opencodeName } from '../domain/clients/opencode/names.ts';
import type { ClientId } from '../domain/clients/registry.ts';
import { MODEL_ADDRESS } from './fake-model.ts';

/** A client at the version at which it is run, and how it is run without a person. */
export interface RunnableClient {
  /** Its npm package, and the exact version. */
  readonly package: string;
  readonly version: string;
  /** The program and its first arguments. @param folder the one that holds its node_modules */
  readonly command: (folder: string) => readonly string[];
  /** What it is started with, so that it takes one prompt and the model of the run. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** A server's tool as the model sees it: observed, not documented. */
  readonly modelName: (key: string, tool: string) => string;
  /** Calls that the model asks for in one turn. */
  readonly callsATurn: number;
  /** Where the client ends without telling the model: what it may print when it has refused a call. */
  readonly printsRefusal?: (modelName: string) => readonly string[];
  /** What the names of all tools of a server begin with, as the model sees them. */
  readonly modelPrefix: (key: string) => string;
}

const PROMPT = 'Do it.';

/** The platform packages hold the programs; what the main packages' install scripts would do is not run. */
function native(folder: string, ...parts: readonly string[]): readonly string[] {
  return [path.join(folder, 'node_modules', ...parts)];
}

const underscored = (text: string) => text.replace(/[^A-Za-z0-9_]/g, '_');

/** A client that is not run here, and why, as half a sentence. */
export interface NotRunnable {
  readonly notRun: string;
}

/** How each client is run, or why it is not: a client without either does not compile. */
export const RUNS = {
  'claude-code': {
    package: '@anthropic-ai/claude-code',
    version: '2.1.329',
    command: (folder) => native(folder, '@anthropic-ai', `claude-code-linux-${process.arch}`, 'claude'),
    args: ['--print', PROMPT],
    environment: {
      ANTHROPIC_BASE_URL: MODEL_ADDRESS,
      ANTHROPIC_API_KEY: 'none',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
      // Every tool is listed to the model at once, so that what is hidden can be seen to be.
      ENABLE_TOOL_SEARCH: 'false',
    },
    callsATurn: 25,
    modelName: claudeName,
    modelPrefix: (key) => claudeName(key, ''),
  },
  codex: {
    package: '@openai/codex',
    version: '0.169.0',
    command: (folder) => {
      const target = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
      return native(folder, '@openai', `codex-linux-${process.arch}`, 'vendor', target, 'bin', 'codex');
    },
    // A misspelt key is an error and not ignored.
    args: ['exec', '--strict-config', '--skip-git-repo-check', PROMPT],
    environment: { PLACARD_FAKE_KEY: 'none' },
    callsATurn: 25,
    modelName: (key, tool) => `mcp__${underscored(key)} ${underscored(tool)}`,
    modelPrefix: (key) => `mcp__${underscored(key)} `,
  },
  'gemini-cli': {
    package: '@google/gemini-cli',
    version: '0.61.0',
    command: (folder) => [process.execPath, ...native(folder, '@google', 'gemini-cli', 'bundle', 'gemini.js')],
    args: ['--model', 'gemini-2.5-flash', '--prompt', PROMPT],
    environment: {
      GEMINI_API_KEY: 'none',
      GOOGLE_GEMINI_BASE_URL: MODEL_ADDRESS,
      GEMINI_CLI_TRUST_WORKSPACE: 'true',
      // Otherwise it starts itself anew to have more memory, and takes longer.
      GEMINI_CLI_NO_RELAUNCH: 'true',
    },
    callsATurn: 25,
    modelName: (key, tool) => `mcp_${key}_${geminiName(tool)}`,
    modelPrefix: (key) => `mcp_${key}_`,
  },
  opencode: {
    package: 'opencode-ai',
    version: '1.18.33',
    command: (folder) => native(folder, `opencode-linux-${process.arch}`, 'bin', 'opencode'),
    args: ['run', PROMPT],
    environment: { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' },
    // A call that somebody would be asked about ends the run, after those of its turn: so all stand in one.
    callsATurn: 1000,
    printsRefusal: (name) => [`permission requested: ${name} (`, `call unavailable tool '${name}'`],
    modelName: opencodeName,
    modelPrefix: (key) => opencodeName(key, ''),
  },
  'copilot-cli': {
    package: '@github/copilot',
    version: '1.0.102',
    command: (folder) => native(folder, '@github', `copilot-linux-${process.arch}`, 'copilot'),
    args: ['--disable-builtin-mcps', '--prompt', PROMPT],
    environment: {
      COPILOT_PROVIDER_BASE_URL: `${MODEL_ADDRESS}/v1`,
      COPILOT_PROVIDER_TYPE: 'openai',
      COPILOT_PROVIDER_API_KEY: 'none',
      COPILOT_MODEL: 'fake',
      COPILOT_OFFLINE: 'true',
    },
    callsATurn: 25,
    modelName: copilotName,
    modelPrefix: (key) => copilotName(key, ''),
  },
  cursor: { notRun: 'it has no program that runs without a window and an account' },
  vscode: { notRun: 'its files hold no rule for a single tool' },
  'claude-desktop': { notRun: 'its files hold no rule for a single tool' },
  windsurf: { notRun: 'its rules are not read yet' },
  zed: { notRun: 'its rules are not read yet' },
  amp: { notRun: 'its rules are not read yet' },
  goose: { notRun: 'its rules are not read yet' },
  librechat: { notRun: 'its rules are not read yet' },
  continue: { notRun: 'its rules are not read yet' },
  cline: { notRun: 'its rules are not read yet' },
  roo: { notRun: 'its rules are not read yet' },
  kiro: { notRun: 'its rules are not read yet' },
  unknown: { notRun: 'it is no client' },
} as const satisfies Readonly<Record<ClientId, RunnableClient | NotRunnable>>;

/** Ids of the clients that are run. */
export type RunClientId = {
  [Id in ClientId]: (typeof RUNS)[Id] extends NotRunnable ? never : Id;
}[ClientId];

/** How a client is run. */
export function runOf(id: RunClientId): RunnableClient {
  return RUNS[id];
}
