import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, describe, expect, test } from 'vitest';
import { Secret } from '../domain/text/secret.ts';
import type { Failure } from './failure.ts';
import { type ScanOptions, type ScanOutcome, scanTarget } from './scan.ts';
import { PROTOCOL_VERSION } from './session.ts';

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
}

/** A server made with the official SDK. What it saw of requests is noted in `seen`. */
async function serveWithSdk(enableJsonResponse: boolean, seen: IncomingMessage[]): Promise<URL> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  return serve(async (request, response) => {
    seen.push(request);
    const id = request.headers['mcp-session-id'];
    let transport = typeof id === 'string' ? sessions.get(id) : undefined;
    if (transport === undefined) {
      const made = new StreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        enableJsonResponse,
        onsessioninitialized: (session) => void sessions.set(session, made),
      });
      transport = made;
      const server = new McpServer({ name: 'remote', title: 'Remote', version: '3.2.1' }, { instructions: 'Be kind.' });
      server.registerTool(
        'get_weather',
        { description: 'Returns the weather.', _meta: { 'example.com/x': 1 } },
        async () => ({
          content: [],
        }),
      );
      server.registerTool('send_mail', { description: 'Sends a mail to anybody.' }, async () => ({ content: [] }));
      await server.connect(made as Parameters<typeof server.connect>[0]);
    }
    await transport.handleRequest(request, response);
  });
}

const options: ScanOptions = {
  timeoutSeconds: 100,
  network: false,
  sandbox: true,
  signal: new AbortController().signal,
};

function scanUrl(
  url: URL,
  headers: Readonly<Record<string, string>> = {},
  changed: Partial<ScanOptions> = {},
): Promise<ScanOutcome> {
  const named = Object.entries(headers).map(([name, value]) => ({ name, value: new Secret(value) }));
  const what = { kind: 'http', url, headers: named, named: true } as const;
  return scanTarget(
    'remote',
    { id: 'remote', named: true, label: url.href, what, environment: [] },
    { ...options, ...changed },
  );
}

async function failureOf(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  changed: Partial<ScanOptions> = {},
): Promise<Failure> {
  const outcome = await scanUrl(await serve(handle), {}, changed);
  if ('capture' in outcome) throw new Error('it was listed');
  return outcome.failure;
}

test('we ask for the version that the official SDK knows as the latest', () => {
  expect(PROTOCOL_VERSION).toBe(LATEST_PROTOCOL_VERSION);
});

