import type { FormatId } from '../../domain/enforcement/format-ids.ts';
import { FORMAT_LABELS } from '../../domain/enforcement/format-ids.ts';
import type { Variant } from '../../domain/policy/decide.ts';
import { VARIANT_LABELS } from '../../domain/policy/variant-labels.ts';
import { element } from '../element.ts';
import { LoadError, loadModule } from '../load.ts';

/**
 * The tabs of a policy (WAI-ARIA Authoring Practices, tabs with automatic activation). What stands in the page is shown as it
 * is; everything else is rendered by the domain's own code, which is loaded when it is first wanted.
 */

const FORMAT_STORE = 'placard-format';

const NOT_LOADED =
  'What belongs here could not be loaded, caveats among it. Check the connection, and choose it again.';

/** Storage that may be refused: then nothing is remembered, and everything else works. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Refused: it is only for the reader's comfort.
  }
}

/** Sets a panel to work. */
export function setUpPanel(panel: HTMLElement): void {
  const tabs = panel.querySelector('[role=tablist]') as HTMLElement;
  const more = panel.querySelector('[data-more]') as HTMLSelectElement;
  const variant = panel.querySelector('[data-variant]') as HTMLSelectElement;
  const key = panel.querySelector('[data-key]') as HTMLInputElement;
  const ownKey = key.defaultValue;
  const keyStore = `placard-key-${ownKey}`;
  let newest = 0;

  const tabOf = (format: string) => document.getElementById(`tab-${format}`);
  const panelOf = (format: string) => document.getElementById(`panel-${format}`) as HTMLElement;
  const chosen = () => (tabs.querySelector('[aria-selected=true]') as HTMLElement).id.slice(4);

  function addTab(format: FormatId): void {
    if (tabOf(format)) return;
    const [tab, shown] = [`tab-${format}`, `panel-${format}`];
    tabs.append(
      ' ',
      element('button', { type: 'button', id: tab, role: 'tab', 'aria-controls': shown }, FORMAT_LABELS[format]),
    );
    panel.append(element('div', { id: shown, role: 'tabpanel', 'aria-labelledby': tab }));
  }

  /** Shows what is chosen; renders it unless the whole of it stands there. */
  async function show(): Promise<void> {
    newest += 1;
    const mine = newest;
    const format = chosen();
    const target = panelOf(format);
    const choice = `${variant.value} ${key.value}`;
    const stands = target.dataset.shown ?? (target.childElementCount > 0 ? `recommended ${ownKey}` : '');
    if (stands === choice && target.dataset.whole !== undefined) return;
    try {
      const { snippetElements } = await loadModule(() => import('./policy-snippet.ts'));
      const elements = await snippetElements({
        data: panel.dataset.panel as string,
        segment: panel.dataset.tool,
        format: format as FormatId,
        variant: variant.value as Variant,
        key: key.value,
      });
      if (mine !== newest) return;
      target.replaceChildren(...elements);
      target.dataset.shown = choice;
      target.dataset.whole = '';
    } catch (error) {
      if (mine !== newest) return;
      // Every page carries this file: what a fault is told with comes along only when there is one.
      const words =
        error instanceof LoadError
          ? [NOT_LOADED]
          : await import('../fault.ts').then(({ faultMessage }) => faultMessage(error, NOT_LOADED));
      const note = element('p', 'policy-caption', ...words);
      // Nothing that was made for another choice may stay.
      if (stands !== choice) target.replaceChildren();
      target.querySelector('.policy-caption:last-child')?.remove();
      target.append(note);
      target.dataset.shown = stands === choice ? choice : '';
    }
  }

  function choose(format: FormatId): void {
    addTab(format);
    for (const tab of tabs.querySelectorAll<HTMLElement>('[role=tab]')) {
      const isChosen = tab.id === `tab-${format}`;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panelOf(tab.id.slice(4)).hidden = !isChosen;
    }
    more.value = format;
    if (more.value !== format) more.value = '';
    void show();
  }

  more.append(new Option('Choose…', ''));
  for (const [format, label] of Object.entries(FORMAT_LABELS))
    if (!tabOf(format)) more.append(new Option(label, format));
  for (const [name, label] of Object.entries(VARIANT_LABELS)) variant.append(new Option(label, name));
  variant.value = 'recommended';

  function take(format: FormatId): void {
    remember(FORMAT_STORE, format);
    choose(format);
  }
  tabs.addEventListener('click', (event) => {
    const tab = (event.target as Element).closest('[role=tab]');
    if (tab) take(tab.id.slice(4) as FormatId);
  });
  tabs.addEventListener('keydown', (event) => {
    const all = [...tabs.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    const tab = to === undefined ? undefined : all[to % all.length];
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    take(tab.id.slice(4) as FormatId);
  });
  more.addEventListener('change', () => {
    if (more.value !== '') take(more.value as FormatId);
  });
  variant.addEventListener('change', () => void show());
  key.addEventListener('input', () => {
    remember(keyStore, key.value);
    void show();
  });

  key.value = remembered(keyStore) || ownKey;
  const last = remembered(FORMAT_STORE);
  choose((last !== null && Object.hasOwn(FORMAT_LABELS, last) ? last : 'policy-json') as FormatId);
}
