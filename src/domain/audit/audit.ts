import { type ConfigurationDocument, MOST_SERVERS } from '../clients/read-document.ts';
import { type ClientId, clientById } from '../clients/registry.ts';
import {
  isControlled,
  NOW_EFFECTS,
  type NowEffect,
  type PermissionModel,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  shortened,
  type Treatment,
} from '../clients/treatment.ts';
import type { ConfiguredServer } from '../configuration/configured-server.ts';
import type { Doubt } from '../configuration/doubt.ts';
import { sourceOf } from '../configuration/server-source.ts';
import { expressed } from '../enforcement/plan.ts';
import { decide, type Effect } from '../policy/decide.ts';
import type { Doubt as PolicyDoubt } from '../policy/doubt.ts';
import type { Category } from '../risk/category.ts';
import { levelOrder, type RiskLevel } from '../risk/risk-level.ts';
import type { RiskSignal } from '../risk/signal.ts';
import { urls } from '../site/urls.ts';
import { maskArguments, maskText } from '../text/masking.ts';
import { type Danger, dangerOf } from './danger.ts';
import { dangerSentence, insteadOf } from './danger-wording.ts';
import { type Flow, flowsOf, runsUnasked } from './flows.ts';
import type { KnownCatalogue, KnownServer, KnownTool } from './known-catalogue.ts';
import { likeServer } from './likeness.ts';
import { type Match, matchByName, matchServer, type VersionState, versionState } from './recognise-server.ts';
import { slipOf } from './slip.ts';

/** A recorded tool and what happens to it now. */
export interface AuditedTool {
  /** As received: a stranger's text. */
  readonly name: string;
  /** Path of its page; null where there is none. */
  readonly url: string | null;
  readonly category: Category | null;
  readonly level: RiskLevel | null;
  readonly signals: readonly RiskSignal[];
  /** Whether it puts text of the caller's where others read it. */
  readonly shares: boolean;
  /** Why the verdict may be too mild. */
  readonly doubts: readonly PolicyDoubt[];
  readonly treatment: Treatment;
  /** Whether somebody decided about it; a client's default is no decision. */
  readonly controlled: boolean;
  /** What we recommend, as this client can express it. */
  readonly recommended: Effect;
}

/** A configured server. */
export interface AuditedServer {
  readonly client: ClientId;
  readonly key: string;
  /** Where it stands; null for one that only rules name. */
  readonly at: RuleLine | null;
  /** How it is started or reached, without secrets. */
  readonly label: string;
  /** Null when it is not in the catalogue. */
  readonly match: Match | null;
  /** A server of the catalogue that is called like this one; null when there is none, and when this one was recognised. */
  readonly namesake: KnownServer | null;
  /** Why its command line identifies nothing; null when it does, and where nothing says how it is started. */
  readonly doubt: Doubt | null;
  /** What makes it dangerous by being started at all; null for none that is known. */
  readonly danger: Danger | null;
  readonly version: VersionState;
  /** Riskiest first; empty when it is not in the catalogue. */
  readonly tools: readonly AuditedTool[];
  /** What happens to a tool that nobody recorded. */
  readonly unrecorded: Treatment;
  /** Tokens of all definitions that are offered to the model, and whether all were counted. */
  readonly tokens: { readonly count: number; readonly complete: boolean };
}

/** One client with everything that its files say together. */
export interface AuditedClient {
  readonly client: ClientId;
  readonly files: readonly string[];
  /** In the order of the files. */
  readonly servers: readonly AuditedServer[];
  /** How many more servers its rules name: too many to be looked at. */
  readonly left: number;
  /** Rules that do not do what they seem to. */
  readonly findings: readonly RuleFinding[];
  /** What its tools open together. */
  readonly flows: readonly Flow[];
}

/** A file, or a part of one, that could not be read. */
export interface UnusableText {
  readonly file: string;
  /** "line 4, column 7", or `mcpServers.github`. */
  readonly place: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
  /** The whole file cannot be used. */
  readonly whole: boolean;
}

/** A member of a file that may be a rule, and that decides nothing in this answer. */
export interface NotReadMember {
  readonly at: RuleLine;
  /** A sentence. */
  readonly message: string;
}

