import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type AttackFile, AttackFileSchema, type GuideFile, GuideFileSchema } from '../../domain/attacks/attack.ts';
import { type AttackFacts, AttackFactsSchema } from '../../domain/attacks/attack-facts.ts';
import { type BrandFile, BrandFileSchema } from '../../domain/record/brand.ts';
import { type ToolsFile, ToolsFileSchema } from '../../domain/record/record.ts';
import { type ReviewFile, ReviewFileSchema } from '../../domain/record/review.ts';
import { type ServerFile, ServerFileSchema } from '../../domain/record/server.ts';
import { type WordsFile, WordsFileSchema } from '../../domain/record/words-file.ts';
import { type SiteFile, SiteFileSchema } from '../../domain/site/site.ts';
import { NOTHING_VERIFIED, type VerifiedClients, VerifiedClientsSchema } from '../../domain/snippet/verified.ts';
import { SLUG_PATTERN } from '../../domain/text/slug.ts';
import { NO_PLACARD_SERVERS, type PlacardServers, placardServers } from './placard-servers.ts';
import type { Problem } from './problem.ts';
import { type ReadResult, readFrontmatter, readJson, readYaml } from './read-file.ts';

/** One server's files, each in the form that its schema gives. */
export interface ServerContent {
  readonly slug: string;
  /** The folder as it is shown to people. */
  readonly folder: string;
  readonly server: ServerFile;
  readonly tools: ToolsFile;
  readonly words: WordsFile | null;
  readonly review: ReviewFile | null;
}

/** One product: its slug is its file name. */
export interface BrandContent {
  readonly slug: string;
  readonly file: string;
  readonly brand: BrandFile;
}

/** One MDX file: its id is its file name. */
export interface TextContent<Data> {
  readonly id: string;
  readonly file: string;
  readonly data: Data;
  readonly body: string;
  /** Whether it came with Placard into a catalogue of somebody else's, which may lack what it names and links to. */
  readonly shipped: boolean;
}

/** What was looked up for one attack. */
export interface AttackFactsContent {
  readonly id: string;
  readonly file: string;
  readonly data: AttackFacts;
}

/** Everything that was read, and everything that kept something from being read. */
export interface Content {
  readonly site: SiteFile;
  /** The root as seen from the folder of Placard, where commands run; undefined for Placard's own content. */
  readonly folder: string | undefined;
  /** site.yaml as it is shown to people. */
  readonly siteFile: string;
  readonly servers: readonly ServerContent[];
  readonly brands: readonly BrandContent[];
  /** Placard's first, then the root's own. */
  readonly attacks: readonly TextContent<AttackFile>[];
  /** For the root's own attacks. Null where their folder has no `facts`: then nothing is compared. */
  readonly attackFacts: readonly AttackFactsContent[] | null;
  /** Placard's first, then the root's own. */
  readonly guides: readonly TextContent<GuideFile>[];
  /** What the servers of this root have to do with those that Placard's texts name. */
  readonly placard: PlacardServers;
  /** Ids of all texts that come with Placard, switched off or not. */
  readonly shipped: Readonly<Record<TextKind, readonly string[]>>;
  /** What running the snippets in real clients showed. */
  readonly verified: VerifiedClients;
  readonly problems: readonly Problem[];
}

/** Placard's own content: its attacks and guides stand in every catalogue that does not switch them off. */
export const OWN_CONTENT = path.resolve('content');

/** What is written as MDX; the names of its folders, and of the lists in site.yaml's `without`. */
export type TextKind = 'attacks' | 'guides';

/** The folder of a content root's own attacks or guides. */
export function textFolder(root: string, kind: TextKind): string {
  return path.join(root, kind);
}

/** The folder of the texts that come with Placard; null for Placard's own content, where they are its own. */
export function shippedFolder(root: string, kind: TextKind): string | null {
  return root === OWN_CONTENT ? null : path.join(OWN_CONTENT, kind);
}

