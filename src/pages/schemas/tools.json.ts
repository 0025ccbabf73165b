import type { APIRoute } from 'astro';
import { toolsJsonSchema } from '../../domain/record/tools-json-schema.ts';

/** The files of classified records (tools.json) as JSON Schema. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(toolsJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
