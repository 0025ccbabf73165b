import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { policyTool } from '../../../catalogue/join/relations.ts';
import { currentCatalogue } from '../../../catalogue/load.ts';
import { policyText } from '../../../domain/policy/policy-text.ts';
import { serverPolicy } from '../../../domain/policy/recommend.ts';

export const getStaticPaths = (async () => {
  const { servers } = await currentCatalogue();
  return servers.map((server) => ({ params: { server: server.slug }, props: { server } }));
}) satisfies GetStaticPaths;

/** The recommended policy for a whole server: the same text that stands on its page. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(`${policyText(serverPolicy(props.server.tools.map(policyTool)))}\n`, {
    headers: { 'content-type': 'application/json' },
  });
