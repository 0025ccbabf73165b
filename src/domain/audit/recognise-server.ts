import { imageName, pypiName, type ServerSource } from '../configuration/server-source.ts';
import { letters } from '../text/letters.ts';
import { isExactVersion } from '../text/npm-package.ts';
import { compareVersions } from '../text/version.ts';
import type { KnownServer } from './known-catalogue.ts';

/** How a configured server was recognised. `name`: by nothing but the key that the reader chose. */
export type MatchedBy = 'package' | 'image' | 'address' | 'command' | 'name' | 'list';

/** A server of the catalogue that a configured one is. */
export interface Match {
  readonly by: MatchedBy;
  readonly server: KnownServer;
}

/** The catalogue's server that a source is, or null: what is not recognised for sure is not in the catalogue. */
export function matchServer(source: ServerSource, servers: readonly KnownServer[]): Match | null {
  switch (source.kind) {
    case 'npm':
    case 'pypi': {
      const wanted = source.kind === 'pypi' ? pypiName(source.name) : source.name;
      const found = servers.flatMap((server) =>
        server.packages
          .filter(({ registry, name }) => registry === source.kind && normal(registry, name) === wanted)
          .map(({ bin }) => ({ server, bin })),
      );
      // Several programs of one package are several servers; without a program, the first.
      const exact = found.find(({ bin }) => bin !== undefined && bin === source.bin);
      const server = (exact ?? found.find(({ bin }) => bin === undefined) ?? found[0])?.server;
      return server === undefined ? null : { by: 'package', server };
    }
    case 'docker': {
      const server = servers.find(({ packages }) =>
        packages.some(({ registry, name }) => registry === 'docker' && imageName(name) === source.name),
      );
      return server === undefined ? null : { by: 'image', server };
    }
    case 'url': {
      const wanted = addressKey(source.url);
      const server =
        wanted === null
          ? undefined
          : servers.find(({ endpoint }) => endpoint !== undefined && addressKey(endpoint) === wanted);
      return server === undefined ? null : { by: 'address', server };
    }
    case 'command': {
      const [program = ''] = source.words;
      const names = new Set([program, ...source.words.slice(1, 3)].map(programName));
      const server = servers.find(({ packages }) =>
        packages.some(({ name, bin }) => {
          const short = name.split('/').at(-1) as string;
          // Short names such as "mcp" are anybody's.
          return [bin, short].some((each) => each !== undefined && each.length >= 6 && names.has(each.toLowerCase()));
        }),
      );
      return server === undefined ? null : { by: 'command', server };
    }
    default:
      return source satisfies never;
  }
}

/** A server that only rules name: by the key alone. */
export function matchByName(key: string, servers: readonly KnownServer[]): Match | null {
  const wanted = letters(key);
  const server = servers.find(({ slug, name }) => [slug ?? '', name].some((each) => letters(each) === wanted));
  return server === undefined ? null : { by: 'name', server };
}

function normal(registry: string, name: string): string {
  return registry === 'pypi' ? pypiName(name) : name;
}

function programName(word: string): string {
  return (/[^/\\]+$/.exec(word)?.[0] ?? '').toLowerCase().replace(/\.(?:exe|cmd|bat|ps1|js|mjs|cjs|py)$/, '');
}

/** Host and path: keys in the query are nobody else's business, and a slash at the end means nothing. */
function addressKey(address: string): string | null {
  const url = URL.parse(address);
  return url === null ? null : `${url.host.toLowerCase()}${url.pathname.replace(/\/+$/, '')}`;
}

/** How the version that is asked for stands to the recorded one. */
export type VersionState =
  | { readonly state: 'unpinned'; readonly asked: string | undefined }
  | { readonly state: 'behind' | 'ahead'; readonly asked: string; readonly recorded: string }
  | null;

/** Compares them; null where nothing can be said or they are the same. */
export function versionState(source: ServerSource, recorded: string | undefined): VersionState {
  if (source.kind !== 'npm' && source.kind !== 'pypi' && source.kind !== 'docker') return null;
  const { version } = source;
  if (source.kind === 'docker') {
    const isPinned = version !== undefined && (version.startsWith('sha256:') || /\d/.test(version));
    return isPinned ? null : { state: 'unpinned', asked: version };
  }
  const exact =
    version !== undefined && (isExactVersion(version) || (source.kind === 'pypi' && /^[\d.]+$/.test(version)));
  if (!exact) return { state: 'unpinned', asked: version };
  if (recorded === undefined) return null;
  const order = compareVersions(version, recorded);
  return order === null || order === 0 ? null : { state: order < 0 ? 'behind' : 'ahead', asked: version, recorded };
}
