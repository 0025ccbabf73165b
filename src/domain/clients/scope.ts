/** Whose a file is, weakest first: what an administrator sets holds against the rest. */
export const SCOPES = ['user', 'project', 'local', 'managed'] as const;
export type Scope = (typeof SCOPES)[number];

/** Folders that only an administrator writes to. */
const SYSTEM = /^\/etc\/|^\/library\/|programdata|program files/;
/** Folders below which a user's own files lie. */
const HOME = /^(~|\/home\/[^/]+|\/users\/[^/]+|\/root|[a-z]:\/users\/[^/]+)\/(\.[^/]+|appdata|library)(\/|$)/;

/**
 * Whose a file is, by its path in lower case with `/`.
 * @param own what the client itself says of such a path; null for nothing
 */
export function scopeOf(path: string, own: Scope | null): Scope {
  if (SYSTEM.test(path)) return 'managed';
  return own ?? (HOME.test(path) ? 'user' : 'project');
}
