import { claudeCodeManaged } from '../clients/claude-code/managed-policy.ts';
import { claudeCode } from '../clients/claude-code/policy.ts';
import { codex } from '../clients/codex/policy.ts';
import { codexRequirements } from '../clients/codex/requirements-policy.ts';
import { copilotCli } from '../clients/copilot-cli/policy.ts';
import { cursor } from '../clients/cursor/policy.ts';
import { geminiCli } from '../clients/gemini-cli/policy.ts';
import { opencode } from '../clients/opencode/policy.ts';
import type { EnforcementFormat, FormatId } from '../enforcement/format.ts';
import { agentgateway } from '../gateways/agentgateway/policy.ts';
import { anthropicMessages } from '../gateways/anthropic-messages/policy.ts';
import { intercept } from '../gateways/intercept/policy.ts';
import { librechat } from '../gateways/librechat/policy.ts';
import { openaiResponses } from '../gateways/openai-responses/policy.ts';
import { policyJson } from '../gateways/policy-json/policy.ts';
import { cedarToolhive } from '../gateways/toolhive/policy.ts';

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
