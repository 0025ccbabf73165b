import { claudeCodeModel } from '../clients/claude-code/permissions.ts';
import { codexModel } from '../clients/codex/permissions.ts';
import { copilotCliModel } from '../clients/copilot-cli/permissions.ts';
import { cursorModel } from '../clients/cursor/permissions.ts';
import type { ConfigurationDocument } from '../clients/document.ts';
import { geminiCliModel } from '../clients/gemini-cli/permissions.ts';
import { opencodeModel } from '../clients/opencode/permissions.ts';
import type { PermissionModel } from '../clients/treatment.ts';
import type { ClientId } from '../configuration/client.ts';
import { modelWithoutRules } from './without-rules.ts';

/** The permissions of a client, from all its files. */
export function modelOf(client: ClientId, documents: readonly ConfigurationDocument[]): PermissionModel {
  switch (client) {
    case 'claude-code':
      return claudeCodeModel(documents);
    case 'codex':
      return codexModel(documents);
    case 'gemini-cli':
      return geminiCliModel(documents);
    case 'opencode':
      return opencodeModel(documents);
    case 'copilot-cli':
      return copilotCliModel(documents);
    case 'cursor':
      return cursorModel(documents);
    default:
      return modelWithoutRules(client, documents);
  }
}
