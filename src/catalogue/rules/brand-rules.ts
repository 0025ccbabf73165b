import type { Rule } from './content-rule.ts';

/** What holds of products and of the sheets that bear their names. */
export const brandRules: readonly Rule[] = [
  {
    name: 'brand-address',
    description: 'The address of a product is no server’s, today or before: it would be taken for the official one.',
    check: ({ brands, servers }) => {
      const taken = new Map(
        servers.flatMap(({ slug, server }) => [slug, ...(server.moved ?? [])].map((each) => [each, slug])),
      );
      return brands
        .filter(({ slug }) => taken.has(slug))
        .map(({ slug, file }) => ({
          severity: 'error' as const,
          file,
          field: '',
          message: `is also the address of the server "${taken.get(slug)}"`,
          remedy: 'Give that server a slug that says whose it is, and take the product’s out of its `moved`.',
        }));
    },
  },
  {
    name: 'brand-known',
    description: 'A server names a product that has a file.',
    check: ({ brands, servers }) => {
      const known = new Set(brands.map(({ slug }) => slug));
      return servers
        .filter(({ server }) => server.brand !== undefined && !known.has(server.brand))
        .map(({ folder, server }) => ({
          severity: 'error' as const,
          file: `${folder}/server.yaml`,
          field: 'brand',
          message: `names "${server.brand}", which has no file in brands/`,
          remedy: `Correct it, or write brands/${server.brand}.yaml beside servers/: \`name\`, and \`looked\`, the day on which somebody looked for an official server (docs/contracts.md#brands).`,
        }));
    },
  },
  {
    name: 'brand-used',
    description: 'A product has a sheet.',
    check: ({ brands, servers }) =>
      brands
        .filter(({ slug }) => !servers.some(({ server }) => server.brand === slug))
        .map(({ file }) => ({
          severity: 'error' as const,
          file,
          field: '',
          message: 'is named by no server',
          remedy: 'Set `brand` in the server.yaml of each sheet that bears its name, or remove the file.',
        })),
  },
  {
    name: 'brand-official',
    description: 'The official server of a product is a sheet of its maker’s, and was looked for by today.',
    check: ({ brands, servers }, { today }) =>
      brands.flatMap(({ file, brand }) => {
        const slug = brand.official?.server;
        const sheet = servers.find((server) => server.slug === slug);
        const problem = (field: string, message: string, remedy: string) => [
          { severity: 'error' as const, file, field, message, remedy },
        ];
        if (brand.looked > today) return problem('looked', `is ${brand.looked}, after today`, 'Correct the date.');
        if (slug === undefined || sheet?.server.official === true) return [];
        return problem(
          'official.server',
          sheet === undefined
            ? `names "${slug}", which is not recorded`
            : `names "${slug}", which does not say \`official: true\``,
          'Name the sheet of its maker’s server, or none.',
        );
      }),
  },
];
