import { describe, expect, test } from 'vitest';
import { ServerFileSchema } from '../../domain/record/server.ts';
import { ImportError, type ImportedServer } from './imported.ts';
import { importJsonl } from './jsonl.ts';

const TODAY = '2026-11-21';
const line = (value: object) => JSON.stringify({ id: 'test', tools: [], ...value });
const imported = (value: object) => importJsonl(line(value), TODAY)[0] as ImportedServer;

test('one server a line, in order; empty lines and Windows line ends are no servers', () => {
  const text = `\n${line({ id: 'b' })}\r\n\r\n${line({ id: 'a' })}\n`;
  expect(importJsonl(text, TODAY).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(importJsonl('', TODAY)).toEqual([]);
});

describe('how trustworthy a definition is', () => {
  const inputSchema = { type: 'object' };

  test.each([
    [{}, 'snapshot', inputSchema],
    [{ schemaDerived: true }, 'derived', inputSchema],
    [{ schemaMissing: true }, 'documented', undefined],
    [{ schemaMissing: true, schemaDerived: true }, 'documented', undefined],
    [{ schemaDerived: 'yes', schemaMissing: null }, 'snapshot', inputSchema],
  ])('%j is %s', (marks, definitionSource, schema) => {
    const [tool] = imported({ tools: [{ name: 'x', inputSchema, ...marks }] }).tools;
    expect(tool?.definitionSource).toBe(definitionSource);
    expect(tool?.definition.inputSchema).toEqual(schema);
    expect(Object.keys(tool?.definition ?? {})).not.toContain('schemaMissing');
  });
});

test.each([
  [undefined, undefined],
  ['2026-03-04T05:06:07Z', '2026-03-04'],
  ['2026-03-04', '2026-03-04'],
  [Date.parse('2026-03-04T23:59:59Z') / 1000, '2026-03-04'],
  ['2030-01-01', undefined],
  ['2001-01-01', undefined],
  ['not a day', undefined],
  [Number.MAX_VALUE, undefined],
  [null, undefined],
])('captured at %j: as of %s, looked at today; else as of the day that is given for all', (capturedAt, asOf) => {
  expect(imported({ capturedAt }).listed).toMatchObject({ date: TODAY, ...(asOf === undefined ? {} : { asOf }) });
  expect('asOf' in imported({ capturedAt }).listed).toBe(asOf !== undefined);
  const [server] = importJsonl(line({ capturedAt }), TODAY, '2025-06-05');
  expect(server?.listed.asOf).toBe(asOf ?? '2025-06-05');
});

describe('what is said of the server', () => {
  test('everything that the line has', () => {
    const given = imported({
      id: 'io.github.x/test',
      title: ' Test ',
      version: '1.2.3',
      homepage: 'git+https://example.com/test',
      package: { registry: 'npm', name: '@x/test' },
      source: { repo: 'x/collection', commit: 'abc', licence: 'MIT' },
    });
    expect(given.listed).toEqual({
      date: TODAY,
      how: 'a public copy of the list',
      version: '1.2.3',
      callsItself: 'Test',
    });
    expect(given.server).toEqual({
      name: given.id,
      homepage: 'https://example.com/test',
      package: { registry: 'npm', name: '@x/test' },
      listing: { state: 'unknown' },
      source: { kind: 'corpus', id: 'io.github.x/test', repository: 'x/collection', commit: 'abc', licence: 'MIT' },
    });
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['null everywhere', { title: null, version: null, homepage: null, package: null, source: null }],
    ['a homepage that runs', { homepage: 'javascript:alert(1)' }],
    ['a registry that is none', { package: { registry: 'evil', name: 'x' } }],
    ['names without end', { title: 'x'.repeat(500), package: { registry: 'npm', name: 'x'.repeat(500) } }],
    ['other types', { title: 3, homepage: [], package: 'x', source: 'y', version: {} }],
  ])('%s: it still is a valid server.yaml', (_, given) => {
    const { server } = imported(given);
    expect(ServerFileSchema.parse(server)).toEqual(server);
    expect(Object.keys(server)).toEqual(['name', 'listing', 'source']);
  });
});

describe('refuses, and says where', () => {
  test.each([
    ['{', /^line 2: cannot be read as JSON/],
    ['[]', /^line 2: is no server/],
    ['{"id": 1, "tools": []}', /^line 2: is no server/],
    ['{"id": "x"}', /^line 2: is no server/],
    ['{"id": "x", "tools": [{"name": "a"}, {}]}', /^line 2, tool 2: name: /],
  ])('%s', (bad, message) => {
    expect(() => importJsonl(`${line({})}\n${bad}`, TODAY)).toThrow(ImportError);
    expect(() => importJsonl(`${line({})}\n${bad}`, TODAY)).toThrow(message);
  });
});
