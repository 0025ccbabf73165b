import type { Evidence, Finding, FindingId, SignalVerdict } from '../record/classification.ts';
import type { PACKAGE_REGISTRIES } from '../record/server.ts';
import { capabilitiesOf, PART_SIGNALS } from '../risk/capabilities.ts';
import type { Category } from '../risk/category.ts';
import { SIGNAL_POINTS } from '../risk/score.ts';
import type { RiskSignal } from '../risk/signal.ts';
import { type FixState, fixState } from '../text/version.ts';
import type { AttackFile, AttackJoin, ToolMatch } from './attack.ts';

/** The most attacks that a tool page lists; the rest is counted and linked (docs/contracts.md#tool-page). */
export const MOST_ATTACKS_ON_A_PAGE = 8;

declare const given: unique symbol;
/** Why a link is there, in words. Only this file makes one, and never an empty one: a link without a reason cannot exist. */
export type Reason = string & { readonly [given]: true };

function reason(words: string): Reason {
  if (words.trim() === '') throw new Error('A link with an attack needs a reason.');
  return words as Reason;
}

/** What a join needs to know of a tool. */
export interface JoinTool {
  readonly name: string;
  readonly category: Category | null;
  readonly signals: readonly SignalVerdict[];
  /** What shows that it puts text of the caller's where others read it, if anything does. */
  readonly sharedText?: readonly Evidence[] | undefined;
  /** What was found in its definition besides its risk. */
  readonly findings?: readonly Finding[];
}

/** What a join needs to know of a server. */
export interface JoinServer {
  readonly slug: string;
  /** Its package, where it has one that can be had. */
  readonly package?: { readonly registry: (typeof PACKAGE_REGISTRIES)[number]; readonly name: string } | undefined;
  /** Reached over HTTP. */
  readonly remote: boolean;
  /** The version that is recorded. */
  readonly version: string | undefined;
  readonly tools: readonly JoinTool[];
}

/** An attack that can be joined with tools. */
export interface JoinAttack {
  readonly id: string;
  readonly data: Pick<AttackFile, 'title' | 'join'>;
}

/** A link between a tool and an attack. */
export interface AttackLink {
  readonly attack: string;
  /** Reads after "This tool": "takes a shell command: `command`". */
  readonly reason: Reason;
  /** Larger comes first. */
  readonly weight: number;
}

/**
 * The attacks that a tool is open to, with the reason for each, strongest first.
 * @param neighbours all tools of the same server, the tool itself among them: some attacks need a combination
 */
export function attacksOn(
  tool: JoinTool,
  neighbours: readonly JoinTool[],
  attacks: readonly JoinAttack[],
): AttackLink[] {
  return attacks
    .flatMap((attack) => linkOf(tool, neighbours, attack) ?? [])
    .sort((a, b) => b.weight - a.weight || a.attack.localeCompare(b.attack, 'en'));
}

function linkOf(tool: JoinTool, neighbours: readonly JoinTool[], attack: JoinAttack): AttackLink | null {
  const { join } = attack.data;
  switch (join?.kind) {
    case 'tool': {
      const best = strongest(join.any.flatMap((match) => matchTool(tool, match) ?? []));
      return best ? { attack: attack.id, ...best } : null;
    }
    case 'combination': {
      const own = join.all.flatMap((match) => matchTool(tool, match) ?? []).sort((a, b) => b.weight - a.weight);
      const [first] = own;
      if (first === undefined || combinationOn(neighbours, attack) === null) return null;
      const rest = own.length === join.all.length ? '' : ', and other tools of this server complete the chain';
      return {
        attack: attack.id,
        reason: reason(`${own.map((match) => match.reason).join(', ')}${rest}`),
        weight: first.weight - 5,
      };
    }
    case 'finding': {
      const found = join.any.filter((id) => tool.findings?.some((finding) => finding.id === id));
      // A definition that shows what the attack is made of comes before everything else.
      return found.length > 0
        ? { attack: attack.id, reason: reason(found.map((id) => FINDING_REASON[id]).join(', ')), weight: 100 }
        : null;
    }
    case 'server':
    case 'none':
    case undefined:
      return null;
    default:
      return join satisfies never;
  }
}

/** Findings that show an attack on the definition itself, as half a sentence after "This tool". */
const FINDING_REASON: Readonly<Record<FindingId, string>> = {
  'instructs-model': 'gives the model orders in its definition',
  'hidden-characters': 'hides characters in its definition',
  'names-other-tools': 'speaks of another server’s tools in its definition',
  'duplicate-name': 'bears a name that its server lists more than once',
};

/** A part of an attack that a tool brings. */
interface Match {
  readonly reason: Reason;
  readonly weight: number;
}

function strongest(matches: readonly Match[]): Match | undefined {
  return matches.toSorted((a, b) => b.weight - a.weight)[0];
}