/** How much of what was given could be read. Of `nothing` there is no verdict. */
export type Reading = 'all' | 'partly' | 'nothing';

/** The answer: what a reader's agents can do now. */
export interface Audit {
  readonly clients: readonly AuditedClient[];
  readonly reading: Reading;
  /** Whether any file was given in which its client would have servers. Where none was, and no rule names one, nothing is judged. */
  readonly listed: boolean;
  readonly unusable: readonly UnusableText[];
  /** What stands in the files beside what was read. */
  readonly notRead: readonly NotReadMember[];
  readonly counts: Readonly<Record<NowEffect, number>>;
}

/**
 * Judges configurations against a catalogue. Pure: the same in a browser and on the command line.
 * @param lists tools/list answers that were given along, as servers whose name is the file's
 */
export function audit(
  documents: readonly ConfigurationDocument[],
  catalogue: KnownCatalogue,
  lists: readonly KnownServer[] = [],
): Audit {
  const given = attributed(documents.filter(({ kind }) => kind !== 'tools-list' && kind !== 'unusable'));
  const clients = [...Map.groupBy(given, ({ client }) => client)].map(([client, files]) =>
    auditClient(client, files, catalogue, lists),
  );
  const used = new Set(
    clients.flatMap(({ servers }) => servers.flatMap(({ match }) => (match?.by === 'list' ? [match.server] : []))),
  );
  const left = lists.filter((list) => !used.has(list));
  if (left.length > 0) clients.push(auditLists(left));
  const tools = clients.flatMap(({ servers }) => servers.flatMap((server) => server.tools));
  return {
    clients,
    reading: readingOf(documents, clients),
    listed: documents.some(({ listsServers }) => listsServers),
    unusable: [...documents.flatMap(unusableParts), ...clients.flatMap(namedTooMany)],
    notRead: documents.flatMap((document) => {
      const found = clients.flatMap(({ findings }) => findings).filter(({ at }) => at.file === document.name);
      return document.notRead
        .filter(({ place }) => !found.some(({ kind, at }) => kind === 'ignored' && isWithin(place, at.text)))
        .map(({ path, place, says }) => ({ at: ruleLine(document, path, place), message: says }));
    }),
    counts: Object.fromEntries(
      NOW_EFFECTS.map((effect) => [effect, tools.filter(({ treatment }) => treatment.effect === effect).length]),
    ) as Record<NowEffect, number>,
  };
}

/** Whether a member is one that a finding names already, or stands in it. */
function isWithin(place: string, member: string): boolean {
  return place === member || place.startsWith(`${member}.`) || place.startsWith(`${member}[`);
}

function unusableParts({ name, kind, problems, lineOf }: ConfigurationDocument): UnusableText[] {
  return problems.map((problem) => ({
    file: name,
    place: shortened(problem.place),
    line: Number(/^line (\d+)/.exec(problem.place)?.[1] ?? lineOf(problem.path ?? [])),
    message: shortened(problem.message),
    remedy: problem.remedy,
    whole: kind === 'unusable',
  }));
}

/** Servers that rules name beyond the most that are looked at. */
function namedTooMany({ files: [file = ''], left }: AuditedClient): UnusableText[] {
  if (left === 0) return [];
  return [
    {
      file,
      place: 'line 1',
      line: 1,
      message: `rules name more than ${MOST_SERVERS} servers: ${left} are not looked at`,
      remedy: 'Give the file that lists the servers along.',
      whole: false,
    },
  ];
}

/** What was read of: a server was found, or a file has nothing that could not be read. */
function readingOf(documents: readonly ConfigurationDocument[], clients: readonly AuditedClient[]): Reading {
  const isAll = documents.every(({ problems }) => problems.length === 0) && clients.every(({ left }) => left === 0);
  if (documents.length > 0 && isAll) return 'all';
  const hasAny =
    clients.some(({ servers }) => servers.length > 0) || documents.some(({ problems }) => problems.length === 0);
  return hasAny ? 'partly' : 'nothing';
}

