import { type PackageSpec, parsePackageSpec } from '../text/npm-package.ts';
import type { Doubt } from './doubt.ts';
import { type KnownOptions, readOptions } from './options.ts';
import { programOf } from './program.ts';

/** What a configured command really starts. */
export type Launcher =
  /** A package of npm's own registry: it can be installed beforehand and run without the network. */
  | { readonly kind: 'npm'; readonly package: PackageSpec; readonly bin?: string; readonly args: readonly string[] }
  /** A program that fetches the server itself, or whose server lives in a container; and why that is no package of npm. */
  | {
      readonly kind: 'fetches';
      readonly program: string;
      readonly doubt?: Doubt;
      readonly spec?: string;
      readonly bin?: string;
    }
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
  pnpx: [],
  npm: ['exec', 'x'],
  pnpm: ['dlx'],
  yarn: ['dlx'],
  bun: ['x'],
};

/** Options of those runners that change neither what is fetched nor from where. */
const OPTIONS: KnownOptions = {
  flags:
    /^(?:-y|--yes|-q|--quiet|-s|--silent|--verbose|--bun|--prefer-o(?:ff|n)line|--offline|--ignore-existing|--no-(?:audit|fund|update-notifier|progress))$/,
  values: { '--loglevel': /^\w+$/ },
};
const ANY = /^/;
const WITH_PACKAGE: KnownOptions = { ...OPTIONS, values: { ...OPTIONS.values, '-p': ANY, '--package': ANY } };
/** `-p` has another meaning in `npm exec`. https://docs.npmjs.com/cli/v11/commands/npm-exec */
const OF_NPM: KnownOptions = { ...OPTIONS, values: { ...OPTIONS.values, '--package': ANY } };
/** https://docs.deno.com/runtime/reference/cli/run */
const OF_DENO: KnownOptions = {
  flags: /^(?:-A|-q|--quiet|--no-prompt|--allow-(?:all|read|write|net|env|sys|run|ffi)(?:=.*)?|-[RWNES](?:=.*)?)$/,
};

/**
 * Sees through launchers: `npx -y package@1.2 --flag` is the npm package with that flag; `uvx`, `pipx run` and `docker run`
 * fetch what they run, and so does npx where an option may change what is meant; everything else is a command.
 */
export function launcherOf(command: string, args: readonly string[]): Launcher {
  const program = programOf(command);
  if (program === null) return { kind: 'command' };
  // Windows: cmd /c npx …
  if (program === 'cmd' && /^\/c$/i.test(args[0] ?? '')) return launcherOf(args[1] ?? '', args.slice(2));
  if (program === 'deno' && args[0] === 'run') return denoPackage(args.slice(1));
  const fetching = Object.hasOwn(FETCHERS, program) ? FETCHERS[program] : undefined;
  if (fetching !== undefined && (fetching.length === 0 || fetching.includes(args[0] ?? '')))
    return { kind: 'fetches', program };
  const runner = Object.hasOwn(NPM_RUNNERS, program) ? NPM_RUNNERS[program] : undefined;
  if (runner === undefined) return { kind: 'command' };
  if (runner.length === 0) return npmPackage(program, args, WITH_PACKAGE);
  const { unknown, rest } = readOptions(args, OPTIONS);
  const [word = '', ...after] = rest;
  if (unknown !== undefined || !runner.includes(word)) return { kind: 'command' };
  return npmPackage(program, after, program === 'npm' ? OF_NPM : WITH_PACKAGE);
}

function npmPackage(program: string, args: readonly string[], known: KnownOptions): Launcher {
  const { given, unknown, rest, split } = readOptions(args, known);
  const packages = given.flatMap(([option, value]) => (option === '-p' || option === '--package' ? [value] : []));
  const [wanted, second] = packages;
  const [first = ''] = rest;
  const text = wanted ?? first;
  const bin = wanted === undefined || first === '' ? {} : { bin: first };
  const fetches = (doubt: Doubt): Launcher => ({ kind: 'fetches', program, doubt, spec: text, ...bin });
  if (unknown !== undefined) return fetches({ because: 'option', what: unknown });
  // Of two packages, either may bring the program.
  if (second !== undefined) return fetches({ because: 'option', what: '--package' });
  const spec = parsePackageSpec(text);
  // An address or a folder instead of a name: only the runner itself can fetch that.
  if (spec === null) return fetches({ because: 'elsewhere' });
  const own = rest.slice(1);
  // npm takes options behind the package for its own, up to a `--`; all others pass them on.
  const late = program === 'npm' && !split ? lateOption(own, known) : undefined;
  if (late !== undefined) return fetches({ because: 'option', what: late });
  return { kind: 'npm', package: spec, ...bin, args: own };
}

/** The first option before a `--` that is not known. */
function lateOption(args: readonly string[], known: KnownOptions): string | undefined {
  const end = args.indexOf('--');
  const options = args.slice(0, end < 0 ? args.length : end).filter((word) => word.startsWith('-'));
  return options.find((word) => !known.flags.test(word));
}

/** `deno run -A npm:@scope/package@1.2/program`. */
function denoPackage(args: readonly string[]): Launcher {
  const { unknown, rest } = readOptions(args, OF_DENO);
  const [first = ''] = rest;
  const [, name, bin] = /^npm:\/?((?:@[^/@]+\/)?[^/@]+(?:@[^/]+)?)(?:\/(.+))?$/.exec(first) ?? [];
  const spec = parsePackageSpec(name ?? '');
  const isFile = spec === null && !/^[\w+.-]+:/.test(first);
  if (unknown !== undefined || spec === null) {
    const doubt: Doubt =
      unknown !== undefined ? { because: 'option', what: unknown } : { because: isFile ? 'local' : 'elsewhere' };
    return { kind: 'fetches', program: 'deno', doubt, spec: first };
  }
  return { kind: 'npm', package: spec, ...(bin === undefined ? {} : { bin }), args: rest.slice(1) };
}
