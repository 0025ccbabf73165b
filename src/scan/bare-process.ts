import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CLOSE_GRACE_MS } from './limits.ts';
import { type Exit, type Launch, type RunningProcess, WORK_PLACEHOLDER } from './running-process.ts';

/** What a program cannot do without, by platform; everything else of the environment is not handed on. */
const PASSED_ON = ['PATH', 'LANG', 'SystemRoot', 'SYSTEMROOT', 'PATHEXT', 'ComSpec', 'WINDIR'];

/**
 * Starts a program without a sandbox: it can read and write everything that the person can, reach the network, and leave
 * things behind. Only --no-sandbox leads here. Home, temporary and working folders are empty ones that are removed after;
 * its process group is ended, and what has left that group stays.
 */
export function startBare(launch: Launch): RunningProcess {
  const folder = mkdtempSync(path.join(tmpdir(), 'placard-scan-'));
  const [home, temporary, work] = ['home', 'tmp', 'work'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [home, temporary, work]) mkdirSync(made);
  const outside = (text: string): string =>
    launch.mounts.reduce(
      (mapped, { from, to }) => (inFolder(mapped, to) ? from + mapped.slice(to.length) : mapped),
      text,
    );
  const passed = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const ownGroup = process.platform !== 'win32';
  const child = spawn(
    outside(launch.command),
    launch.args.map((argument) => outside(argument).replaceAll(WORK_PLACEHOLDER, work)),
    {
      cwd: launch.folder ?? work,
      env: {
        ...Object.fromEntries(passed),
        HOME: home,
        USERPROFILE: home,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        NO_COLOR: '1',
        ...launch.environment,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: ownGroup,
      windowsHide: true,
    },
  );
  const ended = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  return {
    stdin: child.stdin as Writable,
    stdout: child.stdout as Readable,
    stderr: child.stderr as Readable,
    ended,
    excess: () => null,
    networkAttempts: () => undefined,
    stop: async () => {
      await stopGroup(child, ended, ownGroup);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function inFolder(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

/** As the specification says (Lifecycle: shutdown, stdio): close its input, then ask it to end, then end it. */
async function stopGroup(child: ChildProcess, ended: Promise<Exit>, ownGroup: boolean): Promise<void> {
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      if (ownGroup) process.kill(-child.pid, name);
      else child.kill(name);
    } catch {
      // Nobody of the group is left.
    }
  };
  child.stdin?.end();
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (!(await within(ended, CLOSE_GRACE_MS))) {
    signal('SIGTERM');
    await within(ended, 1000);
  }
  signal('SIGKILL');
  await ended;
}

async function within(ended: Promise<Exit>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const inTime = await Promise.race([ended.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
