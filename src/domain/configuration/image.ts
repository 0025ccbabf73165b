/** A container image. */
export interface ImageName {
  /** With the registry's host; `docker.io/library/redis` for `redis`. */
  readonly name: string;
  /** Tag or digest. */
  readonly version?: string;
}

/**
 * An image's full name (https://pkg.go.dev/github.com/distribution/reference): without a host it is Docker's own registry.
 * Null for a text that is no image's name; capital letters are none.
 */
export function readImage(text: string): ImageName | null {
  const [, name, tag, digest] =
    /^((?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9._-]+(?:\/[a-z0-9._-]+)*)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(
      text,
    ) ?? [];
  if (name === undefined) return null;
  const version = digest ?? tag;
  return { name: withRegistry(name), ...(version === undefined ? {} : { version }) };
}

function withRegistry(name: string): string {
  const [first = '', ...rest] = name.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = isHost ? first : 'docker.io';
  const path = isHost ? rest.join('/') : name;
  if (host !== 'docker.io' && host !== 'index.docker.io') return `${host}/${path}`;
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}
