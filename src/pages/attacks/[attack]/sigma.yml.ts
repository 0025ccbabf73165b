import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { attackSigma } from '../../../catalogue/join/attack-page.ts';
import { currentCatalogue } from '../../../catalogue/load.ts';

export const getStaticPaths = (async () => {
  const catalogue = await currentCatalogue();
  const texts = await Promise.all(catalogue.attacks.map((attack) => attackSigma(catalogue, attack)));
  return catalogue.attacks.flatMap(({ id }, index) => {
    const text = texts[index];
    return text ? [{ params: { attack: id }, props: { text } }] : [];
  });
}) satisfies GetStaticPaths;

/** The detection rule of a pattern in Sigma: the same text that stands on its page. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/yaml' } });
