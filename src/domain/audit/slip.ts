import { readImage } from '../configuration/image.ts';
import { pypiName } from '../configuration/python-package.ts';
import type { ServerSource } from '../configuration/server-source.ts';
import { editDistance } from '../text/edit-distance.ts';
import { letters } from '../text/letters.ts';
import type { KnownServer } from './known-catalogue.ts';

/** A package whose name is nearly that of a recorded one. */
export interface Slip {
  /** As it is asked for. */
  readonly name: string;
  /** The recorded package. */
  readonly of: string;
  /** Letters to put in, take out, change or swap. */
  readonly distance: number;
  readonly server: KnownServer;
}

/** From this many letters on, two slips are seen; one is always. */
const LONG = 10;

/**
 * The recorded package that an unrecorded one is a slip away from; null when none is. Within one scope (or one folder of an
 * image's registry) nobody but its owner gives names, so that no name there imitates another.
 */
export function slipOf(source: ServerSource, servers: readonly KnownServer[]): Slip | null {
  if (source.kind !== 'npm' && source.kind !== 'pypi' && source.kind !== 'docker') return null;
  const { kind, name } = source;
  const known = servers.flatMap((server) =>
    server.packages
      .filter(({ registry }) => registry === kind)
      .map((each) => ({ server, of: each.name, wanted: plain(kind, each.name) })),
  );
  if (known.some(({ wanted }) => wanted === name)) return null;
  let best: Slip | null = null;
  for (const { server, of, wanted } of known) {
    const most = Math.min(letters(wanted).length, letters(name).length) >= LONG ? 2 : 1;
    const distance = isOneScope(wanted, name) ? most + 1 : editDistance(name, wanted, most);
    if (distance <= most && (best === null || distance < best.distance)) best = { name, of, distance, server };
  }
  return best;
}

function plain(kind: 'npm' | 'pypi' | 'docker', name: string): string {
  if (kind === 'pypi') return pypiName(name);
  return kind === 'docker' ? (readImage(name)?.name ?? name) : name;
}

function isOneScope(a: string, b: string): boolean {
  const [scopeA, scopeB] = [a, b].map((name) => name.slice(0, name.lastIndexOf('/') + 1));
  return scopeA !== '' && scopeA === scopeB;
}
