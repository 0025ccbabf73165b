import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ImportedServer } from '../../src/catalogue/import/imported.ts';
import { importJsonl } from '../../src/catalogue/import/jsonl.ts';
import type { ToolDefinition } from '../../src/domain/record/tool.ts';
import type { Json, JsonObject } from '../../src/domain/text/json.ts';

/** Day on which the captures and facts in the shared folder were gathered. */
const GATHERED = '2026-11-20';

/** A record of facts/seed-servers.json, as far as it is used here. */
interface SeedServer {
  readonly slug: string;
  readonly version?: string;
  readonly package?: { readonly version?: string };
  readonly env?: readonly string[];
  readonly tools: readonly {
    readonly name: string;
    readonly facts?: string;
    readonly definition?: JsonObject;
    readonly inputSchema?: JsonObject;
    readonly parameters?: readonly ({
      readonly name: string;
      readonly required?: boolean;
      readonly about?: string;
    } & JsonObject)[];
    readonly referenceVerdict?: { readonly evidence?: string } | null;
  }[];
}

/** A line of facts/scanned-servers.jsonl, as far as it is used here. */
interface ScannedServer {
  readonly id: string;
  readonly scan: { readonly args: readonly string[]; readonly env: readonly string[]; readonly protocol: string };
}

/** Arguments that carry a secret are recorded without it. */
function maskArgument(argument: string): string {
  return argument.replace(/^(--?[\w-]*(?:key|token|secret|password)[\w-]*=).*$/i, '$1…');
}

/**
 * Every server of the corpus, the captures and the facts in the shared folder, by how `source` in server.yaml names it:
 * `corpus:ID`, `scan:ID`, `documentation:SLUG`.
 */
export async function sharedServers(shared: string): Promise<Map<string, ImportedServer>> {
  const found = new Map<string, ImportedServer>();
  const corpus = await promisify(gunzip)(await readFile(path.join(shared, 'corpus/tools-list.jsonl.gz')));
  for (const server of importJsonl(corpus.toString('utf8'), GATHERED)) found.set(`corpus:${server.id}`, server);
  const scanned = await readFile(path.join(shared, 'facts/scanned-servers.jsonl'), 'utf8');
  const lines = scanned.split('\n').filter((line) => line !== '');
  for (const [index, server] of importJsonl(scanned, GATHERED).entries()) {
    const { scan } = JSON.parse(lines[index] as string) as ScannedServer;
    found.set(`scan:${server.id}`, {
      ...server,
      listed: {
        // We asked it ourselves: the day of the capture is the day of the listing.
        date: server.listed.asOf ?? GATHERED,
        how: 'tools/list over stdio, no network',
        ...(server.listed.version === undefined ? {} : { version: server.listed.version }),
        protocol: scan.protocol,
        ...(scan.args.length > 0 ? { arguments: scan.args.map(maskArgument) } : {}),
        ...(scan.env.length > 0 ? { environment: [...scan.env] } : {}),
      },
      tools: server.tools.map((tool) => ({ ...tool, definitionSource: 'listed' as const })),
    });
  }
  const seeds = JSON.parse(await readFile(path.join(shared, 'facts/seed-servers.json'), 'utf8')) as {
    servers: SeedServer[];
  };
  for (const seed of seeds.servers) {
    const listed = seed.tools.every((tool) => tool.definition !== undefined);
    found.set(`${listed ? 'scan' : 'documentation'}:${seed.slug}`, seedServer(seed, listed));
  }
  return found;
}

function seedServer(seed: SeedServer, listed: boolean): ImportedServer {
  const version = seed.version ?? seed.package?.version;
  return {
    id: seed.slug,
    listed: {
      date: GATHERED,
      how: listed ? 'tools/list over stdio' : 'read from documentation and source',
      ...(version ? { version } : {}),
      ...(listed && seed.env ? { environment: [...seed.env] } : {}),
    },
    tools: seed.tools.map((tool) => ({
      definition: tool.definition ? ({ name: tool.name, ...tool.definition } as ToolDefinition) : documented(tool),
      definitionSource: listed ? ('listed' as const) : ('documented' as const),
    })),
    server: { name: seed.slug, listing: { state: 'unknown' }, source: { kind: 'documentation', what: seed.slug } },
  };
}

/** A definition put together from facts: the publisher's phrase where one is known, else what the tool does. */
function documented(tool: SeedServer['tools'][number]): ToolDefinition {
  const description = tool.referenceVerdict?.evidence ?? tool.facts;
  const inputSchema = tool.inputSchema ?? schemaOf(tool.parameters);
  return { name: tool.name, ...(description ? { description } : {}), ...(inputSchema ? { inputSchema } : {}) };
}

function schemaOf(parameters: SeedServer['tools'][number]['parameters']): JsonObject | undefined {
  if (parameters === undefined) return undefined;
  const properties = Object.fromEntries(
    parameters.map(({ name, required, about, ...rest }) => [
      name,
      { ...rest, ...(about ? { description: about } : {}) } as Json,
    ]),
  );
  const required = parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}
