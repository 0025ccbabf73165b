import type { KnownCatalogue, KnownServer, KnownTool } from '../../domain/audit/known-catalogue.ts';
import { hintsOf } from '../../domain/audit/listed-server.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import { unrecordedTools } from '../../domain/policy/policy-caption.ts';
import type { Catalogue, CataloguedServer, CataloguedTool } from './catalogue.ts';

/** The catalogue as an audit needs it: one file, so that no request tells which servers a reader has. */
export function knownCatalogue({ servers, attacks }: Pick<Catalogue, 'servers' | 'attacks'>): KnownCatalogue {
  return {
    schemaVersion: 1,
    servers: servers.map(knownServer),
    attacks: Object.fromEntries(attacks.map(({ id, data }) => [id, data.title])),
  };
}

function knownServer({ slug, file, listed, tools }: CataloguedServer): KnownServer {
  return {
    slug,
    name: file.name,
    packages: file.package === undefined ? [] : [file.package],
    ...(file.endpoint === undefined ? {} : { endpoint: file.endpoint }),
    ...(file.repository === undefined ? {} : { repository: file.repository }),
    ...(listed.version === undefined ? {} : { version: listed.version }),
    ...(listed.asOf === undefined ? {} : { asOf: listed.asOf }),
    unrecorded: unrecordedTools(tools.length, file.listing),
    tools: tools.map(knownTool),
  };
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
