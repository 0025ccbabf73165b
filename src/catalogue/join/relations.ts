import type { AttackFile } from '../../domain/attacks/attack.ts';
import {
  attacksOn,
  attacksOnCategory,
  attacksOnServer,
  attacksOnSignal,
  type JoinServer,
  type JoinTool,
  type ServerLink,
  type TermLink,
} from '../../domain/attacks/relate.ts';
import { type JobTool, saferTools } from '../../domain/page/safer-tools.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import type { PolicyTool } from '../../domain/policy/recommend.ts';
import type { SignalVerdict } from '../../domain/record/classification.ts';
import { comparableVersion } from '../../domain/record/own-listing.ts';
import { CATEGORIES, type Category } from '../../domain/risk/category.ts';
import { levelOrder } from '../../domain/risk/risk-level.ts';
import type { RiskSignal } from '../../domain/risk/signal.ts';
import type { Catalogue, CataloguedServer, CataloguedText, CataloguedTool } from './catalogue.ts';

/** What a policy needs of a tool. */
export function policyTool(tool: CataloguedTool): PolicyTool {
  const { record, verdict } = tool;
  return {
    name: tool.name,
    category: verdict.category,
    signals: tool.signals,
    doubts: doubtsOf(verdict),
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
  const { findings, sharedText } = classification;
  return { name: tool.name, category, signals, findings, sharedText };
}

/** What joins with attacks need of a server. */
function joinServer(server: CataloguedServer): JoinServer {
  const { file, listed } = server;
  const remote = file.endpoint !== undefined || (file.transport ?? []).some((transport) => transport !== 'stdio');
  return {
    slug: server.slug,
    package: file.package,
    remote,
    version: comparableVersion(listed),
    tools: server.tools.map(joinTool),
  };
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

/** An attack that tools of a server are open to one by one. */
export interface ServerToolAttack {
  readonly attack: CataloguedText<AttackFile>;
  /** Strongest first. */
  readonly tools: readonly ConcernedTool[];
}

/** Every attack that a server is open to: as a whole, and through its tools. */
export interface ServerAttacks {
  readonly links: readonly (ServerLink & { readonly entry: CataloguedText<AttackFile> })[];
  /** Those with most tools first. */
  readonly tools: readonly ServerToolAttack[];
}

/** Finds them. */
export function serverAttacks(catalogue: Catalogue, server: CataloguedServer): ServerAttacks {
  const entries = new Map(catalogue.attacks.map((attack) => [attack.id, attack]));
  const joined = joinServer(server);
  const byAttack = new Map<string, { tool: CataloguedTool; reason: string; weight: number }[]>();
  for (const [index, tool] of server.tools.entries()) {
    for (const link of attacksOn(joined.tools[index] as JoinTool, joined.tools, catalogue.attacks)) {
      byAttack.set(link.attack, [...(byAttack.get(link.attack) ?? []), { tool, ...link }]);
    }
  }
  return {
    links: attacksOnServer(joined, catalogue.attacks).map((link) => ({
      ...link,
      entry: entries.get(link.attack) as CataloguedText<AttackFile>,
    })),
    tools: [...byAttack]
      .map(([id, tools]) => ({
        attack: entries.get(id) as CataloguedText<AttackFile>,
        tools: tools.sort((a, b) => b.weight - a.weight),
      }))
      .sort((a, b) => b.tools.length - a.tools.length),
  };
}

/** A server that an attack concerns as a whole. */
export interface ConcernedServer {
  readonly server: CataloguedServer;
  readonly link: ServerLink;
}

/** Servers that a case happened with, that have a property, or whose tools have every part; a case has its own only. */
export function concernedServers(catalogue: Catalogue, attack: CataloguedText<AttackFile>): ConcernedServer[] {
  return catalogue.servers.flatMap((server) =>
    attacksOnServer(joinServer(server), [attack]).map((link) => ({ server, link })),
  );
}

/** An attack that a category or a signal opens tools to, with its title. */
export interface ShownTermLink extends TermLink {
  readonly title: string;
}

/** The attacks on tools of a category. */
export function categoryAttacks(catalogue: Catalogue, category: Category): ShownTermLink[] {
  return titled(catalogue, attacksOnCategory(category, catalogue.attacks));
}

/** The attacks that a signal opens tools to. */
export function signalAttacks(catalogue: Catalogue, signal: RiskSignal): ShownTermLink[] {
  return titled(catalogue, attacksOnSignal(signal, catalogue.attacks));
}

function titled(catalogue: Catalogue, links: readonly TermLink[]): ShownTermLink[] {
  const titles = new Map(catalogue.attacks.map((attack) => [attack.id, attack.data.title]));
  return links.map((link) => ({ ...link, title: titles.get(link.attack) as string }));
}

/** The most tools of its server, and of other servers with its name, that a tool page lists (docs/contracts.md#tool-page). */
const MOST_SIBLINGS = 8;

/** Tools that a reader of a tool page may want next. */
export interface RelatedTools {
  /** Others of the same server, riskiest first. */
  readonly siblings: readonly CataloguedTool[];
  readonly moreSiblings: number;
  /** Tools of other servers with exactly this name. */
  readonly sameName: readonly NamedTool[];
  /** Tools of other servers whose name is easily taken for this one. */
  readonly meantName: readonly NamedTool[];
  /** Tools of this server, or of another by the same publisher, that do a milder form of the job. */
  readonly safer: readonly NamedTool[];
}

/** A tool with its server's name, for lists that mix servers. */
export type NamedTool = CataloguedTool & { readonly serverName: string };

/** Finds them. */
export function relatedTools(catalogue: Catalogue, server: CataloguedServer, tool: CataloguedTool): RelatedTools {
  const others = server.tools.filter((other) => other !== tool);
  const group = catalogue.names.find((shared) => shared.name === tool.name);
  const names = serverNames(catalogue);
  const named = (found: CataloguedTool): NamedTool => ({ ...found, serverName: names.get(found.server) as string });
  const near = catalogue.nearNames.get(tool.name) ?? [];
  return {
    siblings: others.slice(0, MOST_SIBLINGS),
    moreSiblings: Math.max(others.length - MOST_SIBLINGS, 0),
    sameName: (group?.tools ?? [])
      .filter((other) => other.server !== tool.server)
      .slice(0, MOST_SIBLINGS)
      .map(named),
    meantName: near
      .flatMap((name) => catalogue.byName.get(name) ?? [])
      .filter((other) => other.server !== tool.server)
      .slice(0, MOST_SIBLINGS)
      .map(named),
    safer: saferTools(
      jobOf(tool),
      publishersTools(catalogue, server).map((other) => ({ ...jobOf(other), tool: other })),
    ).map((found) => named(found.tool)),
  };
}

/** The tools of a server and of other servers by the same publisher. */
function publishersTools(catalogue: Catalogue, server: CataloguedServer): readonly CataloguedTool[] {
  const { publisher } = server.file;
  if (publisher === undefined) return server.tools;
  return catalogue.servers.filter(({ file }) => file.publisher === publisher).flatMap(({ tools }) => tools);
}

function jobOf({ name, verdict }: CataloguedTool): JobTool {
  return { name, category: verdict.category, level: verdict.level };
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

/** Servers by their worst level, then by the highest score of their tools, then by name. */
export function serversByScore(catalogue: Catalogue): CataloguedServer[] {
  const score = ({ tools }: CataloguedServer) => Math.max(0, ...tools.map(({ verdict }) => verdict.score ?? 0));
  // The catalogue's own order is by level and name, and sorting keeps it among equals.
  return catalogue.servers.toSorted((a, b) => levelOrder(a.worst) - levelOrder(b.worst) || score(b) - score(a));
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
