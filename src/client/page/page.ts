import { LoadError, loadModule } from '../load.ts';
import { setUpPanel } from '../policy/policy-panel.ts';
import { copyText, saveText, say } from './copy-text.ts';

/** What every page runs: copying, tabs of policies, the way into search, the contact form, folded parts. Kept small. */

document.documentElement.classList.add('js');
// Where a schema comes along with what is loaded later, zod must not try to make code: our security policy forbids it, and the
// try alone is reported (zod reads its settings here: zod/v4/core/core.js).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** What is typed after search was asked for and before it is there; null when nobody waits for it. */
let typed: string | null = null;

async function openSearch(): Promise<void> {
  typed ??= '';
  try {
    const { openSearchDialog } = await loadModule(() => import('../search/search-dialog.ts'));
    openSearchDialog(typed ?? '');
  } catch (error) {
    // A fault of ours shows itself where a page's faults do.
    if (!(error instanceof LoadError)) throw error;
    say('Search could not be loaded.');
  } finally {
    typed = null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>('[data-copy]');
  const copied = button && document.getElementById(button.dataset.copy ?? '');
  if (button) void copyText(button, copied?.textContent ?? '', copied);
  const file = target.closest<HTMLElement>('[data-download]');
  const saved = file && document.getElementById(file.dataset.download ?? '');
  if (file) saveText(file.dataset.name as string, `${saved?.textContent ?? ''}\n`);
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (target.closest('[data-search]') && !modified) {
    event.preventDefault();
    void openSearch();
  }
});

document.addEventListener('keydown', (event) => {
  if (typed !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    typed += event.key;
    return;
  }
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const commandK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (slash || commandK) {
    event.preventDefault();
    void openSearch();
  }
});

/** A link to something folded unfolds it. */
function unfoldTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
}
addEventListener('hashchange', unfoldTarget);
unfoldTarget();

addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});

// More than 90 whole days ago on the day of reading: marked by a style, as the page itself must not change with the clock.
for (const day of document.querySelectorAll<HTMLTimeElement>('time[data-day]'))
  day.dataset.day = `${Date.now() - Date.parse(day.dateTime) >= 91 * 86_400_000}`;
const panel = document.querySelector<HTMLElement>('[data-panel]');
if (panel) setUpPanel(panel);
const trial = document.querySelector<HTMLDetailsElement>('[data-try]');
trial?.addEventListener(
  'toggle',
  () => import('../policy/try-call.ts').then(({ setUpTrial }) => setUpTrial(trial, panel as HTMLElement)),
  { once: true },
);
for (const [mark, load] of [
  ['[data-search-page]', () => import('../search/search-page.ts')],
  ['[data-servers]', () => import('../search/server-list.ts')],
  ['[data-not-found]', () => import('../search/not-found.ts')],
  ['[data-tool-filter] input', () => import('./tool-filter.ts')],
  ['[data-attack-filter]', () => import('./attack-filter.ts')],
  ['[data-compare]', () => import('./compare.ts')],
  ['[data-check]', () => import('../check/check-page.ts')],
  ['[data-contact]', () => import('./contact-form.ts')],
] as const)
  if (document.querySelector(mark)) void load();