describe.each([
  ['JSON', true],
  ['server-sent events', false],
])('a server that answers with %s', (_, json) => {
  test('is listed; session, version and headers are sent, the headers stored nowhere', async () => {
    const seen: IncomingMessage[] = [];
    const outcome = await scanUrl(await serveWithSdk(json, seen), { Authorization: 'Bearer open-sesame-1234' });
    expect(outcome).toMatchObject({
      capture: {
        target: { kind: 'http', headers: ['Authorization'] },
        listed: { how: 'tools/list over Streamable HTTP', protocol: PROTOCOL_VERSION, version: '3.2.1' },
        initialize: { instructions: 'Be kind.' },
        pages: [{ tools: [{ name: 'get_weather', _meta: { 'example.com/x': 1 } }, { name: 'send_mail' }] }],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('open-sesame');
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST', 'DELETE']);
    const last = seen.at(-1)?.headers;
    expect(last?.authorization).toBe('Bearer open-sesame-1234');
    expect(last?.['mcp-session-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(last?.['mcp-protocol-version']).toBe(PROTOCOL_VERSION);
  });
});

test('events may be split anywhere, carry comments and other messages, and ask us things', async () => {
  const asked: string[] = [];
  const url = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'DELETE') return void response.end();
    const message = JSON.parse(body);
    if (message.method === undefined) {
      asked.push(body);
      return void response.writeHead(202).end();
    }
    if (message.id === undefined) return void response.writeHead(202).end();
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const result =
      message.method === 'initialize'
        ? { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'é', version: '1' } }
        : { tools: [{ name: 'a', description: 'Gibt Größe zurück.' }] };
    const events = Buffer.from(
      `: hello\r\n\r\nevent: message\r\ndata: {"jsonrpc":"2.0","id":9,"method":"ping"}\r\n\r\ndata: {"jsonrpc":"2.0",\r\ndata: "id":${message.id},"result":${JSON.stringify(result)}}\r\n\r\n`,
    );
    for (let at = 0; at < events.length; at += 7) response.write(events.subarray(at, at + 7));
  });
  expect(await scanUrl(url)).toMatchObject({
    capture: { listed: { protocol: '2025-06-18' }, pages: [{ tools: [{ description: 'Gibt Größe zurück.' }] }] },
  });
  expect(asked).toEqual(Array(2).fill('{"jsonrpc":"2.0","id":9,"result":{}}'));
});

describe('a server that cannot be listed has a class', () => {
  const answer = (status: number, type: string, body: string, headers: Record<string, string> = {}) =>
    failureOf((_, response) => response.writeHead(status, { 'content-type': type, ...headers }).end(body));

  test.each([
    [401, '{"error":"invalid_token"}', 'needs-credential'],
    [401, 'Use OAuth', 'needs-login'],
    [403, 'no', 'needs-credential'],
    [404, '<h1>Not found</h1>', 'not-an-mcp-server'],
    [405, '', 'not-an-mcp-server'],
    [500, 'oh', 'protocol-error'],
  ])('HTTP %i', async (status, body, expected) => {
    expect(await answer(status, 'text/plain', body)).toMatchObject({
      class: expected,
      message: `it answered initialize with HTTP ${status}`,
    });
  });

  test('a web page', async () => {
    expect((await answer(200, 'text/html', '<h1>Welcome</h1>')).class).toBe('not-an-mcp-server');
  });

  test('JSON that is no JSON-RPC, and broken JSON', async () => {
    expect((await answer(200, 'application/json', '{"ok":true}')).class).toBe('not-an-mcp-server');
    expect((await answer(200, 'application/json', '{"jsonrpc":"2.0","id":1,')).class).toBe('protocol-error');
  });

  test('a redirect to another host: the headers do not go there', async () => {
    let visits = 0;
    const other = await serve((_, response) => {
      visits++;
      response.end();
    });
    const found = await answer(307, 'text/plain', '', { location: other.href });
    expect(found.message).toBe(`it redirects to ${other.origin}; give that address if you trust it`);
    expect(visits).toBe(0);
  });

  test('a redirect in circles', async () => {
    const found = await failureOf((request, response) =>
      response.writeHead(308, { location: `${request.url}x` }).end(),
    );
    expect(found.message).toBe('it redirects again and again');
  });

  test('one that never answers', async () => {
    expect(await failureOf(() => {}, { timeoutSeconds: 2 })).toMatchObject({
      class: 'hangs-at-initialise',
      message: 'it did not answer within 2 s',
    });
  });

  test('one that sends for ever', async () => {
    const found = await failureOf((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = `: ${'x'.repeat(1024 * 1024)}\n`;
      const write = () => {
        while (response.write(chunk));
        response.once('drain', write);
      };
      write();
    });
    expect(found.class).toBe('too-large');
  });

  test('nobody there', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const outcome = await scanUrl(url);
    expect(outcome).toMatchObject({ failure: { class: 'needs-network', message: 'it cannot be reached' } });
  });

  test('an address that no server has', async () => {
    const outcome = await scanUrl(new URL('http://169.254.169.254/latest'));
    expect(outcome).toMatchObject({ failure: { message: expect.stringContaining('169.254.169.254 is a link-local') } });
  });

  test('headers that would travel unencrypted', async () => {
    const outcome = await scanUrl(new URL('http://example.invalid/mcp'), { 'x-key': 'open-sesame' });
    expect(outcome).toMatchObject({ failure: { message: 'its headers would travel unencrypted' } });
  });

  test('an address that only a configuration names', async () => {
    const what = { kind: 'http', url: new URL('https://example.invalid/mcp'), headers: [], named: false } as const;
    const target = { id: 'remote', named: true, label: '', what, environment: [] };
    expect(await scanTarget('remote', target, options)).toMatchObject({ failure: { class: 'needs-network' } });
  });
});
