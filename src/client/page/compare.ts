import {
  type ComparedRow,
  type ComparedServer,
  compareServers,
  compareTools,
  differs,
} from '../../domain/page/comparison.ts';
import { urls } from '../../domain/site/urls.ts';
import { element } from '../element.ts';
import { faultMessage } from '../fault.ts';
import { loadJson } from '../load.ts';

/** The page on which two servers or two tools stand side by side: `?a=github/create_issue&b=gitlab/create_issue`. */

const form = document.querySelector<HTMLFormElement>('[data-compare]') as HTMLFormElement;
const status = document.querySelector<HTMLElement>('[data-compare-status]') as HTMLElement;
const table = document.querySelector<HTMLTableElement>('[data-compare-table]') as HTMLTableElement;
const SIDES = ['a', 'b'] as const;
type Side = (typeof SIDES)[number];

/** A server and, where one is chosen, a tool of it. */
interface Choice {
  readonly server: string;
  readonly tool: string;
}

const select = (side: Side, what: 'server' | 'tool') => form.elements.namedItem(`${side}-${what}`) as HTMLSelectElement;

const loaded = new Map<string, Promise<ComparedServer & { readonly url: string }>>();

function load(slug: string): Promise<ComparedServer & { readonly url: string }> {
  const known =
    loaded.get(slug) ?? loadJson<ComparedServer & { readonly url: string }>(urls.serverData(encodeURIComponent(slug)));
  loaded.set(slug, known);
  known.catch(() => loaded.delete(slug));
  return known;
}

function choice(side: Side): Choice {
  return { server: select(side, 'server').value, tool: select(side, 'tool').value };
}

function choiceOfAddress(side: Side): Choice {
  const value = new URLSearchParams(location.search).get(side) ?? '';
  const slash = value.indexOf('/');
  return slash < 0 ? { server: value, tool: '' } : { server: value.slice(0, slash), tool: value.slice(slash + 1) };
}

/** Offers the tools of the chosen server, in the order of its page. */
async function offerTools(side: Side, wanted: string): Promise<void> {
  const list = select(side, 'tool');
  const { server } = choice(side);
  const tools = server === '' ? [] : (await load(server)).tools;
  const whole = new Option('The whole server', '');
  list.replaceChildren(whole, ...tools.map(({ name }) => new Option(name, name)));
  list.value = wanted;
  if (list.selectedIndex < 0) list.value = '';
}

function cell(texts: readonly string[]): HTMLTableCellElement {
  return element('td', '', ...texts.map((text) => element('div', '', text)));
}

function heading(text: string, scope: 'row' | 'col'): HTMLTableCellElement {
  return element('th', { scope }, text);
}

function show(titles: readonly [string, string], rows: readonly ComparedRow[]): void {
  const head = element('tr', '', element('td', ''), ...titles.map((title) => heading(title, 'col')));
  const lines = rows.map((compared) =>
    element(
      'tr',
      differs(compared) ? 'differs' : '',
      heading(compared.label, 'row'),
      cell(compared.a),
      cell(compared.b),
    ),
  );
  table.tHead?.replaceChildren(head);
  table.tBodies[0]?.replaceChildren(...lines);
  table.hidden = false;
}

async function compare(): Promise<void> {
  const [a, b] = SIDES.map(choice) as [Choice, Choice];
  table.hidden = true;
  if (a.server === '' || b.server === '') {
    status.textContent = 'Choose two servers, then a tool of each if you like.';
    return;
  }
  if ((a.tool === '') !== (b.tool === '')) {
    status.textContent = 'Choose a tool on both sides, or the whole server on both.';
    return;
  }
  status.textContent = 'Loading…';
  const [first, second] = await Promise.all([load(a.server), load(b.server)]);
  const [one, two] = [
    first.tools.find(({ name }) => name === a.tool),
    second.tools.find(({ name }) => name === b.tool),
  ];
  const rows = one && two ? compareTools(one, two) : compareServers(first, second);
  const titles =
    one && two ? [`${one.name} (${first.name})`, `${two.name} (${second.name})`] : [first.name, second.name];
  show(titles as [string, string], rows);
  const different = rows.filter(differs).length;
  status.textContent = `${different} of ${rows.length} lines differ; they are marked.`;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    table.hidden = true;
    status.replaceChildren(
      ...faultMessage(error, 'The records could not be loaded. Check the connection and choose again.'),
    );
  }
}

function remember(): void {
  const query = new URLSearchParams();
  for (const side of SIDES) {
    const { server, tool } = choice(side);
    if (server !== '') query.set(side, tool === '' ? server : `${server}/${tool}`);
  }
  history.pushState(null, '', query.size === 0 ? location.pathname : `?${query}`);
}

async function fill(): Promise<void> {
  for (const side of SIDES) {
    const { server, tool } = choiceOfAddress(side);
    select(side, 'server').value = server;
    await offerTools(side, tool);
  }
  await compare();
}

form.addEventListener('change', (event) => {
  const { name } = event.target as HTMLSelectElement;
  void attempt(async () => {
    const side = name.startsWith('a') ? 'a' : 'b';
    // The same tool of another server is what most people look for next.
    if (name.endsWith('server'))
      await offerTools(side, select(side, 'tool').value || select(side === 'a' ? 'b' : 'a', 'tool').value);
    remember();
    await compare();
  });
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', () => void attempt(fill));
void attempt(fill);
