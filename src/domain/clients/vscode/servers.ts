import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type JsonObject } from '../../text/json.ts';
import { isOpencodeEntry } from '../opencode/servers.ts';

/** VS Code: `servers` in mcp.json, `mcp.servers` in settings. */
export const VSCODE_SERVERS: ServerForm = {
  form: 'vscode',
  syntax: 'json',
  dialect: { ...COMMON_DIALECT, url: ['url'] },
  groups: (value) => [
    ...groupAt(value, 'servers'),
    ...(isObject(value.mcp) && isObject(value.mcp.servers) && !isOpencodeEntry(value.mcp.servers)
      ? groupAt(value, 'mcp', 'servers')
      : []),
  ],
  inputDefaults,
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
