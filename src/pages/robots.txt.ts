import type { APIRoute } from 'astro';
import { currentCatalogue } from '../catalogue/load.ts';
import { absoluteUrl } from '../domain/site/urls.ts';

/** Everything may be read; the sitemap is named when the site has an address. */
export const GET: APIRoute = async () => {
  const { site } = await currentCatalogue();
  const sitemap = absoluteUrl(site.address, '/sitemap.xml');
  return new Response(`User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`);
};
