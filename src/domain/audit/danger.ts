import { readAddress, sameHostAndPath } from '../configuration/address.ts';
import type { ConfiguredServer, StdioTransport } from '../configuration/configured-server.ts';
import { isDefaultRegistry } from '../configuration/default-registry.ts';
import { downloadsAndRuns } from '../configuration/download-and-run.ts';
import { programOf } from '../configuration/program.ts';
import { pypiName } from '../configuration/python-package.ts';
import { type ServerSource, sourceOf } from '../configuration/server-source.ts';
import type { KnownServer } from './known-catalogue.ts';
import { type Slip, slipOf } from './slip.ts';

/**
 * What makes a server dangerous by being started or asked at all, whatever rules say of its calls:
 * - `imitates`: its package is called almost like a recorded one;
 * - `downloads`: its command line fetches a text and runs it unseen;
 * - `unencrypted`: it is asked over http where the recorded address is https;
 * - `registry`: it has the name of a recorded package, and is fetched from another registry.
 */
export type Danger =
  | { readonly kind: 'imitates'; readonly slip: Slip }
  | { readonly kind: 'downloads' }
  | { readonly kind: 'unencrypted'; readonly server: KnownServer }
  | { readonly kind: 'registry'; readonly name: string; readonly server: KnownServer };

/** The danger of a configured server; null for one that has none of these, which is not to say that it is safe. */
export function dangerOf(
  { transport }: Pick<ConfiguredServer, 'transport'>,
  servers: readonly KnownServer[],
): Danger | null {
  const source = sourceOf({ transport });
  const slip = slipOf(source, servers);
  if (slip !== null) return { kind: 'imitates', slip };
  const server = source.kind === 'url' ? encryptedServer(source.url, servers) : undefined;
  if (server !== undefined) return { kind: 'unencrypted', server };
  if (transport.kind !== 'stdio' || source.kind !== 'unidentified') return null;
  if (downloadsAndRuns(transport.command, transport.args)) return { kind: 'downloads' };
  return fromOtherRegistry(source, transport, servers);
}

function encryptedServer(url: string, servers: readonly KnownServer[]): KnownServer | undefined {
  const asked = readAddress(url);
  if (asked?.scheme !== 'http') return undefined;
  return servers.find(({ endpoint = '' }) => {
    const own = readAddress(endpoint);
    return own?.scheme === 'https' && sameHostAndPath(own, asked);
  });
}

/** Options of npm, uv, pip and pipx that say where packages come from, and variables of the same meaning. */
const OPTION = /^--?(?:(?:@[\w-]+:)?registry|(?:extra-|default-)?index(?:-url)?|find-links|[if])(?:=|$)|^-[if]https?:/i;
const VARIABLE = /registry(?:_server)?$|_index(?:_url)?$|find_links$/i;
/** Programs that ask a registry. */
const LAUNCHERS = /^(?:npm|npx|pnpm|pnpx|yarn|bun|bunx|uv|uvx|pip|pipx)$/;

/** A mirror or an attacker's: which of the two, nothing here can tell. */
function fromOtherRegistry(
  { doubt }: Extract<ServerSource, { kind: 'unidentified' }>,
  { command, args, env }: StdioTransport,
  servers: readonly KnownServer[],
): Danger | null {
  // A program of this machine asks no registry, unless it is a launcher whose words come in another order than usual.
  if (doubt.because === 'local' && !LAUNCHERS.test(programOf(command) ?? '')) return null;
  const words = args
    .flatMap((arg) => arg.replace(/^--pip-args=/, '').split(/[\s"';&|]+/))
    .filter((word) => word !== '');
  const fromOptions = words.flatMap((word, index) =>
    OPTION.test(word) ? [/[=:]/.test(word) ? word.replace(/^.*?=|^-[if]/, '') : (words[index + 1] ?? '')] : [],
  );
  const fromVariables = [
    ...env.map(({ name, value }) => [name, value.reveal()] as const),
    ...words.flatMap((word) => {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(word) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  ].flatMap(([name, value]) => (VARIABLE.test(name) ? [value] : []));
  if ([...fromOptions, ...fromVariables].every(isDefault)) return null;
  for (const word of words) {
    const server = servers.find(({ packages }) => packages.some((known) => isPackage(known, word)));
    if (server !== undefined) return { kind: 'registry', name: word, server };
  }
  return null;
}

/** Whether a place is asked without any option, by whichever launcher. */
function isDefault(place: string): boolean {
  return isDefaultRegistry('npm', place) || isDefaultRegistry('pypi', place);
}

/** Whether a word of a command line asks for a package, at whichever version. */
function isPackage({ registry, name }: KnownServer['packages'][number], word: string): boolean {
  const [, bare = ''] = /^(@?[^@=<>~![\]]+)/.exec(word) ?? [];
  if (registry === 'npm') return bare === name;
  return registry === 'pypi' && pypiName(bare) === pypiName(name);
}
