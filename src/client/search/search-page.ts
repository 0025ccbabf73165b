import { countFacets } from '../../domain/search/search-facets.ts';
import { facetedNames } from '../../domain/search/search-names.ts';
import { fillForm, onFormChange } from '../address.ts';
import { announcer } from '../announce.ts';
import { fillServers, readFacets, showCounts } from './facet-fields.ts';
import { currentNames, openNames } from './names.ts';
import { replaceResults, resultLists } from './results.ts';
import { startSearch } from './search.ts';

/** The search page: what the form says is in the address, and the other way round. */

const form = document.querySelector<HTMLFormElement>('[data-search-page] form') as HTMLFormElement;
const status = document.querySelector<HTMLElement>('[data-search-status]') as HTMLElement;
const found = document.querySelector<HTMLElement>('[data-search-results]') as HTMLElement;
const input = form.elements.namedItem('q') as HTMLInputElement;
const announce = announcer(document.getElementById('status') as HTMLElement);

const search = startSearch(({ groups, status: text }) => {
  status.textContent = text;
  announce(text);
  replaceResults(found, resultLists(groups, 2));
});

/** Counts are of names: with words typed, texts are found beside them, and the counts would be wrong. */
function count(): void {
  const { index } = currentNames();
  if (index === null) return;
  const isEmpty = input.value.trim() === '';
  showCounts(form, isEmpty ? countFacets(facetedNames(index), readFacets(form)) : null);
}

function run(): void {
  search(input.value.trim(), readFacets(form));
  count();
}

fillForm(form);
onFormChange(form, run);
run();
openNames(() => {
  const { index, state } = currentNames();
  if (index === null) return;
  if (state === 'whole') fillServers(form, index);
  count();
});
