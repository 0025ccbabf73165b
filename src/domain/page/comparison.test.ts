import { expect, test } from 'vitest';
import { decide } from '../policy/decide.ts';
import { type ComparedServer, type ComparedTool, compareServers, compareTools, differs } from './comparison.ts';

const NOT_SAID = { state: 'not-said' } as const;
const tool = (name: string, part: Partial<ComparedTool['verdict']>, more: Partial<ComparedTool> = {}): ComparedTool => {
  const verdict = { category: 'Read' as const, level: 'low' as const, score: 10, signals: [], shares: false, ...part };
  return {
    name,
    verdict: { ...verdict, decision: decide({ ...verdict, doubts: [] }) },
    classification: {
      confidence: 0.95,
      annotations: {
        readOnlyHint: { state: 'contradicted', value: true },
        destructiveHint: NOT_SAID,
        idempotentHint: NOT_SAID,
        openWorldHint: NOT_SAID,
      },
    },
    ...more,
  };
};
const READ = tool('get', {}, { inputSchema: { properties: { id: {}, full: {} }, required: ['id'] } });
const RUN = tool('run', { category: 'Execute', level: 'critical', score: 80, signals: ['code'] });
const server = (name: string, ...tools: ComparedTool[]): ComparedServer => ({
  name,
  listing: { state: 'complete' },
  listed: { date: '2026-11-20', how: 'tools/list over stdio' },
  worstLevel: tools[0]?.verdict.level ?? null,
  tools,
});
const line = (rows: ReturnType<typeof compareTools>, label: string) => rows.find((row) => row.label === label);

test('two tools: every line says what each side is, and which lines differ', () => {
  const rows = compareTools(READ, RUN);
  expect(line(rows, 'Risk')).toMatchObject({ a: ['Low risk'], b: ['Critical risk'] });
  expect(line(rows, 'Recommended')?.a).toEqual(['It is allowed.']);
  expect(line(rows, 'Parameters')).toMatchObject({ a: ['id (required)', 'full'], b: ['not known'] });
  expect(line(rows, 'Its own annotations')?.a[0]).toBe('readOnlyHint: true, contradicted by the definition');
  expect(rows.filter(differs).map(({ label }) => label)).toContain('Signals');
  expect(compareTools(READ, READ).filter(differs)).toEqual([]);
});

test('two servers: what neither has is left out, names of one side stand there', () => {
  const rows = compareServers(server('A', RUN, READ), server('B', READ));
  expect(line(rows, 'Names on one side only')).toMatchObject({ a: ['run'], b: ['none'] });
  expect(line(rows, 'Financial')).toBeUndefined();
  expect(line(rows, 'Execute')).toMatchObject({ a: ['1 tool'], b: ['0 tools'] });
});

test('what no definition shows, or nobody has looked at, is not counted as absent', () => {
  const copied: ComparedServer = { ...server('A', RUN), listing: { state: 'unknown' } };
  const rows = compareServers(copied, server('B', READ));
  expect(line(rows, 'Tools')).toMatchObject({ a: ['1 tool recorded, perhaps not all'], b: ['1 tool'] });
  expect(line(rows, 'Code or a query')).toMatchObject({ a: ['1 tool'], b: ['no definition shows it'] });
  expect(line(rows, 'Credentials')).toMatchObject({ a: ['not recorded'], b: ['not recorded'] });
});

test.each<[string, ComparedTool['inputSchema'], readonly string[]]>([
  ['no schema', undefined, ['not known']],
  ['a schema that cannot be followed', { $ref: '#/nowhere' }, ['not known']],
  ['a schema without properties', { type: 'object' }, ['its schema names none']],
  [
    'shapes',
    {
      oneOf: [{ properties: { id: {} } }, { properties: { name: {} } }],
    },
    ['Shape 1: id', 'Shape 2: name'],
  ],
])('parameters of %s', (_, inputSchema, words) => {
  const given = tool('get', {}, inputSchema === undefined ? {} : { inputSchema });
  expect(line(compareTools(given, given), 'Parameters')?.a).toEqual(words);
});

test('a property that every object has is no parameter', () => {
  const odd = tool('odd', {}, { inputSchema: JSON.parse('{"properties": {"__proto__": {}, "constructor": {}}}') });
  expect(line(compareTools(odd, odd), 'Parameters')?.a).toEqual(['__proto__', 'constructor']);
});