/** Whether the evidence of one of these signals, or the tool's name, has what a match looks for. */
function isShownBy(tool: JoinTool, signals: readonly SignalVerdict[], pattern: RegExp): boolean {
  const texts = signals.flatMap(({ evidence }) => evidence.flatMap(({ where = '', text }) => [where, text]));
  return [tool.name, ...texts].some((text) => pattern.test(text));
}

/** Whether a tool fits a match, with the reason in words; null when it does not. */
export function matchTool(tool: JoinTool, match: ToolMatch): Match | null {
  if (tool.category === null) return null;
  if (match.categories !== undefined && !match.categories.includes(tool.category)) return null;
  const shown = tool.signals.filter(({ id }) => wantedSignals(match).includes(id));
  if (match.signals !== undefined && shown.length === 0) return null;
  if (match.brings !== undefined && !partsOf(tool).includes(match.brings)) return null;
  if (match.shownBy !== undefined && !isShownBy(tool, shown, new RegExp(match.shownBy, 'iu'))) return null;
  const first = shown.toSorted((a, b) => SIGNAL_POINTS[b.id] - SIGNAL_POINTS[a.id])[0];
  return {
    reason: reason(match.because.replace('{where}', () => reasonPlace(tool, match, first))),
    weight: (match.categories ? 10 : 0) + (first ? SIGNAL_POINTS[first.id] : 5),
  };
}

/** The signals that a match looks for, of which a tool must have one unless it brings the part in another way. */
function wantedSignals({ signals, brings }: ToolMatch): readonly RiskSignal[] {
  return signals ?? (brings === undefined ? [] : PART_SIGNALS[brings]);
}

function partsOf({ category, signals, sharedText }: JoinTool) {
  return capabilitiesOf({ category, signals: signals.map(({ id }) => id), shares: sharedText !== undefined });
}

function reasonPlace({ sharedText }: JoinTool, { brings }: ToolMatch, first: SignalVerdict | undefined): string {
  if (first !== undefined) return whereOf(first);
  return brings === 'way-out' && sharedText !== undefined ? whereOf({ evidence: sharedText }) : 'its category';
}

/** The parameter that shows a signal, else the words. */
export function whereOf({ evidence }: { readonly evidence: readonly Evidence[] }): string {
  const parameter = evidence.find(({ where }) => where !== undefined);
  if (parameter?.where) return `\`${parameter.where}\``;
  const words = evidence[0]?.text;
  return words ? `“${words}”` : 'its review by hand';
}

/** A tool that brings a part of a combination. */
interface PartTool {
  readonly name: string;
  readonly reason: Reason;
}

/** A part of a combination and what brings it; never empty. */
export interface CombinationPart {
  /** What the part is, whoever brings it. */
  readonly is: Reason;
  /** Strongest first. */
  readonly tools: readonly PartTool[];
}

/** The parts of an attack that needs several tools, where these tools have them all; else null. */
export function combinationOn(tools: readonly JoinTool[], attack: JoinAttack): CombinationPart[] | null {
  const { join } = attack.data;
  if (join?.kind !== 'combination') return null;
  const parts = join.all.map((match) => partOn(tools, match));
  return parts.every((part) => part.tools.length > 0) ? parts : null;
}

function partOn(tools: readonly JoinTool[], match: ToolMatch): CombinationPart {
  const found = tools.flatMap((tool) => {
    const fits = matchTool(tool, match);
    return fits === null ? [] : [{ name: tool.name, ...fits }];
  });
  return {
    is: generalReason(match),
    tools: found.sort((a, b) => b.weight - a.weight).map(({ name, reason: why }) => ({ name, reason: why })),
  };
}

/** An attack that servers make possible together: every part is on one of them. */
export interface CombinationAcross {
  readonly attack: string;
  /** In the order of the attack; each with at least one server that brings it. */
  readonly parts: readonly {
    readonly is: Reason;
    readonly servers: readonly { readonly server: string; readonly tools: readonly PartTool[] }[];
  }[];
  /** Servers that have every part by themselves. */
  readonly alone: readonly string[];
}

/**
 * Which server brings which part of an attack that needs several tools, when one client connects all of them.
 * @returns null for an attack that needs no combination, and where a part is on no server
 */
export function combinationAcross(
  servers: readonly Pick<JoinServer, 'slug' | 'tools'>[],
  attack: JoinAttack,
): CombinationAcross | null {
  const { join } = attack.data;
  if (join?.kind !== 'combination') return null;
  const parts = join.all.map((match) => ({
    is: generalReason(match),
    servers: servers.flatMap(({ slug, tools }) => {
      const part = partOn(tools, match);
      return part.tools.length > 0 ? [{ server: slug, tools: part.tools }] : [];
    }),
  }));
  if (parts.some((part) => part.servers.length === 0)) return null;
  const alone = servers.filter(({ tools }) => combinationOn(tools, attack) !== null).map(({ slug }) => slug);
  return { attack: attack.id, parts, alone };
}

