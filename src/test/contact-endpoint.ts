import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint was sent: a form's fields, by name. */
export type Message = Readonly<Record<string, string>>;

/** Messages from this sender are refused. */
export const REFUSED_SENDER = 'refused@example.com';

/** Where the endpoint tells what it has received. */
export const RECEIVED = '/received';

/** A place that a contact form can be sent to, on this machine: keeps what it receives and answers as a form service does. */
export interface ContactEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startContactEndpoint(): Promise<ContactEndpoint> {
  const received: Message[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(received));
      return;
    }
    const body = await new Response(request as unknown as ReadableStream, {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const message = Object.fromEntries([...body].map(([name, value]) => [name, String(value)]));
    const isRefused = message.email === REFUSED_SENDER;
    if (!isRefused) received.push(message);
    response.statusCode = isRefused ? 422 : 200;
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Received</title><h1>Received</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/contact?site=1&from=catalogue`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
