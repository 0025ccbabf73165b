import type { Readable, Writable } from 'node:stream';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** What is to be run: the same for the sandbox and without one. */
export interface Launch {
  /** Path or name, as seen inside. */
  readonly command: string;
  readonly args: readonly string[];
  /** All that it gets of an environment, beside PATH, HOME, TMPDIR and the language. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders and files that it may read, and where it finds them inside. */
  readonly mounts: readonly Mount[];
  /** Folders that its arguments name: they are there, and empty, whatever they hold on this machine. */
  readonly emptyFolders: readonly string[];
  /** Files inside of what it may read that it gets empty: the configuration with other servers' secrets. */
  readonly hidden: readonly string[];
  /** Where it starts; an empty folder that it may write to when null. */
  readonly folder: string | null;
  /** Whether it may reach the network. */
  readonly network: boolean;
}

/** One thing that a process may read. */
export interface Mount {
  /** Path on this machine. */
  readonly from: string;
  /** Path inside. */
  readonly to: string;
}

/** The empty folder that a server may write to, as its arguments may name it. */
export const WORK_PLACEHOLDER = '$WORK';

/** A server that runs. */
export interface RunningProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when it has ended and all its output is read; rejects never. */
  readonly ended: Promise<Exit>;
  /** Set when it was killed for using more than it may: what it used. */
  readonly excess: () => string | null;
  /** How often it tried to reach a network that it has not got; undefined where nothing counts that. */
  readonly networkAttempts: () => number | undefined;
  /** Ends it and everything that it started, and removes its folders. Resolves when nothing of it is left. */
  readonly stop: () => Promise<void>;
}
