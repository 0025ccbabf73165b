import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command is run with besides its arguments. */
export interface RunWith {
  readonly stdin?: string;
  /** The folder that a person stands in: relative paths are meant from there. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `scripts/<name>.ts` as npm does: from the project's folder, with the Node of the tests. */
export async function runScript(name: string, args: readonly string[], given: RunWith = {}): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('scripts', `${name}.ts`), ...args], {
    env: { ...process.env, INIT_CWD: given.folder ?? process.cwd(), ...given.env },
  });
  child.stdin.on('error', () => {
    // A command that refuses its arguments ends before it has read its input.
  });
  child.stdin.end(given.stdin ?? '');
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve)),
  ]);
  return { code, stdout, stderr };
}