/** Reads a content root whole. Never throws for what is in it: that becomes problems. */
export async function readContent(root: string): Promise<Content> {
  const problems: Problem[] = [];
  const take = <Value>(result: ReadResult<Value>): Value | null => {
    problems.push(...result.problems);
    return result.value;
  };
  const shown = (file: string) => shownPath(root, file);

  const siteFile = path.join(root, 'site.yaml');
  const site = take(await readYaml({ path: siteFile, file: shown(siteFile) }, SiteFileSchema));
  const servers: ServerContent[] = [];
  const folders = await foldersIn(path.join(root, 'servers'));
  if (folders === null) problems.push(missingServers(shown(path.join(root, 'servers'))));
  problems.push(...folderProblems(folders ?? [], (name) => shown(path.join(root, 'servers', name))));
  for (const slug of folders ?? []) {
    const at = (name: string) => {
      const file = path.join(root, 'servers', slug, name);
      return { path: file, file: shown(file) };
    };
    const server = take(await readYaml(at('server.yaml'), ServerFileSchema));
    const tools = take(await readJson(at('tools.json'), ToolsFileSchema));
    const words = await optional(path.join(root, 'servers', slug, 'words.yaml'), () =>
      readYaml(at('words.yaml'), WordsFileSchema),
    );
    const review = await optional(path.join(root, 'servers', slug, 'review.yaml'), () =>
      readYaml(at('review.yaml'), ReviewFileSchema),
    );
    const content = {
      slug,
      folder: shown(path.join(root, 'servers', slug)),
      words: words === null ? null : take(words),
      review: review === null ? null : take(review),
    };
    if (server !== null && tools !== null) servers.push({ ...content, server, tools });
  }
  const brands = await readBrands(root, problems);
  const { without } = site ?? SiteFileSchema.parse({});
  const placard = root === OWN_CONTENT ? NO_PLACARD_SERVERS : await placardServers(servers, OWN_CONTENT);
  const attacks = (await readTexts(root, 'attacks', AttackFileSchema, without, problems)).map((attack) =>
    attack.shipped ? withServersHere(attack, placard) : attack,
  );
  const attackFacts = await readAttackFacts(root, problems);
  const guides = await readTexts(root, 'guides', GuideFileSchema, without, problems);
  const verified = take(await readVerified(root));
  return {
    site: site ?? SiteFileSchema.parse({}),
    folder: root === OWN_CONTENT ? undefined : path.relative('.', root).split(path.sep).join('/'),
    siteFile: shown(siteFile),
    servers,
    brands,
    attacks,
    attackFacts,
    guides,
    placard,
    shipped: { attacks: await shippedIds('attacks'), guides: await shippedIds('guides') },
    verified: verified ?? NOTHING_VERIFIED,
    problems,
  };
}

/** A case of Placard's with this catalogue's servers that it happened with; none where no server is the same. */
function withServersHere(attack: TextContent<AttackFile>, { same }: PlacardServers): TextContent<AttackFile> {
  return { ...attack, data: { ...attack.data, servers: attack.data.servers.flatMap((slug) => same.get(slug) ?? []) } };
}

/** Written by `npm run verify:clients`, into Placard's own content. */
export const VERIFIED_FILE = 'verified-clients.json';

/** The runs are of Placard's formats, whoever's catalogue is built: a root without the file takes Placard's own. */
async function readVerified(root: string): Promise<ReadResult<VerifiedClients>> {
  const own = path.join(root, VERIFIED_FILE);
  const file = existsSync(own) ? own : path.join(OWN_CONTENT, VERIFIED_FILE);
  if (!existsSync(file)) return { value: NOTHING_VERIFIED, problems: [] };
  return readJson({ path: file, file: shownPath(root, file) }, VerifiedClientsSchema);
}

/** Names of the texts that come with Placard, sorted. */
async function shippedIds(kind: TextKind): Promise<string[]> {
  return (await textNames(path.join(OWN_CONTENT, kind))).map(textId);
}

async function textNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.mdx')).sort();
}

function textId(name: string): string {
  return name.slice(0, -'.mdx'.length);
}

