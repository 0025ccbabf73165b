import type { AuditedClient } from '../../domain/audit/audit.ts';
import {
  chainSentence,
  FINDING_TITLES,
  FLOW_TITLES,
  flowSentence,
  named,
  STEP_WORDS,
  unseenSentence,
} from '../../domain/audit/audit-wording.ts';
import type { Flow } from '../../domain/audit/flows.ts';
import type { KnownCatalogue } from '../../domain/audit/known-catalogue.ts';
import type { RuleFinding } from '../../domain/clients/treatment.ts';
import { urls } from '../../domain/site/urls.ts';
import { formatNumber } from '../../domain/text/english.ts';
import { link } from '../controls.ts';
import { element } from '../element.ts';
import { nameElement } from '../name-element.ts';
import { where } from './shown.ts';

/** Rules that do not do what they seem to. */
export function findings(found: readonly RuleFinding[]): HTMLElement {
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
    element('h3', '', 'Lines to look at twice'),
    element('ul', 'check-findings', ...items),
  );
}

/** The most tools that are named for a step. */
const MOST_NAMED = 5;

/** What the tools open together. */
export function flows({ flows: open, servers }: AuditedClient, catalogue: KnownCatalogue): HTMLElement[] {
  const said = [chainSentence(servers), unseenSentence(servers)].filter((words) => words !== '');
  if (open.length === 0 && said.length === 0) return [];
  const items = open.map((flow: Flow) => {
    const item = element('li', '', element('strong', '', FLOW_TITLES[flow.id]), element('p', '', flowSentence(flow)));
    for (const { step, tools } of flow.parts) {
      const shown = Map.groupBy(tools.slice(0, MOST_NAMED), ({ server }) => server);
      const names = [...shown].flatMap(([server, own], group) => [
        element('span', 'quiet', `${group > 0 ? '; ' : ''}${named(server)}: `),
        ...own.flatMap(({ name }, index) => [...(index > 0 ? [', '] : []), nameElement('code', 'name', name)]),
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
      ...(items.length > 0 ? [element('ul', 'check-findings', ...items)] : []),
      ...said.map((words) => element('p', '', words)),
    ),
  ];
}
