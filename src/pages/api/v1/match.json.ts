import type { APIRoute } from 'astro';
import { knownCatalogue } from '../../../catalogue/join/known-servers.ts';
import { currentCatalogue } from '../../../catalogue/load.ts';

/** The whole catalogue as /check/ needs it, in one file: no request of that page tells which servers a reader has. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(knownCatalogue(await currentCatalogue())), {
    headers: { 'content-type': 'application/json' },
  });
