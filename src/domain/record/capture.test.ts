import { expect, test } from 'vitest';
import { type Capture, CaptureSchema } from './capture.ts';

const CAPTURE: Capture = {
  schemaVersion: 1,
  id: 'example',
  at: '2026-11-20T10:00:00.000Z',
  target: { kind: 'npm', package: 'example', version: '1.0.0' },
  listed: { date: '2026-11-20', how: 'tools/list over stdio' },
  duration: { initialize: 1, list: 2, close: 3 },
  sandbox: 'bubblewrap',
  network: { allowed: false, attempts: 0 },
  initialize: {},
  pages: [],
  output: { noiseLines: 0, noiseBytes: 0, stderrBytes: 0 },
  masked: 0,
};

test.each<[object, boolean]>([
  [{}, true],
  [{ target: { kind: 'npm', package: 'example', version: '1.0.0', bin: 'serve' } }, true],
  [{ target: { kind: 'npm', package: 'example' } }, false],
  [{ target: { kind: 'command', command: 'node' } }, true],
  [{ target: { kind: 'command', command: 'node', environment: { KEY: 'secret' } } }, false],
  [{ target: { kind: 'http', url: 'https://example.com/mcp', headers: ['x-api-key'] } }, true],
  [{ target: { kind: 'http', url: 'https://example.com/mcp', headers: { 'x-api-key': 'secret' } } }, false],
  [{ target: { kind: 'other' } }, false],
  [{ id: 'No Slug' }, false],
  [{ at: 'yesterday' }, false],
  [{ duration: { initialize: 1 } }, false],
  [{ sandbox: 'none' }, true],
  [{ sandbox: 'remote' }, true],
  [{ sandbox: 'perhaps' }, false],
  [{ network: { allowed: true } }, true],
  [{ network: {} }, false],
  [{ output: {} }, false],
  [{ environment: {} }, false],
])('%j: %s', (given, fits) => expect(CaptureSchema.safeParse({ ...CAPTURE, ...given }).success).toBe(fits));
