/** A repository that something is fetched from, and at which commit. */
export interface RepositorySpec {
  /** `github.com/owner/name`, in lower case. */
  readonly repository: string;
  /** A tag or branch; undefined for the default branch. */
  readonly ref?: string;
}

const HOSTS: Readonly<Record<string, string>> = { github: 'github.com', gitlab: 'gitlab.com' };
const OWNER_AND_NAME = /^([A-Za-z0-9][\w.-]*)\/(?!\.)([\w.-]+?)(?:\.git)?$/;

/**
 * Reads how npm and pip name a repository: `github:owner/name`, `owner/name`, `git+https://github.com/owner/name.git@ref`,
 * `git+ssh://git@github.com/owner/name#ref`. Null for everything else, and for a commit or a pull request: hosts give out the
 * commits of forks under the name of the repository that was forked.
 */
export function readRepository(spec: string): RepositorySpec | null {
  const [before = '', ...after] = spec.split('#');
  const fragment = after.join('#');
  const [, site, short] = /^(?:(github|gitlab):)?([\w.-]+\/[\w.-]+)$/.exec(before) ?? [];
  const [, host = HOSTS[site ?? 'github'], path = short, at] =
    /^git\+(?:https:\/\/|ssh:\/\/git@)([A-Za-z0-9.-]+)\/([\w.-]+\/[\w.-]+)(?:@([^@]*))?$/.exec(before) ?? [];
  const [, owner, name] = OWNER_AND_NAME.exec(path ?? '') ?? [];
  if (host === undefined || owner === undefined || name === undefined) return null;
  // pip's fragment says which folder, npm's which commit.
  const isFolder = /^(?:(?:subdirectory|egg)=[\w./-]*&?)+$/.test(fragment) && !fragment.includes('..');
  const ref = at ?? (isFolder || fragment === '' ? undefined : fragment);
  if (ref !== undefined && !isOwnRef(ref)) return null;
  return { repository: `${host}/${owner}/${name}`.toLowerCase(), ...(ref === undefined ? {} : { ref }) };
}

/** The address of a repository as `host/owner/name`; null where it is none. */
export function repositoryOf(address: string): string | null {
  const [, host, owner, name] = /^https:\/\/([A-Za-z0-9.-]+)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return name === undefined ? null : `${host}/${owner}/${name}`.toLowerCase();
}

/** A version's tag, or one of the branches that every owner keeps: no commit's hash, no path such as `pull/1/head`. */
function isOwnRef(ref: string): boolean {
  return /^(?:v?\d+(?:\.\d+){1,3}(?:-[\w.]+)?|main|master|latest|stable)$/.test(ref);
}
