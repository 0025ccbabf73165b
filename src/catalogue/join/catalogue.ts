import type { AttackFile, GuideFile } from '../../domain/attacks/attack.ts';
import { type Parameter, type ParameterTable, parameterTable } from '../../domain/page/parameter-table.ts';
import type { BrandFile } from '../../domain/record/brand.ts';
import { anchorOf, type Listed, type ToolRecord } from '../../domain/record/record.ts';
import { signalIds, stricterVerdict, type Verdict, verdictOf } from '../../domain/record/reviewed-verdict.ts';
import type { ServerFile } from '../../domain/record/server.ts';
import { CATEGORIES, type Category } from '../../domain/risk/category.ts';
import { levelOrder, RISK_LEVELS, type RiskLevel, worstLevel } from '../../domain/risk/risk-level.ts';
import type { RiskSignal } from '../../domain/risk/signal.ts';
import type { SiteFile } from '../../domain/site/site.ts';
import { urls } from '../../domain/site/urls.ts';
import type { VerifiedClients } from '../../domain/snippet/verified.ts';
import { nearNames } from '../../domain/text/near-names.ts';
import { segmentsOf } from '../../domain/text/slug.ts';
import type { Content, ServerContent, TextContent } from '../read/content.ts';

/** A tool with everything that a page shows of it. */
export interface CataloguedTool {
  /** Slug of its server. */
  readonly server: string;
  /** As received: a stranger's text. */
  readonly name: string;
  /** Its URL segment. */
  readonly segment: string;
  /** Path of its page. */
  readonly url: string;
  readonly record: ToolRecord;
  readonly verdict: Verdict;
  readonly signals: readonly RiskSignal[];
  /** Our sentence, if somebody wrote one. */
  readonly summary: string | undefined;
  /** True when summary and notes were written for an earlier definition. */
  readonly wordsLapsed: boolean;
  readonly parameters: ParameterTable;
  /** Our notes on parameters by name. */
  readonly notes: ReadonlyMap<string, string>;
  /** How many tools of the server bear this name; more than 1 is a finding. */
  readonly sameName: number;
}

/** How many tools there are of each level and category. */
export interface Counts {
  readonly tools: number;
  readonly levels: Readonly<Record<RiskLevel | 'not-assessed', number>>;
  readonly categories: Readonly<Record<Category | 'not-assessed', number>>;
}

/** A server with its tools, riskiest first. */
export interface CataloguedServer {
  readonly slug: string;
  readonly url: string;
  readonly file: ServerFile;
  readonly listed: Listed;
  readonly summary: string | undefined;
  readonly wordsLapsed: boolean;
  readonly tools: readonly CataloguedTool[];
  /** Null when no tool is assessed. */
  readonly worst: RiskLevel | null;
  readonly counts: Counts;
  /** Tokens of all definitions together, where they were counted. */
  readonly definitionTokens:
    | { readonly tokenizer: string; readonly count: number; readonly largest: CataloguedTool }
    | undefined;
}

/** A product, and the sheets that bear its name. */
export interface CataloguedBrand {
  readonly slug: string;
  readonly url: string;
  readonly file: BrandFile;
  /** Sheets of others than its maker, worst first. */
  readonly servers: readonly CataloguedServer[];
  /** The sheet of its maker's server, if we have one. */
  readonly official: CataloguedServer | undefined;
}

/** A name that tools of two or more servers bear. */
export interface SharedName {
  readonly name: string;
  readonly segment: string;
  readonly url: string;
  readonly tools: readonly CataloguedTool[];
}

/** A text with its path. */
export interface CataloguedText<Data> extends TextContent<Data> {
  readonly url: string;
}

