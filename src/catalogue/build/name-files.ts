import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { searchWords } from '../../domain/attacks/filter/filter-attacks.ts';
import { categorySegment } from '../../domain/risk/category.ts';
import { levelSegment } from '../../domain/risk/risk-level.ts';
import {
  NAMES_FILE,
  NAMES_FOLDER,
  type NamesFile,
  type ServerTools,
  type Traits,
} from '../../domain/search/names-file.ts';
import type { Catalogue, CataloguedServer, CataloguedTool } from '../join/catalogue.ts';
import { writeWhole } from '../write/write-file.ts';

/** Bytes that one file of names may have as a host sends it, compressed with gzip: more are put into files beside it. */
export const MOST_BYTES = 150_000;

/** One file, by its name in the folder. */
export interface NamesOutput {
  readonly name: string;
  readonly text: string;
}

/** Writes the files of the name search into a built site; they are loaded when search is opened. */
export async function writeNameFiles(catalogue: Catalogue, dist: string): Promise<void> {
  for (const { name, text } of nameFiles(namesOf(catalogue)))
    await writeWhole(path.join(dist, NAMES_FOLDER, name), text);
}

/** The names of a catalogue. */
export function namesOf(catalogue: Catalogue): NamesFile {
  const traits = new TraitsTable();
  const tools = catalogue.servers.map((server, place) => serverTools(server, place, traits));
  return {
    version: 1,
    traits: traits.list,
    servers: catalogue.servers.map(serverName),
    texts: [
      ...catalogue.brands.map(({ slug, file }) => ['brand', slug, file.name] as const),
      ...catalogue.attacks.map(({ id, data }) => {
        const packages = data.affected.flatMap((item) => [item.package, item.package.replace(/ \(.*$/, '')]);
        const named = data.mappings.filter(({ title }) => isNamedAlike(data.title, title)).map((mapping) => mapping.id);
        const aliases = [...data.cve, ...data.ghsa, ...packages, ...data.aliases, ...named];
        return ['attack', id, data.title, ...new Set(aliases)] as const;
      }),
      ...catalogue.guides.map(({ id, data }) => ['guide', id, data.title] as const),
    ],
    hubs: Object.fromEntries(
      catalogue.names.filter(({ name, segment }) => name !== segment).map(({ name, segment }) => [name, segment]),
    ),
    tools,
    shards: [],
  };
}

/**
 * Whether a public list calls something what an entry is called: all words of the one are in the other. Its id then leads to
 * this entry; to the others that bear the id, the search of texts does.
 */
function isNamedAlike(title: string, listed: string): boolean {
  const [own, theirs] = [new Set(searchWords(title)), new Set(searchWords(listed))];
  return own.isSubsetOf(theirs) || theirs.isSubsetOf(own);
}

/**
 * The files of the name search: one while it is small, else one with everything but the tools, and the tools in files of about
 * equal size whose names change with their content.
 */
export function nameFiles(whole: NamesFile, mostBytes = MOST_BYTES): NamesOutput[] {
  const { tools } = whole;
  const text = JSON.stringify(whole);
  const bytes = gzipSync(text).length;
  if (bytes <= mostBytes) return [{ name: NAMES_FILE, text }];
  const shards = shardsOf(tools, Math.ceil(bytes / mostBytes)).map((shard) => {
    const shardText = JSON.stringify(shard);
    const hash = createHash('sha256').update(shardText).digest('hex').slice(0, 12);
    return { name: `names-${hash}.json`, text: shardText };
  });
  const head: NamesFile = { ...whole, tools: [], shards: shards.map(({ name }) => name) };
  return [{ name: NAMES_FILE, text: JSON.stringify(head) }, ...shards];
}

/** Every combination of level, category and signals once. */
class TraitsTable {
  readonly list: Traits[] = [];
  readonly #places = new Map<string, number>();

  placeOf({ verdict, signals }: CataloguedTool): number {
    const traits: Traits = [levelSegment(verdict.level), categorySegment(verdict.category), ...signals];
    const key = traits.join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push(traits) - 1;
  }
}

function serverName({ slug, worst, file }: CataloguedServer): NamesFile['servers'][number] {
  // People call it by its product, and so do the names of its tools in their clients.
  const aliases = [file.package?.name, file.brand].filter((alias) => alias !== undefined);
  return [slug, file.name, levelSegment(worst), ...aliases];
}

function serverTools(server: CataloguedServer, place: number, traits: TraitsTable): ServerTools {
  const { tools } = server;
  const names = tools.map(({ name }) => name);
  const places = tools.map((tool) => traits.placeOf(tool));
  const other = tools.filter(({ name, segment }) => name !== segment).map(({ name, segment }) => [name, segment]);
  return other.length === 0 ? [place, names, places] : [place, names, places, Object.fromEntries(other)];
}

/** Servers in so many parts, none much larger than another. */
function shardsOf(tools: readonly ServerTools[], parts: number): ServerTools[][] {
  const total = tools.reduce((sum, [, names]) => sum + names.length, 0);
  const shards: ServerTools[][] = [[]];
  let count = 0;
  for (const server of tools) {
    if (count >= (total / parts) * shards.length) shards.push([]);
    shards.at(-1)?.push(server);
    count += server[1].length;
  }
  return shards;
}
