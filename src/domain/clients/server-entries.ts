import { isObject, type JsonObject } from '../text/json.ts';

/** The entries of `mcpServers`, a member that many clients share. */
export function mcpServerEntries(value: JsonObject): readonly JsonObject[] {
  return isObject(value.mcpServers) ? Object.values(value.mcpServers).filter(isObject) : [];
}

/** Whether a file has a plain list of servers, in one of the members that several clients read. */
export function hasServerList(value: JsonObject): boolean {
  return ['mcpServers', 'projects', 'servers'].some((member) => value[member] !== undefined);
}
