import { claudeCodeManaged } from '../clients/claude-code/managed-policy.ts';
import { claudeCode } from '../clients/claude-code/policy.ts';
import { codex } from '../clients/codex/policy.ts';
import { codexRequirements } from '../clients/codex/requirements-policy.ts';
import { copilotCli } from '../clients/copilot-cli/policy.ts';
import { cursor } from '../clients/cursor/policy.ts';
import { geminiCli } from '../clients/gemini-cli/policy.ts';
import { opencode } from '../clients/opencode/policy.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { FORMAT_IDS, type FormatId } from '../enforcement/format-ids.ts';
import { agentgateway } from '../gateways/agentgateway/policy.ts';
import { anthropicMessages } from '../gateways/anthropic-messages/policy.ts';
import { intercept } from '../gateways/intercept/policy.ts';
import { librechat } from '../gateways/librechat/policy.ts';
import { openaiResponses } from '../gateways/openai-responses/policy.ts';
import { policyJson } from '../gateways/policy-json/policy.ts';
import { cedarToolhive } from '../gateways/toolhive/policy.ts';

/** What writes each format: an id without one does not compile. */
const WRITTEN: Readonly<Record<FormatId, EnforcementFormat>> = {
  'policy-json': policyJson,
  'claude-code': claudeCode,
  codex,
  'gemini-cli': geminiCli,
  opencode,
  'copilot-cli': copilotCli,
  'cedar-toolhive': cedarToolhive,
  'claude-code-managed': claudeCodeManaged,
  'codex-requirements': codexRequirements,
  intercept,
  agentgateway,
  'openai-responses': openaiResponses,
  'anthropic-messages': anthropicMessages,
  librechat,
  cursor,
};

/** Every format in the order of the ids: pages and scripts iterate this list. */
export const FORMATS: readonly EnforcementFormat[] = FORMAT_IDS.map((id) => WRITTEN[id]);

/** A format by its id; undefined for a name that is none. */
export function formatById(id: string): EnforcementFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}
