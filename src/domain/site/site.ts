import { z } from 'zod';
import { HttpUrlSchema } from '../text/http-url.ts';

/** An address of ours: a path of this site or a web address. */
const LinkSchema = z.union(
  [z.string().regex(/^\/(?!\/)[^\s"'<>\\]*$/), HttpUrlSchema, z.string().regex(/^mailto:[^\s"'<>\\]+$/)],
  {
    error: 'expected a path such as /guides/, a web address or mailto:…',
  },
);

/** site.yaml: whose catalogue this is (docs/contracts.md#content). */
export const SiteFileSchema = z.strictObject({
  /** Name in the header and in titles. */
  name: z.string().trim().min(1).max(60).default('Placard'),
  /** One line under the name. */
  tagline: z.string().trim().max(160).optional(),
  /** Address of the site, for canonical links and the sitemap; both are absent without it. */
  address: HttpUrlSchema.refine(
    (address) => /^https?:\/\/[^/?#]+\/?$/i.test(address),
    'expected an address without a path, such as https://tools.example.com: all links begin at the root of a host, so a site works there only',
  ).optional(),
  /** `omit`: publishers' words stay out of the content but for short evidence. `keep`: a private catalogue carries them. */
  publisherText: z.enum(['keep', 'omit']).default('keep'),
  /** Texts that come with Placard and that this catalogue does not show, by the names of their files. */
  without: z
    .strictObject({
      attacks: z.array(z.string().trim().min(1)).default([]),
      guides: z.array(z.string().trim().min(1)).default([]),
    })
    .optional(),
  /** Links in the footer. */
  links: z.array(z.strictObject({ label: z.string().trim().min(1).max(60), href: LinkSchema })).default([]),
  /** Where "report a mistake" goes; absent when unset. */
  reportMistake: LinkSchema.optional(),
  /** The one call to action, at the end of a page. */
  callToAction: z
    .strictObject({
      title: z.string().trim().min(1).max(80),
      text: z.string().trim().min(1).max(300),
      label: z.string().trim().min(1).max(40),
      href: LinkSchema,
    })
    .optional(),
  /** The contact form; absent when unset. */
  contact: z
    .strictObject({
      /** Receives a POST of form fields (name, email, message). */
      endpoint: HttpUrlSchema,
      title: z.string().trim().min(1).max(80).default('Write to us'),
      /** What happens with what is sent, said before it is sent. */
      text: z.string().trim().max(300).optional(),
    })
    .optional(),
});
export type SiteFile = z.infer<typeof SiteFileSchema>;
