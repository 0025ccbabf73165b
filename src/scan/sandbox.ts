import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from './limits.ts';
import { attemptsWithoutRoute, memoryOf, processTree } from './process-tree.ts';
import { type Exit, type Launch, type RunningProcess, WORK_PLACEHOLDER } from './running-process.ts';
import { seccompFilter } from './seccomp.ts';

/** Where things are inside. Fixed, so that a server's answer does not depend on the machine that asks: some describe where they are. */
const INSIDE = {
  home: '/home/user/home',
  temporary: '/tmp/user',
  work: '/home/user/work',
  node: '/placard/bin/node',
} as const;

const SEARCH_PATH = '/placard/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** bubblewrap 0.8 is the first with a size for folders in memory and --disable-userns. */
const OLDEST_BUBBLEWRAP = [0, 8] as const;

/** Whether untrusted code can be run here, and if not, why and what helps. */
export type SandboxState =
  | { readonly works: true }
  | { readonly works: false; readonly why: string; readonly remedy: string };

/**
 * Tries bubblewrap with everything that a scan uses.
 * @param program bubblewrap's name or path
 */
export async function sandboxState(program = 'bwrap'): Promise<SandboxState> {
  if (process.platform !== 'linux') {
    return no(`The sandbox needs Linux, and this is ${process.platform}.`, 'Scan in a Linux machine or container.');
  }
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (asked.error !== undefined || asked.status !== 0) {
    return no(
      'bubblewrap (bwrap) is not installed.',
      'Install it: apt-get install bubblewrap, dnf install bubblewrap.',
    );
  }
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(asked.stdout) ?? [];
  if (Number(major) === OLDEST_BUBBLEWRAP[0] && Number(minor) < OLDEST_BUBBLEWRAP[1]) {
    return no(`bubblewrap ${major}.${minor} is too old.`, `Install ${OLDEST_BUBBLEWRAP.join('.')} or newer.`);
  }
  const probe = startInSandbox({ ...NOTHING, command: 'true', args: [] }, program);
  let said = '';
  probe.stdout.resume();
  probe.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const late = setTimeout(() => void probe.stop(), 10_000);
  const { code } = await probe.ended;
  clearTimeout(late);
  if (code === 0) return { works: true };
  const [line = ''] = said.trim().split('\n').slice(-1);
  return no(
    `bubblewrap does not work here${line ? `: ${line}.` : '.'}`,
    'Allow unprivileged user namespaces (Ubuntu: an AppArmor profile for bwrap; containers: more rights), and see that setpriv and prlimit (util-linux) are there.',
  );
}

/** A launch that needs nothing. */
export const NOTHING = {
  environment: {},
  mounts: [],
  emptyFolders: [],
  hidden: [],
  folder: null,
  network: false,
} as const;

function no(why: string, remedy: string): SandboxState {
  return { works: false, why, remedy };
}

/**
 * Starts a program in a sandbox of its own: own mount, process, network, IPC and host name namespaces; the system read-only,
 * homes and everything else not there at all; folders to write to that are in memory and vanish; no network unless asked for;
 * nobody's user, no capabilities, and limits on processes, memory and files. It ends with this process, however that ends.
 */
