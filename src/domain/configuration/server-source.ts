import type { ConfiguredServer } from './configured-server.ts';
import { containerOf } from './container.ts';
import type { Doubt } from './doubt.ts';
import { launcherOf } from './launcher.ts';
import { programOf } from './program.ts';
import { pythonPackage } from './python-package.ts';
import { redirectingVariable } from './redirecting-variable.ts';
import { readRepository } from './repository.ts';
import { type Started, startedBy } from './started.ts';

/** What identifies a configured server, however it is started: a package of a default registry, an image, an address, a repository. */
export type ServerSource =
  | { readonly kind: 'npm' | 'pypi'; readonly name: string; readonly version?: string; readonly bin?: string }
  /** The full name: `docker.io/mcp/fetch`. */
  | { readonly kind: 'docker'; readonly name: string; readonly version?: string }
  | { readonly kind: 'url'; readonly url: string }
  /** `github.com/owner/name`. */
  | { readonly kind: 'repository'; readonly repository: string; readonly bin?: string; readonly version?: string }
  /** Nothing does. `spec`: what its launcher is asked to fetch, as it stands there. */
  | { readonly kind: 'unidentified'; readonly doubt: Doubt; readonly spec?: string };

/** Sees through launchers: npx, uvx, pipx, docker and what only passes on to an address. Never by what a program is called. */
export function sourceOf({ transport }: Pick<ConfiguredServer, 'transport'>): ServerSource {
  if (transport.kind === 'http') return { kind: 'url', url: transport.url };
  if (transport.command === '') return unidentified({ because: 'not-said' });
  const started = startedBy(transport);
  if (started === null) return unidentified({ because: 'command' });
  const program = programOf(started.command);
  const found = program === null ? null : fetchedBy(program, started);
  return found ?? unidentified({ because: 'local' });
}

function unidentified(doubt: Doubt, spec?: string): ServerSource {
  return { kind: 'unidentified', doubt, ...given('spec', spec) };
}

/** What a launcher fetches; null for a program that is none. */
function fetchedBy(program: string, { command, args, variables }: Started): ServerSource | null {
  switch (program) {
    case 'docker':
    case 'podman':
    case 'nerdctl':
      return doubted(imageSource(args), redirectingVariable('docker', variables));
    case 'uvx':
      return doubted(pythonSource('uv', args), redirectingVariable('python', variables));
    case 'uv':
      return args[0] === 'tool' && args[1] === 'run'
        ? doubted(pythonSource('uv', args.slice(2)), redirectingVariable('python', variables))
        : null;
    case 'pipx':
      return args[0] === 'run'
        ? doubted(pythonSource('pipx', args.slice(1)), redirectingVariable('python', variables))
        : null;
    default:
      return doubted(npmSource(command, args), redirectingVariable('npm', variables));
  }
}

/** A source, unless a variable may put another in its place. */
function doubted(source: ServerSource | null, variable: string | undefined): ServerSource | null {
  if (source === null || variable === undefined || source.kind === 'unidentified') return source;
  return unidentified({ because: 'variable', what: variable }, specOf(source));
}

function specOf(source: ServerSource): string | undefined {
  if (source.kind === 'url') return source.url;
  if (source.kind === 'repository') return source.repository;
  return source.kind === 'unidentified' ? source.spec : source.name;
}

function npmSource(command: string, args: readonly string[]): ServerSource | null {
  const launcher = launcherOf(command, args);
  if (launcher.kind === 'npm') {
    const { name, version } = launcher.package;
    // With another program of the package, nobody knows what its words mean.
    if (launcher.bin === undefined && PROXIES.has(name)) return proxied(name, launcher.args);
    return { kind: 'npm', name, ...given('version', version), ...given('bin', launcher.bin) };
  }
  if (launcher.kind === 'command' || launcher.doubt === undefined) return null;
  const { doubt, spec = '', bin } = launcher;
  const repository = doubt.because === 'elsewhere' && launcher.program !== 'deno' ? readRepository(spec) : null;
  if (repository === null) return unidentified(doubt, spec);
  return {
    kind: 'repository',
    repository: repository.repository,
    ...given('bin', bin),
    ...given('version', repository.ref),
  };
}

/** npm programs that only connect to an address. */
const PROXIES: ReadonlySet<string> = new Set(['mcp-remote', 'supergateway']);

/** The one address that a proxy asks. */
function proxied(name: string, args: readonly string[]): ServerSource {
  const local = unidentified({ because: 'command' }, name);
  if (name === 'mcp-remote') {
    // The address comes first: https://github.com/geelen/mcp-remote
    const [url = ''] = args;
    return /^https?:\/\//i.test(url) ? { kind: 'url', url } : local;
  }
  // https://github.com/supercorp-ai/supergateway: --stdio runs a command of one's own.
  const at = args.findIndex((word) => word === '--sse' || word === '--streamableHttp');
  const url = args[at + 1] ?? '';
  const isOnly = !args.some((word, index) => index !== at && /^--(?:stdio|sse|streamableHttp)\b/i.test(word));
  return at >= 0 && isOnly && /^https?:\/\//i.test(url) ? { kind: 'url', url } : local;
}

function pythonSource(program: 'uv' | 'pipx', args: readonly string[]): ServerSource {
  const found = pythonPackage(program, args);
  if (found.kind === 'doubtful') return unidentified(found.doubt, found.spec);
  if (found.kind === 'pypi') return found;
  const { repository, ref, bin } = found;
  return { kind: 'repository', repository, ...given('bin', bin), ...given('version', ref) };
}

function imageSource(args: readonly string[]): ServerSource | null {
  const after = args[0] === 'container' ? args.slice(1) : args;
  if (args[0] === 'mcp') return unidentified({ because: 'gateway' });
  if (after[0] !== 'run') return null;
  const container = containerOf(after.slice(1));
  if (container.kind === 'doubtful') return unidentified(container.doubt, container.spec);
  if (container.name === 'docker.io/docker/mcp-gateway') return unidentified({ because: 'gateway' });
  return { kind: 'docker', name: container.name, ...given('version', container.version) };
}

function given<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}
