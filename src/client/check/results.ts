import type { Audit, AuditedClient } from '../../domain/audit/audit.ts';
import { NOT_READ_TITLE, tokensSentence } from '../../domain/audit/audit-wording.ts';
import { choiceFor } from '../../domain/audit/patch.ts';
import { summaryOf } from '../../domain/audit/share.ts';
import type { Choice } from '../../domain/clients/patch.ts';
import { clientById } from '../../domain/clients/registry.ts';
import { element } from '../element.ts';
import { answerSection } from './answer.ts';
import { findings, flows } from './findings.ts';
import { type Chosen, patchSection } from './patch-section.ts';
import { serverPanel } from './server-panel.ts';
import { shareSection } from './share.ts';
import { heading, type Shown, where } from './shown.ts';

/** So few servers are shown unfolded. */
const MOST_UNFOLDED = 3;

/** Fills the results with the answer: first what is uncontrolled, then client by client. */
export function showResults(target: HTMLElement, shown: Shown): void {
  const { result } = shown;
  target.replaceChildren(
    answerSection(result),
    ...result.clients.map((client) => clientSection(client, shown)),
    ...notReadSection(result),
    // Of nothing there is nothing to pass on.
    ...(result.reading === 'nothing' ? [] : [shareSection(summaryOf(result))]),
  );
}

/** What stands in the files beside what was read. */
function notReadSection({ notRead }: Audit): HTMLElement[] {
  if (notRead.length === 0) return [];
  const items = notRead.map(({ at, message }) =>
    element('li', '', element('code', '', at.text), ' ', where(at), element('p', '', message)),
  );
  return [element('section', '', heading('not-read', NOT_READ_TITLE), element('ul', 'check-findings', ...items))];
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