/** A link between a server and an attack. */
export type ServerLink =
  | {
      /** Its tools have every part of the attack. */
      readonly kind: 'combination';
      readonly attack: string;
      readonly reason: Reason;
      readonly parts: readonly CombinationPart[];
    }
  | {
      /** What the server is, not what its tools do. */
      readonly kind: 'property';
      readonly attack: string;
      /** Reads after "This server". */
      readonly reason: Reason;
    }
  | {
      /** It happened with this server. */
      readonly kind: 'case';
      readonly attack: string;
      readonly reason: Reason;
      readonly fix: FixState;
    };

/** What links with servers need of an attack. */
export interface ServerAttack extends JoinAttack {
  readonly data: Pick<AttackFile, 'title' | 'join' | 'servers' | 'affected'>;
}

/** Registries whose packages clients fetch and start by name, with npx or uvx. */
const STARTED_BY_NAME: ReadonlySet<string> = new Set(['npm', 'pypi']);

/** The attacks that a server as a whole is open to, in the order of the attacks. */
export function attacksOnServer(server: JoinServer, attacks: readonly ServerAttack[]): ServerLink[] {
  return attacks.flatMap(({ id, data }): ServerLink[] => {
    if (data.servers.includes(server.slug)) {
      const why = reason('is the server that it happened with');
      return [{ kind: 'case', attack: id, reason: why, fix: fixOf(server, data.affected) }];
    }
    if (data.join?.kind === 'server') {
      const { property, because } = data.join;
      const has =
        property === 'remote'
          ? server.remote
          : server.package !== undefined && STARTED_BY_NAME.has(server.package.registry);
      return has ? [{ kind: 'property', attack: id, reason: reason(because) }] : [];
    }
    const parts = combinationOn(server.tools, { id, data });
    if (parts === null) return [];
    return [{ kind: 'combination', attack: id, parts, reason: reason('has every part of it among its tools') }];
  });
}

/** The standing of a server's version to the fixes of its package; of several other packages nothing can be told. */
function fixOf({ package: own, version }: JoinServer, affected: AttackFile['affected']): FixState {
  const name = own?.name.toLowerCase();
  const named = affected.filter(
    (item) =>
      name !== undefined &&
      item.package
        .toLowerCase()
        .split(/[\s()]+/)
        .includes(name),
  );
  const state = fixState(version, named.length > 0 ? named : affected);
  const isClear = named.length > 0 || new Set(affected.map((item) => item.package)).size < 2;
  return isClear || state.fixed.length === 0 ? state : { ...state, state: 'unknown' };
}

/** What an attack needs of a tool, in the taxonomy's terms. */
export interface Reach {
  readonly reason: Reason;
  /** Any of these; empty: whatever the category. */
  readonly categories: readonly Category[];
  /** At least one of these; empty: none is needed. */
  readonly signals: readonly RiskSignal[];
  /** Other tools must bring the other parts. */
  readonly together: boolean;
}

/** The kinds of tools that a join reaches; empty where it concerns no kind of tool. */
export function reachOf(join: AttackJoin | undefined): Reach[] {
  if (join?.kind !== 'tool' && join?.kind !== 'combination') return [];
  const matches = join.kind === 'tool' ? join.any : join.all;
  return matches.map((match) => ({
    reason: generalReason(match),
    categories: match.categories ?? [],
    signals: wantedSignals(match),
    together: join.kind === 'combination',
  }));
}

/** An attack on tools of a category, or with a signal. */
export interface TermLink extends Reach {
  readonly attack: string;
}

/** The attacks that name a category, those that need nothing else first. */
export function attacksOnCategory(category: Category, attacks: readonly JoinAttack[]): TermLink[] {
  return termLinks(
    attacks,
    (reach) => reach.categories.includes(category),
    (reach) => reach.signals.length,
  );
}

/** The attacks that a signal opens a tool to, those that need nothing else first. */
export function attacksOnSignal(signal: RiskSignal, attacks: readonly JoinAttack[]): TermLink[] {
  return termLinks(
    attacks,
    (reach) => reach.signals.includes(signal),
    (reach) => reach.categories.length,
  );
}

function termLinks(
  attacks: readonly JoinAttack[],
  fits: (reach: Reach) => boolean,
  further: (reach: Reach) => number,
): TermLink[] {
  const rank = (reach: Reach) => (reach.together ? 2 : further(reach) > 0 ? 1 : 0);
  return attacks
    .flatMap(({ id, data }) => {
      const [reach] = reachOf(data.join)
        .filter(fits)
        .sort((a, b) => rank(a) - rank(b));
      return reach === undefined ? [] : [{ attack: id, ...reach }];
    })
    .sort((a, b) => rank(a) - rank(b) || a.attack.localeCompare(b.attack, 'en'));
}

/** A match's reason without the place that one tool would show it in. */
function generalReason(match: ToolMatch): Reason {
  return reason(match.because.replace(/[:,] ?\{where\}$/, '').replace('{where}', 'what its page names'));
}
