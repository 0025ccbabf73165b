import { ATTACK_CLASSES, type AttackFile, type MappingList } from '../../domain/attacks/attack.ts';
import type { AttacksData } from '../../domain/attacks/attack-data.ts';
import { absoluteUrl, urls } from '../../domain/site/urls.ts';
import { escapeMarkup } from '../../domain/text/markup.ts';
import { attackReach, listedAttacks, severityOf } from '../join/attack-entries.ts';
import { ruleHere } from '../join/attack-page.ts';
import type { Catalogue, CataloguedText } from '../join/catalogue.ts';
import { concernedServers, concernedTools } from '../join/relations.ts';

type Attack = CataloguedText<AttackFile>;

/** All attacks for programs: /attacks.json. */
export function attacksData(catalogue: Catalogue): AttacksData {
  return {
    schemaVersion: 1,
    attacks: listedAttacks(catalogue).map((attack) => ({
      id: attack.id,
      path: attack.url,
      ...attack.data,
      rule: ruleHere(catalogue, attack),
      openTools: openTools(catalogue, attack),
      openServers: concernedServers(catalogue, attack).map(({ server }) => server.slug),
    })),
  };
}

/** How many tools are open to a pattern. A case counts none: its flaw was in one product, and its patterns count theirs. */
function openTools(catalogue: Catalogue, attack: Attack): number {
  return attack.data.kind === 'pattern' ? concernedTools(catalogue, attack).length : 0;
}

/** The columns of /attacks.csv; several values in one are parted by a semicolon and a space. */
const COLUMNS: readonly (readonly [string, (attack: Attack, catalogue: Catalogue) => string | number])[] = [
  ['id', ({ id }) => id],
  ['title', ({ data }) => data.title],
  ['kind', ({ data }) => data.kind],
  ['class', ({ data }) => ATTACK_CLASSES[data.class]],
  ['date', ({ data }) => data.date],
  ['summary', ({ data }) => data.summary],
  ['confidence', ({ data }) => data.confidence],
  ['policy', ({ data }) => data.policy.verdict],
  ['severity', ({ data }) => severityOf(data)],
  ['cvss', ({ data }) => joined(data.cvss.map(({ score }) => score.toFixed(1)))],
  ['cve', ({ data }) => joined(data.cve)],
  ['ghsa', ({ data }) => joined(data.ghsa)],
  ['cwe', ({ data }) => joined(data.cwe)],
  ['affected', ({ data }) => joined(data.affected.map((item) => `${item.package} ${item.versions ?? ''}`.trim()))],
  ['fixed', ({ data }) => joined(data.affected.flatMap((item) => item.fixed ?? []))],
  ['mitre_atlas', ({ data }) => mapped(data, 'MITRE ATLAS')],
  ['owasp_llm_2025', ({ data }) => mapped(data, 'OWASP LLM 2025')],
  ['owasp_agentic_2026', ({ data }) => mapped(data, 'OWASP Agentic 2026')],
  ['owasp_mcp_2025', ({ data }) => mapped(data, 'OWASP MCP 2025')],
  ['saf_mcp', ({ data }) => mapped(data, 'SAF-MCP')],
  ['categories', (attack, catalogue) => joined(attackReach(catalogue, attack).flatMap(({ categories }) => categories))],
  ['signals', (attack, catalogue) => joined(attackReach(catalogue, attack).flatMap(({ signals }) => signals))],
  ['open_tools', (attack, catalogue) => openTools(catalogue, attack)],
  ['page', (attack, { site }) => absoluteUrl(site.address, attack.url) ?? attack.url],
];

/** /attacks.csv by RFC 4180: comma, quoted where it must be, lines end with CR LF. */
export function attacksCsv(catalogue: Catalogue): string {
  const rows = listedAttacks(catalogue).map((attack) => COLUMNS.map(([, cell]) => cell(attack, catalogue)));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].join('; ');
}

function mapped(data: AttackFile, list: MappingList): string {
  return joined(data.mappings.filter((mapping) => mapping.list === list).map(({ id }) => id));
}

/** A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** /attacks.atom (RFC 4287): every entry, newest first. Ids are tag URIs, so they stay when the site moves. */
export function attacksAtom(catalogue: Catalogue): string {
  const { site } = catalogue;
  const link = (path: string) => absoluteUrl(site.address, path) ?? path;
  const newest = catalogue.attacks.toSorted(
    (a, b) => b.data.date.localeCompare(a.data.date) || a.id.localeCompare(b.id),
  );
  const entries = newest.map(({ id, url, data }) =>
    [
      '  <entry>',
      `    <id>tag:placard,2026:attack/${id}</id>`,
      `    <title>${xml(data.title)}</title>`,
      `    <updated>${atomDate(data.date)}</updated>`,
      `    <link rel="alternate" type="text/html" href="${xml(link(url))}"/>`,
      `    <category term="${data.kind}"/>`,
      `    <category term="${data.class}" label="${xml(ATTACK_CLASSES[data.class])}"/>`,
      `    <summary type="text">${xml(data.summary)}</summary>`,
      '  </entry>',
    ].join('\n'),
  );
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    '  <id>tag:placard,2026:attacks</id>',
    `  <title>${xml(`${site.name}: attacks`)}</title>`,
    `  <updated>${atomDate(newest[0]?.data.date ?? '1970')}</updated>`,
    `  <author><name>${xml(site.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(link(urls.attackFeed))}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(link(urls.attacks))}"/>`,
  ];
  return `${[...head, ...entries, '</feed>'].join('\n')}\n`;
}

/** A moment for a date that may be a month or a year: its first. */
function atomDate(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`;
}

/** Text in XML: marks escaped, characters that XML forbids left out. */
function xml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}

/** The version of ATLAS' data that the mappings were made with. */
const ATLAS_VERSION = '5.6.0';

/** The techniques of MITRE ATLAS that entries are mapped to, as a layer for its Navigator (layer format 4.3, as ATLAS' own). */
export function navigatorLayer(catalogue: Catalogue): object {
  const { site } = catalogue;
  const techniques = new Map<string, Attack[]>();
  for (const attack of listedAttacks(catalogue)) {
    for (const { list, id } of attack.data.mappings) {
      if (list === 'MITRE ATLAS' && id.startsWith('AML.T')) techniques.set(id, [...(techniques.get(id) ?? []), attack]);
    }
  }
  const most = Math.max(1, ...[...techniques.values()].map((attacks) => attacks.length));
  return {
    versions: { layer: '4.3', navigator: '4.6.4' },
    domain: 'atlas-atlas',
    name: `${site.name}: documented attacks on agents and their tools`,
    description:
      'The score counts entries that are mapped to the technique. Mappings marked "ours" are assignments that we made, not ATLAS.',
    metadata: [{ name: 'atlas_data_version', value: ATLAS_VERSION }],
    techniques: [...techniques]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([techniqueID, attacks]) => ({
        techniqueID,
        score: attacks.length,
        comment: attacks
          .map((attack) => `${attack.data.title}${isOurs(attack, techniqueID) ? ' (ours)' : ''}`)
          .join('\n'),
        ...(site.address === undefined
          ? {}
          : {
              links: attacks.map((attack) => ({
                label: attack.data.title,
                url: absoluteUrl(site.address, attack.url) as string,
              })),
            }),
      })),
    gradient: { colors: ['#ffffff', '#4e082a'], minValue: 0, maxValue: most },
  };
}

function isOurs({ data }: Attack, technique: string): boolean {
  return data.mappings.some(({ id, own }) => id === technique && own);
}
