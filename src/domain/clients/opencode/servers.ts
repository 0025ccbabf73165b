import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type Json } from '../../text/json.ts';

const ENTRY_MEMBERS = ['type', 'command', 'environment', 'cwd', 'enabled', 'url', 'headers', 'oauth', 'timeout'];

/** opencode: `mcp` in opencode.json, in opencode 2 `mcp.servers`; a local server's command and arguments are one list. */
export const OPENCODE_SERVERS: ServerForm = {
  form: 'opencode',
  syntax: 'json',
  dialect: { ...COMMON_DIALECT, url: ['url'], disabled: (entry) => entry.enabled === false, members: ENTRY_MEMBERS },
  groups: (value) => {
    if (!isObject(value.mcp)) return [];
    if (isOpencodeTwo(value.mcp.servers)) return groupAt(value, 'mcp', 'servers');
    const isOfVscode = isObject(value.mcp.servers) && !isOpencodeEntry(value.mcp.servers);
    return !isOfVscode && Object.values(value.mcp).some(isOpencodeEntry) ? groupAt(value, 'mcp') : [];
  },
  plain: (entry) => {
    if (!isObject(entry)) return entry;
    const [command, ...args] = Array.isArray(entry.command) ? (entry.command as readonly Json[]) : [entry.command];
    return { ...entry, command, args, ...(entry.environment === undefined ? {} : { env: entry.environment }) };
  },
};

/** Whether these are the servers of opencode 2, which stand one member deeper (opencode.ai/v2/docs). */
export function isOpencodeTwo(servers: unknown): boolean {
  return isObject(servers) && !isOpencodeEntry(servers) && Object.values(servers).some(isOpencodeEntry);
}

/** An entry of opencode says of which kind it is; other clients keep settings under `mcp`. */
export function isOpencodeEntry(entry: unknown): boolean {
  return isObject(entry) && (entry.type === 'local' || entry.type === 'remote' || Array.isArray(entry.command));
}
