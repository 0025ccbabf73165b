import { isObject } from '../../text/json.ts';
import type { ClientFiles, GivenFile } from '../client.ts';
import { isOpencodeTwo, OPENCODE_SERVERS } from './servers.ts';

/** opencode.json or opencode.jsonc, of a user or a project. */
export const CONFIG = 'opencode';

/** opencode's files (opencode.ai/docs/config). */
export const files: ClientFiles = {
  forms: [{ kind: CONFIG, label: 'configuration', precedence: 30, syntax: 'json', hasServers: true, recognises }],
  lists: [OPENCODE_SERVERS],
  listPath: null,
  ownsMembers: () => false,
  members: { read: ['permission', 'permissions', 'tools', 'agent', 'mode'], unread: {}, roots: null },
  scope: () => null,
};

function recognises({ path, value }: GivenFile): boolean {
  if (/opencode\.jsonc?$/.test(path)) return true;
  if (typeof value.$schema === 'string' && value.$schema.includes('opencode.ai')) return true;
  if (value.permission !== undefined) return true;
  const entries = isObject(value.mcp) ? Object.values(value.mcp).filter(isObject) : [];
  return (
    entries.some(({ type }) => type === 'local' || type === 'remote') ||
    (isObject(value.mcp) && isOpencodeTwo(value.mcp.servers))
  );
}