/** A list of servers that does not say whose it is belongs to the one client whose permissions lie beside it. */
function attributed(documents: readonly ConfigurationDocument[]): ConfigurationDocument[] {
  const clients = new Set(documents.filter(({ client }) => client !== 'unknown').map(({ client }) => client));
  const [only] = clients;
  return documents.map((document) =>
    document.client === 'unknown' && clients.size === 1 && only !== undefined
      ? { ...document, client: only }
      : document,
  );
}

function auditClient(
  client: ClientId,
  files: readonly ConfigurationDocument[],
  catalogue: KnownCatalogue,
  lists: readonly KnownServer[],
): AuditedClient {
  const model = clientById(client).permissions(files);
  const configured = configuredServers(files);
  const listing = configured.length > 0;
  const found = listing
    ? configured.map((one) => recognised(one, catalogue, lists, configured.length))
    : model.named.slice(0, MOST_SERVERS).map((key) => namedOnly(key, catalogue, lists));
  const seen = found.map(({ server, match }) => seenServer(server, match));
  const servers = found.map((one, index) => auditServer(client, one, seen[index] as SeenServer, model, catalogue));
  const flowTools = servers.flatMap(({ key, tools }) => tools.map((tool) => ({ ...tool, server: key })));
  return {
    client,
    files: files.map(({ name }) => name),
    servers,
    left: listing ? 0 : Math.max(0, model.named.length - MOST_SERVERS),
    findings: [...servers.flatMap(dangerFindings), ...model.findings(seen)],
    flows: flowsOf(flowTools),
  };
}

/** What is dangerous about an entry is said beside the rules that do not do what they seem to. */
function dangerFindings({ at, danger }: AuditedServer): RuleFinding[] {
  if (at === null || danger === null) return [];
  const kind = danger.kind === 'imitates' ? 'imitates' : 'danger';
  return [{ kind, at, message: dangerSentence(danger), instead: insteadOf(danger) }];
}

/** A server and the file that it comes from. */
interface Configured {
  readonly server: ConfiguredServer;
  readonly document: ConfigurationDocument;
}

interface Recognised {
  readonly server: { readonly key: string; readonly configured: Configured | null };
  readonly match: Match | null;
}

/**
 * Servers by key; of equal keys the file of the stronger level counts. Of one level all count: a file may have several of a key, for
 * several projects, and two files may be of two projects.
 */
function configuredServers(files: readonly ConfigurationDocument[]): Configured[] {
  const order = { managed: 0, local: 1, project: 2, user: 3 } as const;
  const sorted = files.toSorted((a, b) => order[a.scope] - order[b.scope]);
  const found: Configured[] = [];
  for (const level of Map.groupBy(sorted, ({ scope }) => scope).values()) {
    const taken = new Set(found.map(({ server }) => server.key));
    const own = new Map<string, Configured>();
    for (const document of level) {
      for (const server of document.servers.filter(({ key }) => !taken.has(key))) {
        const what = JSON.stringify([server.key, server.enabled, server.transport]);
        if (!own.has(what)) own.set(what, { server, document });
      }
    }
    found.push(...own.values());
  }
  return found.sort((a, b) => files.indexOf(a.document) - files.indexOf(b.document));
}

function recognised(
  one: Configured,
  catalogue: KnownCatalogue,
  lists: readonly KnownServer[],
  servers: number,
): Recognised {
  const { key } = one.server;
  const server = { key, configured: one };
  // What the reader listed themselves is nearer than what we recorded; one list beside one server is that server's.
  const own = lists.find(({ name }) => name === key) ?? (servers === 1 && lists.length === 1 ? lists[0] : undefined);
  if (own !== undefined) return { server, match: { by: 'list', server: own } };
  return { server, match: matchServer(sourceOf(one.server), catalogue.servers) };
}

function namedOnly(key: string, catalogue: KnownCatalogue, lists: readonly KnownServer[]): Recognised {
  const own = lists.find(({ name }) => name === key);
  const match: Match | null = own ? { by: 'list', server: own } : matchByName(key, catalogue.servers);
  return { server: { key, configured: null }, match };
}

function seenServer({ key, configured }: Recognised['server'], match: Match | null): SeenServer {
  return {
    key,
    configured: configured?.server ?? null,
    file: configured?.document.name ?? null,
    tools: match === null ? null : match.server.tools,
  };
}

