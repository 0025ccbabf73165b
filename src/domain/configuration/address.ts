/** An address by what identifies what is there. */
export interface Address {
  readonly scheme: 'http' | 'https';
  /** In lower case. */
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly path: string;
}

/**
 * Reads an address of which every program makes the same: letters, digits and plain marks, without a user, a percent sign, a
 * way up or a backslash. Null for any other: where two programs read it differently, nobody knows who is asked.
 */
export function readAddress(text: string): Address | null {
  const [, given = '', host = '', port, path = ''] =
    /^(https?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d{1,5}))?((?:\/[\w.~+-]+)*\/?)(?:\?[!-~]*)?$/i.exec(text) ?? [];
  if (host === '' || /\/\.{1,2}(?:\/|$)/.test(path)) return null;
  const scheme = given.toLowerCase() === 'https' ? 'https' : 'http';
  const number = port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port);
  return { scheme, host: host.toLowerCase(), port: number, path: path.replace(/\/$/, '') };
}

/** Whether two addresses are one. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.scheme === b.scheme && a.port === b.port && sameHostAndPath(a, b);
}

/** The same host and path, whatever the scheme and port: the nearest that another address comes. */
export function sameHostAndPath(a: Address, b: Address): boolean {
  return a.host === b.host && a.path === b.path;
}
