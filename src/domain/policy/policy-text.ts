import type { Policy } from './schema.ts';

/** A policy as it is printed, downloaded and copied: two spaces, final newline left to the writer. */
export function policyText(policy: Policy): string {
  return JSON.stringify(policy, null, 2);
}