function auditServer(
  client: ClientId,
  one: Recognised,
  seen: SeenServer,
  model: PermissionModel,
  catalogue: KnownCatalogue,
): AuditedServer {
  const { configured } = one.server;
  const at = configured === null ? null : serverLine(configured);
  // Where the files do nothing, a switch in them does nothing either.
  const isStopped = (model.stopped?.(seen) ?? null) !== null;
  const off = !isStopped && configured?.server.enabled === false && at !== null ? switchedOff(at) : null;
  const treat = (tool: Parameters<PermissionModel['treat']>[1]) => off ?? model.treat(seen, tool);
  const known = one.match?.server.tools ?? [];
  const tools = known.map((tool) => auditTool(client, one.match?.server.slug ?? null, tool, treat(tool)));
  const source = configured === null ? null : sourceOf(configured.server);
  const offered = known.filter((_, index) => tools[index]?.treatment.effect !== 'hidden');
  return {
    client,
    key: one.server.key,
    at,
    label: configured === null ? 'named by rules only' : labelOf(configured.server),
    match: one.match,
    namesake: one.match === null ? namesakeOf(one.server, catalogue.servers) : null,
    doubt: source?.kind === 'unidentified' ? source.doubt : null,
    danger: configured === null ? null : dangerOf(configured.server, catalogue.servers),
    version: source === null ? null : versionState(source, one.match?.server.version),
    tools: tools.sort((a, b) => levelOrder(a.level) - levelOrder(b.level)),
    unrecorded: treat({ name: UNRECORDED }),
    tokens: {
      count: offered.reduce((sum, { tokens = 0 }) => sum + tokens, 0),
      complete: offered.every(({ tokens }) => tokens !== undefined),
    },
  };
}

function namesakeOf({ key, configured }: Recognised['server'], servers: readonly KnownServer[]): KnownServer | null {
  if (configured === null) return matchByName(key, servers)?.server ?? null;
  const { server } = configured;
  // A slip is the nearest that another package comes.
  return slipOf(sourceOf(server), servers)?.server ?? likeServer(server, servers);
}

/** A name that no tool has. */
const UNRECORDED = `${'z'.repeat(24)}_${'q'.repeat(8)}`;

function switchedOff(by: RuleLine): Treatment {
  return { effect: 'hidden', by, reach: 'blanket', says: 'The server is switched off.', keepsOut: true };
}

/** What a tool's decision is made from. */
function auditTool(client: ClientId, slug: string | null, tool: KnownTool, treatment: Treatment): AuditedTool {
  const decision = decide(tool);
  const format = clientById(client).policy;
  const { name, segment = name, category, level, signals, shares, doubts } = tool;
  return {
    name,
    url: slug === null ? null : urls.tool(slug, segment),
    category,
    level,
    signals,
    shares,
    doubts,
    treatment,
    // A pattern opens what is in doubt as little as what nobody assessed.
    controlled: isControlled(treatment, doubts.length > 0 ? null : level),
    recommended: format === null ? decision.effect : expressed(decision, category === 'Read', format.can),
  };
}

/** Where a server's entry stands. */
function serverLine({ server, document }: Configured): RuleLine {
  return ruleLine(document, server.path, server.key);
}

function labelOf({ transport }: ConfiguredServer): string {
  if (transport.kind === 'http') return shortened(maskText(transport.url));
  if (transport.startedBy !== undefined) return transport.startedBy;
  return shortened([transport.command, ...maskArguments(transport.args)].join(' '));
}

/** Lists without a configuration: what the tools are, and nothing of what happens to them. */
function auditLists(lists: readonly KnownServer[]): AuditedClient {
  const treatment: Treatment = {
    effect: 'not-known',
    by: null,
    reach: 'none',
    says: 'A list of tools says nothing of permissions: add the client’s configuration.',
  };
  const servers = lists.map(
    (list): AuditedServer => ({
      client: 'unknown',
      key: list.name,
      at: null,
      label: 'a list of tools',
      match: { by: 'list', server: list },
      namesake: null,
      doubt: null,
      danger: null,
      version: null,
      tools: list.tools
        .map((tool) => auditTool('unknown', null, tool, treatment))
        .sort((a, b) => levelOrder(a.level) - levelOrder(b.level)),
      unrecorded: treatment,
      tokens: { count: 0, complete: false },
    }),
  );
  const tools = servers.flatMap(({ key, tools: own }) => own.map((tool) => ({ ...tool, server: key })));
  return { client: 'unknown', files: [], servers, left: 0, findings: [], flows: flowsOf(tools) };
}

