/** Clients whose configurations are read, by the name that people use. */
export const CLIENTS = {
  'claude-code': 'Claude Code',
  codex: 'OpenAI Codex',
  'gemini-cli': 'Gemini CLI',
  opencode: 'opencode',
  'copilot-cli': 'GitHub Copilot CLI',
  cursor: 'Cursor',
  vscode: 'VS Code',
  'claude-desktop': 'Claude Desktop',
  windsurf: 'Windsurf',
  unknown: 'A client that the file does not name',
} as const;
export type ClientId = keyof typeof CLIENTS;

/** Whose a file is, weakest first: what an administrator sets holds against the rest. */
export const SCOPES = ['user', 'project', 'local', 'managed'] as const;
export type Scope = (typeof SCOPES)[number];
