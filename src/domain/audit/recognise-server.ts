import { readAddress, sameAddress } from '../configuration/address.ts';
import { readImage } from '../configuration/image.ts';
import { pypiName } from '../configuration/python-package.ts';
import { repositoryOf } from '../configuration/repository.ts';
import type { ServerSource } from '../configuration/server-source.ts';
import { letters } from '../text/letters.ts';
import { isExactVersion } from '../text/npm-package.ts';
import { compareVersions } from '../text/version.ts';
import type { KnownServer } from './known-catalogue.ts';

/** How a configured server was recognised (docs/contracts.md#audit). `name`: by nothing but the key that the reader chose. */
export type MatchedBy = 'package' | 'image' | 'address' | 'repository' | 'name' | 'list';

/** What identifies a server of a catalogue. */
export type Identified = Pick<KnownServer, 'packages' | 'endpoint' | 'repository'>;

/** A server of the catalogue that a configured one is. */
export interface Match<Known extends Identified = KnownServer> {
  readonly by: MatchedBy;
  readonly server: Known;
}

/** The catalogue's server that a source is, or null: what is not recognised for sure is not in the catalogue. */
export function matchServer<Known extends Identified>(
  source: ServerSource,
  servers: readonly Known[],
): Match<Known> | null {
  const found = (by: MatchedBy, server: Known | undefined) => (server === undefined ? null : { by, server });
  switch (source.kind) {
    case 'npm':
    case 'pypi':
      return found('package', packageServer(source, servers));
    case 'docker':
      return found(
        'image',
        servers.find(({ packages }) =>
          packages.some(({ registry, name }) => registry === 'docker' && readImage(name)?.name === source.name),
        ),
      );
    case 'url': {
      const wanted = readAddress(source.url);
      if (wanted === null) return null;
      return found(
        'address',
        servers.find(({ endpoint = '' }) => {
          const own = readAddress(endpoint);
          return own !== null && sameAddress(own, wanted);
        }),
      );
    }
    case 'repository':
      return found('repository', repositoryServer(source, servers));
    case 'unidentified':
      return null;
    default:
      return source satisfies never;
  }
}

/** Several programs of one package are several servers; a program that is nobody's is another. */
function packageServer<Known extends Identified>(
  { kind, name, bin }: Extract<ServerSource, { kind: 'npm' | 'pypi' }>,
  servers: readonly Known[],
): Known | undefined {
  const own = servers.flatMap((server) =>
    server.packages
      .filter((known) => known.registry === kind && normal(kind, known.name) === normal(kind, name))
      .map((known) => ({ server, program: known.bin })),
  );
  // Without a program, what runs is the package's own: the one that is called like it.
  const asked = bin ?? shortName(name);
  const same = (program: string) => normal(kind, program) === normal(kind, asked);
  const exact = own.find(({ program }) => program !== undefined && same(program));
  const main = own.find(({ program }) => program === undefined);
  return (exact ?? (same(shortName(name)) ? main : undefined))?.server;
}

/** One of several servers in a repository is known by its program. */
function repositoryServer<Known extends Identified>(
  { repository, bin }: Extract<ServerSource, { kind: 'repository' }>,
  servers: readonly Known[],
): Known | undefined {
  const own = servers.filter((server) => repositoryOf(server.repository ?? '') === repository);
  if (bin === undefined) return own.length === 1 ? own[0] : undefined;
  const isProgram = (name: string) => pypiName(name) === pypiName(bin);
  return own.find(({ packages }) =>
    packages.some((known) => isProgram(known.bin ?? shortName(known.name)) && known.registry !== 'docker'),
  );
}

/** A package's name without its scope. */
function shortName(name: string): string {
  return name.split('/').at(-1) as string;
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

/** How the version that is asked for stands to the recorded one. */
export type VersionState =
  | { readonly state: 'unpinned'; readonly asked: string | undefined }
  | { readonly state: 'behind' | 'ahead'; readonly asked: string; readonly recorded: string }
  | null;

/** Compares them; null where nothing can be said or they are the same. */
export function versionState(source: ServerSource, recorded: string | undefined): VersionState {
  if (source.kind === 'url') return null;
  if (source.kind === 'unidentified') {
    const { doubt, spec = '' } = source;
    // A tarball or a branch may be another tomorrow; a commit or an exact version of an alias may not.
    const isPinned = /[@#][0-9a-f]{40}\b|@npm:.+@\d+\.\d+\.\d+/.test(spec);
    return doubt.because === 'elsewhere' && !isPinned ? { state: 'unpinned', asked: undefined } : null;
  }
  const { version } = source;
  if (source.kind === 'docker') {
    const isPinned = version !== undefined && (version.startsWith('sha256:') || /\d/.test(version));
    return isPinned ? null : { state: 'unpinned', asked: version };
  }
  // A tag can be moved to another commit.
  if (source.kind === 'repository') return { state: 'unpinned', asked: version };
  const exact =
    version !== undefined && (isExactVersion(version) || (source.kind === 'pypi' && /^[\d.]+$/.test(version)));
  if (!exact) return { state: 'unpinned', asked: version };
  if (recorded === undefined) return null;
  const order = compareVersions(version, recorded);
  return order === null || order === 0 ? null : { state: order < 0 ? 'behind' : 'ahead', asked: version, recorded };
}
