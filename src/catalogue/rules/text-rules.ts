import type { SiteFile } from '../../domain/site/site.ts';
import { meantName } from '../../domain/text/meant-name.ts';
import { siteLinks } from '../../domain/text/site-links.ts';
import type { TextKind } from '../read/content.ts';
import type { Rule } from './content-rule.ts';
import { missingPages } from './known-pages.ts';

const TEXT_KINDS = ['attacks', 'guides'] as const satisfies readonly TextKind[];

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
    check: async (content) => {
      // What a text of Placard's links to may have been switched off: its page leaves the link out.
      const texts = [...content.attacks, ...content.guides].filter(({ shipped }) => !shipped);
      const linked = texts.flatMap(({ file, body }) => siteLinks(body).map((link) => ({ file, link })));
      const missing = await missingPages(
        content,
        linked.map(({ link }) => link),
      );
      return linked
        .filter(({ link }) => missing.has(link))
        .map(({ file, link }) => ({
          severity: 'error' as const,
          file,
          field: '',
          message: `links to ${link}, which is no page of this site`,
          remedy: 'Correct the link (pages end with a slash), or take it out.',
        }));
    },
  },
  {
    name: 'site-links',
    description: 'Links of site.yaml lead to pages of this site, or elsewhere.',
    check: async (content) => {
      const linked = linksOf(content.site).map(({ href, field }) => ({ link: href.replace(/[?#].*$/, ''), field }));
      const missing = await missingPages(
        content,
        linked.map(({ link }) => link),
      );
      return linked
        .filter(({ link }) => missing.has(link))
        .map(({ link, field }) => ({
          severity: 'error' as const,
          file: content.siteFile,
          field,
          message: `is ${link}, which is no page of this site`,
          remedy: 'Correct the address (pages end with a slash), or take it out.',
        }));
    },
  },
];

/** Addresses of this site in site.yaml, each with its field. */
function linksOf({
  links,
  callToAction,
  reportMistake,
}: SiteFile): { readonly href: string; readonly field: string }[] {
  return [
    ...links.map(({ href }, index) => ({ href, field: `links[${index}].href` })),
    ...(callToAction === undefined ? [] : [{ href: callToAction.href, field: 'callToAction.href' }]),
    ...(reportMistake === undefined ? [] : [{ href: reportMistake, field: 'reportMistake' }]),
  ].filter(({ href }) => href.startsWith('/'));
}
