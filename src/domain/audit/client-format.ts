import { claudeCode } from '../clients/claude-code/policy.ts';
import { codex } from '../clients/codex/policy.ts';
import { copilotCli } from '../clients/copilot-cli/policy.ts';
import { cursor } from '../clients/cursor/policy.ts';
import { geminiCli } from '../clients/gemini-cli/policy.ts';
import { opencode } from '../clients/opencode/policy.ts';
import type { ClientId } from '../configuration/client.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';

/** The format of a client's own policy; null for one whose files hold no rules. */
export function formatOfClient(client: ClientId): EnforcementFormat | null {
  switch (client) {
    case 'claude-code':
      return claudeCode;
    case 'codex':
      return codex;
    case 'gemini-cli':
      return geminiCli;
    case 'opencode':
      return opencode;
    case 'copilot-cli':
      return copilotCli;
    case 'cursor':
      return cursor;
    default:
      return null;
  }
}
