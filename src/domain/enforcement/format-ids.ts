/**
 * Every format by its id, with the short name that tabs and lists use, in the order in which pages and scripts list them
 * (docs/contracts.md#format-ids). A file of its own: it goes with every page, the formats themselves do not.
 */
export const FORMAT_LABELS = {
  'policy-json': 'policy.json',
  'claude-code': 'Claude Code',
  codex: 'Codex',
  'gemini-cli': 'Gemini CLI',
  opencode: 'opencode',
  'copilot-cli': 'Copilot CLI',
  'cedar-toolhive': 'ToolHive (Cedar)',
  'claude-code-managed': 'Claude Code, managed',
  'codex-requirements': 'Codex, requirements',
  intercept: 'Intercept',
  agentgateway: 'agentgateway',
  'openai-responses': 'OpenAI Responses',
  'anthropic-messages': 'Anthropic Messages',
  librechat: 'LibreChat',
  cursor: 'Cursor',
} as const;
export type FormatId = keyof typeof FORMAT_LABELS;

/** The ids, in their order. */
export const FORMAT_IDS = Object.keys(FORMAT_LABELS) as readonly FormatId[];

/** The formats of a page's tabs, in their order: policy.json and the five commonest clients (docs/contracts.md#tool-page). */
export const TAB_FORMATS = [
  'policy-json',
  'claude-code',
  'codex',
  'cursor',
  'copilot-cli',
  'gemini-cli',
] as const satisfies readonly FormatId[];
