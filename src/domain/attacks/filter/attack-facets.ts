/** What the list of attacks can be narrowed by, in the order in which pages show it. */
export const FACETS = ['kind', 'class', 'category', 'signal', 'taxonomy', 'year', 'severity', 'confidence'] as const;
export type Facet = (typeof FACETS)[number];

/** A value of a facet: as it stands in the address, and in words. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
}

/** Values that a reader chose; none of a facet leaves it open. */
export type Chosen = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** One attack as the filter knows it: small, because all of them are loaded at once. */
export interface AttackEntry {
  readonly id: string;
  readonly title: string;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** What it is called elsewhere: CVE, GHSA and CWE ids. */
  readonly ids: readonly string[];
  /** Ids in public lists, with their titles. */
  readonly mappings: readonly (readonly [id: string, title: string])[];
  /** Words of ours that people use for it, and the packages that are affected. */
  readonly names: readonly string[];
  readonly summary: string;
}

/** Whether an entry has a chosen value in every facet in which one was chosen. */
export function isChosen(entry: AttackEntry, chosen: Chosen, except?: Facet): boolean {
  return FACETS.every((facet) => {
    const wanted = chosen[facet] ?? [];
    return facet === except || wanted.length === 0 || wanted.some((value) => entry.facets[facet].includes(value));
  });
}

/**
 * How many of these entries a further value of each facet would show: what is chosen in the facet itself does not count,
 * because another value there adds.
 */
export function facetCounts(
  entries: readonly AttackEntry[],
  chosen: Chosen,
): Readonly<Record<Facet, ReadonlyMap<string, number>>> {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  for (const facet of FACETS) {
    for (const entry of entries) {
      if (!isChosen(entry, chosen, facet)) continue;
      for (const value of entry.facets[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** What was asked: words and chosen values. */
export interface AttackQuery {
  readonly words: string;
  readonly chosen: Chosen;
}

/** Reads a query from an address; what is no value of a facet stays, and shows nothing. */
export function queryFrom(search: string): AttackQuery {
  const params = new URLSearchParams(search);
  const chosen = Object.fromEntries(
    FACETS.flatMap((facet) => {
      const values = (params.get(facet) ?? '').split(',').filter((value) => value !== '');
      return values.length > 0 ? [[facet, values]] : [];
    }),
  );
  return { words: params.get('q') ?? '', chosen };
}

/** The same as the part of an address after "?"; empty where nothing was asked. */
export function searchOf({ words, chosen }: AttackQuery): string {
  const pairs = FACETS.flatMap((facet) => {
    const values = chosen[facet] ?? [];
    return values.length > 0 ? [[facet, values.join(',')]] : [];
  });
  return new URLSearchParams([...(words.trim() === '' ? [] : [['q', words.trim()]]), ...pairs])
    .toString()
    .replaceAll('%2C', ',');
}
