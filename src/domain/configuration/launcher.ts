import { type PackageSpec, parsePackageSpec } from '../text/npm-package.ts';

/** What a configured command really starts. */
export type Launcher =
  /** An npm package: it can be installed beforehand and run without the network. */
  | { readonly kind: 'npm'; readonly package: PackageSpec; readonly bin?: string; readonly args: readonly string[] }
  /** A program that fetches the server itself, or whose server lives in a container. */
  | { readonly kind: 'fetches'; readonly program: string }
  /** A program that is there. */
  | { readonly kind: 'command' };

/** Programs that fetch what they run, and the words after them that do so (any when empty). */
const FETCHERS: Readonly<Record<string, readonly string[]>> = {
  uvx: [],
  uv: ['run', 'tool', 'x'],
  pipx: ['run'],
  docker: ['run', 'compose', 'container', 'mcp'],
  podman: ['run', 'container'],
  nerdctl: ['run'],
  deno: ['run'],
  dnx: [],
};

/** Words before the package in programs that run npm packages. */
const NPM_RUNNERS: Readonly<Record<string, readonly string[]>> = {
  npx: [],
  bunx: [],
  npm: ['exec', 'x'],
  pnpm: ['dlx'],
  yarn: ['dlx'],
  bun: ['x'],
};

/** Options of those runners that take a value of their own. */
const VALUE_OPTIONS = new Set(['--registry', '--cache', '--userconfig', '--prefix', '--node-options', '--loglevel']);

/**
 * Sees through launchers: `npx -y package@1.2 --flag` is the npm package with that flag; `uvx`, `pipx run` and `docker run`
 * fetch what they run; everything else is a command.
 */
export function launcherOf(command: string, args: readonly string[]): Launcher {
  const program = programName(command);
  // Windows: cmd /c npx …
  if (program === 'cmd' && /^\/c$/i.test(args[0] ?? '')) return launcherOf(args[1] ?? '', args.slice(2));
  const fetching = FETCHERS[program];
  if (fetching !== undefined && (fetching.length === 0 || fetching.includes(args[0] ?? '')))
    return { kind: 'fetches', program };
  const runner = NPM_RUNNERS[program];
  if (runner === undefined) return { kind: 'command' };
  if (runner.length === 0) return npmPackage(program, args);
  return runner.includes(args[0] ?? '') ? npmPackage(program, args.slice(1)) : { kind: 'command' };
}

function programName(command: string): string {
  const [, base = ''] = /([^\\/]+?)(?:\.(?:cmd|exe|bat|ps1))?$/i.exec(command) ?? [];
  return base.toLowerCase();
}

function npmPackage(program: string, args: readonly string[]): Launcher {
  let wanted: string | undefined;
  let position = 0;
  for (; position < args.length; position++) {
    const argument = args[position] as string;
    if (argument === '--') {
      position++;
      break;
    }
    if (!argument.startsWith('-')) break;
    const [, inline] = /^(?:-p|--package)=(.*)$/.exec(argument) ?? [];
    if (inline !== undefined) wanted = inline;
    else if (argument === '-p' || argument === '--package') wanted = args[++position];
    else if (argument === '-c' || argument === '--call') return { kind: 'fetches', program };
    else if (VALUE_OPTIONS.has(argument)) position++;
  }
  const rest = args.slice(position);
  const spec = parsePackageSpec(wanted ?? rest[0] ?? '');
  // An address or a folder instead of a name: only the runner itself can fetch that.
  if (spec === null) return { kind: 'fetches', program };
  if (wanted === undefined) return { kind: 'npm', package: spec, args: rest.slice(1) };
  return { kind: 'npm', package: spec, ...(rest[0] ? { bin: rest[0] } : {}), args: rest.slice(1) };
}
