import type { APIRoute } from 'astro';
import { attacksCsv } from '../catalogue/build/attack-exports.ts';
import { currentCatalogue } from '../catalogue/load.ts';

/** All attacks for a spreadsheet (RFC 4180). */
export const GET: APIRoute = async () =>
  new Response(attacksCsv(await currentCatalogue()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
