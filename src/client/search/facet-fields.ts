import type { NameIndex } from '../../domain/search/name-index.ts';
import { FACETS, type FacetCounts, type Facets } from '../../domain/search/search-facets.ts';
import { optionWords } from './search-words.ts';

/** The choices of a form. */
export function readFacets(form: HTMLFormElement): Facets {
  const data = new FormData(form);
  return Object.fromEntries(FACETS.map((facet) => [facet, String(data.get(facet) ?? '')]));
}

/** Puts the servers into the list of servers; the choice stays. */
export function fillServers(form: HTMLFormElement, index: NameIndex): void {
  const field = form.elements.namedItem('server');
  if (!(field instanceof HTMLSelectElement)) return;
  const { value } = field;
  const servers = index.file.servers.map(([slug, name]) => [slug, name] as const);
  const collator = new Intl.Collator('en');
  servers.sort((a, b) => collator.compare(a[1], b[1]));
  const any = field.options[0] as HTMLOptionElement;
  field.replaceChildren(any, ...servers.map(([slug, name]) => new Option(name, slug)));
  if (value !== '' && field.querySelector(`option[value="${CSS.escape(value)}"]`) === null) {
    field.add(new Option(value, value));
  }
  field.value = value;
}

/** Writes beside each choice how many results it would leave; without counts, takes them away. */
export function showCounts(form: HTMLFormElement, counts: FacetCounts | null): void {
  for (const facet of FACETS) {
    const field = form.elements.namedItem(facet);
    if (!(field instanceof HTMLSelectElement)) continue;
    for (const option of field.options) {
      if (option.value === '') continue;
      option.dataset.label ??= option.text;
      const text = optionWords(option.dataset.label, counts ? (counts.get(facet)?.get(option.value) ?? 0) : undefined);
      if (option.text !== text) option.text = text;
    }
  }
}
