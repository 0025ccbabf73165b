import { agentgateway } from './agentgateway.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { cedarToolhive } from './cedar-toolhive.ts';
import { claudeCode } from './claude-code.ts';
import { claudeCodeManaged } from './claude-code-managed.ts';
import { codex } from './codex.ts';
import { codexRequirements } from './codex-requirements.ts';
import { copilotCli } from './copilot-cli.ts';
import { cursor } from './cursor.ts';
import type { EnforcementFormat, FormatId } from './format.ts';
import { geminiCli } from './gemini-cli.ts';
import { intercept } from './intercept.ts';
import { librechat } from './librechat.ts';
import { openaiResponses } from './openai-responses.ts';
import { opencode } from './opencode.ts';
import { policyJson } from './policy-json.ts';

/** Every format, those that can be proven first: pages and scripts iterate this list. */
export const FORMATS: readonly EnforcementFormat[] = [
  policyJson,
  claudeCode,
  codex,
  geminiCli,
  opencode,
  copilotCli,
  cedarToolhive,
  claudeCodeManaged,
  codexRequirements,
  intercept,
  agentgateway,
  openaiResponses,
  anthropicMessages,
  librechat,
  cursor,
];

/** A format by its id; undefined for a name that is none. */
export function formatById(id: string): EnforcementFormat | undefined {
  return FORMATS.find((format) => format.id === (id as FormatId));
}
