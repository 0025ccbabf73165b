import type { APIRoute } from 'astro';
import { POLICY_JSON_SCHEMA } from '../../domain/policy/json-schema.ts';

/** policy.json as JSON Schema, for editors and programs. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(POLICY_JSON_SCHEMA, null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
