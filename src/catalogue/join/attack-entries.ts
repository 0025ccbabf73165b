import { ATTACK_CLASSES, type AttackFile, MAPPING_LISTS } from '../../domain/attacks/attack.ts';
import { ATTACK_WORDS, SEVERITY_WORDS, type SeverityValue } from '../../domain/attacks/attack-wording.ts';
import type { AttackEntry, Facet, FacetValue } from '../../domain/attacks/filter/attack-facets.ts';
import { type Reach, reachOf } from '../../domain/attacks/relate.ts';
import { CATEGORIES, categorySegment } from '../../domain/risk/category.ts';
import { SIGNAL_LABEL } from '../../domain/risk/risk-wording.ts';
import { RISK_SIGNALS } from '../../domain/risk/signal.ts';
import { slugFromId } from '../../domain/text/slug.ts';
import type { Catalogue, CataloguedText } from './catalogue.ts';

type Attack = CataloguedText<AttackFile>;

/** The patterns of an attack: itself, or those that a case names. */
export function patternsOf(catalogue: Pick<Catalogue, 'attacks'>, attack: Attack): Attack[] {
  if (attack.data.kind === 'pattern') return [attack];
  return catalogue.attacks.filter(({ id, data }) => data.kind === 'pattern' && attack.data.related.includes(id));
}

/** What kinds of tools an attack reaches; a case those of its patterns. */
export function attackReach(catalogue: Pick<Catalogue, 'attacks'>, attack: Attack): Reach[] {
  return patternsOf(catalogue, attack).flatMap(({ data }) => reachOf(data.join));
}

/** The severity of an attack: the worst of its CVSS scores. */
export function severityOf({ cvss }: Pick<AttackFile, 'cvss'>): SeverityValue {
  const [worst] = cvss.toSorted((a, b) => b.score - a.score);
  return worst === undefined ? 'not-scored' : (worst.severity.toLowerCase() as SeverityValue);
}

/** All attacks as the filter of the list knows them, in the order of the list: by class, patterns first, newest first. */
export function attackEntries(catalogue: Pick<Catalogue, 'attacks'>): AttackEntry[] {
  return listedAttacks(catalogue).map((attack) => {
    const { data } = attack;
    const reach = attackReach(catalogue, attack);
    return {
      id: attack.id,
      title: data.title,
      facets: {
        kind: [data.kind],
        class: [data.class],
        category: unique(reach.flatMap(({ categories }) => categories.map(categorySegment))),
        signal: unique(reach.flatMap(({ signals }) => signals)),
        taxonomy: unique(data.mappings.map(({ list }) => slugFromId(list) as string)),
        year: [data.date.slice(0, 4)],
        severity: [severityOf(data)],
        confidence: [data.confidence],
      },
      ids: [...data.cve, ...data.ghsa, ...data.cwe],
      mappings: data.mappings.map(({ id, title }) => [id, title] as const),
      names: unique([...data.aliases, ...data.affected.map((item) => item.package)]),
      summary: data.summary,
    };
  });
}

/** The attacks in the order of the list. */
export function listedAttacks(catalogue: Pick<Catalogue, 'attacks'>): Attack[] {
  const classes = Object.keys(ATTACK_CLASSES);
  return catalogue.attacks.toSorted(
    (a, b) =>
      classes.indexOf(a.data.class) - classes.indexOf(b.data.class) ||
      (a.data.kind === b.data.kind ? 0 : a.data.kind === 'pattern' ? -1 : 1) ||
      (a.data.kind === 'pattern' ? 0 : b.data.date.localeCompare(a.data.date)),
  );
}

/** The values of each facet that there can be, in a fixed order; years as the entries have them, newest first. */
export function facetValues(entries: readonly AttackEntry[]): Readonly<Record<Facet, readonly FacetValue[]>> {
  const of = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));
  const years = unique(entries.flatMap(({ facets }) => facets.year))
    .sort()
    .reverse();
  return {
    kind: of(Object.entries(ATTACK_WORDS.kind)),
    class: of(Object.entries(ATTACK_CLASSES)),
    category: of(CATEGORIES.map((category) => [categorySegment(category), category])),
    signal: of(RISK_SIGNALS.map((signal) => [signal, SIGNAL_LABEL[signal]])),
    taxonomy: of(Object.keys(MAPPING_LISTS).map((list) => [slugFromId(list) as string, list])),
    year: of(years.map((year) => [year, year])),
    severity: of(Object.entries(SEVERITY_WORDS)),
    confidence: of([
      ['high', 'High'],
      ['medium', 'Medium'],
      ['low', 'Low'],
    ]),
  };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
