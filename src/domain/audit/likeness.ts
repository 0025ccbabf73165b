import { readAddress, sameAddress, sameHostAndPath } from '../configuration/address.ts';
import type { ConfiguredServer } from '../configuration/configured-server.ts';
import { programOf } from '../configuration/program.ts';
import { type ServerSource, sourceOf } from '../configuration/server-source.ts';
import { letters } from '../text/letters.ts';
import type { KnownServer } from './known-catalogue.ts';
import { matchByName } from './recognise-server.ts';

/**
 * The server of the catalogue that an unrecognised one could be taken for: by the address, by what its launcher fetches, by
 * other words of its command line that look like a server's name, and last by the key in the file, which may also be that of a
 * product that a sheet is for; null when none is like it.
 */
export function likeServer(
  { key, transport }: Pick<ConfiguredServer, 'key' | 'transport'>,
  servers: readonly KnownServer[],
): KnownServer | null {
  const source = sourceOf({ transport });
  const words = transport.kind === 'stdio' ? [...namesOf(source), ...mentioned(transport.command, transport.args)] : [];
  const found = source.kind === 'url' ? byAddress(source.url, servers) : byNames(words, servers);
  return (
    found ?? matchByName(key, servers)?.server ?? byBrand([...words.map(core), letters(key)], source, servers) ?? null
  );
}

/**
 * A sheet of a product by the product's name: `slack` for Slack of somebody. At the address of the official server it is known to be
 * another than the sheet's.
 */
function byBrand(
  names: readonly string[],
  source: ServerSource,
  servers: readonly KnownServer[],
): KnownServer | undefined {
  const asked = source.kind === 'url' ? readAddress(source.url) : null;
  const isOfficial = (endpoint: string | undefined) => {
    const own = endpoint === undefined ? null : readAddress(endpoint);
    return own !== null && asked !== null && sameAddress(own, asked);
  };
  return servers.find(
    ({ slug, brand }) =>
      brand !== undefined &&
      !isOfficial(brand.endpoint) &&
      [brand.slug, brand.name, ...beginnings(slug ?? '')].some((each) => names.includes(letters(each))),
  );
}

/** `gmail` and `gmail-calendar` of `gmail-calendar-somebody`: a sheet's slug begins with what it is for. */
function beginnings(slug: string): string[] {
  const parts = slug.split('-');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('-'));
}

function byAddress(url: string, servers: readonly KnownServer[]): KnownServer | undefined {
  const wanted = readAddress(url);
  if (wanted === null) return undefined;
  return servers.find(({ endpoint = '' }) => {
    const own = readAddress(endpoint);
    return own !== null && sameHostAndPath(own, wanted);
  });
}

/** What a launcher fetches, by all its names. */
function namesOf(source: ServerSource): string[] {
  switch (source.kind) {
    case 'npm':
    case 'pypi':
      return [source.name, source.bin ?? ''];
    case 'docker':
      return [source.name];
    case 'repository':
      return [source.bin ?? '', source.repository];
    case 'unidentified':
      return source.spec?.split(' ') ?? [];
    default:
      return [];
  }
}

/** Programs that run others: their own names say nothing. */
const RUNNERS =
  /^(?:node|deno|bun|bunx|npx|npm|pnpm|pnpx|yarn|uvx?|pipx|python[\d.]*|docker|podman|nerdctl|env|cmd|wsl|(?:ba|z|da|a)?sh|php|ruby|java|go|dotnet|cargo)$/;
/** The most words of a command line that are looked at. */
const MOST_WORDS = 64;

/** The program, the servers that a gateway is told to offer, and what calls itself a server or MCP. */
function mentioned(command: string, args: readonly string[]): string[] {
  const program = RUNNERS.test(programOf(command) ?? '') ? [] : [command];
  const words = args.flatMap((word) => word.split(/[\s;|&"'`()<>,=#]+/)).slice(0, MOST_WORDS);
  const offered = args.flatMap((word, index) => {
    const [, inline] = /^--servers?=(.*)$/.exec(word) ?? [];
    const list = inline ?? (/^--servers?$/.test(args[index - 1] ?? '') ? word : '');
    return list.split(',');
  });
  return [...program, ...offered, ...words.filter((word) => /mcp|server/i.test(word))];
}

function byNames(names: readonly string[], servers: readonly KnownServer[]): KnownServer | undefined {
  const cores = names.map(core).filter((each) => each !== '');
  for (const wanted of cores) {
    const own = servers.find(({ slug, name }) => [slug ?? '', name].some((each) => letters(each) === wanted));
    const found =
      own ??
      servers.find(({ packages }) =>
        packages.some(({ name, bin }) => [name, bin ?? ''].some((each) => core(each) === wanted)),
      );
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The letters of a name that tell it from others: of `@acme/mcp-server-notes@1.2` and `…/notes_mcp.py` it is "notes", of
 * `@notes/mcp` as well.
 */
function core(name: string): string {
  const path = name.replaceAll('\\', '/');
  const inModules = /(?:.*\/)?node_modules\/((?:@[^/]+\/)?(?!\.)[^/]+)/.exec(path)?.[1] ?? path;
  const parts = inModules.split('/').filter((part) => part !== '');
  const own = coreOfPart(parts.at(-1) ?? '');
  return own === '' ? coreOfPart(parts.at(-2) ?? '') : own;
}

function coreOfPart(part: string): string {
  const bare = part
    .toLowerCase()
    .replace(/(?<=.)[@:].*$/, '')
    .replace(/\.(?:exe|cmd|bat|ps1|[cm]?[jt]s|py|tgz|tar\.gz|whl|git|jar)$/, '');
  return letters(
    bare
      .split(/[-_.@\s]+/)
      .filter((word) => !/^(?:mcp|servers?|src|dist|index|main)$/.test(word))
      .join(''),
  );
}
