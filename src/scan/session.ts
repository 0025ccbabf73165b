import { isObject, type Json, type JsonObject } from '../domain/text/json.ts';
import { type Channel, ChannelError } from './channel.ts';
import { LIMITS } from './limits.ts';

/** The version that we ask for. A server may answer with another (MCP specification, Lifecycle: version negotiation). */
export const PROTOCOL_VERSION = '2025-11-25';

const JSON_RPC_METHOD_NOT_FOUND = -32_601;

/** What a server said of itself and its tools, as received. */
export interface Listing {
  /** The result of `initialize`. */
  readonly initialize: JsonObject;
  /** The version that the server chose. */
  readonly protocol: string;
  /** The result of each `tools/list`. */
  readonly pages: readonly JsonObject[];
  /** Milliseconds from the beginning of the session. */
  readonly initializedAfter: number;
  readonly listedAfter: number;
}

/** How far a session came; a hang is named by it. */
export type Phase = 'initialize' | 'tools/list';

/**
 * Initialises and lists all tools.
 * @param onPhase told when the next phase begins
 * @throws {ChannelError}
 */
export async function listServer(channel: Channel, onPhase: (phase: Phase) => void): Promise<Listing> {
  const start = performance.now();
  onPhase('initialize');
  const initialize = await channel.request('initialize', {
    protocolVersion: PROTOCOL_VERSION,
    capabilities: {},
    clientInfo: { name: 'placard', title: 'Placard scan', version: '1.0.0' },
  });
  if (!isObject(initialize) || typeof initialize.protocolVersion !== 'string') {
    throw new ChannelError('protocol-error', 'the answer to initialize names no protocolVersion');
  }
  channel.agreed(initialize.protocolVersion);
  await channel.notify('notifications/initialized', {});
  const initializedAfter = performance.now() - start;
  onPhase('tools/list');
  const pages = await listPages(channel, initialize);
  return {
    initialize,
    protocol: initialize.protocolVersion,
    pages,
    initializedAfter: Math.round(initializedAfter),
    listedAfter: Math.round(performance.now() - start),
  };
}

async function listPages(channel: Channel, initialize: JsonObject): Promise<JsonObject[]> {
  const pages: JsonObject[] = [];
  const seen = new Set<Json>();
  let tools = 0;
  let cursor: Json | undefined;
  do {
    const page = await listPage(channel, cursor, initialize);
    if (!isObject(page) || !Array.isArray(page.tools)) {
      throw new ChannelError('protocol-error', 'the answer to tools/list has no list of tools');
    }
    pages.push(page);
    tools += page.tools.length;
    cursor = page.nextCursor ?? undefined;
    if (cursor === '') cursor = undefined;
    if (tools > LIMITS.tools) throw new ChannelError('too-large', `it lists more than ${LIMITS.tools} tools`);
    if (cursor !== undefined && seen.has(cursor)) {
      throw new ChannelError('protocol-error', 'its pages go round in circles: the same cursor came twice');
    }
    if (cursor !== undefined && pages.length >= LIMITS.pages) {
      throw new ChannelError('too-large', `its list has more than ${LIMITS.pages} pages`);
    }
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
  return pages;
}

async function listPage(channel: Channel, cursor: Json | undefined, initialize: JsonObject): Promise<Json> {
  try {
    return await channel.request('tools/list', cursor === undefined ? {} : { cursor });
  } catch (error) {
    // A server that offers no tools need not know the method.
    const offersTools = isObject(initialize.capabilities) && initialize.capabilities.tools !== undefined;
    const unknown = error instanceof ChannelError && error.rpcCode === JSON_RPC_METHOD_NOT_FOUND;
    if (unknown && !offersTools && cursor === undefined) return { tools: [] };
    throw error;
  }
}
