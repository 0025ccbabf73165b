import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { hasIdentity, sameServer } from '../../domain/audit/same-server.ts';
import { BrandFileSchema } from '../../domain/record/brand.ts';
import { type ServerFile, ServerFileSchema } from '../../domain/record/server.ts';
import { letters } from '../../domain/text/letters.ts';
import { readYaml } from './read-file.ts';

/** What servers of somebody's catalogue have to do with those of Placard's own, which its texts name by slug. */
export interface PlacardServers {
  /** By the slug in Placard's content, the slugs of this catalogue's servers that are the same by what identifies them. */
  readonly same: ReadonlyMap<string, readonly string[]>;
  /** By slug of this catalogue, the product whose name a server bears while nothing in its server.yaml identifies it. */
  readonly namesakes: ReadonlyMap<string, string>;
}

/** For Placard's own content: there every text names servers by the slugs of the same content. */
export const NO_PLACARD_SERVERS: PlacardServers = { same: new Map(), namesakes: new Map() };

/** A server of a content root, as far as this needs it. */
interface NamedServer {
  readonly slug: string;
  readonly server: ServerFile;
}

/**
 * Compares the servers of a catalogue with Placard's. A slug or a name is what somebody chose, so that neither makes two the
 * same: a case that happened with Placard's `github` is no case of a server whose file was called GitHub.json.
 * @param folder Placard's own content
 */
export async function placardServers(servers: readonly NamedServer[], folder: string): Promise<PlacardServers> {
  const own = await placardsOwn(folder);
  const known = own.servers.map(({ slug, server }) => ({
    slug,
    packages: server.package === undefined ? [] : [server.package],
    endpoint: server.endpoint,
    repository: server.repository,
  }));
  const same = new Map<string, string[]>();
  const unidentified: NamedServer[] = [];
  for (const each of servers) {
    const found = sameServer(each.server, known);
    if (found !== undefined) same.set(found.slug, [...(same.get(found.slug) ?? []), each.slug]);
    else if (!hasIdentity(each.server)) unidentified.push(each);
  }
  const names = new Map(
    own.products.flatMap(([slug, name]) => [slug, name].map((key) => [letters(key as string), name as string])),
  );
  const namesakes = unidentified.flatMap(({ slug, server }) => {
    const product = names.get(letters(slug)) ?? names.get(letters(server.name));
    return product === undefined ? [] : [[slug, product] as const];
  });
  return { same, namesakes: new Map(namesakes) };
}

/** Placard's servers, and the names of its servers and products by slug. */
interface PlacardsOwn {
  readonly servers: readonly NamedServer[];
  readonly products: readonly (readonly [string, string])[];
}

const read = new Map<string, Promise<PlacardsOwn>>();

/** Read once per process: Placard's own content does not change while another catalogue is made. */
function placardsOwn(folder: string): Promise<PlacardsOwn> {
  const known = read.get(folder) ?? readPlacardsOwn(folder);
  read.set(folder, known);
  return known;
}

async function readPlacardsOwn(folder: string): Promise<PlacardsOwn> {
  const servers = await serverFiles(path.join(folder, 'servers'));
  const names = servers.map(({ slug, server }) => [slug, server.name] as const);
  return { servers, products: [...names, ...(await brandNames(folder))] };
}

/** What cannot be read is told by the check of Placard's own content. */
async function serverFiles(folder: string): Promise<NamedServer[]> {
  const slugs = await readdir(folder).catch((): string[] => []);
  const files = await Promise.all(
    slugs.toSorted().map(async (slug) => {
      const file = path.join(folder, slug, 'server.yaml');
      const { value } = await readYaml({ path: file, file }, ServerFileSchema);
      return value === null ? [] : [{ slug, server: value }];
    }),
  );
  return files.flat();
}

async function brandNames(content: string): Promise<[string, string][]> {
  const folder = path.join(content, 'brands');
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.map(async (name): Promise<[string, string][]> => {
      const file = path.join(folder, name);
      const { value } = await readYaml({ path: file, file }, BrandFileSchema);
      return value === null ? [] : [[name.slice(0, -'.yaml'.length), value.name]];
    }),
  );
  return files.flat();
}
