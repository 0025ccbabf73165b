import type { AuditedServer, AuditedTool } from '../../domain/audit/audit.ts';
import {
  byWhat,
  CHOICE_WORDS,
  controlSentence,
  copySentence,
  dangerSentences,
  doubtSentence,
  EFFECT_WORDS,
  effectCounts,
  MATCH_WORDS,
  NOT_IN_CATALOGUE,
  named,
  namesakeSentence,
  toolDoubtSentence,
  unrecordedSentence,
  versionSentence,
} from '../../domain/audit/audit-wording.ts';
import { choiceFor } from '../../domain/audit/patch.ts';
import { CHOICES, type Choice } from '../../domain/clients/patch.ts';
import { urls } from '../../domain/site/urls.ts';
import { count } from '../../domain/text/english.ts';
import { button, link } from '../controls.ts';
import { element } from '../element.ts';
import { nameElement } from '../name-element.ts';
import type { Chosen, patchSection } from './patch-section.ts';
import { riskChip, toolName, where } from './shown.ts';

/** A server of a client: what it is, and its tools once it is opened. */
export function serverPanel(
  server: AuditedServer,
  chosen: Chosen,
  patch: ReturnType<typeof patchSection>,
  unfold: boolean,
): HTMLElement {
  const { match, tools } = server;
  const title = element('strong', '', nameElement('code', 'name', server.key));
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
    for (const words of dangerSentences(server)) body.append(element('p', 'check-open', words));
    const version = versionSentence(server.version);
    if (match === null) body.append(...unknown(server, version));
    else {
      const page =
        match.server.slug === null ? named(match.server.name) : link(urls.server(match.server.slug), match.server.name);
      body.append(element('p', '', page, `, ${MATCH_WORDS[match.by]}. ${version} ${copySentence(server)}`.trimEnd()));
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

/** What is said of a server that is not in the catalogue. */
function unknown(server: AuditedServer, version: string): HTMLElement[] {
  const slug = server.namesake?.slug ?? null;
  const said = [NOT_IN_CATALOGUE, doubtSentence(server), version].filter((words) => words !== '').join(' ');
  if (slug === null) return [element('p', '', said)];
  const like = element('p', '', namesakeSentence(server), ' ', link(urls.server(slug), 'Compare it'), '.');
  return [element('p', '', said), like];
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
  for (const words of [control, toolDoubtSentence(tool)])
    if (words !== '') now.append(element('p', 'check-open', words));
  const by = element('td', '', element('span', treatment.by === null ? 'quiet' : '', byWhat(tool)));
  if (treatment.by !== null) by.append(element('p', '', element('code', '', treatment.by.text)));
  const row = element(
    'tr',
    '',
    name,
    element('td', '', riskChip(tool.level)),
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
