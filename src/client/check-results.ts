import {
  type Audit,
  type AuditedClient,
  type AuditedServer,
  type AuditedTool,
  uncontrolledAt,
} from '../domain/audit/audit.ts';
import {
  byWhat,
  CHOICE_WORDS,
  controlSentence,
  countsSentence,
  EFFECT_MEANING,
  EFFECT_WORDS,
  effectCounts,
  FINDING_TITLES,
  FLOW_TITLES,
  flowSentence,
  MATCH_WORDS,
  NOT_IN_CATALOGUE,
  named,
  namesakeSentence,
  STEP_WORDS,
  summaryText,
  tokensSentence,
  uncontrolledSentence,
  unrecordedEffect,
  unrecordedSentence,
  unseenSentence,
  versionSentence,
} from '../domain/audit/audit-wording.ts';
import type { Flow } from '../domain/audit/flows.ts';
import type { KnownCatalogue, KnownServer } from '../domain/audit/known-catalogue.ts';
import { choiceFor } from '../domain/audit/patch.ts';
import { type Summary, summaryFragment, summaryOf } from '../domain/audit/share.ts';
import { CHOICES, type Choice } from '../domain/clients/patch.ts';
import type { ConfigurationDocument } from '../domain/clients/read-document.ts';
import { clientById } from '../domain/clients/registry.ts';
import { NOW_EFFECTS, type RuleFinding, type RuleLine } from '../domain/clients/treatment.ts';
import { urls } from '../domain/site/urls.ts';
import { count, formatNumber } from '../domain/text/english.ts';
import { type Chosen, patchSection } from './check-patch.ts';
import { copyText } from './copy-text.ts';
import { button, element, levelChip, link, nameOf } from './element.ts';

/** Everything that the results are made from. */
export interface Shown {
  readonly result: Audit;
  readonly catalogue: KnownCatalogue;
  readonly documents: readonly ConfigurationDocument[];
  readonly lists: readonly KnownServer[];
}

/** The most uncontrolled tools that the answer itself lists; all of them stand in the tables. */
const MOST_LISTED = 12;
/** So few servers are shown unfolded. */
const MOST_UNFOLDED = 3;

/** Fills the results with the answer: first what is uncontrolled, then client by client. */
export function showResults(target: HTMLElement, shown: Shown): void {
  const { result } = shown;
  target.replaceChildren(
    answerSection(result),
    ...result.clients.map((client) => clientSection(client, shown)),
    shareSection(summaryOf(result)),
  );
}

function heading(id: string, words: string): HTMLElement {
  const made = element('h2', '', words);
  made.id = id;
  // Focus comes here when an answer is there, so that it is read next.
  made.tabIndex = -1;
  return made;
}

function answerSection(result: Audit): HTMLElement {
  const open = uncontrolledAt(result, 'high');
  const section = element(
    'section',
    '',
    heading('now', 'What your agents can do now'),
    element('p', 'lead', countsSentence(result)),
    counts(result),
    element('p', '', element('strong', '', uncontrolledSentence(open, 'high'))),
  );
  const items = open
    .slice(0, MOST_LISTED)
    .map(({ server, tool }) =>
      element(
        'li',
        'row',
        levelChip(tool?.level ?? null),
        element(
          'div',
          'row-main',
          element(
            'div',
            'row-head',
            ...(tool === null
              ? [nameOf(server.key)]
              : [toolName(tool), ' ', element('span', 'quiet', named(server.key))]),
          ),
          element(
            'p',
            '',
            tool === null
              ? `${unrecordedEffect(server)} ${NOT_IN_CATALOGUE}`
              : `${EFFECT_WORDS[tool.treatment.effect]}. ${tool.treatment.says}`,
          ),
        ),
      ),
    );
  if (items.length > 0) section.append(element('ul', 'rows', ...items));
  if (open.length > MOST_LISTED) {
    section.append(element('p', 'quiet', `And ${formatNumber(open.length - MOST_LISTED)} more, in the tables below.`));
  }
  for (const { file, place, message, remedy, whole } of result.unusable.filter((each) => each.whole)) {
    section.append(
      element('p', 'note', `${named(file)}, ${place}: ${message}. ${remedy}${whole ? ' None of it counts.' : ''}`),
    );
  }
  return section;
}

function counts(result: Audit): HTMLElement {
  const list = element('dl', 'check-counts');
  for (const effect of NOW_EFFECTS.filter((each) => result.counts[each] > 0)) {
    const group = element(
      'div',
      '',
      element('dt', '', EFFECT_WORDS[effect]),
      element('dd', '', formatNumber(result.counts[effect])),
    );
    group.title = EFFECT_MEANING[effect];
    list.append(group);
  }
  return list;
}

function toolName({ name, url }: AuditedTool): HTMLElement {
  return url === null ? nameOf(name) : link(url, nameOf(name));
}

