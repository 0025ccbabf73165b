import { announcer } from '../announce.ts';
import { button, link } from '../controls.ts';
import { element } from '../element.ts';
import { clearSearches, keepSearch, recentSearches } from './recent-searches.ts';
import { replaceResults, resultLists } from './results.ts';
import { type SearchView, startSearch } from './search.ts';
import { SEARCH_WORDS, SHORTEST_NAME } from './search-words.ts';

let open: ((typed: string) => void) | undefined;

/** Opens the search dialog; makes it the first time. `typed` is what was typed before it was there. */
export function openSearchDialog(typed = ''): void {
  open ??= makeDialog();
  open(typed);
}

function makeDialog(): (typed: string) => void {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', SEARCH_WORDS.dialog);
  // Fixed markup: nothing of a reader or a publisher stands in it.
  dialog.innerHTML = `
    <form class="search-form" role="search" action="/search/">
      <input name="q" type="search" autocomplete="off" spellcheck="false" aria-label="${SEARCH_WORDS.field}" placeholder="${SEARCH_WORDS.placeholder}">
      <button type="button" class="button">${SEARCH_WORDS.close}</button>
    </form>
    <p class="search-status"></p>
    <p class="visually-hidden" role="status"></p>
    <div class="search-found"></div>`;
  const input = dialog.querySelector('input') as HTMLInputElement;
  const form = dialog.querySelector('form') as HTMLFormElement;
  const status = dialog.querySelector('.search-status') as HTMLElement;
  const list = dialog.querySelector('.search-found') as HTMLElement;
  const announce = announcer(dialog.querySelector('[role=status]') as HTMLElement);

  const say = (text: string) => {
    status.textContent = text;
    announce(text);
  };
  const search = startSearch((view: SearchView) => {
    if (input.value.trim().length < SHORTEST_NAME) return;
    say(view.status);
    replaceResults(list, [...resultLists(view.groups, 2), ...(view.groups.length > 0 ? [moreLink(input.value)] : [])]);
  });
  const update = () => {
    const query = input.value.trim();
    if (query.length < SHORTEST_NAME) {
      say(SEARCH_WORDS.tooShort);
      list.replaceChildren(...recentList(use, forget));
    }
    search(query, {});
  };
  const use = (query: string) => {
    input.value = query;
    input.focus();
    update();
  };
  const forget = () => {
    clearSearches();
    input.focus();
    update();
    say(SEARCH_WORDS.cleared);
  };

  input.addEventListener('input', update);
  dialog.querySelector('button')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
    else if ((event.target as Element).closest('.search-found a')) keepSearch(input.value);
  });
  dialog.addEventListener('keydown', (event) => move(event, input, list));
  form.addEventListener('submit', (event) => {
    const first = list.querySelector('a');
    // Nothing found yet: the form leads to the page of results, with what was typed.
    if (first === null) return;
    event.preventDefault();
    first.click();
  });
  document.body.append(dialog);
  return (typed) => {
    if (typed !== '') input.value = typed;
    if (!dialog.open) dialog.showModal();
    if (typed === '') input.select();
    update();
  };
}

/** Leads to the page with filters. */
function moreLink(query: string): HTMLElement {
  const href = `/search/?${new URLSearchParams({ q: query.trim() })}`;
  return element('p', 'search-more', link(href, SEARCH_WORDS.more));
}

/** Recent searches as buttons; nothing where there are none. */
function recentList(use: (query: string) => void, forget: () => void): HTMLElement[] {
  const queries = recentSearches();
  if (queries.length === 0) return [];
  return [
    element('h2', 'search-heading', SEARCH_WORDS.recent),
    element(
      'ul',
      'search-recent',
      ...queries.map((query) =>
        element(
          'li',
          '',
          button(query, () => use(query)),
        ),
      ),
    ),
    element(
      'p',
      'search-more',
      button(SEARCH_WORDS.clear, forget),
      ' ',
      element('span', 'small quiet', SEARCH_WORDS.recentNote),
    ),
  ];
}

/** Arrow keys walk from the field through the results and back; a letter typed on a result goes on in the field. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const stops: HTMLElement[] = [input, ...list.querySelectorAll<HTMLElement>('a, button')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
    return;
  }
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((isLetter || event.key === 'Backspace') && list.contains(document.activeElement)) input.focus();
}
