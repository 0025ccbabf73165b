import { type Audit, audit } from '../../domain/audit/audit.ts';
import { named } from '../../domain/audit/audit-wording.ts';
import type { KnownCatalogue } from '../../domain/audit/known-catalogue.ts';
import { readFragment } from '../../domain/audit/share.ts';
import {
  type ConfigurationDocument,
  type ConfigurationText,
  LARGEST_TEXT,
} from '../../domain/clients/read-document.ts';
import { CLIENT_IDS, type ClientId, clientById } from '../../domain/clients/registry.ts';
import { KNOWN_CATALOGUE_FILE } from '../../domain/site/urls.ts';
import { button } from '../controls.ts';
import { element } from '../element.ts';
import { faultMessage } from '../fault.ts';
import { loadJson } from '../load.ts';
import { listedServers, MOST_FILES, readFiles } from './read-files.ts';
import { showResults } from './results.ts';
import { SAMPLE } from './sample.ts';
import { summarySection } from './share.ts';

/** The page /check/: files in, the answer out. Nothing of what is given leaves it: its only request is for the catalogue. */

const part = <Element extends HTMLElement>(name: string) =>
  document.querySelector<Element>(`[data-check-${name}]`) as Element;
const drop = part('drop');
const text = part<HTMLTextAreaElement>('text');
const nameInput = part<HTMLInputElement>('name');
const fileInput = part<HTMLInputElement>('files');
const list = part('list');
const status = part('status');
const results = part('results');

let files: ConfigurationText[] = [];
let newest = 0;
let loading: Promise<KnownCatalogue> | undefined;

/** The whole catalogue, once. A failure is forgotten, so that the next try asks again. */
function loadCatalogue(): Promise<KnownCatalogue> {
  loading ??= loadJson<KnownCatalogue>(KNOWN_CATALOGUE_FILE);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** @param note what else the reader should know of what was given */
async function run(note = ''): Promise<void> {
  newest += 1;
  const mine = newest;
  if (files.length === 0) {
    results.hidden = true;
    results.replaceChildren();
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  status.textContent = 'Loading the catalogue…';
  try {
    const documents = await readFiles(files);
    if (mine !== newest) return;
    list.replaceChildren(...documents.map(fileItem));
    const catalogue = await loadCatalogue();
    const lists = await listedServers(documents);
    if (mine !== newest) return;
    const result: Audit = audit(documents, catalogue, lists);
    results.hidden = false;
    showResults(results, { result, catalogue, documents, lists });
    status.textContent = note === '' ? 'The answer is below.' : `The answer is below. ${note}`;
  } catch (error) {
    if (mine !== newest) return;
    status.replaceChildren(
      ...faultMessage(error, 'The catalogue could not be loaded. Check the connection and try again.'),
    );
  }
}

function fileItem(given: ConfigurationDocument, index: number): HTMLElement {
  const { name, kind, label, client, problems } = given;
  const known = client === 'unknown' ? '' : `${clientById(client).words.name}, `;
  const head = element(
    'div',
    '',
    element('code', 'name', named(name)),
    element('span', 'quiet', ` ${kind === 'tools-list' || kind === 'unusable' ? '' : known}${label}`),
  );
  const row = element('div', 'check-file', head);
  if (kind === 'servers') row.append(clientSelect(index, client));
  const remove = button('Remove', () => {
    files = files.filter((_, at) => at !== index);
    text.focus();
    void run();
  });
  remove.setAttribute('aria-label', `Remove ${named(name)}`);
  row.append(remove);
  const item = element('li', '', row);
  for (const { place, message, remedy } of problems) {
    item.append(element('p', 'quiet small', `${named(place)}: ${named(message)}. ${remedy}`));
  }
  return item;
}

/** A list of servers may be any client's: the reader says whose. */
function clientSelect(index: number, client: ClientId): HTMLElement {
  const select = document.createElement('select');
  for (const id of CLIENT_IDS) select.append(new Option(clientById(id).words.name, id, false, id === client));
  select.addEventListener('change', () => {
    files = files.map((file, at) => (at === index ? { ...file, client: select.value as ClientId } : file));
    void run();
  });
  return element('label', 'small', 'Read by ', select);
}

function add(given: readonly ConfigurationText[]): void {
  const names = new Set(given.map(({ name }) => name));
  const replaced = files.filter(({ name, text: old }) => given.some((file) => file.name === name && file.text !== old));
  files = [...files.filter(({ name }) => !names.has(name)), ...given];
  void run(replaced.map(replacedSentence).join(' ')).then(() => {
    const answer = results.hidden ? null : results.querySelector<HTMLElement>('h2');
    answer?.focus({ preventScroll: true });
    answer?.scrollIntoView();
  });
}

/** Two settings.json of two folders are one name where the browser gives no path. */
function replacedSentence({ name }: ConfigurationText): string {
  return `${named(name)} took the place of what was given under that name before: paste it under its path to keep both.`;
}

async function addFiles(chosen: Iterable<File>): Promise<void> {
  const read = [...chosen].map(async (file, index) => ({
    name: file.webkitRelativePath || file.name,
    // A larger file is refused by its length, and one beyond the most by its place: there is no use in reading those.
    text: index < MOST_FILES ? await file.slice(0, LARGEST_TEXT + 1).text() : '',
  }));
  add(await Promise.all(read));
}

/** A name for a pasted text: what the reader says, else one that no other has. */
function pastedName(): string {
  const said = nameInput.value.trim();
  if (said !== '') return said;
  for (let number = 1; ; number += 1) {
    const name = `pasted text ${number}`;
    if (!files.some((file) => file.name === name)) return name;
  }
}

part('add').addEventListener('click', () => {
  if (text.value.trim() === '') {
    status.textContent = 'There is nothing to check yet: paste a configuration first.';
    text.focus();
    return;
  }
  add([{ name: pastedName(), text: text.value }]);
  text.value = '';
  nameInput.value = '';
});
part('sample').addEventListener('click', () => {
  files = [];
  add(SAMPLE);
});
fileInput.addEventListener('change', () => {
  void addFiles(fileInput.files ?? []).then(() => {
    fileInput.value = '';
  });
});
for (const type of ['dragenter', 'dragover'] as const) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
for (const type of ['dragleave', 'drop'] as const) {
  drop.addEventListener(type, () => drop.classList.remove('over'));
}
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer && event.dataTransfer.files.length > 0) void addFiles(event.dataTransfer.files);
});
// A file that misses the frame must not replace the page.
for (const type of ['dragover', 'drop'] as const) addEventListener(type, (event) => event.preventDefault());

document.querySelector('[data-check]')?.setAttribute('data-check', 'ready');
const shared = readFragment(/^#summary=([\w-]+)$/.exec(location.hash)?.[1] ?? '');
if (shared !== null) {
  results.hidden = false;
  results.replaceChildren(summarySection(shared));
}