/** All of it, joined and ready for pages. Nothing in it changes any more. */
export interface Catalogue {
  readonly site: SiteFile;
  /** What commands that a page prints need as `--content`; undefined for Placard's own content. */
  readonly folder: string | undefined;
  /** Worst first, then by name. */
  readonly servers: readonly CataloguedServer[];
  /** Products whose name alone does not say which server is meant, by name. */
  readonly brands: readonly CataloguedBrand[];
  /** All tools, riskiest first. */
  readonly tools: readonly CataloguedTool[];
  readonly names: readonly SharedName[];
  /** All tools by exact raw name. */
  readonly byName: ReadonlyMap<string, readonly CataloguedTool[]>;
  /** For a tool's name the other names that are easily taken for it. */
  readonly nearNames: ReadonlyMap<string, readonly string[]>;
  /** By title. */
  readonly attacks: readonly CataloguedText<AttackFile>[];
  /** By their order. */
  readonly guides: readonly CataloguedText<GuideFile>[];
  readonly counts: Counts;
  /** By the slug in Placard's content, which its texts name, the slugs of the same servers here; empty for Placard's own. */
  readonly sameAsPlacards: ReadonlyMap<string, readonly string[]>;
  /** What running the snippets in real clients showed, for `verificationSentence`. */
  readonly verified: VerifiedClients;
}

/** Joins what was read into a catalogue. */
export async function buildCatalogue(content: Content): Promise<Catalogue> {
  const servers = (await Promise.all(content.servers.map(catalogueServer))).sort(
    (a, b) => levelOrder(a.worst) - levelOrder(b.worst) || byText(a.file.name, b.file.name),
  );
  const tools = servers.flatMap((server) => server.tools).sort(riskiestFirst);
  return {
    site: content.site,
    folder: content.folder,
    servers,
    brands: content.brands
      .map(({ slug, brand }) => catalogueBrand(slug, brand, servers))
      .sort((a, b) => byText(a.file.name, b.file.name)),
    tools,
    names: await sharedNames(tools),
    byName: Map.groupBy(tools, ({ name }) => name),
    nearNames: nearNames(tools.map(({ name }) => name)),
    attacks: content.attacks
      .map((attack) => ({ ...attack, url: urls.attack(attack.id) }))
      .sort((a, b) => byText(a.data.title, b.data.title)),
    guides: content.guides
      .map((guide) => ({ ...guide, url: urls.guide(guide.id) }))
      .sort((a, b) => a.data.order - b.data.order || byText(a.id, b.id)),
    counts: countsOf(tools),
    sameAsPlacards: content.placard.same,
    verified: content.verified,
  };
}

function catalogueBrand(slug: string, file: BrandFile, servers: readonly CataloguedServer[]): CataloguedBrand {
  return {
    slug,
    url: urls.server(slug),
    file,
    servers: servers.filter((server) => server.file.brand === slug && server.slug !== file.official?.server),
    official: servers.find((server) => server.slug === file.official?.server),
  };
}

async function catalogueServer(content: ServerContent): Promise<CataloguedServer> {
  const segments = await segmentsOf(content.tools.tools.map((tool) => tool.name));
  const byName = Map.groupBy(content.tools.tools, (tool) => tool.name);
  const tools = [...byName.values()]
    .map((records) => catalogueTool(content, records as [ToolRecord, ...ToolRecord[]], segments))
    .sort(riskiestFirst);
  const words = content.words?.server;
  return {
    slug: content.slug,
    url: urls.server(content.slug),
    file: content.server,
    listed: content.tools.listed,
    summary: words?.summary,
    wordsLapsed: words !== undefined && words.for !== content.tools.listed.date,
    tools,
    worst: worstLevel(tools.map((tool) => tool.verdict.level)),
    counts: countsOf(tools),
    definitionTokens: tokensOf(tools),
  };
}

