import { z } from 'zod';

/** An address that a page may link to: http or https, nothing that runs. */
export const HttpUrlSchema = z
  .url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' })
  .refine((url) => !/[\s"'<>\\]/.test(url), 'an address has no spaces, quotes or angle brackets');
