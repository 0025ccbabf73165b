import type { Json, JsonObject } from '../domain/text/json.ts';

/** What can go wrong between us and a server, before anybody has thought about why. */
export type ChannelFault =
  /** It sent more than is taken. */
  | 'too-large'
  /** It does not keep to JSON-RPC or MCP. */
  | 'protocol-error'
  /** It ended, or closed its side. */
  | 'closed'
  /** No answer in time. */
  | 'timeout'
  /** It answered with a JSON-RPC error. */
  | 'error-answer'
  /** It answered with an HTTP status that is no success. */
  | 'http-status'
  /** It could not be reached, or started. */
  | 'unreachable'
  /** The person ended the scan. */
  | 'aborted';

/** Thrown by channels and sessions; `failure.ts` makes a class and a remedy of it. */
export class ChannelError extends Error {
  readonly fault: ChannelFault;
  /** What the server said, where it said something. A stranger's text. */
  readonly said: string;
  /** HTTP status, for `http-status`. */
  readonly status: number | undefined;
  /** JSON-RPC error code, for `error-answer`. */
  readonly rpcCode: number | undefined;

  constructor(fault: ChannelFault, message: string, said = '', numbers: { status?: number; rpcCode?: number } = {}) {
    super(message);
    this.name = 'ChannelError';
    this.fault = fault;
    this.said = said;
    this.status = numbers.status;
    this.rpcCode = numbers.rpcCode;
  }
}

/** A connection to one server, whatever the transport. */
export interface Channel {
  /**
   * The `result` of a request, as received.
   * @throws {ChannelError}
   */
  readonly request: (method: string, params: JsonObject) => Promise<Json>;
  readonly notify: (method: string, params: JsonObject) => Promise<void>;
  /** Says which version was agreed on; HTTP sends it with every further request. */
  readonly agreed: (protocol: string) => void;
}

/** The result of a JSON-RPC answer. @throws {ChannelError} for an error answer, or one that is neither */
export function resultOf(message: JsonObject, method: string): Json {
  if (message.result !== undefined) return message.result;
  const error = message.error as JsonObject | undefined;
  if (typeof error !== 'object' || error === null) {
    throw new ChannelError('protocol-error', `the answer to ${method} has neither result nor error`);
  }
  const said = typeof error.message === 'string' ? error.message : JSON.stringify(error);
  const rpcCode = typeof error.code === 'number' ? { rpcCode: error.code } : {};
  throw new ChannelError('error-answer', `it answered ${method} with an error`, said.slice(0, 4000), rpcCode);
}

/** What we answer to a request of the server's: we offer nothing, but say so, and answer its ping. */
export function replyTo(message: JsonObject): JsonObject | null {
  if (typeof message.method !== 'string' || message.id === undefined || message.id === null) return null;
  const id = message.id;
  if (message.method === 'ping') return { jsonrpc: '2.0', id, result: {} };
  return { jsonrpc: '2.0', id, error: { code: -32_601, message: 'Method not found' } };
}
