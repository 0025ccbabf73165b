import type { Doubt } from '../policy/doubt.ts';
import { STEERS_WORDS } from '../policy/policy-wording.ts';
import { type Category, categorySegment } from '../risk/category.ts';
import { levelSegment, type RiskLevel } from '../risk/risk-level.ts';
import { categoryLabel, consequence, levelLabel, serverConsequence } from '../risk/risk-wording.ts';
import type { RiskSignal } from '../risk/signal.ts';
import { slugFromId } from '../text/slug.ts';

/** What the picture of a shared link shows: the plate of its page; of a tool's without its name. */
export interface ShareCard {
  /** Its path on the site. */
  readonly path: string;
  /** Null for "not assessed"; absent where the page has no level. */
  readonly level?: RiskLevel | null;
  /** Over the title. */
  readonly kicker: string;
  readonly title: string;
  /** Under the title. */
  readonly line: string;
}

/** What tools have in common that share a picture. */
export interface ToolPlate {
  readonly level: RiskLevel | null;
  readonly category: Category | null;
  /** The consequence on their plates. */
  readonly consequence: string;
}

/** What a tool's page and its picture both say of it. What may steer a model is not passed on as if it could be believed. */
export function toolPlate(
  { level, category }: Pick<ToolPlate, 'level' | 'category'>,
  signals: readonly RiskSignal[],
  doubts: readonly Doubt[],
): ToolPlate {
  const says = consequence(category, signals);
  return { level, category, consequence: doubts.includes('finding') ? `${says} ${STEERS_WORDS}` : says };
}

/**
 * Paths of the pictures. One serves all tools whose plates say the same: a picture for each tool would be as many files again as
 * there are pages. So it has no name, but a consequence that is true of all of them.
 */
export const cardPaths = {
  tool: ({ level, category, consequence }: ToolPlate) =>
    // Whole sentences would be longer than a file name may be.
    `/og/tools/${levelSegment(level)}-${categorySegment(category)}-${slugFromId(consequence.replace(STEERS_WORDS, 'steers'))}.png`,
  server: (slug: string) => `/og/servers/${slug}.png`,
  attack: (id: string) => `/og/attacks/${id}.png`,
} as const;

/** Characters that the site's fonts have; a name in others would be a row of boxes. */
const PRINTABLE = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2026]*$/u;

/** Letters of a title that fit into three lines. */
const LONGEST_TITLE = 70;

/** A text for a picture: bounded, and only in characters that can be drawn. */
export function cardText(text: string, fallback: string): string {
  const shown = PRINTABLE.test(text) ? text : fallback;
  return shown.length > LONGEST_TITLE ? `${shown.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : shown;
}

/** The card of every plate that one of these tools has. */
export function toolCards(plates: readonly ToolPlate[]): ShareCard[] {
  const cards = plates.map((plate) => ({
    path: cardPaths.tool(plate),
    level: plate.level,
    kicker: 'MCP tool',
    title: categoryLabel(plate.category),
    line: plate.consequence,
  }));
  return [...new Map(cards.map((card) => [card.path, card])).values()];
}

/** The card of a server. */
export function serverCard(server: {
  readonly slug: string;
  readonly name: string;
  readonly worst: RiskLevel | null;
  readonly counts: Parameters<typeof serverConsequence>[0];
}): ShareCard {
  return {
    path: cardPaths.server(server.slug),
    level: server.worst,
    kicker: 'MCP server',
    title: cardText(server.name, server.slug),
    line: serverConsequence(server.counts),
  };
}

/** The card of an attack. */
export function attackCard(attack: { readonly id: string; readonly title: string; readonly kind: string }): ShareCard {
  return {
    path: cardPaths.attack(attack.id),
    kicker: `Attack ${attack.kind}`,
    title: cardText(attack.title, attack.id),
    line: 'What happens, what stops it, and which tools are open to it',
  };
}

/** The word for a card's level, in full. */
export function cardLevel({ level }: ShareCard): string | undefined {
  return level === undefined ? undefined : levelLabel(level);
}
