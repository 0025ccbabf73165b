import type { APIRoute } from 'astro';
import { attackEntries } from '../../catalogue/join/attack-entries.ts';
import { currentCatalogue } from '../../catalogue/load.ts';

/** What the list of attacks is filtered by, loaded by that page alone. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(attackEntries(await currentCatalogue())), {
    headers: { 'content-type': 'application/json' },
  });
