import type { APIRoute } from 'astro';
import { attacksAtom } from '../catalogue/build/attack-exports.ts';
import { currentCatalogue } from '../catalogue/load.ts';

/** All attacks for feed readers (RFC 4287). */
export const GET: APIRoute = async () =>
  new Response(attacksAtom(await currentCatalogue()), { headers: { 'content-type': 'application/atom+xml' } });