function clientSection(client: AuditedClient, shown: Shown): HTMLElement {
  const section = element(
    'section',
    'check-client',
    heading(`client-${client.client}`, clientById(client.client).words.name),
  );
  const chosen = recommendedChoices(client);
  const patch = patchSection(client, shown, chosen);
  const unfold = client.servers.length <= MOST_UNFOLDED;
  // What is short and weighs most comes before the tables.
  section.append(...flows(client, shown.catalogue));
  if (client.findings.length > 0) section.append(findings(client.findings));
  if (section.childElementCount > 1) section.append(element('h3', '', 'Server by server'));
  section.append(...client.servers.map((server) => serverPanel(server, chosen, patch, unfold)));
  const tokens = tokensSentence(client.servers);
  if (tokens !== '') section.append(element('p', '', tokens));
  section.append(...patch.elements);
  const blind = clientById(client.client).words.blindSpots;
  if (blind.length > 0) {
    section.append(element('p', 'note', element('strong', '', 'Not read here: '), blind.join(' ')));
  }
  return section;
}

function recommendedChoices({ servers }: AuditedClient): Chosen {
  return new Map(
    servers.map(({ key, tools }) => [
      key,
      new Map<string, Choice>(tools.map(({ name, recommended }) => [name, choiceFor(recommended)])),
    ]),
  );
}

function serverPanel(
  server: AuditedServer,
  chosen: Chosen,
  patch: ReturnType<typeof patchSection>,
  unfold: boolean,
): HTMLElement {
  const { match, tools } = server;
  const title = element('strong', '');
  title.append(nameOf(server.key));
  const summary = element(
    'summary',
    '',
    title,
    element('span', 'quiet', match === null ? 'not in the catalogue' : effectCounts(tools)),
  );
  const panel = element('details', 'panel', summary);
  const fill = () => {
    if (panel.childElementCount > 1) return;
    const body = element('div', 'stack');
    body.append(
      element('p', '', element('code', '', server.label), ...(server.at === null ? [] : [' ', where(server.at)])),
    );
    const version = versionSentence(server.version);
    if (match === null) body.append(element('p', '', `${NOT_IN_CATALOGUE} ${version}`.trimEnd()), ...namesake(server));
    else {
      const page =
        match.server.slug === null ? named(match.server.name) : link(urls.server(match.server.slug), match.server.name);
      body.append(element('p', '', page, `, ${MATCH_WORDS[match.by]}. ${version}`));
      body.append(toolTable(server, chosen, patch));
    }
    body.append(element('p', 'quiet small', unrecordedSentence(server)));
    panel.append(body);
  };
  // Sixty servers of a hundred tools would be a long page: each is built when it is opened.
  panel.addEventListener('toggle', fill);
  if (unfold) {
    fill();
    panel.open = true;
  }
  return panel;
}

function namesake(server: AuditedServer): HTMLElement[] {
  const slug = server.namesake?.slug ?? null;
  if (slug === null) return [];
  return [element('p', '', namesakeSentence(server), ' ', link(urls.server(slug), 'Compare it'), '.')];
}

function where({ file, line }: RuleLine): HTMLElement {
  return element('span', 'quiet small', `${named(file)}, line ${line}`);
}

const COLUMNS = ['Tool', 'Risk', 'Now', 'By which line', 'Your choice'] as const;

/** Rows that are there at once; they are the riskiest. */
const MOST_ROWS = 15;

/** A real table, whose roles are given: on a phone its rows are laid out anew, and some browsers then forget what they were. */
function toolTable(server: AuditedServer, chosen: Chosen, patch: ReturnType<typeof patchSection>): HTMLElement {
  const head = element('tr', '');
  for (const column of COLUMNS) {
    const cell = element('th', '', column);
    cell.scope = 'col';
    cell.setAttribute('role', 'columnheader');
    head.append(cell);
  }
  head.setAttribute('role', 'row');
  const rows = (tools: readonly AuditedTool[]) => tools.map((tool) => toolRow(server, tool, chosen, patch));
  const body = element('tbody', '', ...rows(server.tools.slice(0, MOST_ROWS)));
  const header = element('thead', '', head);
  for (const group of [header, body]) group.setAttribute('role', 'rowgroup');
  const caption = element('caption', 'visually-hidden', `Tools of ${named(server.key)}`);
  const table = element('table', 'check-table', caption, header, body);
  table.setAttribute('role', 'table');
  const rest = server.tools.slice(MOST_ROWS);
  if (rest.length === 0) return element('div', 'wide', table);
  const more = button(`Show the other ${count(rest.length, 'tool')}`, () => {
    const added = rows(rest);
    body.append(...added);
    more.remove();
    added[0]?.querySelector<HTMLElement>('a, select')?.focus();
  });
  return element('div', 'stack wide', table, more);
}

function toolRow(
  server: AuditedServer,
  tool: AuditedTool,
  chosen: Chosen,
  patch: ReturnType<typeof patchSection>,
): HTMLElement {
  const { treatment } = tool;
  const name = element('th', '', toolName(tool));
  name.scope = 'row';
  name.setAttribute('role', 'rowheader');
  const control = controlSentence(tool);
  const now = element(
    'td',
    '',
    element('strong', '', EFFECT_WORDS[treatment.effect]),
    element('p', '', treatment.says),
  );
  if (control !== '') now.append(element('p', 'check-open', control));
  const by = element('td', '', element('span', treatment.by === null ? 'quiet' : '', byWhat(tool)));
  if (treatment.by !== null) by.append(element('p', '', element('code', '', treatment.by.text)));
  const row = element(
    'tr',
    '',
    name,
    element('td', '', levelChip(tool.level)),
    now,
    by,
    choiceCell(server, tool, chosen, patch),
  );
  row.setAttribute('role', 'row');
  for (const cell of row.querySelectorAll('td')) cell.setAttribute('role', 'cell');
  return row;
}