/** A tool that nothing controls, or a server whose tools nobody knows, or that is dangerous by being started. */
export interface Uncontrolled {
  readonly server: AuditedServer;
  /** Null for the server as a whole: nothing identifies it, so that nobody knows all its tools, or it is a danger in itself. */
  readonly tool: AuditedTool | null;
}

/**
 * What is at or above a level and controlled by nothing, worst first, and of one level what runs unasked first. What is not
 * assessed stands between critical and high, as in every list (docs/taxonomy.md#not-assessed).
 */
export function uncontrolledAt({ clients }: Audit, level: RiskLevel): Uncontrolled[] {
  const isUnknownMeant = levelOrder(null) <= levelOrder(level);
  return clients
    .flatMap(({ servers }) =>
      servers.flatMap((server): Uncontrolled[] => [
        ...(isUnknownMeant && isUncontrolled(server) ? [{ server, tool: null }] : []),
        ...server.tools
          .filter((tool) => !tool.controlled && countedOrder(tool) <= levelOrder(level))
          .map((tool) => ({ server, tool })),
      ]),
    )
    .sort((a, b) => countedOrder(a.tool) - countedOrder(b.tool) || effectOrder(a) - effectOrder(b));
}

/**
 * Where a tool stands among the levels (levelOrder); null for a server as a whole. One that may run unasked although its verdict is
 * in doubt stands where what nobody assessed stands, unless it is worse.
 */
export function countedOrder(tool: Pick<AuditedTool, 'level' | 'doubts' | 'treatment'> | null): number {
  const own = levelOrder(tool?.level ?? null);
  return tool !== null && isDoubtful(tool) ? Math.min(own, levelOrder(null)) : own;
}

/** Whether a tool may run unasked although something speaks against that, whatever its verdict (docs/policies.md#doubts). */
export function isDoubtful({ doubts, treatment }: Pick<AuditedTool, 'doubts' | 'treatment'>): boolean {
  return doubts.length > 0 && runsUnasked(treatment);
}

/** Whether nothing controls a server as a whole: nobody knows its tools and no line decides about them, or it is a danger. */
export function isUncontrolled(server: AuditedServer): boolean {
  return isDangerous(server) || (isUnidentified(server) && !isControlled(server.unrecorded, null));
}

/** Whether a server is loaded that is a danger by that alone: no rule on its calls comes in time. */
export function isDangerous({ danger, unrecorded }: Pick<AuditedServer, 'danger' | 'unrecorded'>): boolean {
  return danger !== null && unrecorded.keepsOut !== true;
}

/** Whether nothing says what a server is: it is not in the catalogue, or a key alone points to one. */
export function isUnidentified({ match }: Pick<AuditedServer, 'match'>): boolean {
  return match === null || match.by === 'name';
}

/** Whether there was anything to judge: a server, or a file that would have one. */
export function isJudged({ clients, reading, listed }: Audit): boolean {
  return reading !== 'nothing' && (listed || clients.some(({ servers }) => servers.length > 0));
}

/**
 * What the command ends with (docs/contracts.md#audit): 1 where something is uncontrolled at that level or above, else 2 where
 * something could not be read, else 0.
 * @param failOn null to report only
 * @param allowUnreadable go on with what was read; where that is nothing, there is nothing to go on with
 */
export function exitCodeOf(answer: Audit, failOn: RiskLevel | null, allowUnreadable: boolean): 0 | 1 | 2 {
  if (answer.reading === 'nothing') return 2;
  if (failOn !== null && uncontrolledAt(answer, failOn).length > 0) return 1;
  return answer.reading === 'partly' && !allowUnreadable ? 2 : 0;
}

function effectOrder({ server, tool }: Uncontrolled): number {
  return NOW_EFFECTS.indexOf((tool?.treatment ?? server.unrecorded).effect);
}
