import type { BuiltSite } from '../../src/catalogue/build/build-site.ts';
import { count } from '../../src/domain/text/english.ts';

/** "38 servers, 925 tools, 22 attacks, 9.1 seconds". */
export function builtWords({ catalogue, duration }: BuiltSite): string {
  const { servers, counts, attacks } = catalogue;
  return `${count(servers.length, 'server')}, ${count(counts.tools, 'tool')}, ${count(attacks.length, 'attack')}, ${(duration / 1000).toFixed(1)} seconds`;
}