/** Equal names in one server share a page with the stricter verdict (docs/contracts.md#slugs-and-segments). */
function catalogueTool(
  content: ServerContent,
  records: readonly [ToolRecord, ...ToolRecord[]],
  segments: ReadonlyMap<string, string>,
): CataloguedTool {
  const { listed } = content.tools;
  const reviews = content.review?.tools ?? {};
  const { name } = records[0];
  const review = Object.hasOwn(reviews, name) ? reviews[name] : undefined;
  const judged = records.map((record) => ({ record, verdict: verdictOf(record, listed, review) }));
  const { record, verdict } = judged.reduce((strictest, next) =>
    stricterVerdict(strictest.verdict, next.verdict) === strictest.verdict ? strictest : next,
  );
  const allWords = content.words?.tools ?? {};
  const words = Object.hasOwn(allWords, name) ? allWords[name] : undefined;
  const segment = segments.get(name) as string;
  const parameters = parameterTable(record.definitionSource === 'derived' ? undefined : record.inputSchema);
  return {
    server: content.slug,
    name,
    segment,
    url: urls.tool(content.slug, segment),
    record,
    verdict,
    signals: signalIds(verdict),
    summary: words?.summary,
    wordsLapsed: words !== undefined && words.for !== anchorOf(record, listed),
    parameters,
    notes: notesOf(parameters, words?.parameters, content.words?.parameters),
    sameName: records.length,
  };
}

function notesOf(
  table: ParameterTable,
  own: Readonly<Record<string, string>> | undefined,
  shared: Readonly<Record<string, string>> | undefined,
): ReadonlyMap<string, string> {
  const notes = new Map(Object.entries(own ?? {}));
  const parameters: readonly Parameter[] = table.kind === 'list' ? table.parameters : [];
  for (const { name } of parameters) {
    const note = shared !== undefined && Object.hasOwn(shared, name) ? shared[name] : undefined;
    if (note !== undefined && !notes.has(name)) notes.set(name, note);
  }
  return notes;
}

function tokensOf(tools: readonly CataloguedTool[]): CataloguedServer['definitionTokens'] {
  const counted = tools.filter((tool) => tool.record.definitionTokens !== undefined);
  if (counted.length === 0 || counted.length < tools.length) return undefined;
  const tokens = (tool: CataloguedTool) => tool.record.definitionTokens?.count ?? 0;
  return {
    tokenizer: counted[0]?.record.definitionTokens?.tokenizer as string,
    count: counted.reduce((sum, tool) => sum + tokens(tool), 0),
    largest: counted.reduce((largest, tool) => (tokens(tool) > tokens(largest) ? tool : largest)),
  };
}

/** The order of every list of tools: level, then score, then name, then server. */
export function riskiestFirst(a: CataloguedTool, b: CataloguedTool): number {
  return (
    levelOrder(a.verdict.level) - levelOrder(b.verdict.level) ||
    (b.verdict.score ?? 0) - (a.verdict.score ?? 0) ||
    byText(a.name, b.name) ||
    byText(a.server, b.server)
  );
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, 'en') || (a < b ? -1 : a > b ? 1 : 0);
}

/** Counts tools by level and category; equal names in one server count once, as they have one page. */
export function countsOf(tools: readonly CataloguedTool[]): Counts {
  const levels = Object.fromEntries([...RISK_LEVELS, 'not-assessed'].map((level) => [level, 0])) as Record<
    RiskLevel | 'not-assessed',
    number
  >;
  const categories = Object.fromEntries([...CATEGORIES, 'not-assessed'].map((category) => [category, 0])) as Record<
    Category | 'not-assessed',
    number
  >;
  for (const { verdict } of tools) {
    levels[verdict.level ?? 'not-assessed'] += 1;
    categories[verdict.category ?? 'not-assessed'] += 1;
  }
  return { tools: tools.length, levels, categories };
}

async function sharedNames(tools: readonly CataloguedTool[]): Promise<SharedName[]> {
  const groups = [...Map.groupBy(tools, (tool) => tool.name).entries()].filter(([, group]) => group.length > 1);
  const segments = await segmentsOf(groups.map(([name]) => name));
  return groups
    .map(([name, group]) => {
      const segment = segments.get(name) as string;
      return { name, segment, url: urls.name(segment), tools: group };
    })
    .sort((a, b) => b.tools.length - a.tools.length || byText(a.name, b.name));
}
