import type { ClientId } from '../configuration/client.ts';
import type { ConfigurationDocument } from '../configuration/document.ts';
import { claudeCodeModel } from './claude-code.ts';
import { codexModel } from './codex.ts';
import { copilotCliModel } from './copilot-cli.ts';
import { cursorModel } from './cursor.ts';
import { geminiCliModel } from './gemini-cli.ts';
import { opencodeModel } from './opencode.ts';
import type { PermissionModel } from './treatment.ts';
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
