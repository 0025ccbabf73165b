import { lookup as lookupDns } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isObject, type Json, type JsonObject } from '../domain/text/json.ts';
import type { NamedSecret } from '../domain/text/secret.ts';
import { type Channel, ChannelError, replyTo, resultOf } from './channel.ts';
import { inMebibytes } from './framing.ts';
import { LIMITS } from './limits.ts';

/** A channel over Streamable HTTP (MCP specification 2025-11-25, Transports). */
export interface HttpChannel extends Channel {
  /** Ends the session at the server, where there is one. Never rejects. */
  readonly close: () => Promise<void>;
}

/** Redirects that are followed, to the same host only: the headers may be worth stealing. */
const MOST_REDIRECTS = 3;

/** Milliseconds that the end of a session may take. */
const CLOSE_MS = 2000;

/** Addresses that no MCP server has, and that cloud machines tell their secrets under: link-local, "this host", multicast. */
const REFUSED = new BlockList();
REFUSED.addSubnet('169.254.0.0', 16, 'ipv4');
REFUSED.addSubnet('0.0.0.0', 8, 'ipv4');
REFUSED.addSubnet('224.0.0.0', 4, 'ipv4');
REFUSED.addSubnet('fe80::', 10, 'ipv6');
REFUSED.addSubnet('ff00::', 8, 'ipv6');
REFUSED.addAddress('::', 'ipv6');
REFUSED.addAddress('fd00:ec2::254', 'ipv6');

/** True for an address of this machine, by name or number; headers may go there unencrypted. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
}

/**
 * Speaks with a server at an address.
 * @param headers sent with every request; their values appear in no error
 * @param signal ends all waiting; its reason is what waiting requests throw
 */
export function openStreamableHttp(url: URL, headers: readonly NamedSecret[], signal: AbortSignal): HttpChannel {
  let session: string | undefined;
  let protocol: string | undefined;
  let nextId = 1;
  let endpoint = url;
  const budget = { left: LIMITS.outputBytes };

  const headersFor = (body: string | null): Record<string, string> => ({
    ...Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value.reveal()])),
    accept: 'application/json, text/event-stream',
    'user-agent': 'placard-scan',
    ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
    ...(session === undefined ? {} : { 'mcp-session-id': session }),
    ...(protocol === undefined ? {} : { 'mcp-protocol-version': protocol }),
  });

  const post = async (message: JsonObject): Promise<IncomingMessage> => {
    const body = JSON.stringify(message);
    for (let redirects = 0; ; redirects++) {
      const response = await send(endpoint, 'POST', headersFor(body), body, signal);
      const next = redirectOf(response, endpoint);
      if (next === null) return response;
      response.destroy();
      if (redirects >= MOST_REDIRECTS) throw new ChannelError('unreachable', 'it redirects again and again');
      endpoint = next;
    }
  };

  const answerTo = async (response: IncomingMessage, id: number, method: string): Promise<Json> => {
    const type = response.headers['content-type'] ?? '';
    const given = response.headers['mcp-session-id'];
    if (typeof given === 'string' && method === 'initialize') session = given;
    const messages = /^text\/event-stream\b/i.test(type)
      ? eventMessages(response, budget, signal)
      : jsonMessages(response, type, budget, signal);
    for await (const message of messages) {
      const reply = replyTo(message);
      if (reply !== null) (await post(reply)).resume();
      else if (message.method === undefined && Number(message.id) === id) {
        response.destroy();
        return resultOf(message, method);
      }
    }
    throw new ChannelError('closed', `it ended its answer to ${method} without answering`);
  };

  return {
    request: async (method, params) => {
      const id = nextId++;
      const response = await post({ jsonrpc: '2.0', id, method, params });
      await requireSuccess(response, method, budget, signal);
      return answerTo(response, id, method);
    },
    notify: async (method, params) => {
      const response = await post({ jsonrpc: '2.0', method, params });
      await requireSuccess(response, method, budget, signal);
      response.resume();
    },
    agreed: (version) => {
      protocol = version;
    },
    close: async () => {
      if (session === undefined) return;
      const response = await send(endpoint, 'DELETE', headersFor(null), null, AbortSignal.timeout(CLOSE_MS)).catch(
        () => null,
      );
      response?.destroy();
    },
  };
}

