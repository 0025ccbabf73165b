import type { ClientId } from '../configuration/client.ts';
import { claudeCode } from '../enforcement/claude-code.ts';
import { codex } from '../enforcement/codex.ts';
import { copilotCli } from '../enforcement/copilot-cli.ts';
import { cursor } from '../enforcement/cursor.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { geminiCli } from '../enforcement/gemini-cli.ts';
import { opencode } from '../enforcement/opencode.ts';

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
