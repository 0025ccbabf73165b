import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { policyData } from '../../../../catalogue/join/server-policies.ts';
import { currentCatalogue } from '../../../../catalogue/load.ts';

export const getStaticPaths = (async () => {
  const { servers, verified } = await currentCatalogue();
  return servers.map((server) => ({ params: { server: server.slug }, props: { server, verified } }));
}) satisfies GetStaticPaths;

/** What the policies of a server are made from, for the formats and variants that pages render on demand. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(JSON.stringify(policyData(props.server, props.verified)), {
    headers: { 'content-type': 'application/json' },
  });
