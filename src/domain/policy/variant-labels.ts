import type { Variant } from './decide.ts';

/** Names of the variants. A file of its own: it goes with every page that has a policy. */
export const VARIANT_LABELS: Readonly<Record<Variant, string>> = {
  recommended: 'Recommended',
  reads: 'Reads only',
  strict: 'Strict',
  narrow: 'Narrow',
};
