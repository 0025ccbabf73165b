import { z } from 'zod';
import { HttpUrlSchema } from '../text/http-url.ts';
import { SLUG_PATTERN } from '../text/slug.ts';

/** Registries whose packages a server may come in. */
export const PACKAGE_REGISTRIES = ['npm', 'pypi', 'docker', 'nuget', 'go', 'other'] as const;

/** How the records of a server came about. */
export const SourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    /** We started the server and asked it. */
    kind: z.literal('scan'),
    /** Id of its capture. */
    id: z.string(),
  }),
  z.strictObject({
    /** A public collection of tool lists had it. */
    kind: z.literal('corpus'),
    /** Id in that collection. */
    id: z.string(),
    /** Repository of the collection or of the server. */
    repository: z.string(),
    commit: z.string().optional(),
    licence: z.string().optional(),
  }),
  z.strictObject({
    /** A person read documentation or source. */
    kind: z.literal('documentation'),
    /** Id in the facts that were gathered, where there is one. */
    id: z.string().optional(),
    /** What was read. */
    what: z.string(),
    url: HttpUrlSchema.optional(),
  }),
  z.strictObject({
    /** `npm run import` of the reader's own made it. */
    kind: z.literal('import'),
    /** File or command. */
    what: z.string(),
  }),
]);

/** server.yaml: who and where, source, listing (docs/contracts.md#content). */
export const ServerFileSchema = z.strictObject({
  /** The product's plain name, as people say it. */
  name: z.string().trim().min(1).max(80),
  /** Who publishes the server: the maker of the product, or a third party. */
  publisher: z.string().trim().min(1).max(80).optional(),
  /** False where a third party wrote it for somebody else's product; a reader must know whom they trust. */
  official: z.boolean().optional(),
  /** The product in brands/ that it is for, where its name alone would not say whose server this is. */
  brand: z.string().regex(SLUG_PATTERN).optional(),
  homepage: HttpUrlSchema.optional(),
  repository: HttpUrlSchema.optional(),
  /** SPDX id or the publisher's own words for it. */
  licence: z.string().max(80).optional(),
  /** Where its package is; only names that can be had are given. */
  package: z
    .strictObject({
      registry: z.enum(PACKAGE_REGISTRIES),
      name: z.string().min(1).max(214),
      /** Which of its programs, where it has several. */
      bin: z.string().min(1).max(214).optional(),
    })
    .optional(),
  /** Address of a server that is reached over HTTP. */
  endpoint: HttpUrlSchema.optional(),
  /** How clients reach it. */
  transport: z.array(z.enum(['stdio', 'streamable-http', 'sse'])).optional(),
  /** Names of environment variables that carry its credentials. */
  credentials: z.array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)).optional(),
  /** Whether all its tools are recorded. */
  listing: z
    .discriminatedUnion('state', [
      z.strictObject({
        /** Nobody has looked whether they are all. */
        state: z.literal('unknown'),
        /** What is known of it all the same. */
        note: z.string().optional(),
      }),
      z.strictObject({
        /** Only for a listing of our own from a running server (docs/contracts.md#toolsjson). */
        state: z.literal('complete'),
        /** For which configuration, where flags or keys change the list. */
        note: z.string().optional(),
      }),
      z.strictObject({
        state: z.literal('partial'),
        /** How many tools there are; absent when nobody knows. */
        total: z.number().int().positive().optional(),
        /** Why. */
        note: z.string().optional(),
      }),
    ])
    .default({ state: 'unknown' }),
  source: SourceSchema,
  /** Slugs that this server had before; they redirect. */
  moved: z.array(z.string().regex(SLUG_PATTERN)).optional(),
});
export type ServerFile = z.infer<typeof ServerFileSchema>;

/** How much of a server is recorded, as `listing` in server.yaml says it. */
export type ListingState =
  | { readonly state: 'unknown' }
  | { readonly state: 'complete' }
  | { readonly state: 'partial'; readonly total?: number | undefined };
