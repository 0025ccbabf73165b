import type { Capture, CaptureTarget } from '../domain/record/capture.ts';
import { createMasker, maskArguments, maskText, maskUrl } from '../domain/text/masking.ts';
import type { NamedSecret } from '../domain/text/secret.ts';
import { startBare } from './bare-process.ts';
import { ChannelError } from './channel.ts';
import {
  classifyFailure,
  type Failure,
  type FailureClass,
  type FailureEvidence,
  plainText,
  REMEDIES,
} from './failure.ts';
import { makeCapture } from './make-capture.ts';
import { InstallError, type InstalledPackage, installPackage } from './npm-cache.ts';
import { launchCommand, launchPackage, NO_PROGRAM, type Surrounding } from './prepare.ts';
import type { Launch, RunningProcess } from './running-process.ts';
import { startInSandbox } from './sandbox.ts';
import { type Listing, listServer, type Phase } from './session.ts';
import { openStdio, type SideOutput } from './stdio.ts';
import { isLoopback, openStreamableHttp } from './streamable-http.ts';
import type { Target, TargetKind } from './target.ts';

/** How a scan is done. */
export interface ScanOptions {
  /** Seconds for start, `initialize` and the list together; installing is not counted. */
  readonly timeoutSeconds: number;
  /** Lets servers that are started reach the network, and asks addresses that configurations name. */
  readonly network: boolean;
  /** Folders and files that servers may read although they are in a home, or elsewhere. */
  readonly readable?: readonly string[];
  /** False runs them with all rights of the person. */
  readonly sandbox: boolean;
  /** Ends the scan: what runs is stopped. */
  readonly signal: AbortSignal;
  /** Where packages are kept; the person's cache where it is not given. */
  readonly cache?: string;
  /** Told what is being done now. */
  readonly onProgress?: (step: 'install' | 'start' | Phase) => void;
}

/** What came of one server. */
export type ScanOutcome =
  | { readonly capture: Capture; readonly installed?: InstalledPackage }
  | { readonly failure: Failure };

/**
 * Lists one server, and leaves nothing of it running.
 * @param id its slug
 * @throws {ChannelError} `aborted` when the signal says so; everything else is a failure with its class
 */
export async function scanTarget(id: string, target: Target, options: ScanOptions): Promise<ScanOutcome> {
  options.signal.throwIfAborted();
  const { what } = target;
  if (what.kind === 'unusable') {
    const { place, message, remedy } = what.problem;
    return failed('needs-arguments', `its entry cannot be used: ${place} ${message}`, remedy);
  }
  if (what.kind === 'missing') {
    const names = what.variables.join(', ');
    const message = `its entry needs ${names}, which ${what.variables.length === 1 ? 'is' : 'are'} not set`;
    return {
      failure: {
        ...failure('needs-credential', message, REMEDIES['needs-credential'].replace('{variables}', names)),
        variables: what.variables,
      },
    };
  }
  try {
    if (what.kind === 'http') return await scanHttp(id, what, options);
    if (what.kind === 'npm') return await scanPackage(id, target, what, options);
    return await scanCommand(id, target, what, options);
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    if (error instanceof FailedScan) return { failure: error.failure };
    if (error instanceof ChannelError) return { failure: beforeStart(error) };
    throw error;
  }
}

/** Thrown inside this file only. */
class FailedScan extends Error {
  readonly failure: Failure;

  constructor(failed: Failure) {
    super(failed.message);
    this.failure = failed;
  }
}

function failure(found: FailureClass, message: string, remedy: string): Failure {
  return { class: found, message, remedy, variables: [], said: [] };
}

function failed(found: FailureClass, message: string, remedy: string): ScanOutcome {
  return { failure: failure(found, message, remedy) };
}

function beforeStart(error: ChannelError): Failure {
  if (error.said === NO_PROGRAM) {
    return failure('not-an-mcp-server', error.message, REMEDIES['not-an-mcp-server']);
  }
  return classifyFailure({
    ...NO_EVIDENCE,
    phase: 'start',
    fault: error.fault,
    message: error.message,
    answered: error.said,
  });
}

const NO_EVIDENCE: Omit<FailureEvidence, 'phase' | 'fault' | 'message'> = {
  answered: '',
  stderr: '',
  noise: '',
  networkAllowed: true,
  environment: [],
};

type NpmTarget = Extract<TargetKind, { kind: 'npm' }>;
type CommandTarget = Extract<TargetKind, { kind: 'command' }>;
type HttpTarget = Extract<TargetKind, { kind: 'http' }>;

async function scanPackage(id: string, target: Target, what: NpmTarget, options: ScanOptions): Promise<ScanOutcome> {
  options.onProgress?.('install');
  const installed = await installPackage(what.package, options.signal, options.cache).catch((error: unknown) => {
    if (!(error instanceof InstallError)) throw error;
    throw new FailedScan(
      classifyFailure({
        ...NO_EVIDENCE,
        phase: 'install',
        fault: 'unreachable',
        message: error.message,
        stderr: error.said,
      }),
    );
  });
  const launch = launchPackage(installed, what.bin, what.args, surroundingOf(target, options));
  const capture = await scanProcess(
    id,
    target,
    launch,
    {
      kind: 'npm',
      package: installed.name,
      version: installed.version,
      ...(what.bin === undefined ? {} : { bin: what.bin }),
    },
    what.args,
    options,
  );
  return { capture, installed };
}

