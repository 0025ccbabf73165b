import { z } from 'zod';
import { AttackFileSchema } from './attack.ts';

/**
 * content/attacks/facts/<id>.yaml: what was looked up for an attack, apart from what was written about it. Fields are those of
 * the entry (attack.ts); the date may be more exact than the one that the entry stands by. No sentences, no links between
 * entries (docs/adding-an-attack.md#facts).
 */
export const AttackFactsSchema = AttackFileSchema.pick({
  kind: true,
  date: true,
  confidence: true,
  affected: true,
  cve: true,
  ghsa: true,
  cwe: true,
  cvss: true,
  mappings: true,
}).extend({ sources: z.array(AttackFileSchema.shape.sources.element.omit({ title: true })).min(1) });
export type AttackFacts = z.infer<typeof AttackFactsSchema>;

/** Facts as texts, field by field, so that what is too much and what is missing can be named. */
export type FactTexts = Readonly<Record<string, readonly string[]>>;

/** Every fact of an entry or of a facts file as a text that names it; both give the same texts for the same facts. */
export function factTexts(facts: AttackFacts): FactTexts {
  return {
    kind: [facts.kind],
    date: [facts.date],
    confidence: [facts.confidence],
    affected: facts.affected.map(({ package: name, vendor, versions, fixed }) =>
      JSON.stringify({ package: name, vendor, versions, fixed }),
    ),
    cve: facts.cve,
    ghsa: facts.ghsa,
    cwe: facts.cwe,
    cvss: facts.cvss.map(
      ({ cve, version, score, severity, vector }) =>
        `${cve} CVSS ${version} ${score} ${severity.toUpperCase()} ${vector}`,
    ),
    mappings: facts.mappings.map(
      ({ list, id, title, own }) => `${list} ${id} “${title}” ${own ? '(ours)' : '(the list’s)'}`,
    ),
    sources: facts.sources.map(({ url, seen }) => `${url} (${seen})`),
  };
}
