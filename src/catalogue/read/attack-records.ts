import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AttackFile, MappingList } from '../../domain/attacks/attack.ts';
import type { Content, TextContent } from './content.ts';
import type { Problem } from './problem.ts';

/** What of a record in facts/attacks.json is compared; the rest of it is prose or analysis. */
const RecordSchema = z.object({
  id: z.string(),
  kind: z.string(),
  date: z.string(),
  affected: z.array(
    z.object({
      package: z.string(),
      vendor: z.string().nullish(),
      versions: z.string().nullish(),
      fixed: z.string().nullish(),
    }),
  ),
  cve: z.array(z.string()),
  ghsa: z.array(z.string()),
  cvss: z.array(
    z.object({ cve: z.string(), version: z.string(), score: z.number(), severity: z.string(), vector: z.string() }),
  ),
  cwe: z.array(z.string()),
  mappings: z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string(), basis: z.string() }))),
  related: z.array(z.string()),
  example_cases: z.array(z.string()),
  sources: z.array(z.object({ url: z.string(), seen: z.string() })),
  confidence: z.string(),
});
type AttackRecord = z.infer<typeof RecordSchema>;

/** The lists of a record by the names that entries use. */
const LISTS: Readonly<Record<string, MappingList>> = {
  atlas: 'MITRE ATLAS',
  owasp_llm_2025: 'OWASP LLM 2025',
  owasp_agentic_2026: 'OWASP Agentic 2026',
  owasp_mcp_2025: 'OWASP MCP 2025',
  saf_mcp: 'SAF-MCP',
};

/**
 * Problems for every fact of an attack entry that is not in its record in `$PLACARD_SHARED`, and for every fact of the record
 * that the entry lacks. Without that folder nothing can be compared, and that is said.
 */
export async function attackRecordProblems(
  content: Content,
  shared: string,
  say: (line: string) => void,
): Promise<Problem[]> {
  const records = await readRecords(path.join(shared, 'facts/attacks.json'));
  if (records === null) {
    say('Attacks are not compared with their records: PLACARD_SHARED (default ../shared) is not there.');
    return [];
  }
  const ids = new Set(content.attacks.map(({ id }) => id));
  const without = [...records.keys()].filter((id) => !ids.has(id));
  if (without.length > 0) say(`Records of attacks without an entry: ${without.join(', ')}.`);
  return content.attacks.flatMap((attack) => {
    const record = records.get(attack.id);
    if (record === undefined) {
      return [
        {
          severity: 'error' as const,
          file: attack.file,
          field: '',
          message: 'has no record of that id in facts/attacks.json',
          remedy: 'Name the file after its record.',
        },
      ];
    }
    return recordProblems(attack, record);
  });
}

async function readRecords(file: string): Promise<ReadonlyMap<string, AttackRecord> | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const records = z.array(RecordSchema).parse(JSON.parse(text));
  return new Map(records.map((record) => [record.id, record]));
}

/** Facts as texts, field by field, so that what is too much and what is missing can be named. */
type Facts = Readonly<Record<string, readonly string[]>>;

function recordProblems({ file, data }: TextContent<AttackFile>, record: AttackRecord): Problem[] {
  const stated = entryFacts(data);
  // A day that nobody stands by is shown as its month or year, and the entry says so.
  const isVague = (data.uncertain ?? []).length > 0 && record.date.startsWith(`${data.date}-`);
  const recorded = { ...recordFacts(record), ...(isVague ? { date: [data.date] } : {}) };
  return Object.entries(recorded).flatMap(([field, facts]) => {
    const given = stated[field] ?? [];
    const problem = (message: string): Problem => ({
      severity: 'error',
      file,
      field,
      message,
      remedy: 'Give exactly what facts/attacks.json gives.',
    });
    return [
      ...lacking(given, facts).map((fact) => problem(`says ${fact}, which its record does not`)),
      ...lacking(facts, given).map((fact) => problem(`lacks ${fact}, which its record has`)),
    ];
  });
}

function lacking(these: readonly string[], those: readonly string[]): string[] {
  const there = new Set(those);
  return [...new Set(these)].filter((fact) => !there.has(fact));
}

function entryFacts(data: AttackFile): Facts {
  return {
    kind: [data.kind],
    date: [data.date],
    confidence: [data.confidence],
    affected: data.affected.map(affectedFact),
    cve: data.cve,
    ghsa: data.ghsa,
    cwe: data.cwe,
    cvss: data.cvss.map(cvssFact),
    mappings: data.mappings.map(({ list, id, title, own }) => mappingFact(list, id, title, own)),
    related: data.related,
    sources: data.sources.map(({ url, seen }) => `${url} (${seen})`),
  };
}

function recordFacts(record: AttackRecord): Facts {
  return {
    kind: [record.kind],
    date: [record.date],
    confidence: [record.confidence],
    affected: record.affected.map(affectedFact),
    cve: record.cve,
    ghsa: record.ghsa,
    cwe: record.cwe,
    cvss: record.cvss.map(cvssFact),
    mappings: Object.entries(record.mappings).flatMap(([list, mappings]) =>
      mappings.map(({ id, name, basis }) => mappingFact(LISTS[list] ?? list, id, name, basis !== 'explicit')),
    ),
    related: [...record.related, ...record.example_cases],
    sources: record.sources.map(({ url, seen }) => `${url} (${seen})`),
  };
}

function affectedFact(item: AttackRecord['affected'][number]): string {
  const { package: name, vendor, versions, fixed } = item;
  return JSON.stringify({ package: name, vendor: vendor ?? null, versions: versions ?? null, fixed: fixed ?? null });
}

function cvssFact({ cve, version, score, severity, vector }: AttackRecord['cvss'][number]): string {
  return `${cve} CVSS ${version} ${score} ${severity.toUpperCase()} ${vector}`;
}

function mappingFact(list: string, id: string, title: string, own: boolean): string {
  return `${list} ${id} “${title}” ${own ? '(ours)' : '(the list’s)'}`;
}
