import type { KnownCatalogue, KnownServer, KnownTool } from '../../domain/audit/known-catalogue.ts';
import { hintsOf } from '../../domain/audit/listed-server.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import { unrecordedTools } from '../../domain/policy/policy-caption.ts';
import { comparableVersion } from '../../domain/record/own-listing.ts';
import type { Catalogue, CataloguedBrand, CataloguedServer, CataloguedTool } from './catalogue.ts';

/** The catalogue as an audit needs it: one file, so that no request tells which servers a reader has. */
export function knownCatalogue({
  servers,
  attacks,
  brands,
}: Pick<Catalogue, 'servers' | 'attacks' | 'brands'>): KnownCatalogue {
  return {
    schemaVersion: 1,
    servers: servers.map((server) => knownServer(server, brands)),
    attacks: Object.fromEntries(attacks.map(({ id, data }) => [id, data.title])),
  };
}

function knownServer({ slug, file, listed, tools }: CataloguedServer, brands: readonly CataloguedBrand[]): KnownServer {
  const version = comparableVersion(listed);
  return {
    slug,
    name: file.name,
    packages: file.package === undefined ? [] : [file.package],
    ...(file.endpoint === undefined ? {} : { endpoint: file.endpoint }),
    ...(file.brand === undefined ? {} : { brand: brandOf(file.brand, brands) }),
    ...(file.repository === undefined ? {} : { repository: file.repository }),
    ...(version === undefined ? {} : { version }),
    ...(listed.asOf === undefined ? {} : { asOf: listed.asOf }),
    ...(file.listing.note === undefined ? {} : { note: file.listing.note }),
    unrecorded: unrecordedTools(tools.length, file.listing),
    tools: tools.map(knownTool),
  };
}

function brandOf(slug: string, brands: readonly CataloguedBrand[]): NonNullable<KnownServer['brand']> {
  const file = brands.find((brand) => brand.slug === slug)?.file;
  const endpoint = file?.official?.endpoint;
  return { slug, name: file?.name ?? slug, ...(endpoint === undefined ? {} : { endpoint }) };
}

function knownTool({ name, segment, record, verdict, signals }: CataloguedTool): KnownTool {
  const isKnown = Object.values(record.classification.annotations).some(({ state }) => state !== 'not-known');
  return {
    name,
    ...(segment === name ? {} : { segment }),
    category: verdict.category,
    level: verdict.level,
    signals: [...signals],
    shares: verdict.shares,
    doubts: doubtsOf(verdict),
    ...(record.definitionTokens === undefined ? {} : { tokens: record.definitionTokens.count }),
    ...(isKnown ? { hints: hintsOf(record.annotations) } : {}),
    ...(verdict.limit === undefined ? {} : { limit: verdict.limit }),
  };
}
