import type { APIRoute } from 'astro';
import { navigatorLayer } from '../catalogue/build/attack-exports.ts';
import { currentCatalogue } from '../catalogue/load.ts';

/** The mapped techniques as a layer for the Navigator of MITRE ATLAS. */
export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(navigatorLayer(await currentCatalogue()), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