function choiceCell(
  server: AuditedServer,
  tool: AuditedTool,
  chosen: Chosen,
  patch: ReturnType<typeof patchSection>,
): HTMLElement {
  const recommended = choiceFor(tool.recommended);
  const select = document.createElement('select');
  const own = chosen.get(server.key);
  for (const choice of CHOICES) {
    const words = `${CHOICE_WORDS[choice]}${choice === recommended ? ' (recommended)' : ''}`;
    select.append(new Option(words, choice, false, choice === own?.get(tool.name)));
  }
  select.setAttribute('aria-label', `Your choice for ${named(tool.name)}`);
  select.addEventListener('change', () => {
    own?.set(tool.name, select.value as Choice);
    patch.update();
  });
  return element('td', 'check-row', ...(patch.canWrite ? [select] : [CHOICE_WORDS[recommended]]));
}

function findings(found: readonly RuleFinding[]): HTMLElement {
  const items = found.map(({ kind, at, message, instead }) => {
    const item = element(
      'li',
      '',
      element('strong', '', `${FINDING_TITLES[kind]}: `),
      element('code', '', at.text),
      ' ',
      where(at),
      element('p', '', message),
    );
    if (instead !== undefined) item.append(element('p', '', 'Did you mean ', element('code', '', named(instead)), '?'));
    return item;
  });
  return element(
    'div',
    'stack',
    element('h3', '', 'Lines that do not do what they seem to'),
    element('ul', 'check-findings', ...items),
  );
}

/** The most tools that are named for a step. */
const MOST_NAMED = 5;

function flows({ flows: open, servers }: AuditedClient, catalogue: KnownCatalogue): HTMLElement[] {
  const unseen = unseenSentence(servers);
  if (open.length === 0 && unseen === '') return [];
  const items = open.map((flow: Flow) => {
    const item = element('li', '', element('strong', '', FLOW_TITLES[flow.id]), element('p', '', flowSentence(flow)));
    for (const { step, tools } of flow.parts) {
      const shown = Map.groupBy(tools.slice(0, MOST_NAMED), ({ server }) => server);
      const names = [...shown].flatMap(([server, own], group) => [
        element('span', 'quiet', `${group > 0 ? '; ' : ''}${named(server)}: `),
        ...own.flatMap(({ name }, index) => [...(index > 0 ? [', '] : []), nameOf(name)]),
      ]);
      const left = tools.length - MOST_NAMED;
      const words = STEP_WORDS[step];
      item.append(
        element(
          'p',
          'small',
          `${words[0]?.toUpperCase()}${words.slice(1)}: `,
          ...names,
          left > 0 ? `, and ${formatNumber(left)} more` : '',
        ),
      );
    }
    const attacks = flow.attacks.filter((id) => Object.hasOwn(catalogue.attacks, id));
    if (attacks.length > 0) {
      item.append(
        element(
          'p',
          'small',
          'Attacks that use it: ',
          ...attacks.flatMap((id, index) => [
            ...(index > 0 ? ['; '] : []),
            link(urls.attack(id), catalogue.attacks[id] as string),
          ]),
        ),
      );
    }
    return item;
  });
  return [
    element(
      'div',
      'stack',
      element('h3', '', 'What the tools open together'),
      items.length > 0
        ? element('ul', 'check-findings', ...items)
        : element('p', '', 'Those that are on record: nothing.'),
      ...(unseen === '' ? [] : [element('p', '', unseen)]),
    ),
  ];
}

function shareSection(summary: Summary): HTMLElement {
  const link = () => `${location.origin}${urls.check}#summary=${summaryFragment(summary)}`;
  return element(
    'section',
    '',
    heading('share', 'Pass on the summary'),
    element(
      'p',
      '',
      'Counts and the names of catalogued servers: nothing of your files, and not the names that you gave. The link carries it behind a #, which browsers send to nobody.',
    ),
    element(
      'div',
      'check-controls',
      button('Copy as text', (pressed) => void copyText(pressed, summaryText(summary))),
      button('Copy as a link', (pressed) => void copyText(pressed, link())),
    ),
  );
}

/** A summary that somebody passed on. */
export function summarySection(summary: Summary): HTMLElement {
  const section = element('section', '', heading('summary', 'A summary that was passed on to you'));
  for (const line of summaryText(summary).split('\n')) section.append(element('p', '', line));
  if (summary.servers.length > 0) {
    section.append(
      element(
        'p',
        '',
        'Their sheets: ',
        ...summary.servers.flatMap((slug, index) => [...(index > 0 ? [', '] : []), link(urls.server(slug), slug)]),
      ),
    );
  }
  return section;
}
