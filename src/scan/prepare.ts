import { accessSync, closeSync, constants, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ChannelError } from './channel.ts';
import type { InstalledPackage } from './npm-cache.ts';
import type { Launch } from './running-process.ts';

/** Where an installed package is inside; fixed, so that no answer depends on the machine. */
const PACKAGE_INSIDE = '/placard/package';

/**
 * How to start a program of an installed package.
 * @param bin which one; may be left out where there is one, or one that is called like the package
 * @throws {ChannelError} `unreachable` when it has no such program; the message names those that it has
 */
export function launchPackage(
  installed: InstalledPackage,
  bin: string | undefined,
  args: readonly string[],
  surrounding: Surrounding,
): Launch {
  const file = programOf(installed, bin);
  const inside = path.posix.join(PACKAGE_INSIDE, 'node_modules', installed.name, file);
  const script =
    /\.[cm]?js$/.test(file) || !isNative(path.join(installed.folder, 'node_modules', installed.name, file));
  return {
    // A script is given to our Node whatever its first line says, as npm's own shims do on Windows.
    command: script ? 'node' : inside,
    args: script ? [inside, ...args] : args,
    ...surrounding,
    mounts: [
      { from: installed.folder, to: PACKAGE_INSIDE },
      ...surrounding.readable.map((each) => ({ from: each, to: each })),
    ],
    emptyFolders: namedFolders(args, surrounding.readable),
    hidden: [],
    folder: null,
  };
}

/** The program of a package that is meant, by npx's rules. */
function programOf({ name, bins }: InstalledPackage, wanted: string | undefined): string {
  const known = [...bins.keys()].join(', ');
  const plain = name.split('/').at(-1) as string;
  const chosen = wanted ?? (bins.size === 1 ? [...bins.keys()][0] : plain);
  const file = bins.get(chosen ?? '');
  if (file !== undefined) return file;
  if (bins.size === 0) throw new ChannelError('unreachable', `${name} is a package without a program`, NO_PROGRAM);
  throw new ChannelError(
    'unreachable',
    wanted === undefined
      ? `${name} has several programs; name one as ${name}#program: ${known}`
      : `${name} has no program ${wanted}; it has ${known}`,
    NO_PROGRAM,
  );
}

/** Marks a fault that is about which program to start. */
export const NO_PROGRAM = 'no such program in the package';

/** True for what the kernel runs by itself; everything else is taken for a script of Node's. */
function isNative(file: string): boolean {
  try {
    const descriptor = openSync(file, 'r');
    const head = Buffer.alloc(64);
    readSync(descriptor, head, 0, 64, 0);
    closeSync(descriptor);
    if (head.subarray(0, 4).equals(ELF)) return true;
    const first = head.toString('latin1');
    return first.startsWith('#!') && !/\bnode\b/.test(first.split('\n')[0] as string);
  } catch {
    return false;
  }
}

const ELF = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);

/** A command of the person's own, and what it may read. */
export interface OwnCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Where it starts; null for an empty folder. */
  readonly folder: string | null;
  /** Files that it gets empty although it may read their folder. */
  readonly hidden: readonly string[];
}

/** What all launches have. */
export interface Surrounding {
  readonly environment: Readonly<Record<string, string>>;
  readonly network: boolean;
  /** Folders and files that the person lets it read. */
  readonly readable: readonly string[];
}

/**
 * How to start a command of the person's own. It may read the folder it starts in, its own program, the package of the script
 * that an interpreter is given, and what the person names; never a home as a whole.
 * @throws {ChannelError} `unreachable` when there is no such program
 */
