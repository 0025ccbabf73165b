import type { Json, JsonObject } from '../domain/text/json.ts';
import { type Channel, ChannelError, replyTo, resultOf } from './channel.ts';
import { createFrameReader, inMebibytes } from './framing.ts';
import { LIMITS } from './limits.ts';
import type { RunningProcess } from './running-process.ts';

/** What a server wrote that is not protocol. */
export interface SideOutput {
  readonly noiseLines: number;
  readonly noiseBytes: number;
  /** The first lines of noise. */
  readonly noise: string;
  readonly stderrBytes: number;
  /** The end of standard error. */
  readonly stderr: string;
}

/** A channel over standard input and output, and what else came out of the process. */
export interface StdioChannel extends Channel {
  readonly sideOutput: () => SideOutput;
}

const NOISE_LINES_KEPT = 20;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Json) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Speaks JSON-RPC with a process.
 * @param signal ends all waiting; its reason is what waiting requests throw
 */
export function openStdio(running: RunningProcess, signal: AbortSignal): StdioChannel {
  const waiting = new Map<number, Waiting>();
  const reader = createFrameReader(LIMITS);
  const noise: string[] = [];
  let noiseLines = 0;
  let noiseBytes = 0;
  let stderrBytes = 0;
  let stderr = Buffer.alloc(0);
  let nextId = 1;
  let failed: unknown;

  const fail = (error: unknown): void => {
    if (failed !== undefined) return;
    failed = error;
    running.stdout.destroy();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const send = (message: JsonObject): void => {
    running.stdin.write(`${JSON.stringify(message)}\n`);
  };

  const receive = (message: JsonObject): void => {
    const reply = replyTo(message);
    if (reply !== null) {
      send(reply);
      return;
    }
    // An id that comes back as text is common enough.
    const request = typeof message.method === 'string' ? undefined : waiting.get(Number(message.id));
    if (request === undefined) return;
    waiting.delete(Number(message.id));
    try {
      request.resolve(resultOf(message, request.method));
    } catch (error) {
      request.reject(error);
    }
  };

  running.stdout.on('data', (chunk: Buffer) => {
    if (failed !== undefined) return;
    try {
      for (const framed of reader.read(chunk)) {
        if ('message' in framed) receive(framed.message);
        else {
          noiseLines++;
          noiseBytes += Buffer.byteLength(framed.noise);
          if (noise.length < NOISE_LINES_KEPT) noise.push(framed.noise);
        }
      }
    } catch (error) {
      fail(error);
    }
  });
  running.stderr.on('data', (chunk: Buffer) => {
    stderrBytes += chunk.length;
    stderr = Buffer.concat([stderr, chunk]).subarray(-LIMITS.stderrKept);
    if (stderrBytes > LIMITS.stderrBytes) {
      running.stderr.destroy();
      fail(new ChannelError('too-large', `it wrote more than ${inMebibytes(LIMITS.stderrBytes)} on standard error`));
    }
  });
  // A server that has gone away breaks the pipe; `ended` says so better.
  for (const stream of [running.stdin, running.stdout, running.stderr]) stream.on('error', () => {});
  void running.ended.then(({ code, signal: killedBy }) => {
    const excess = running.excess();
    if (excess !== null) fail(new ChannelError('too-large', excess));
    else fail(new ChannelError('closed', killedBy ? `it was ended by ${killedBy}` : `it ended with code ${code}`));
  });
  const onAbort = () => fail(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });

  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) {
          reject(failed);
          return;
        }
        const id = nextId++;
        waiting.set(id, { method, resolve, reject });
        send({ jsonrpc: '2.0', id, method, params });
      }),
    notify: async (method, params) => send({ jsonrpc: '2.0', method, params }),
    agreed: () => {},
    sideOutput: () => ({
      noiseLines,
      noiseBytes,
      noise: noise.join('\n'),
      stderrBytes,
      stderr: stderr.toString('utf8'),
    }),
  };
}
