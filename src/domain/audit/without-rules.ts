import type { ConfigurationDocument } from '../clients/document.ts';
import { type PermissionModel, type RuleLine, ruleLine } from '../clients/treatment.ts';
import type { ClientId } from '../configuration/client.ts';

/** Why the files of these clients decide nothing about single tools. */
const SAYS: Readonly<Partial<Record<ClientId, string>>> = {
  vscode: 'VS Code has no file with rules for single MCP tools: what was approved is kept in the editor.',
  'claude-desktop': 'Claude Desktop has no file with rules for single tools: approvals are kept in the app.',
  windsurf: 'No file with rules for single tools is known for Windsurf.',
  unknown: 'It depends on the client that reads this file, and the file does not say which.',
};

/** Clients whose files hold no rule for a single tool; VS Code has one setting that opens everything. */
export function modelWithoutRules(client: ClientId, documents: readonly ConfigurationDocument[]): PermissionModel {
  const opened = client === 'vscode' ? documents.flatMap(openingLine)[0] : undefined;
  return {
    client,
    treat: () =>
      opened === undefined
        ? { effect: 'not-known', by: null, reach: 'none', says: SAYS[client] ?? (SAYS.unknown as string) }
        : { effect: 'allowed', by: opened, reach: 'blanket', says: 'This setting runs every tool unasked.' },
    findings: () =>
      opened === undefined ? [] : [{ kind: 'opens', at: opened, message: 'Every tool of every server runs unasked.' }],
    named: [],
  };
}

function openingLine(document: ConfigurationDocument): RuleLine[] {
  return ['chat.tools.global.autoApprove', 'chat.tools.autoApprove']
    .filter((member) => document.value[member] === true)
    .map((member) => ruleLine(document, [member], `${member}: true`));
}
