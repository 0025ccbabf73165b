import { readDocument } from './read-document.ts';

/** What a file is taken for: "codex codex-config user", with the keys of its servers: "… : a, b". */
export function recognised(path: string, content: object | string): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { client, kind, scope, servers } = readDocument({ name: path, text });
  const keys = servers.map(({ key, enabled }) => (enabled ? key : `(${key})`));
  return [`${client} ${kind} ${scope}`, ...(keys.length === 0 ? [] : [keys.join(', ')])].join(': ');
}
