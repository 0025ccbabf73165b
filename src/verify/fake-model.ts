import { createServer, type Server } from 'node:http';
import { isObject, type JsonObject } from '../domain/text/json.ts';
import type { InsideAnswer, WantedCall } from './observation.ts';
import { type ModelCall, protocolOf, streamText, WIRES } from './wire.ts';

/** The port is fixed: the network namespace is the run's own, so nobody else has it. */
const MODEL_PORT = 8765;
/** Where clients find the model. */
export const MODEL_ADDRESS = `http://127.0.0.1:${MODEL_PORT}`;

/** A model that only asks for what it was told to, in turns, and remembers what clients offer and answer. */
export class FakeModel {
  readonly #calls: readonly ModelCall[];
  readonly #callsATurn: number;
  readonly #offered = new Set<string>();
  readonly #results = new Map<string, string>();
  #next = 0;
  #requests = 0;

  constructor(wanted: readonly WantedCall[], callsATurn: number) {
    this.#callsATurn = callsATurn;
    this.#calls = wanted.map(({ modelName, arguments: input }, index) => ({
      id: `call_${String(index).padStart(4, '0')}`,
      name: modelName,
      arguments: input,
    }));
  }

  /** What was offered, answered and asked so far. */
  get seen(): Pick<InsideAnswer, 'offered' | 'results' | 'requests'> {
    return {
      offered: [...this.#offered],
      results: this.#calls.map(({ id, name }) => this.#results.get(id) ?? this.#results.get(name) ?? null),
      requests: this.#requests,
    };
  }

  /** The answer to a request; null where there is nothing of the kind. */
  answer(path: string, request: JsonObject): string | null {
    const protocol = protocolOf(path);
    if (protocol === null) return null;
    this.#requests += 1;
    const wire = WIRES[protocol];
    const tools = wire.tools(request);
    for (const name of tools) this.#offered.add(name);
    for (const [id, said] of wire.results(request)) this.#results.set(id, said);
    // Requests without tools are for titles and summaries: no call would be made in them.
    const turn = tools.length === 0 ? [] : this.#calls.slice(this.#next, this.#next + this.#callsATurn);
    this.#next += turn.length;
    return streamText(protocol, turn, typeof request.model === 'string' ? request.model : 'fake');
  }
}

/** Serves a model on loopback, inside the run's network namespace. */
export function serveModel(model: FakeModel): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const answer = model.answer(pathname, parsed(Buffer.concat(chunks).toString('utf8')));
      if (answer === null) {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"not here"}}');
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(MODEL_PORT, '127.0.0.1', () => resolve(server));
  });
}

function parsed(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
