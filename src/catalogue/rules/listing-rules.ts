import { isCopied, isOwnListing } from '../../domain/record/own-listing.ts';
import type { ServerContent } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

/** What holds of the listing of a server as a whole. */
export const listingRules: readonly Rule[] = [
  {
    name: 'listing-date',
    description: 'A listing is not from the future.',
    check: ({ servers }, { today }) =>
      servers
        .filter((server) => server.tools.listed.date > today)
        .map((server) =>
          toolsProblem(
            server,
            'listed.date',
            `is ${server.tools.listed.date}, after today`,
            'Correct the date, or this machine’s clock.',
          ),
        ),
  },
  {
    name: 'listing-as-of',
    description: 'What was copied or read elsewhere says of which day it is, and that day was before it was looked at.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        const { listed, tools } = server.tools;
        if (listed.asOf === undefined) {
          if (!isCopied(tools)) return [];
          return [
            toolsProblem(
              server,
              'listed.asOf',
              'is missing: these definitions were not listed by a running server, and nothing says of which day they are',
              'Import them again with --as-of: the day of the copy, at the latest.',
            ),
          ];
        }
        if (listed.asOf <= listed.date) return [];
        return [
          toolsProblem(server, 'listed.asOf', `is ${listed.asOf}, after the day of looking`, 'Correct the date.'),
        ];
      }),
  },
  {
    name: 'listing-own',
    description: 'A complete listing is our own, from a running server.',
    check: ({ servers }) =>
      servers
        .filter(({ server, tools }) => server.listing.state === 'complete' && !isOwnListing(tools))
        .map((server) => ({
          severity: 'error' as const,
          file: `${server.folder}/server.yaml`,
          field: 'listing.state',
          message: 'is "complete", but its tools are no listing of ours from a running server',
          remedy: 'Set `unknown`, or `partial`; or scan the server.',
        })),
  },
  {
    name: 'listing-total',
    description: 'A partial listing has fewer tools than the server.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        const { listing } = server.server;
        const recorded = server.tools.tools.length;
        if (listing.state !== 'partial' || listing.total === undefined || recorded < listing.total) return [];
        return [
          {
            severity: 'error',
            file: `${server.folder}/server.yaml`,
            field: 'listing.total',
            message: `is ${listing.total}, but ${recorded} tools are recorded`,
            remedy: 'Correct the total, or set `listing: {state: unknown}`.',
          },
        ];
      }),
  },
  {
    name: 'listing-empty',
    description: 'A server has tools.',
    check: ({ servers }) =>
      servers
        .filter((server) => server.tools.tools.length === 0)
        .map((server) => ({
          ...toolsProblem(
            server,
            'tools',
            'is empty: the page will show no tool',
            'List the server again, or delete the folder.',
          ),
          severity: 'warning' as const,
        })),
  },
  {
    name: 'listing-name',
    description: 'A server that bears a product’s name says what identifies it.',
    check: ({ servers, placard }) =>
      servers.flatMap(({ slug, folder }) => {
        const product = placard.namesakes.get(slug);
        if (product === undefined) return [];
        return [
          {
            severity: 'warning',
            file: `${folder}/server.yaml`,
            field: 'name',
            message: `is that of ${product} in Placard’s catalogue, and nothing here identifies the server: what is on record about that one is not linked`,
            remedy:
              'If it is the same, give `package`, `endpoint` or `repository`. If it is not, a name of its own keeps people from taking it for that one.',
          },
        ];
      }),
  },
  {
    name: 'listing-moved',
    description: 'A slug that moved away is not in use.',
    check: ({ servers }) => {
      const slugs = new Set(servers.map((server) => server.slug));
      return servers.flatMap((server) =>
        (server.server.moved ?? [])
          .filter((slug) => slugs.has(slug))
          .map((slug) => ({
            severity: 'error' as const,
            file: `${server.folder}/server.yaml`,
            field: 'moved',
            message: `names "${slug}", which is a server of this catalogue`,
            remedy: 'Take it out of `moved`, or rename that server.',
          })),
      );
    },
  },
  {
    name: 'listing-moved-twice',
    description: 'A slug that moved away moved to one server.',
    check: ({ servers }) => {
      const claims = servers.flatMap((server) => (server.server.moved ?? []).map((slug) => ({ slug, server })));
      const first = new Map(claims.toReversed().map(({ slug, server }) => [slug, server]));
      return claims
        .filter(({ slug }, place) => claims.findIndex((claim) => claim.slug === slug) < place)
        .map(({ slug, server }) => ({
          severity: 'error' as const,
          file: `${server.folder}/server.yaml`,
          field: 'moved',
          message: `names "${slug}", which ${first.get(slug)?.folder}/server.yaml names already`,
          remedy: 'Leave it with the one server that its old address leads to.',
        }));
    },
  },
];

function toolsProblem(server: ServerContent, field: string, message: string, remedy: string): Problem {
  return { severity: 'error', file: `${server.folder}/tools.json`, field, message, remedy };
}
