import type { FormatId } from './format.ts';

/** The formats of a page's tabs, in their order: policy.json and the five commonest clients (design: Pages). */
export const TAB_FORMATS = ['policy-json', 'claude-code', 'codex', 'cursor', 'copilot-cli', 'gemini-cli'] as const;

/** Short names for tabs and lists. A file of its own: it goes with every page, the formats themselves do not. */
export const FORMAT_LABELS: Readonly<Record<FormatId, string>> = {
  'policy-json': 'policy.json',
  'claude-code': 'Claude Code',
  codex: 'Codex',
  cursor: 'Cursor',
  'copilot-cli': 'Copilot CLI',
  'gemini-cli': 'Gemini CLI',
  opencode: 'opencode',
  'cedar-toolhive': 'ToolHive (Cedar)',
  'claude-code-managed': 'Claude Code, managed',
  'codex-requirements': 'Codex, requirements',
  intercept: 'Intercept',
  agentgateway: 'agentgateway',
  'openai-responses': 'OpenAI Responses',
  'anthropic-messages': 'Anthropic Messages',
  librechat: 'LibreChat',
};