async function scanCommand(
  id: string,
  target: Target,
  what: CommandTarget,
  options: ScanOptions,
): Promise<ScanOutcome> {
  if (what.fetches && !options.network) {
    return failed('needs-network', `${what.command} fetches what it runs`, REMEDIES['needs-network']);
  }
  const { command, args } = what;
  const launch = launchCommand(what, surroundingOf(target, options));
  const capture = await scanProcess(id, target, launch, { kind: 'command', command: maskText(command) }, args, options);
  return { capture };
}

function surroundingOf({ environment }: Target, { network, readable = [] }: ScanOptions): Surrounding {
  return {
    environment: Object.fromEntries(environment.map(({ name, value }) => [name, value.reveal()])),
    network,
    readable,
  };
}

async function scanProcess(
  id: string,
  target: Target,
  launch: Launch,
  captured: CaptureTarget,
  args: readonly string[],
  options: ScanOptions,
): Promise<Capture> {
  options.onProgress?.('start');
  const at = new Date();
  const { signal, done } = deadline(options);
  const running = options.sandbox ? startInSandbox(launch) : startBare(launch);
  let phase: FailureEvidence['phase'] = 'start';
  let networkAttempts: number | undefined;
  const channel = openStdio(running, signal);
  try {
    const listing = await listServer(channel, (next) => {
      phase = next;
      options.onProgress?.(next);
    });
    networkAttempts = running.networkAttempts();
    const closedAfter = await stopAndTime(running);
    return makeCapture({
      id,
      at,
      target: captured,
      args,
      environment: target.environment,
      headers: [],
      listing,
      closedAfter,
      sandbox: options.sandbox ? 'bubblewrap' : 'none',
      network: { allowed: options.network, ...(networkAttempts === undefined ? {} : { attempts: networkAttempts }) },
      side: channel.sideOutput(),
    });
  } catch (error) {
    networkAttempts ??= running.networkAttempts();
    await running.stop();
    if (options.signal.aborted) throw options.signal.reason;
    if (!(error instanceof ChannelError)) throw error;
    const side = channel.sideOutput();
    const found = classifyFailure({
      phase,
      fault: error.fault,
      message: error.message,
      answered: error.said,
      stderr: side.stderr,
      noise: side.noise,
      networkAttempts,
      networkAllowed: options.network || !options.sandbox,
      environment: target.environment.map(({ name }) => name),
    });
    throw new FailedScan(masked(found, target.environment));
  } finally {
    done();
  }
}

async function stopAndTime(running: RunningProcess): Promise<number> {
  const start = performance.now();
  await running.stop();
  return Math.round(performance.now() - start);
}

function masked(found: Failure, values: readonly NamedSecret[]): Failure {
  const masker = createMasker(values);
  return { ...found, said: found.said.map(masker.text), message: masker.text(found.message) };
}

async function scanHttp(id: string, what: HttpTarget, options: ScanOptions): Promise<ScanOutcome> {
  const { url, headers } = what;
  if (!what.named && !options.network && !isLoopback(url)) {
    return failed(
      'needs-network',
      `it is at ${url.host}, which a configuration names`,
      'Scan it again with --network, which asks it.',
    );
  }
  if (url.protocol === 'http:' && headers.length > 0 && !isLoopback(url)) {
    return failed('needs-login', 'its headers would travel unencrypted', 'Use its https address.');
  }
  options.onProgress?.('start');
  const at = new Date();
  const { signal, done } = deadline(options);
  const channel = openStreamableHttp(url, headers, signal);
  let phase: FailureEvidence['phase'] = 'initialize';
  let listing: Listing;
  try {
    listing = await listServer(channel, (next) => {
      phase = next;
      options.onProgress?.(next);
    });
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    if (!(error instanceof ChannelError)) throw error;
    const found = classifyFailure({
      ...NO_EVIDENCE,
      phase,
      fault: error.fault,
      message: error.message,
      answered: error.said,
      status: error.status,
    });
    throw new FailedScan(masked(found, headers));
  } finally {
    await channel.close();
    done();
  }
  const target: CaptureTarget = { kind: 'http', url: maskUrl(url.href), headers: headers.map(({ name }) => name) };
  const capture = makeCapture({
    id,
    at,
    target,
    args: [],
    environment: [],
    headers,
    listing,
    closedAfter: 0,
    sandbox: 'remote',
    network: { allowed: true },
    side: NO_SIDE_OUTPUT,
  });
  return { capture };
}

const NO_SIDE_OUTPUT: SideOutput = { noiseLines: 0, noiseBytes: 0, noise: '', stderrBytes: 0, stderr: '' };

/** A signal for one server: the person's, or its time is up. */
function deadline({ timeoutSeconds, signal }: ScanOptions): { signal: AbortSignal; done: () => void } {
  const own = new AbortController();
  const timer = setTimeout(
    () => own.abort(new ChannelError('timeout', `it did not answer within ${timeoutSeconds} s`)),
    timeoutSeconds * 1000,
  );
  return { signal: AbortSignal.any([signal, own.signal]), done: () => clearTimeout(timer) };
}

/** A target as it may be printed: arguments without secrets, no terminal commands. */
export function printableTarget({ label, what }: Target): string {
  if (what.kind === 'npm' || what.kind === 'command') {
    const words = what.kind === 'npm' ? [label, ...what.args] : [what.command, ...what.args];
    return plainText(maskArguments(words).join(' '));
  }
  return plainText(maskText(label));
}