export function startInSandbox(launch: Launch, program = 'bwrap'): RunningProcess {
  const { args, inputs } = bubblewrapArguments(launch);
  const child = spawn(program, args, {
    env: {
      PATH: SEARCH_PATH,
      HOME: INSIDE.home,
      TMPDIR: INSIDE.temporary,
      LANG: 'C.UTF-8',
      USER: 'user',
      NO_COLOR: '1',
      ...launch.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', ...inputs.map(() => 'pipe' as const)],
  });
  for (const [index, content] of inputs.entries()) {
    const stream = child.stdio[index + FIRST_INPUT] as Writable;
    stream.on('error', () => {});
    stream.end(content);
  }
  let init: number | undefined;
  const begun = new Promise<void>((resolve) => {
    readStatus(child.stdio[STATUS] as Readable, (pid) => {
      init = pid;
      resolve();
    });
  });

  let excess: string | null = null;
  let attempts: number | undefined;
  const watch = setInterval(() => {
    if (init === undefined) return;
    if (!launch.network) attempts = attemptsWithoutRoute(init) ?? attempts;
    const used = memoryOf(processTree(init));
    if (used <= LIMITS.memoryBytes) return;
    excess = `it used ${Math.round(used / 2 ** 20)} MiB of memory`;
    kill(init);
  }, 250);

  const ended = new Promise<Exit>((resolve) => {
    let exit: Exit = { code: null, signal: null };
    child.once('exit', (code, signal) => {
      exit = { code, signal };
    });
    child.once('error', () => {
      clearInterval(watch);
      resolve(exit);
    });
    child.once('close', () => {
      clearInterval(watch);
      resolve(exit);
    });
  });

  return {
    stdin: child.stdin as Writable,
    stdout: child.stdout as Readable,
    stderr: child.stderr as Readable,
    ended,
    excess: () => excess,
    networkAttempts: () => {
      if (init !== undefined && !launch.network) attempts = attemptsWithoutRoute(init) ?? attempts;
      return attempts;
    },
    stop: async () => {
      // The first process of the namespace: the kernel ends all others with it, and bubblewrap outlives it to say so. Nobody
      // is asked to close first: all that a server could still save is thrown away. bubblewrap itself is not killed before it
      // has told which process that is: the one inside would wait for it for ever.
      void begun.then(() => {
        if (init !== undefined && child.exitCode === null && child.signalCode === null) kill(init);
      });
      const late = setTimeout(() => {
        if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
          processTree(child.pid).forEach(kill);
      }, LIMITS.stopMilliseconds);
      child.stdin?.destroy();
      child.stdout?.destroy();
      child.stderr?.destroy();
      await ended;
      clearTimeout(late);
    },
  };
}

const STATUS = 3;
const FIRST_INPUT = 4;

/** bubblewrap reports the process that is number 1 inside, as seen from here. */
function readStatus(stream: Readable, onInit: (pid: number) => void): void {
  let text = '';
  stream.on('error', () => {});
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    const [, pid] = /"child-pid":\s*(\d+)/.exec(text) ?? [];
    if (pid !== undefined) onInit(Number(pid));
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

/** The command line, and what its further descriptors must be given, beginning with number 4. */
function bubblewrapArguments(launch: Launch): { args: string[]; inputs: (string | Buffer)[] } {
  const root = process.getuid?.() === 0;
  const user = root ? unusedUser() : 1000;
  const inputs: (string | Buffer)[] = [];
  const input = (content: string | Buffer): string => {
    inputs.push(content);
    return String(FIRST_INPUT + inputs.length - 1);
  };
  const file = (path: string, content: string): string[] => ['--perms', '0444', '--file', input(content), path];
  const filter = seccompFilter(process.arch);
  const args = [
    '--unshare-pid',
    '--unshare-ipc',
    '--unshare-uts',
    '--unshare-cgroup-try',
    ...(launch.network ? [] : ['--unshare-net']),
    // Root keeps its rights while it mounts, and gives them up for a user that nobody else is (below). Anybody else gets a
    // user namespace.
    ...(root ? [] : ['--unshare-user', '--uid', String(user), '--gid', String(user), '--disable-userns']),
    ...['--hostname', 'sandbox', '--die-with-parent', '--new-session', '--json-status-fd', String(STATUS)],
    ...(filter === null ? [] : ['--seccomp', input(filter)]),
    ...systemFolders(),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...folders([INSIDE.home, INSIDE.node, '/etc/passwd', '/dev/shm']),
    ...[INSIDE.home, '/tmp', INSIDE.work].flatMap((path) => folder(path, LIMITS.folderBytes)),
    ...['--perms', '1777', '--dir', INSIDE.temporary],
    ...folder('/dev/shm', LIMITS.folderBytes / 4),
    ...[...CERTIFICATES, ...LIBRARIES].flatMap((path) => (existsSync(path) ? ['--ro-bind', realPath(path), path] : [])),
    ...file('/etc/passwd', `root:x:0:0::/:/bin/false\nuser:x:${user}:${user}::${INSIDE.home}:/bin/sh\n`),
    ...file('/etc/group', `root:x:0:\nuser:x:${user}:\n`),
    ...file('/etc/hosts', '127.0.0.1 localhost sandbox\n::1 localhost\n'),
    ...file('/etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n'),
    // An address in the range for documentation (RFC 5737): there is no way to it, and the kernel counts who tries.
    ...file(
      '/etc/resolv.conf',
      launch.network ? ownNameServers() : 'nameserver 192.0.2.1\noptions attempts:1 timeout:1\n',
    ),
    ...['--ro-bind', process.execPath, INSIDE.node],
    ...folders(launch.mounts.map(({ to }) => to)),
    ...folders(launch.emptyFolders.map((path) => `${path}/`)),
    ...launch.mounts.flatMap(({ from, to }) => ['--ro-bind', from, to]),
    ...launch.hidden.flatMap((path) => ['--ro-bind', '/dev/null', path]),
    ...['--remount-ro', '/dev', '--remount-ro', '/'],
    ...['--chdir', launch.folder ?? INSIDE.work, '--'],
    ...limits(),
    ...(root ? becomeUser(user) : []),
    launch.command,
    ...launch.args.map((argument) => argument.replaceAll(WORK_PLACEHOLDER, INSIDE.work)),
  ];
  return { args, inputs };
}

const CERTIFICATES = ['/etc/ssl', '/etc/pki', '/etc/ca-certificates', '/etc/crypto-policies'];
const LIBRARIES = ['/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/alternatives', '/etc/localtime'];

/** The folders that programs and libraries are in, with links such as /bin → usr/bin kept. */
function systemFolders(): string[] {
  const args = ['--ro-bind', '/usr', '/usr'];
  for (const path of ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/nix/store']) {
    if (!existsSync(path)) continue;
    if (lstatSync(path).isSymbolicLink()) args.push('--symlink', readlinkSync(path), path);
    else args.push('--ro-bind', path, path);
  }
  return args;
}

/** The folders above these paths, outermost first: what bubblewrap makes by itself only root may enter. */
function folders(paths: readonly string[]): string[] {
  const above = new Set<string>();
  for (const each of paths) {
    const parts = each.split('/').slice(1, -1);
    for (const [index] of parts.entries()) above.add(`/${parts.slice(0, index + 1).join('/')}`);
  }
  return [...above].flatMap((each) => ['--perms', '0755', '--dir', each]);
}

function folder(path: string, bytes: number): string[] {
  return ['--perms', '1777', '--size', String(bytes), '--tmpfs', path];
}

function ownNameServers(): string {
  try {
    return readFileSync('/etc/resolv.conf', 'utf8');
  } catch {
    return '';
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Limits that a process hands down and cannot lift. */
function limits(): string[] {
  const { processes, processMemoryBytes, fileBytes, openFiles } = LIMITS;
  return [
    'prlimit',
    // Counted for the user inside: root has given its rights up for one of its own, others have a user namespace of their own
    // (Linux 5.14; older ones count everything that the person runs, so the limit would hit the wrong one).
    ...(process.getuid?.() === 0 || countsByNamespace() ? [`--nproc=${processes}:${processes}`] : []),
    // Not the address space: V8, Go and .NET reserve far more than they use.
    `--data=${processMemoryBytes}:${processMemoryBytes}`,
    `--fsize=${fileBytes}:${fileBytes}`,
    `--nofile=${openFiles}:${openFiles}`,
    '--core=0:0',
    '--',
  ];
}

function countsByNamespace(): boolean {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/.exec(kernelRelease()) ?? [];
  return Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 14);
}

function kernelRelease(): string {
  try {
    return readFileSync('/proc/sys/kernel/osrelease', 'utf8');
  } catch {
    return '';
  }
}

function becomeUser(user: number): string[] {
  return [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${user}`,
    '--clear-groups',
    '--inh-caps=-all',
    '--ambient-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
    '--',
  ];
}

/**
 * A user for one run. A limit of processes counts all of a user's, and never binds root: so each run gets a number that
 * nobody has, beyond what accounts, containers and services are given (systemd: UIDS-GIDS). In a container with few numbers,
 * one from the end of those.
 */
function unusedUser(): number {
  const [, size] = /^\s*0\s+\d+\s+(\d+)/m.exec(readUserMap()) ?? [];
  return Number(size) > 2_000_000_000 ? 1_900_000_000 + randomInt(90_000_000) : 60_600 + randomInt(500);
}

function readUserMap(): string {
  try {
    return readFileSync('/proc/self/uid_map', 'utf8');
  } catch {
    return '';
  }
}
