import { type Audit, uncontrolledAt } from '../../domain/audit/audit.ts';
import {
  answerSentences,
  EFFECT_MEANING,
  EFFECT_WORDS,
  named,
  toolDoubtSentence,
  UNREAD_TITLE,
  unknownSentences,
  unreadSentence,
  unrecordedEffect,
} from '../../domain/audit/audit-wording.ts';
import { NOW_EFFECTS } from '../../domain/clients/treatment.ts';
import { formatNumber } from '../../domain/text/english.ts';
import { element } from '../element.ts';
import { nameElement } from '../name-element.ts';
import { heading, riskChip, toolName } from './shown.ts';

/** The most uncontrolled tools that the answer itself lists; all of them stand in the tables. */
const MOST_LISTED = 12;
/** The answer: what nothing controls, first. */
export function answerSection(result: Audit): HTMLElement {
  const [found, controlled] = answerSentences(result, 'high');
  const section = element(
    'section',
    '',
    heading('now', 'What your agents can do now'),
    element('p', 'lead', found),
    ...unread(result),
  );
  if (result.reading === 'nothing') return section;
  section.append(counts(result));
  if (controlled !== undefined) section.append(element('p', '', element('strong', '', controlled)));
  const open = uncontrolledAt(result, 'high');
  const items = open
    .slice(0, MOST_LISTED)
    .map(({ server, tool }) =>
      element(
        'li',
        'row',
        riskChip(tool?.level ?? null),
        element(
          'div',
          'row-main',
          element(
            'div',
            'row-head',
            ...(tool === null
              ? [nameElement('code', 'name', server.key)]
              : [toolName(tool), ' ', element('span', 'quiet', named(server.key))]),
          ),
          element(
            'p',
            '',
            tool === null
              ? `${unrecordedEffect(server)} ${unknownSentences(server).join(' ')}`
              : `${EFFECT_WORDS[tool.treatment.effect]}. ${tool.treatment.says} ${toolDoubtSentence(tool)}`.trimEnd(),
          ),
        ),
      ),
    );
  if (items.length > 0) section.append(element('ul', 'rows', ...items));
  if (open.length > MOST_LISTED) {
    section.append(element('p', 'quiet', `And ${formatNumber(open.length - MOST_LISTED)} more, in the tables below.`));
  }
  return section;
}

/** What could not be read stands before what is said of the rest. */
function unread({ unusable }: Audit): HTMLElement[] {
  if (unusable.length === 0) return [];
  const items = unusable.map((each) => element('li', '', unreadSentence(each)));
  return [element('div', 'note', element('strong', '', UNREAD_TITLE), element('ul', '', ...items))];
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
