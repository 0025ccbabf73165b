import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { isObject, type JsonObject } from '../domain/text/json.ts';
import { isExactVersion, type PackageSpec } from '../domain/text/npm-package.ts';
import { ChannelError } from './channel.ts';
import { INSTALL_TIMEOUT_MS } from './limits.ts';

/** A package that is installed in our cache. */
export interface InstalledPackage {
  readonly name: string;
  /** The exact version. */
  readonly version: string;
  /** The folder that holds its node_modules; nothing but this package and what it needs. */
  readonly folder: string;
  /** Its programs: name → path inside the package. */
  readonly bins: ReadonlyMap<string, string>;
  /** Its package.json: a stranger's. */
  readonly manifest: JsonObject;
}

/** Thrown when a package cannot be had; `said` is the end of what npm said. */
export class InstallError extends Error {
  readonly said: string;

  constructor(message: string, said: string) {
    super(message);
    this.name = 'InstallError';
    this.said = said;
  }
}

/** Where packages are kept: the person's cache, never the project. */
export function npmCacheFolder(): string {
  const root = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(root, 'placard', 'npm');
}

/**
 * Installs a package at one version, without install scripts, or takes it from the cache. Several scans at once are safe: a
 * version is installed beside and moved into place whole.
 * @throws {InstallError} when it cannot be found or installed; {ChannelError} `aborted` when the signal says so
 */
export async function installPackage(
  spec: PackageSpec,
  signal: AbortSignal,
  cache: string = npmCacheFolder(),
): Promise<InstalledPackage> {
  const exact = spec.version !== undefined && isExactVersion(spec.version);
  const version = exact ? (spec.version as string) : await newestVersion(spec, signal);
  const folder = path.join(cache, `${spec.name}@${version}`);
  if (!existsSync(path.join(folder, DONE))) await install(spec.name, version, folder, cache, signal);
  return describe(spec.name, folder);
}

/** Written last: a folder with it is whole. */
const DONE = 'placard-installed.json';

async function newestVersion({ name, version = 'latest' }: PackageSpec, signal: AbortSignal): Promise<string> {
  const printed = await npm(['view', `${name}@${version}`, 'version', '--json'], undefined, signal);
  let found: unknown;
  try {
    found = JSON.parse(printed);
  } catch {
    found = undefined;
  }
  // For a range npm prints all that fit, the newest last.
  const newest: unknown = Array.isArray(found) ? found.at(-1) : found;
  if (typeof newest !== 'string' || !isExactVersion(newest)) {
    throw new InstallError(`npm knows no version ${version} of ${name}`, '');
  }
  return newest;
}

async function install(
  name: string,
  version: string,
  folder: string,
  cache: string,
  signal: AbortSignal,
): Promise<void> {
  const temporary = path.join(cache, `.tmp-${randomUUID()}`);
  await mkdir(temporary, { recursive: true, mode: 0o755 });
  try {
    await writeFile(path.join(temporary, 'package.json'), '{"private":true}\n');
    await npm(
      [
        'install',
        `${name}@${version}`,
        '--ignore-scripts',
        // A dependency from a git repository would run git, with that repository's settings.
        '--allow-git=none',
        '--save-exact',
        '--no-audit',
        '--no-fund',
        '--no-update-notifier',
      ],
      temporary,
      signal,
    );
    await writeFile(path.join(temporary, DONE), `${JSON.stringify({ name, version })}\n`);
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(temporary, folder).catch(async (error: NodeJS.ErrnoException) => {
      // Somebody else was faster, or a broken one is in the way.
      if (existsSync(path.join(folder, DONE))) return;
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      await rm(folder, { recursive: true, force: true });
      await rename(temporary, folder);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function describe(name: string, folder: string): Promise<InstalledPackage> {
  const file = path.join(folder, 'node_modules', ...name.split('/'), 'package.json');
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new InstallError('its package.json is missing or cannot be read', '');
  }
  if (!isObject(manifest)) throw new InstallError('its package.json is no object', '');
  const version = typeof manifest.version === 'string' ? manifest.version : '';
  return { name, version, folder, bins: binsOf(name, manifest.bin), manifest };
}

function binsOf(name: string, bin: unknown): ReadonlyMap<string, string> {
  if (typeof bin === 'string') return new Map([[name.split('/').at(-1) as string, bin]]);
  if (!isObject(bin)) return new Map();
  const bins = new Map<string, string>();
  for (const [key, file] of Object.entries(bin)) {
    if (typeof file === 'string') bins.set(key.split('/').at(-1) as string, file);
  }
  return bins;
}

/** Runs npm and gives what it prints. Its settings (registry, proxy, access) are the person's own. */
function npm(args: readonly string[], folder: string | undefined, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const cli = process.env.npm_execpath;
    const [program, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
    const windows = process.platform === 'win32';
    // What the sandbox's user must be able to read is readable, whatever the person's own habit is.
    const command = windows
      ? { file: program, args: [...first, ...args] }
      : { file: '/bin/sh', args: ['-c', 'umask 022; exec "$@"', 'sh', program, ...first, ...args] };
    // `npm run -s` makes every npm below it silent; what it says is how a failure gets its class.
    const child = spawn(command.file, [...command.args, '--loglevel=error'], {
      cwd: folder ?? homedir(),
      env: withoutNpmRun(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      windowsHide: true,
      shell: windows && program === 'npm',
    });
    let out = '';
    let err = '';
    let failure: Error | undefined;
    const end = (why: Error): void => {
      failure = why;
      try {
        if (child.pid !== undefined) process.kill(windows ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It has gone by itself.
      }
    };
    const onAbort = () => end(new ChannelError('aborted', 'ended by the person who started the scan'));
    const late = setTimeout(
      () => end(new InstallError(`npm took more than ${INSTALL_TIMEOUT_MS / 1000} s`, err)),
      INSTALL_TIMEOUT_MS,
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err = (err + chunk.toString('utf8')).slice(-8000);
    });
    child.once('error', (error) => {
      failure ??= new InstallError('npm cannot be started', error.message);
    });
    child.once('close', (code) => {
      clearTimeout(late);
      signal.removeEventListener('abort', onAbort);
      if (failure !== undefined) reject(failure);
      else if (code === 0) resolve(out);
      else reject(new InstallError(`npm ${args[0]} failed`, err));
    });
  });
}

/** What `npm run` adds would send this npm to our project. Settings that the person made in the environment stay. */
function withoutNpmRun(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(?:npm_package_|npm_lifecycle_|npm_config_(?:local_prefix|prefix|global|workspace)|npm_command$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