function send(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: string | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isRefused(host)) {
      reject(refusal(host));
      return;
    }
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = start(url, { method, headers, lookup: checkedLookup, agent: false }, resolve);
    const onAbort = () => request.destroy();
    signal.addEventListener('abort', onAbort, { once: true });
    request.once('close', () => signal.removeEventListener('abort', onAbort));
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(signal.reason);
      else if (error instanceof ChannelError) reject(error);
      else reject(new ChannelError('unreachable', 'it cannot be reached', error.code ?? error.message));
    });
    request.end(body ?? undefined);
  });
}

/** Resolves a name and refuses it when any of its addresses is one that no server has; what was checked is what is used. */
const checkedLookup: LookupFunction = (name, options, done) => {
  lookupDns(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      done(error, '', 0);
      return;
    }
    const bad = addresses.find(({ address }) => isRefused(address));
    const [first] = addresses;
    if (bad !== undefined || first === undefined) done(refusal(name), '', 0);
    else if (options.all === true) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

function isRefused(address: string): boolean {
  return REFUSED.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function refusal(host: string): ChannelError {
  return new ChannelError('unreachable', `${host} is a link-local, multicast or empty address, which is not asked`);
}

function redirectOf(response: IncomingMessage, from: URL): URL | null {
  const { statusCode = 0, headers } = response;
  if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return null;
  const to = URL.parse(headers.location, from.href);
  if (to === null || to.origin !== from.origin) {
    response.destroy();
    throw new ChannelError(
      'unreachable',
      `it redirects to ${to?.origin ?? 'no address'}; give that address if you trust it`,
    );
  }
  // The same request goes there, also for 301 to 303: what moved is the endpoint.
  return to;
}

async function requireSuccess(
  response: IncomingMessage,
  method: string,
  budget: { left: number },
  signal: AbortSignal,
): Promise<void> {
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return;
  let said = '';
  for await (const chunk of chunksOf(response, budget, signal)) {
    said += chunk.toString('utf8');
    if (said.length > 4000) break;
  }
  response.destroy();
  throw new ChannelError('http-status', `it answered ${method} with HTTP ${statusCode}`, said.slice(0, 4000), {
    status: statusCode,
  });
}

async function* chunksOf(
  response: IncomingMessage,
  budget: { left: number },
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const onAbort = () => response.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0) {
        throw new ChannelError('too-large', `it sent more than ${inMebibytes(LIMITS.outputBytes)}`);
      }
      yield chunk;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof ChannelError) throw error;
    throw new ChannelError('closed', 'it broke off its answer');
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  if (signal.aborted) throw signal.reason;
}

async function* jsonMessages(
  response: IncomingMessage,
  type: string,
  budget: { left: number },
  signal: AbortSignal,
): AsyncGenerator<JsonObject> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(response, budget, signal)) {
    size += chunk.length;
    if (size > LIMITS.messageBytes) throw tooLong();
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (!/json/i.test(type)) {
    throw new ChannelError(
      'protocol-error',
      `it answered with ${type === '' ? 'no content type' : type}`,
      text.slice(0, 4000),
    );
  }
  yield* messagesIn(text);
}

/** Server-sent events (WHATWG HTML, 9.2.6): fields by line, events by empty line. */
async function* eventMessages(
  response: IncomingMessage,
  budget: { left: number },
  signal: AbortSignal,
): AsyncGenerator<JsonObject> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  let size = 0;
  for await (const chunk of chunksOf(response, budget, signal)) {
    size += chunk.length;
    if (size > LIMITS.messageBytes) throw tooLong();
    rest += decoder.decode(chunk, { stream: true });
    // A lone \r at the end may be half of \r\n.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        yield* messagesIn(data.join('\n'));
        data = [];
        size = rest.length;
      }
      const [, value] = /^data:? ?(.*)$/s.exec(line) ?? [];
      if (value !== undefined) data.push(value);
    }
  }
  if (data.length > 0) yield* messagesIn(data.join('\n'));
}

function tooLong(): ChannelError {
  return new ChannelError('too-large', `a message has more than ${inMebibytes(LIMITS.messageBytes)}`);
}

function messagesIn(text: string): JsonObject[] {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ChannelError('protocol-error', 'a message is broken JSON', text.slice(0, 2000));
  }
  const messages = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!messages.every((message) => isObject(message) && message.jsonrpc === '2.0')) {
    throw new ChannelError('protocol-error', 'it answered with JSON that is no JSON-RPC', text.slice(0, 2000));
  }
  return messages as JsonObject[];
}
