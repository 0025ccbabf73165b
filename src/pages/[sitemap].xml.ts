import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { sitemapFiles } from '../catalogue/build/sitemap.ts';
import { sitePaths } from '../catalogue/join/site-paths.ts';
import { currentCatalogue } from '../catalogue/load.ts';

// A dynamic path, because without an address there is no sitemap, and in a large catalogue there are several files.
export const getStaticPaths = (async () => {
  const catalogue = await currentCatalogue();
  return sitemapFiles(sitePaths(catalogue), catalogue.site.address).map(({ name, xml }) => ({
    params: { sitemap: name },
    props: { xml },
  }));
}) satisfies GetStaticPaths;

/** Every page for search engines; robots.txt names it. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.xml, { headers: { 'content-type': 'application/xml' } });
