import { withoutIndices, withValue } from '../../configuration/json-edit.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import type { OpenFile, PatchWriter, PlannedServer } from '../patch.ts';
import { APPROVALS, SERVERS } from './files.ts';
import { copilotEntry, copilotFlags, copilotTools } from './policy.ts';

/** More tools than this are not put into flags: the command would be unreadable. */
const MOST_FLAGS = 20;

/** Sets the list of tools of each server, and takes back what was approved and shall not run unasked. */
export const patch: PatchWriter = (files, servers, notes) => {
  for (const { key, plan, choices } of servers) {
    const file = files
      .ofKind(SERVERS)
      .find(({ document }) => isObject(document?.value.mcpServers) && Object.hasOwn(document.value.mcpServers, key));
    if (file === undefined) files.add(`mcp-config-${files.changed().length + 1}.json`, `${copilotEntry(plan)}\n`);
    else file.after = withValue(file.after, ['mcpServers', key, 'tools'], copilotTools(plan));
    const allowed = [...choices].filter(([, choice]) => choice === 'allow').map(([name]) => name);
    if (allowed.length > 0 && allowed.length <= MOST_FLAGS) {
      notes.push(`These run unasked with: copilot ${copilotFlags(key, '--allow-tool', allowed)}`);
    }
  }
  for (const file of files.ofKind(APPROVALS)) removeApprovals(file, servers);
  notes.push('A listed tool asks: which tools run unasked is said by flags, not in this file.');
};

/** Takes back approvals of tools that shall ask or be denied. */
function removeApprovals(file: OpenFile, servers: readonly PlannedServer[]): void {
  const locations = file.document?.value.locations;
  if (!isObject(locations)) return;
  for (const [folder, location] of Object.entries(locations)) {
    const list = isObject(location) && Array.isArray(location.tool_approvals) ? location.tool_approvals : [];
    file.after = withoutIndices(file.after, ['locations', folder, 'tool_approvals'], (_, index) => {
      const entry = (list as readonly Json[])[index];
      return isObject(entry) && isWithdrawn(entry, servers);
    });
  }
}

function isWithdrawn(entry: JsonObject, servers: readonly PlannedServer[]): boolean {
  const one = servers.find(({ key }) => key === entry.serverName);
  if (one === undefined) return false;
  return typeof entry.toolName !== 'string' || one.choices.get(entry.toolName) !== 'allow';
}