/** Placard's texts but for those that the site does without, then the root's own. */
async function readTexts<Schema extends typeof AttackFileSchema | typeof GuideFileSchema>(
  root: string,
  kind: TextKind,
  schema: Schema,
  without: SiteFile['without'],
  problems: Problem[],
): Promise<TextContent<ReturnType<Schema['parse']>>[]> {
  const theirs = shippedFolder(root, kind);
  const off = new Set(without?.[kind]);
  const shipped = theirs === null ? [] : (await textNames(theirs)).filter((name) => !off.has(textId(name)));
  const files = [
    ...shipped.map((name) => ({ name, folder: theirs as string, shipped: true })),
    ...(await textNames(textFolder(root, kind))).map((name) => ({
      name,
      folder: textFolder(root, kind),
      shipped: false,
    })),
  ];
  const texts: TextContent<ReturnType<Schema['parse']>>[] = [];
  for (const { name, folder, shipped: isShipped } of files) {
    const file = shownPath(root, path.join(folder, name));
    const id = textId(name);
    if (!SLUG_PATTERN.test(id)) {
      problems.push({
        severity: 'error',
        file,
        field: '',
        message: 'has a name that cannot stand in an address',
        remedy: 'Rename it to lower-case letters, digits and single hyphens.',
      });
    }
    const result = await readFrontmatter({ path: path.join(folder, name), file }, schema);
    problems.push(...result.problems);
    if (result.value !== null) {
      const { data, body } = result.value;
      texts.push({ id, file, data: data as ReturnType<Schema['parse']>, body, shipped: isShipped });
    }
  }
  return texts;
}

/** The products of a root; none where it has no folder of them. */
async function readBrands(root: string, problems: Problem[]): Promise<BrandContent[]> {
  const folder = path.join(root, 'brands');
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.yaml')).sort();
  const brands: BrandContent[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const slug = name.slice(0, -'.yaml'.length);
    if (!SLUG_PATTERN.test(slug)) {
      problems.push({
        severity: 'error',
        file: shownPath(root, file),
        field: '',
        message: 'has a name that cannot stand in an address',
        remedy: 'Rename it to lower-case letters, digits and single hyphens.',
      });
      continue;
    }
    const { value, problems: found } = await readYaml({ path: file, file: shownPath(root, file) }, BrandFileSchema);
    problems.push(...found);
    if (value !== null) brands.push({ slug, file: shownPath(root, file), brand: value });
  }
  return brands;
}

/** attacks/facts/<id>.yaml, beside the root's own attacks. */
async function readAttackFacts(root: string, problems: Problem[]): Promise<AttackFactsContent[] | null> {
  const folder = path.join(textFolder(root, 'attacks'), 'facts');
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const facts: AttackFactsContent[] = [];
  for (const name of names.filter((each) => each.endsWith('.yaml')).sort()) {
    const file = path.join(folder, name);
    const result = await readYaml({ path: file, file: shownPath(root, file) }, AttackFactsSchema);
    problems.push(...result.problems);
    if (result.value !== null) {
      facts.push({ id: name.slice(0, -'.yaml'.length), file: shownPath(root, file), data: result.value });
    }
  }
  return facts;
}

/** A path as people know it: from the folder that holds the content root. */
export function shownPath(root: string, file: string): string {
  const inside = path.relative(path.dirname(root), file);
  return inside.startsWith('..') ? file : inside.split(path.sep).join('/');
}

async function foldersIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return null;
  }
}

function missingServers(file: string): Problem {
  return {
    severity: 'error',
    file,
    field: '',
    message: 'is no folder',
    remedy: 'Create it, or let `npm run -s import -- … --content DIR` do so.',
  };
}

function folderProblems(names: readonly string[], shown: (name: string) => string): Problem[] {
  const problems: Problem[] = [];
  const spellings = new Map<string, string>();
  for (const name of names) {
    const before = spellings.get(name.toLowerCase());
    if (before !== undefined) {
      problems.push({
        severity: 'error',
        file: shown(name),
        field: '',
        message: `differs from the folder "${before}" in upper and lower case only`,
        remedy: 'Keep one of the two: many file systems and hosts cannot tell them apart.',
      });
    }
    spellings.set(name.toLowerCase(), name);
    if (!SLUG_PATTERN.test(name)) {
      problems.push({
        severity: 'error',
        file: shown(name),
        field: '',
        message: 'has a name that is no slug',
        remedy: 'Rename the folder to lower-case letters, digits and single hyphens, such as "git-lab".',
      });
    }
  }
  return problems;
}

async function optional<Value>(file: string, read: () => Promise<Value>): Promise<Value | null> {
  const names = await readdir(path.dirname(file)).catch((): string[] => []);
  return names.includes(path.basename(file)) ? read() : null;
}
