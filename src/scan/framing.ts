import { isObject, type JsonObject } from '../domain/text/json.ts';
import { ChannelError } from './channel.ts';

// Why not the transports of @modelcontextprotocol/sdk (looked at in 1.32.2): its Client parses tools with a schema that drops
// unknown members; its stdio transport starts the process itself, so no further descriptors can be handed to a sandbox, and
// treats a line of noise as an error; its HTTP transport reads an answer whole, whatever its size. Its servers are what the
// tests speak to.

/** What came over the line: a JSON-RPC message as parsed, or text that is none. */
export type Framed = { readonly message: JsonObject } | { readonly noise: string };

/** Splits a stream into lines of JSON-RPC (MCP specification 2025-11-25, Transports: stdio). */
export interface FrameReader {
  /**
   * Takes bytes, gives what they complete.
   * @throws {ChannelError} `too-large` for a line or a stream over the limit, `protocol-error` for broken JSON-RPC
   */
  readonly read: (chunk: Buffer) => Framed[];
}

/** Longest excerpt of noise that is handed on. */
const NOISE_KEPT = 2000;

/**
 * Servers write banners, logs and colours on standard output; such lines are handed on as noise. A line that was meant as a
 * message and cannot be parsed is an error at once: its answer will never come.
 */
export function createFrameReader(limits: { messageBytes: number; outputBytes: number }): FrameReader {
  let parts: Buffer[] = [];
  let pending = 0;
  let total = 0;

  const take = (part: Buffer): void => {
    parts.push(part);
    pending += part.length;
    if (pending > limits.messageBytes) {
      throw new ChannelError('too-large', `a message has more than ${inMebibytes(limits.messageBytes)}`);
    }
  };

  const line = (): string => {
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    pending = 0;
    return text;
  };

  return {
    read: (chunk) => {
      total += chunk.length;
      const framed: Framed[] = [];
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        take(chunk.subarray(start, end));
        start = end + 1;
        framed.push(...frame(line()));
      }
      take(chunk.subarray(start));
      if (total > limits.outputBytes) {
        throw new ChannelError('too-large', `it wrote more than ${inMebibytes(limits.outputBytes)} on standard output`);
      }
      return framed;
    },
  };
}

/** Bytes as a person reads them. */
export function inMebibytes(bytes: number): string {
  return `${Math.round((bytes / (1024 * 1024)) * 10) / 10} MiB`;
}

function frame(raw: string): Framed[] {
  const text = raw.replace(/^\uFEFF/, '').trim();
  if (text === '') return [];
  const value = parsed(text);
  if (isMessage(value)) return [{ message: value }];
  // Older protocol versions allow a batch.
  if (Array.isArray(value) && value.length > 0 && value.every(isMessage)) {
    return value.map((message) => ({ message }));
  }
  if (value !== undefined) return [{ noise: text.slice(0, NOISE_KEPT) }];
  // "Ready.{"jsonrpc":…}": the banner had no line end of its own.
  const at = text.indexOf('{"jsonrpc"');
  if (at > 0) return [{ noise: text.slice(0, Math.min(at, NOISE_KEPT)) }, ...frame(text.slice(at))];
  if (text.startsWith('{') && /"jsonrpc"\s*:/.test(text.slice(0, 4096))) {
    throw new ChannelError('protocol-error', 'a message is broken JSON', text.slice(0, NOISE_KEPT));
  }
  return [{ noise: text.slice(0, NOISE_KEPT) }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is JsonObject {
  return isObject(value) && value.jsonrpc === '2.0';
}
