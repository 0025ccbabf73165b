/** The state of a form in the address of the page: what a reader sets can be linked to, and Back undoes it. */

/** Puts a form's fields into the address; empty ones are left out. Typing replaces the entry of the history, a choice adds one. */
export function rememberForm(form: HTMLFormElement, how: 'typed' | 'chosen'): void {
  const set = [...new FormData(form)].filter((entry): entry is [string, string] => {
    const [, value] = entry;
    return typeof value === 'string' && value.trim() !== '';
  });
  const search = new URLSearchParams(set).toString();
  const address = search === '' ? location.pathname : `?${search}`;
  if (search === location.search.replace(/^\?/, '')) return;
  if (how === 'typed') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}

/** Sets a form's fields from the address. A choice that a list does not have yet is added to it. */
export function fillForm(form: HTMLFormElement): void {
  const params = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.name === '') continue;
    const value = params.get(field.name) ?? '';
    if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) {
      field.add(new Option(value, value));
    }
    field.value = value;
  }
}

/** Calls back for every change of a form, and for Back and Forward: with what was done. */
export function onFormChange(form: HTMLFormElement, run: () => void): void {
  form.addEventListener('input', (event) => {
    rememberForm(form, event.target instanceof HTMLSelectElement ? 'chosen' : 'typed');
    run();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberForm(form, 'typed');
    run();
  });
  addEventListener('popstate', () => {
    fillForm(form);
    run();
  });
}
