import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type JsonObject } from '../../text/json.ts';
import { isOpencodeEntry, isOpencodeTwo } from '../opencode/servers.ts';

/** VS Code: `servers` in mcp.json, `mcp.servers` in settings. */
export const VSCODE_SERVERS: ServerForm = {
  form: 'vscode',
  syntax: 'json',
  dialect: { ...COMMON_DIALECT, url: ['url'] },
  groups: (value) => [
    ...groupAt(value, 'servers'),
    ...(isObject(value.mcp) &&
    isObject(value.mcp.servers) &&
    !isOpencodeEntry(value.mcp.servers) &&
    !isOpencodeTwo(value.mcp.servers)
      ? groupAt(value, 'mcp', 'servers')
      : []),
  ],
  inputDefaults,
};

/** A dev container (containers.dev, supporting tools): its own list of servers, and settings that may have one. */
export const DEVCONTAINER_SERVERS: ServerForm = {
  ...VSCODE_SERVERS,
  groups: (value) => [
    ...groupAt(value, 'customizations', 'vscode', 'mcp', 'servers'),
    ...groupAt(value, 'customizations', 'vscode', 'settings', 'mcp', 'servers'),
  ],
};

function inputDefaults(value: JsonObject): ReadonlyMap<string, string> {
  const inputs = value.inputs ?? (isObject(value.mcp) ? value.mcp.inputs : undefined);
  const defaults = new Map<string, string>();
  if (!Array.isArray(inputs)) return defaults;
  for (const input of inputs as readonly unknown[]) {
    if (!isObject(input) || input.password === true) continue;
    if (typeof input.id === 'string' && typeof input.default === 'string') defaults.set(input.id, input.default);
  }
  return defaults;
}
