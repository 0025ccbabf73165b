import { parsePackageSpec } from '../text/npm-package.ts';
import type { ConfiguredServer } from './configured-server.ts';
import { launcherOf } from './launcher.ts';

/** What a configured server is, apart from how it is started: a package, an image, an address, or a program. */
export type ServerSource =
  | { readonly kind: 'npm' | 'pypi'; readonly name: string; readonly version?: string; readonly bin?: string }
  | { readonly kind: 'docker'; readonly name: string; readonly version?: string }
  | { readonly kind: 'url'; readonly url: string }
  /** Words of the command line that may name it, the program first. */
  | { readonly kind: 'command'; readonly words: readonly string[] };

/** Sees through launchers: npx, uvx, pipx, docker and what only passes on to an address. */
export function sourceOf({ transport }: Pick<ConfiguredServer, 'transport'>): ServerSource {
  if (transport.kind === 'http') return { kind: 'url', url: transport.url };
  const { command, args } = transport;
  const launcher = launcherOf(command, args);
  if (launcher.kind === 'npm') {
    const address = launcher.args.find((argument) => /^https?:\/\//i.test(argument));
    if (PROXIES.has(launcher.package.name) && address !== undefined) return { kind: 'url', url: address };
    const { name, version } = launcher.package;
    return { kind: 'npm', name, ...given('version', version), ...given('bin', launcher.bin) };
  }
  if (launcher.kind === 'fetches') {
    const fetched = fetchedBy(launcher.program, args);
    if (fetched !== null) return fetched;
  }
  const path = [command, ...args].map((word) => word.replaceAll('\\', '/'));
  const inModules = path.flatMap((word) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(word)?.[1] ?? [])[0];
  if (inModules !== undefined && parsePackageSpec(inModules) !== null) return { kind: 'npm', name: inModules };
  return { kind: 'command', words: path.filter((word) => !word.startsWith('-')).slice(0, 8) };
}

/** npm programs that only connect to an address. */
const PROXIES: ReadonlySet<string> = new Set(['mcp-remote', 'supergateway']);

/** Options of `docker run`, `uvx` and `pipx run` that take a value of their own. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set(
  `-e --env --env-file -v --volume --mount -p --publish --name --network --net -w --workdir -u --user --entrypoint -l --label
  --add-host --memory -m --cpus --platform --pull --gpus --hostname -h --tmpfs --security-opt --cap-add --cap-drop --ulimit
  --with --with-editable --with-requirements --python -p --index --index-url --default-index --extra-index-url --directory
  --project --cache-dir --config-file --refresh-package --spec --pip-args`.split(/\s+/),
);

function fetchedBy(program: string, args: readonly string[]): ServerSource | null {
  if (program === 'docker' || program === 'podman' || program === 'nerdctl') {
    if (args[0] !== 'run' && !(args[0] === 'container' && args[1] === 'run')) return null;
    const image = firstWord(args.slice(args[0] === 'container' ? 2 : 1));
    return image === undefined ? null : dockerImage(image);
  }
  const rest = program === 'uvx' ? args : args.slice(program === 'uv' && args[0] === 'tool' ? 2 : 1);
  // `uvx --from package program`, `pipx run --spec package program`.
  const at = rest.findIndex((argument) => argument === '--from' || argument === '--spec');
  const inline = rest.find((argument) => /^--(?:from|spec)=/.test(argument))?.replace(/^[^=]*=/, '');
  const spec = inline ?? (at >= 0 ? rest[at + 1] : firstWord(rest));
  if (program === 'uv' && args[0] === 'run') return null;
  const [, name, version] = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?(?:(?:==|@)(.+))?$/.exec(spec ?? '') ?? [];
  if (name === undefined) return null;
  return { kind: 'pypi', name: pypiName(name), ...given('version', version) };
}

/** The first word that is no option and no option's value. */
function firstWord(args: readonly string[]): string | undefined {
  for (let index = 0; index < args.length; index++) {
    const word = args[index] as string;
    if (VALUE_OPTIONS.has(word)) index++;
    else if (!word.startsWith('-')) return word;
  }
  return undefined;
}

function dockerImage(image: string): ServerSource {
  const [named = ''] = image.split('@');
  const digest = image.slice(named.length + 1);
  const [, name = named, tag] = /^(.+?)(?::([^/:]+))?$/.exec(named) ?? [];
  const version = digest === '' ? tag : digest;
  return { kind: 'docker', name: imageName(name), ...given('version', version) };
}

/** An image's name without what Docker adds by itself. */
export function imageName(name: string): string {
  return name.toLowerCase().replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, '');
}

/** PyPI's own normal form: `Mcp_Server.Git` is `mcp-server-git`. */
export function pypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function given<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}
