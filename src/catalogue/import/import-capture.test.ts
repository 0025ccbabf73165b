import { expect, test } from 'vitest';
import { type Capture, CaptureSchema } from '../../domain/record/capture.ts';
import { ServerFileSchema } from '../../domain/record/server.ts';
import { importCapture } from './import-capture.ts';

const CAPTURE: Capture = {
  schemaVersion: 1,
  id: 'acme',
  at: '2026-11-21T10:00:00.000Z',
  target: { kind: 'npm', package: '@acme/s', version: '1.2.3', bin: 'two' },
  listed: { date: '2026-11-21', how: 'x', version: '1.2.3', environment: ['ACME_TOKEN', 'LOG_LEVEL'] },
  duration: { initialize: 1, list: 2, close: 3 },
  sandbox: 'bubblewrap',
  network: { allowed: false, attempts: 0 },
  initialize: { protocolVersion: '2025-11-25', serverInfo: { name: 'acme-mcp', title: 'Acme' } },
  pages: [
    { tools: [{ name: 'a', extra: 1 }, { description: 'no name' }] },
    { tools: [{ name: 'b', description: null }] },
  ],
  output: { noiseLines: 0, noiseBytes: 0, stderrBytes: 0 },
  masked: 0,
};
const MANIFEST = {
  license: 'MIT',
  homepage: 'javascript:alert(1)',
  repository: { url: 'git+https://example.com/acme/s.git' },
};

test('tools of all pages; one that cannot be read is left out and said', () => {
  const { server, skipped } = importCapture(CaptureSchema.parse(CAPTURE), 'My shop', MANIFEST);
  expect(server.tools.map(({ definition }) => definition)).toEqual([{ name: 'a' }, { name: 'b' }]);
  expect(skipped).toEqual([expect.stringContaining('tool 2: name')]);
  expect(server.server).toEqual({
    name: 'My shop',
    repository: 'https://example.com/acme/s',
    licence: 'MIT',
    package: { registry: 'npm', name: '@acme/s', bin: 'two' },
    transport: ['stdio'],
    credentials: ['ACME_TOKEN'],
    listing: { state: 'partial', total: 3, note: '1 definitions could not be read' },
    source: { kind: 'scan', id: 'acme' },
  });
  expect(ServerFileSchema.safeParse(server.server).success).toBe(true);
});

test('a remote server has an endpoint, without its query', () => {
  const target = { kind: 'http', url: 'https://example.com/mcp?key=…', headers: ['x-key'] } as const;
  const { server } = importCapture(
    { ...CAPTURE, target: { ...target, headers: [...target.headers] }, pages: [] },
    'far',
  );
  expect(server.server).toMatchObject({ endpoint: 'https://example.com/mcp', transport: ['streamable-http'] });
  expect(server.server.listing).toEqual({ state: 'complete' });
});

test('the name is the person’s; what the server calls itself is kept as its claim', () => {
  const claim = (initialize: unknown, name = 'ops') => {
    const { server } = importCapture(CaptureSchema.parse({ ...CAPTURE, initialize }), name);
    return [server.server.name, server.listed.callsItself];
  };
  expect(claim({ serverInfo: { name: 'github-mcp-server', title: 'GitHub' } })).toEqual(['ops', 'GitHub']);
  expect(claim({ serverInfo: { name: 'loop' } })).toEqual(['ops', 'loop']);
  expect(claim({ serverInfo: { name: `Git\u202EHub\n${'x'.repeat(100)}` } })).toEqual([
    'ops',
    `Git Hub ${'x'.repeat(72)}`,
  ]);
  expect(claim({ serverInfo: { name: '\u200B ' } })).toEqual(['ops', undefined]);
  expect(claim({ serverInfo: { name: 7 } })).toEqual(['ops', undefined]);
  expect(claim('GitHub')).toEqual(['ops', undefined]);
  expect(claim(undefined, '  ')).toEqual(['acme', undefined]);
  expect(claim({}, 'k'.repeat(100))).toEqual(['k'.repeat(80), undefined]);
});
