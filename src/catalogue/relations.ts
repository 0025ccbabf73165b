import type { AttackFile } from '../domain/attack.ts';
import { CATEGORIES } from '../domain/category.ts';
import type { SignalVerdict } from '../domain/classification.ts';
import type { PolicyTool } from '../domain/policy/recommend.ts';
import { attacksOn, type JoinTool } from '../domain/relate.ts';
import type { RiskSignal } from '../domain/signal.ts';
import type { Catalogue, CataloguedServer, CataloguedText, CataloguedTool } from './catalogue.ts';

/** What a policy needs of a tool. */
export function policyTool(tool: CataloguedTool): PolicyTool {
  const { record, verdict } = tool;
  return {
    name: tool.name,
    category: verdict.category,
    signals: tool.signals,
    limit: verdict.limit,
    // Types that were guessed are no ground for rules on arguments.
    inputSchema: record.definitionSource === 'derived' ? undefined : record.inputSchema,
    shownBy: Object.fromEntries(verdict.signals.flatMap(shownBy)),
    claimsReadOnly: record.annotations?.readOnlyHint === true ? true : undefined,
  };
}

/** Signals whose evidence names the very arguments that a rule is for. */
const SHOWN_BY_ARGUMENTS: ReadonlySet<RiskSignal> = new Set(['path', 'url', 'code']);

function shownBy({ id, evidence }: SignalVerdict): [RiskSignal, readonly string[]][] {
  const names = evidence.filter(({ from }) => from === 'parameter').map(({ where = '' }) => where);
  return names.length > 0 && SHOWN_BY_ARGUMENTS.has(id) ? [[id, names]] : [];
}

/** What joins with attacks need of a tool. */
function joinTool(tool: CataloguedTool): JoinTool {
  const { category, signals, classification } = tool.verdict;
  return { name: tool.name, category, signals, findings: classification.findings };
}

/** A link to an attack as a page shows it. */
export interface ShownAttackLink {
  readonly attack: string;
  readonly title: string;
  readonly reason: string;
}

/** The attacks that a tool is open to, strongest first. */
export function toolLinks(catalogue: Catalogue, server: CataloguedServer, tool: CataloguedTool): ShownAttackLink[] {
  const titles = new Map(catalogue.attacks.map((attack) => [attack.id, attack.data.title]));
  return attacksOn(joinTool(tool), server.tools.map(joinTool), catalogue.attacks).map(({ attack, reason }) => ({
    attack,
    title: titles.get(attack) as string,
    reason,
  }));
}

/** The most tools of its server, and of other servers with its name, that a tool page lists (design: Pages). */
const MOST_SIBLINGS = 12;

/** Tools that a reader of a tool page may want next. */
export interface RelatedTools {
  /** Others of the same server, riskiest first. */
  readonly siblings: readonly CataloguedTool[];
  readonly moreSiblings: number;
  /** Tools of other servers with exactly this name. */
  readonly sameName: readonly (CataloguedTool & { readonly serverName: string })[];
}

/** Finds them. */
export function relatedTools(catalogue: Catalogue, server: CataloguedServer, tool: CataloguedTool): RelatedTools {
  const others = server.tools.filter((other) => other !== tool);
  const group = catalogue.names.find((shared) => shared.name === tool.name);
  const names = serverNames(catalogue);
  return {
    siblings: others.slice(0, MOST_SIBLINGS),
    moreSiblings: Math.max(others.length - MOST_SIBLINGS, 0),
    sameName: (group?.tools ?? [])
      .filter((other) => other.server !== tool.server)
      .slice(0, MOST_SIBLINGS)
      .map((other) => ({ ...other, serverName: names.get(other.server) as string })),
  };
}

/** Names of servers by slug. */
export function serverNames(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(catalogue.servers.map((server) => [server.slug, server.file.name]));
}

/** A tool that an attack concerns, with the reason. */
export interface ConcernedTool {
  readonly tool: CataloguedTool;
  readonly reason: string;
}

/**
 * The tools that a pattern concerns, riskiest first; a case takes those of its patterns. Empty where the attack is on a
 * definition, a package, a transport or a client.
 */
export function concernedTools(catalogue: Catalogue, attack: CataloguedText<AttackFile>): ConcernedTool[] {
  const related = new Set(attack.data.related);
  const patterns =
    attack.data.kind === 'pattern'
      ? [attack]
      : catalogue.attacks.filter(({ id, data }) => related.has(id) && data.kind === 'pattern');
  const concerned: ConcernedTool[] = [];
  for (const server of catalogue.servers) {
    const neighbours = server.tools.map(joinTool);
    for (const tool of server.tools) {
      const [link] = attacksOn(joinTool(tool), neighbours, patterns);
      if (link) concerned.push({ tool, reason: link.reason });
    }
  }
  const order = new Map(catalogue.tools.map((tool, index) => [tool, index]));
  return concerned.sort((a, b) => (order.get(a.tool) as number) - (order.get(b.tool) as number));
}

/** Names and paths of servers by slug, for lists that mix servers. */
export function serverLinks(
  catalogue: Catalogue,
): ReadonlyMap<string, { readonly name: string; readonly url: string }> {
  return new Map(catalogue.servers.map((server) => [server.slug, { name: server.file.name, url: server.url }]));
}

/**
 * One assessed tool of each category for the home page: with a summary, from servers that differ, the riskiest whose verdict
 * is surest.
 */
export function homeExamples(catalogue: Catalogue): CataloguedTool[] {
  const examples: CataloguedTool[] = [];
  for (const category of CATEGORIES) {
    const fitting = catalogue.tools.filter(
      (tool) =>
        tool.verdict.category === category &&
        tool.summary !== undefined &&
        (tool.verdict.confidence ?? 0) >= 0.8 &&
        !examples.some((example) => example.server === tool.server),
    );
    const [best] = category === 'Read' ? fitting.toReversed() : fitting;
    if (best) examples.push(best);
  }
  return examples.reverse();
}
