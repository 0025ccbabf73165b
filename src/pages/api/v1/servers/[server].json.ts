import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { serverData } from '../../../../catalogue/join/server-data.ts';
import { currentCatalogue } from '../../../../catalogue/load.ts';

export const getStaticPaths = (async () => {
  const { servers } = await currentCatalogue();
  return servers.map((server) => ({ params: { server: server.slug }, props: { server } }));
}) satisfies GetStaticPaths;

/** A server with its tools, verdicts and our words, for programs. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(JSON.stringify(serverData(props.server)), { headers: { 'content-type': 'application/json' } });
