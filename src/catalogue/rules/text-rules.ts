import { ATTACK_CLASSES } from '../../domain/attacks/attack.ts';
import { CATEGORIES, categorySegment } from '../../domain/risk/category.ts';
import { RISK_LEVELS } from '../../domain/risk/risk-level.ts';
import { RISK_SIGNALS } from '../../domain/risk/signal.ts';
import { urls } from '../../domain/site/urls.ts';
import { meantName } from '../../domain/text/meant-name.ts';
import type { Content, TextKind } from '../read/content.ts';
import type { Rule } from './content-rule.ts';

const TEXT_KINDS = ['attacks', 'guides'] as const satisfies readonly TextKind[];

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

/** What holds of guides and attacks: which there are, and their links, checked before the build, so that the file can be named. */
export const textRules: readonly Rule[] = [
  {
    name: 'text-without',
    description: 'What a catalogue does without is there to be left out.',
    check: ({ site, siteFile, shipped }) =>
      TEXT_KINDS.flatMap((kind) =>
        (site.without?.[kind] ?? []).flatMap((id, index) => {
          if (shipped[kind].includes(id)) return [];
          const meant = meantName(id, shipped[kind]);
          return [
            {
              severity: 'error' as const,
              file: siteFile,
              field: `without.${kind}[${index}]`,
              message: `names "${id}", which is none of the ${kind} that come with Placard`,
              remedy:
                meant === undefined
                  ? `Give the last part of its address, or take it out. There are: ${shipped[kind].join(', ')}.`
                  : `Did you mean "${meant}"? Correct the name, or take it out.`,
            },
          ];
        }),
      ),
  },
  {
    name: 'text-names',
    description: 'A text of the catalogue has a name that no text of Placard’s has.',
    check: (content) =>
      TEXT_KINDS.flatMap((kind) => {
        const theirs = new Set(content[kind].filter(({ shipped }) => shipped).map(({ id }) => id));
        return content[kind]
          .filter(({ id, shipped }) => !shipped && theirs.has(id))
          .map(({ id, file }) => ({
            severity: 'error' as const,
            file,
            field: '',
            message: `has the name of one of the ${kind} that come with Placard`,
            remedy: `Rename it, or let it take the other’s place: \`without: { ${kind}: [${id}] }\` in site.yaml.`,
          }));
      }),
  },
  {
    name: 'text-links',
    description: 'Links of guides and attacks lead to pages of this site.',
    check: (content) => {
      const known = pagesOf(content);
      // What a text of Placard's links to may have been switched off: its page leaves the link out.
      const texts = [...content.attacks, ...content.guides].filter(({ shipped }) => !shipped);
      return texts.flatMap((text) =>
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
