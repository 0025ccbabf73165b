import { count, formatDate } from '../text/english.ts';

/** What a day brought to a server, in the history; `asOf` is the day that a copied listing describes. */
export function addedWords(added: number, first: boolean, asOf?: string): string {
  const day = asOf === undefined ? '' : `, as of ${formatDate(asOf)}`;
  if (first) return `first recorded, with ${count(added, 'tool')}${day}`;
  return added === 0 ? '' : `${count(added, 'tool')} more${day}`;
}

/** Kinds of things that search finds. */
export const SEARCH_KINDS = { tool: 'Tools', server: 'Servers', attack: 'Attacks', guide: 'Guides' } as const;

/** What results are narrowed by. */
export const FACET_LABEL = {
  kind: 'Kind',
  level: 'Risk level',
  category: 'Category',
  signal: 'Signal',
  server: 'Server',
} as const;

/** Words on a page that leads from what was a sheet's address to the product's page. */
export function choiceWords(tool: string, brand: string): { readonly title: string; readonly description: string } {
  return {
    title: `${tool}: which ${brand} server is meant?`,
    description: `The name ${brand} does not say whose server is meant: see which there are.`,
  };
}

/** Words on a page that leads from an old address to the new one. */
export function movedWords(name: string): { readonly title: string; readonly description: string } {
  return { title: `${name} has moved`, description: `The page of ${name} has a new address.` };
}
