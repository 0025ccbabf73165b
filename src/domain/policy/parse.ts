import { type Policy, PolicySchema } from './schema.ts';

/** A policy that was read, or why it could not be: one line for each thing that is wrong. */
export type ParsedPolicy = { readonly policy: Policy } | { readonly errors: readonly string[] };

/** Reads a policy's text. The value is what stands there, checked against the schema, so that no member is lost on the way. */
export function parsePolicy(text: string): ParsedPolicy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { errors: [`The policy cannot be read as JSON: ${(error as Error).message}.`] };
  }
  const result = PolicySchema.safeParse(value);
  if (result.success) return { policy: value as Policy };
  return {
    errors: result.error.issues.map((issue) => {
      const pointer = issue.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      return `${pointer === '' ? '/' : pointer}: ${issue.message}`;
    }),
  };
}
