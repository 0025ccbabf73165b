import type { APIRoute } from 'astro';
import { logLineJsonSchema } from '../../domain/attacks/attack-data.ts';

/** JSON Schema, for editors and programs that do not run our code. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(logLineJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
