import { readImage } from '../configuration/image.ts';
import { repositoryOf } from '../configuration/repository.ts';
import type { ServerSource } from '../configuration/server-source.ts';
import type { ServerFile } from '../record/server.ts';
import { type Identified, matchServer } from './recognise-server.ts';

/** What a server.yaml says of the identity of its server. */
export type FileIdentity = Pick<ServerFile, 'package' | 'endpoint' | 'repository'>;

/** Whether a server.yaml says anything that identifies its server: its name and its slug are what somebody chose. */
export function hasIdentity(file: FileIdentity): boolean {
  return identitiesOf(file).length > 0;
}

/**
 * The server among others that a server.yaml is about, by package, image, address or repository as an audit recognises it
 * (docs/contracts.md#audit); undefined where nothing tells. A name or slug never does.
 */
export function sameServer<Known extends Identified>(file: FileIdentity, servers: readonly Known[]): Known | undefined {
  for (const source of identitiesOf(file)) {
    const match = matchServer(source, servers);
    if (match !== null) return match.server;
  }
  return undefined;
}

function identitiesOf({ package: own, endpoint, repository }: FileIdentity): ServerSource[] {
  const sources: ServerSource[] = [];
  const isStartedByName = own?.registry === 'npm' || own?.registry === 'pypi';
  if (isStartedByName) {
    sources.push({
      kind: own.registry === 'npm' ? 'npm' : 'pypi',
      name: own.name,
      ...(own.bin === undefined ? {} : { bin: own.bin }),
    });
  }
  const image = own?.registry === 'docker' ? readImage(own.name) : null;
  if (image !== null) sources.push({ kind: 'docker', name: image.name });
  if (endpoint !== undefined) sources.push({ kind: 'url', url: endpoint });
  // A fork's package names the repository that it came from: where there is a package, that one decides.
  const place = isStartedByName ? null : repositoryOf(repository ?? '');
  if (place !== null) sources.push({ kind: 'repository', repository: place });
  return sources;
}
