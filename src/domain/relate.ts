import type { AttackFile, ToolMatch } from './attack.ts';
import type { Category } from './category.ts';
import type { Finding, FindingId, SignalVerdict } from './classification.ts';
import { SIGNAL_POINTS } from './score.ts';

/** The most attacks that a tool page lists; the rest is counted and linked (design: Pages). */
export const MOST_ATTACKS_ON_A_PAGE = 8;

/** What a join needs to know of a tool. */
export interface JoinTool {
  readonly name: string;
  readonly category: Category | null;
  readonly signals: readonly SignalVerdict[];
  /** What was found in its definition besides its risk. */
  readonly findings?: readonly Finding[];
}

/** An attack that can be joined with tools. */
export interface JoinAttack {
  readonly id: string;
  readonly data: Pick<AttackFile, 'title' | 'join'>;
}

/** A link between a tool and an attack. It cannot exist without its reason. */
export interface AttackLink {
  readonly attack: string;
  /** Reads after the tool's name: "takes a shell command: `command`". */
  readonly reason: string;
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
  if (join === undefined) return null;
  if (join.kind === 'tool') {
    const matches = join.any.flatMap((match) => matchTool(tool, match) ?? []);
    const best = matches.sort((a, b) => b.weight - a.weight)[0];
    return best ? { attack: attack.id, ...best } : null;
  }
  if (join.kind === 'combination') {
    const own = join.all.flatMap((match) => matchTool(tool, match) ?? []);
    const first = own.sort((a, b) => b.weight - a.weight)[0];
    const complete = join.all.every((match) => neighbours.some((other) => matchTool(other, match) !== null));
    if (first === undefined || !complete) return null;
    const rest = own.length === join.all.length ? '' : ', and other tools of this server complete the chain';
    return {
      attack: attack.id,
      reason: `${own.map((match) => match.reason).join(', ')}${rest}`,
      weight: first.weight - 5,
    };
  }
  return join.kind === 'definition' ? poisonedLink(tool, attack.id) : null;
}

/** Findings that show an attack on the definition itself, as half a sentence after the tool's name. */
const POISON: Readonly<Partial<Record<FindingId, string>>> = {
  'instructs-model': 'gives the model orders in its definition',
  'hidden-characters': 'hides characters in its definition',
  'names-other-tools': 'speaks of another server’s tools in its definition',
};

/** A definition that shows such a finding is what these attacks are made of; it comes before everything else. */
function poisonedLink(tool: JoinTool, attack: string): AttackLink | null {
  const found = tool.findings?.map(({ id }) => POISON[id]).find((words) => words !== undefined);
  return found ? { attack, reason: found, weight: 100 } : null;
}

/** Whether a tool fits a match, with the reason in words; null when it does not. */
export function matchTool(tool: JoinTool, match: ToolMatch): { reason: string; weight: number } | null {
  if (tool.category === null) return null;
  if (match.categories !== undefined && !match.categories.includes(tool.category)) return null;
  const shown = match.signals === undefined ? [] : tool.signals.filter((signal) => match.signals?.includes(signal.id));
  if (match.signals !== undefined && shown.length === 0) return null;
  const strongest = shown.toSorted((a, b) => SIGNAL_POINTS[b.id] - SIGNAL_POINTS[a.id])[0];
  return {
    reason: match.because.replace('{where}', () => (strongest ? whereOf(strongest) : 'its category')),
    weight: (match.categories ? 10 : 0) + (strongest ? SIGNAL_POINTS[strongest.id] : 5),
  };
}

/** The parameter that shows a signal, else the words. */
export function whereOf(signal: SignalVerdict): string {
  const parameter = signal.evidence.find((evidence) => evidence.where !== undefined);
  if (parameter?.where) return `\`${parameter.where}\``;
  const words = signal.evidence[0]?.text;
  return words ? `“${words}”` : 'by a person’s review';
}
