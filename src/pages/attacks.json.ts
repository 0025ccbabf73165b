import type { APIRoute } from 'astro';
import { attacksData } from '../catalogue/build/attack-exports.ts';
import { currentCatalogue } from '../catalogue/load.ts';

/** All attacks for programs; its form: /schemas/attacks.json. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(attacksData(await currentCatalogue())), {
    headers: { 'content-type': 'application/json' },
  });