export function launchCommand({ command, args, folder, hidden }: OwnCommand, surrounding: Surrounding): Launch {
  const program = findProgram(command, folder);
  if (program === null) {
    throw new ChannelError('unreachable', `there is no program ${command}`, 'No such file or directory');
  }
  const script = INTERPRETER.test(path.basename(program)) ? scriptOf(args, folder) : null;
  const wanted = [
    ...(folder === null ? [] : [folder]),
    ...programFolders(program),
    ...(script === null ? [] : [packageOf(script)]),
  ];
  const readable = [
    ...wanted.filter((each) => existsSync(each) && !isTooMuch(each) && !isSystem(each)),
    ...surrounding.readable,
  ];
  const mounts = withoutNested([...new Set(readable)]);
  return {
    ...surrounding,
    command: program,
    // It may start elsewhere than the person would have started it.
    args: args.map((argument) =>
      script !== null && path.resolve(folder ?? '/', argument) === script ? script : argument,
    ),
    mounts: mounts.map((each) => ({ from: each, to: each })),
    emptyFolders: namedFolders(args, mounts),
    hidden: hidden.filter((file) => mounts.some((each) => isInside(file, each))),
    folder: folder !== null && mounts.some((each) => isInside(folder, each)) ? folder : null,
  };
}

/** Programs that run the first file among their arguments. */
const INTERPRETER = /^(?:node|bun|deno|tsx|ts-node|python[\d.]*|ruby|php|perl|java|bash|sh|dotnet|pwsh)(?:\.exe)?$/;

function scriptOf(args: readonly string[], folder: string | null): string | null {
  const files = args
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => path.resolve(folder ?? '/', argument))
    .filter((file) => existsSync(file) && statSync(file).isFile());
  return files[0] ?? null;
}

/** Folders of this machine that arguments name, such as the ones a file server may serve: they must be there, not their content. */
function namedFolders(args: readonly string[], mounts: readonly string[]): string[] {
  return args
    .map((argument) => argument.replace(/^--?[\w-]+=/, ''))
    .filter((file) => path.isAbsolute(file) && existsSync(file) && statSync(file).isDirectory())
    .map((file) => path.resolve(file))
    .filter((file) => file !== '/' && !isSystem(file) && !mounts.some((each) => isInside(file, each)));
}

function findProgram(command: string, folder: string | null): string | null {
  if (/[\\/]/.test(command)) {
    const file = path.resolve(folder ?? '/', command);
    return existsSync(file) ? file : null;
  }
  // Inside, `node` is ours, which is there in any case.
  if (command === 'node') return command;
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  for (const each of (process.env.PATH ?? '').split(path.delimiter)) {
    // npm run puts our own programs first.
    if (each === '' || each.endsWith(path.join('node_modules', '.bin'))) continue;
    for (const suffix of suffixes) {
      const file = path.join(each, command + suffix);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return file;
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** The program itself, what it is a link to, and, for a Python environment, all of that. */
function programFolders(program: string): string[] {
  if (!path.isAbsolute(program)) return [];
  const real = realpathSync(program);
  const folders = [program, real].flatMap((file) => {
    const environment = path.dirname(path.dirname(file));
    return existsSync(path.join(environment, 'pyvenv.cfg')) ? [environment] : [file];
  });
  return [...new Set(folders)];
}

/** The folder of the package that a file belongs to; the file alone where it belongs to none. */
function packageOf(file: string): string {
  for (let folder = path.dirname(file); !isTooMuch(folder); folder = path.dirname(folder)) {
    if (PACKAGE_FILES.some((name) => existsSync(path.join(folder, name)))) return folder;
  }
  return file;
}

const PACKAGE_FILES = ['package.json', 'pyproject.toml', 'go.mod', 'Cargo.toml', '.git'];

/** A home, and everything above one, would show what a scan must not see. */
function isTooMuch(folder: string): boolean {
  const home = homedir();
  return (
    folder === path.parse(folder).root || isInside(home, folder) || ['/home', '/root', '/tmp', '/var'].includes(folder)
  );
}

function isSystem(file: string): boolean {
  return ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/nix/store'].some((folder) => isInside(file, folder));
}

function withoutNested(folders: readonly string[]): string[] {
  return folders.filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
