import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { attacksJsonSchema, logLineJsonSchema } from '../../domain/attacks/attack-data.ts';
import { type GivenContent, writeContentRoot } from '../../test/content-root.ts';
import { loadCatalogue } from '../load.ts';
import { attacksAtom, attacksCsv, attacksData, csvCell, navigatorLayer } from './attack-exports.ts';

const HOSTILE = '=HYPERLINK("x"), "quoted"; <b>&amp;\u2028 end';
const ATTACKS = {
  one: {
    title: HOSTILE,
    summary: `+1 ${HOSTILE}`,
    mappings: [{ list: 'MITRE ATLAS', id: 'AML.T0051.001', title: 'A technique', own: true }],
    related: ['two'],
  },
  two: {
    kind: 'case',
    join: undefined,
    rule: undefined,
    date: '2026',
    related: ['one'],
    cve: ['CVE-2025-6514', 'CVE-2025-6515'],
    affected: [{ package: '@a/b', versions: '< 1', fixed: '1.0' }],
    body: 'Fixed in @a/b 1.0: is yours older?',
    mappings: [{ list: 'MITRE ATLAS', id: 'AML.T0051.001', title: 'A technique', own: false }],
  },
};
const load = async (site?: GivenContent['site']) =>
  loadCatalogue(await writeContentRoot({ attacks: ATTACKS, ...(site ? { site } : {}) }));
const roots = [
  ['made up', () => load()],
  ['this project’s', () => loadCatalogue('content')],
] as const;

describe.each(roots)('%s attacks', (_, read) => {
  test('as JSON fit their JSON Schema', async () => {
    const catalogue = await read();
    const data = JSON.parse(JSON.stringify(attacksData(catalogue)));
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const fits = ajv.compile(attacksJsonSchema());
    expect(fits(data), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
    expect(data.attacks).toHaveLength(catalogue.attacks.length);
    expect(fits({ ...data, attacks: [{ ...data.attacks[0], kind: 'other' }] })).toBe(false);
  });

  test('as CSV are read by another parser as they are', async () => {
    const catalogue = await read();
    const rows: Record<string, string>[] = parse(attacksCsv(catalogue), { columns: true, record_delimiter: '\r\n' });
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(catalogue.attacks.map(({ id }) => id)));
    for (const { id, data } of catalogue.attacks) {
      const row = rows.find((each) => each.id === id);
      expect(row?.summary?.replace(/^'(?=[=+@-])/, '')).toBe(data.summary);
      expect(row?.cve).toBe(data.cve.join('; '));
    }
    expect(rows.flatMap(Object.values).filter((cell) => /^[=+\-@\t\r]/.test(String(cell)))).toEqual([]);
  });

  test('as a feed fit Atom, by libxml2 and a grammar in RELAX NG', async () => {
    const catalogue = await read();
    const feed = attacksAtom(catalogue);
    const schema = await readFile('src/test/atom.rng', 'utf8');
    const check = (contents: string) =>
      validateXML({ xml: { fileName: 'feed.xml', contents }, schema, extension: 'relaxng' });
    const result = await check(feed);
    expect(result.errors).toEqual([]);
    expect(result.valid).toBe(true);
    expect((await check(feed.replace(/<updated>.*?<\/updated>/, ''))).valid).toBe(false);
    expect([...feed.matchAll(/<entry>/g)]).toHaveLength(catalogue.attacks.length);
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('as a layer fit the Navigator’s layer format', async () => {
    const layer = JSON.parse(JSON.stringify(navigatorLayer(await read())));
    const ajv = new Ajv2020({ strict: true, validateFormats: false });
    const fits = ajv.compile(LAYER_SCHEMA);
    expect(fits(layer), JSON.stringify(fits.errors)).toBe(true);
    const ids = layer.techniques.map(({ techniqueID }: { techniqueID: string }) => techniqueID);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});

test('a layer says which mappings are ours, and links where the site has an address', async () => {
  const layer = navigatorLayer(await load({ address: 'https://catalogue.example/' })) as {
    techniques: { score: number; comment: string; links: { url: string }[] }[];
  };
  expect(layer.techniques).toHaveLength(1);
  expect(layer.techniques[0]?.score).toBe(2);
  expect(layer.techniques[0]?.comment).toBe(`${HOSTILE} (ours)\nThe text two`);
  expect(layer.techniques[0]?.links.map(({ url }) => url)).toEqual([
    'https://catalogue.example/attacks/one/',
    'https://catalogue.example/attacks/two/',
  ]);
});

test('a feed names whole addresses where the site has one, and dates that are known in part as their first day', async () => {
  const feed = attacksAtom(await load({ address: 'https://catalogue.example/' }));
  expect(feed).toContain('href="https://catalogue.example/attacks/one/"');
  expect(feed).toContain('<updated>2026-01-01T00:00:00Z</updated>');
  expect(feed).toContain('<updated>2025-07-01T00:00:00Z</updated>');
});

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ['=1+1', "'=1+1"],
  ['@sum', "'@sum"],
  ['-1', "'-1"],
  [7, '7'],
])('the cell %j is written %s', (value, cell) => expect(csvCell(value)).toBe(cell));

test('the schema of a log line takes a line with what is needed, and nothing else', () => {
  const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(logLineJsonSchema());
  const line = { time: '2026-11-20T10:00:00Z', server: 's', tool: 't' };
  expect(fits(line)).toBe(true);
  expect(fits({ ...line, other: 1 })).toBe(false);
  expect(fits({ server: 's', tool: 't' })).toBe(false);
});

/**
 * The Navigator's layer format, the fields that our layer has (mitre-attack/attack-navigator, layers/LAYERFORMATv4_3.md, and
 * the layers of mitre-atlas/atlas-navigator-data, whose domain is atlas-atlas).
 */
const LAYER_SCHEMA = {
  type: 'object',
  required: ['name', 'versions', 'domain', 'techniques'],
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    description: { type: 'string' },
    domain: { const: 'atlas-atlas' },
    versions: {
      type: 'object',
      required: ['layer', 'navigator'],
      additionalProperties: false,
      properties: { layer: { const: '4.3' }, navigator: { type: 'string' }, attack: { type: 'string' } },
    },
    metadata: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'value'],
        properties: { name: { type: 'string' }, value: { type: 'string' } },
      },
    },
    gradient: {
      type: 'object',
      required: ['colors', 'minValue', 'maxValue'],
      additionalProperties: false,
      properties: {
        colors: { type: 'array', minItems: 2, items: { type: 'string', pattern: '^#[0-9a-f]{6}$' } },
        minValue: { type: 'number' },
        maxValue: { type: 'number' },
      },
    },
    techniques: {
      type: 'array',
      items: {
        type: 'object',
        required: ['techniqueID'],
        additionalProperties: false,
        properties: {
          techniqueID: { type: 'string', pattern: '^AML\\.T\\d{4}(\\.\\d{3})?$' },
          score: { type: 'number' },
          comment: { type: 'string' },
          links: {
            type: 'array',
            items: {
              type: 'object',
              required: ['label', 'url'],
              additionalProperties: false,
              properties: { label: { type: 'string' }, url: { type: 'string', pattern: '^https?://' } },
            },
          },
        },
      },
    },
  },
} as const;
