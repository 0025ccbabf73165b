import { ATTACK_CLASSES } from '../../domain/attacks/attack.ts';
import { CATEGORIES, categorySegment } from '../../domain/risk/category.ts';
import { RISK_LEVELS } from '../../domain/risk/risk-level.ts';
import { RISK_SIGNALS } from '../../domain/risk/signal.ts';
import { urls } from '../../domain/site/urls.ts';
import type { Content } from '../read/content.ts';
import type { Rule } from './content-rule.ts';

/** Pages and files that exist whatever the content is. */
const FIXED_PAGES = [
  '/',
  '/tools/',
  '/names/',
  '/risk/',
  '/category/',
  '/signals/',
  '/attacks/',
  '/guides/',
  '/method/',
  '/search/',
  '/check/',
  urls.attackTimeline,
  ...Object.keys(ATTACK_CLASSES).map(urls.attackClass),
  urls.attackData,
  urls.attackTable,
  urls.attackFeed,
  urls.attackLayer,
  urls.attackSchema,
  urls.logSchema,
];

/** What holds of the links in our texts, checked before the build, so that the file can be named. */
export const textRules: readonly Rule[] = [
  {
    name: 'text-links',
    description: 'Links of guides and attacks lead to pages of this site.',
    check: (content) => {
      const known = pagesOf(content);
      return [...content.attacks, ...content.guides].flatMap((text) =>
        [...text.body.matchAll(/\]\((\/[^)\s#?]*)/g)]
          .map((match) => match[1] as string)
          .filter((link) => !known.has(link) && !link.startsWith('/tools/'))
          .map((link) => ({
            severity: 'error' as const,
            file: text.file,
            field: '',
            message: `links to ${link}, which is no page of this site`,
            remedy: 'Correct the link (pages end with a slash), or take it out.',
          })),
      );
    },
  },
];

function pagesOf(content: Content): ReadonlySet<string> {
  return new Set([
    ...FIXED_PAGES,
    ...[...RISK_LEVELS, 'not-assessed'].map((level) => `/risk/${level}/`),
    ...[...CATEGORIES, null].map((category) => `/category/${categorySegment(category)}/`),
    ...RISK_SIGNALS.map((signal) => `/signals/${signal}/`),
    ...content.attacks.map((attack) => `/attacks/${attack.id}/`),
    ...content.guides.map((guide) => `/guides/${guide.id}/`),
  ]);
}
