/** What a list of results is narrowed by; what is left out, or empty, narrows nothing. Values are the segments of paths. */
export interface Facets {
  readonly kind?: string;
  readonly level?: string;
  readonly category?: string;
  readonly signal?: string;
  /** Slug. */
  readonly server?: string;
}

/** Names of facets, in the order in which forms show them; also the parameters of addresses. */
export const FACETS = ['kind', 'level', 'category', 'signal', 'server'] as const;
export type Facet = (typeof FACETS)[number];

/** The traits that facets look at. */
export interface Faceted {
  readonly kind: string;
  readonly level?: string | undefined;
  readonly category?: string | undefined;
  readonly signals?: readonly string[] | undefined;
  readonly server?: string | undefined;
}

/** Which facets something does not pass. */
export function failedFacets(item: Faceted, facets: Facets): Facet[] {
  return FACETS.filter((facet) => {
    const wanted = facets[facet];
    if (wanted === undefined || wanted === '') return false;
    return facet === 'signal' ? !item.signals?.includes(wanted) : item[facet] !== wanted;
  });
}

/** How many there would be, by facet and value, if that facet alone were set to that value and the others stayed. */
export type FacetCounts = ReadonlyMap<Facet, ReadonlyMap<string, number>>;

/** Counts them. */
export function countFacets(items: Iterable<Faceted>, facets: Facets): FacetCounts {
  return countPassing(items, facets, () => 1);
}

/** Counts servers instead: those that have at least one such tool. */
export function countServers(tools: Iterable<Faceted>, facets: Facets): FacetCounts {
  const seen = new Set<string>();
  return countPassing(tools, facets, (tool, facet, value) => {
    const key = `${facet} ${value} ${tool.server}`;
    if (seen.has(key)) return 0;
    seen.add(key);
    return 1;
  });
}

function countPassing<Item extends Faceted>(
  items: Iterable<Item>,
  facets: Facets,
  weigh: (item: Item, facet: Facet, value: string) => number,
): FacetCounts {
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map<string, number>()]));
  for (const item of items) {
    const failed = failedFacets(item, facets);
    // A facet that this item fails alone would let it in with another value.
    for (const facet of failed.length === 0 ? FACETS : failed.length === 1 ? failed : []) {
      const values = facet === 'signal' ? (item.signals ?? []) : [item[facet]];
      const found = counts.get(facet) as Map<string, number>;
      for (const value of values) {
        if (value) found.set(value, (found.get(value) ?? 0) + weigh(item, facet, value));
      }
    }
  }
  return counts;
}
