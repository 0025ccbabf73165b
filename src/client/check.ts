/** The start of /check/: the form is there at once; the code that judges is large and comes behind it. */

const section = document.querySelector<HTMLElement>('[data-check]');
if (section) section.hidden = false;
void import('./check-page.ts').then(() => section?.setAttribute('data-check', 'ready'));

// A module of its own: its names are not the page's.
export {};
