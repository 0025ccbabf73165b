import { summaryText } from '../../domain/audit/audit-wording.ts';
import { type Summary, summaryFragment } from '../../domain/audit/share.ts';
import { urls } from '../../domain/site/urls.ts';
import { button, link } from '../controls.ts';
import { element } from '../element.ts';
import { copyText } from '../page/copy-text.ts';
import { heading } from './shown.ts';

/** The part that passes the summary on. */
export function shareSection(summary: Summary): HTMLElement {
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
