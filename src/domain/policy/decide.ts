import type { ReviewLimit } from '../record/review.ts';
import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import type { Doubt } from './doubt.ts';
import type { Window } from './window.ts';

/** What may happen to a call, strictest first. A format that lacks one takes the next stricter one that it has. */
export const EFFECTS = ['hide', 'deny', 'ask', 'limit', 'allow'] as const;
export type Effect = (typeof EFFECTS)[number];

/** A quota of a decision. */
export interface DecisionLimit {
  readonly window: Window;
  /** Calls. */
  readonly max: number;
}

/**
 * Why a decision is what it is: the row of the table that fitted, the limit of a review, the rule against one attack, or a reader's
 * own choice.
 */
export type Because =
  | 'read'
  | 'read-reaching'
  | 'read-secrets'
  | 'write'
  | 'write-lasting'
  | 'write-access'
  | 'execute'
  | 'execute-outbound'
  | 'execute-code'
  | 'destructive'
  | 'financial'
  | 'not-assessed'
  | 'finding'
  | 'unsure'
  | 'reviewed-limit'
  | 'variant-reads'
  | 'variant-strict'
  | 'attack-rule'
  | 'chosen';

/** The one decision per tool that every format is compiled from (docs/policies.md). */
export interface Decision {
  readonly effect: Effect;
  /** Only with the effect `limit`; minute before hour before day. */
  readonly limits: readonly DecisionLimit[];
  /** The rows that led here, the deciding one first. */
  readonly because: readonly Because[];
}

/** What a decision needs to know of a tool. */
export interface DecisionInput {
  readonly category: Category | null;
  readonly signals: readonly RiskSignal[];
  /** Why the verdict may be too mild (doubt.ts); empty where nothing speaks for that. */
  readonly doubts: readonly Doubt[];
  /** A reviewer's limit; windows that it leaves out keep the table's. */
  readonly limit?: ReviewLimit | undefined;
}

/** The variants that a server page shows side by side (docs/policies.md#variants). */
export const VARIANTS = ['recommended', 'reads', 'strict'] as const;
/** All variants; `narrow` is the recommended one with rules on arguments and a `day` window, for formats that hold them. */
export const POLICY_VARIANTS = [...VARIANTS, 'narrow'] as const;
export type Variant = (typeof POLICY_VARIANTS)[number];

/**
 * A row of the table: it fits a tool of its category that has one of `anyOf`, or all of `together`; without either, every one.
 * A row with a doubt fits the tools of which that is doubted, whatever their category.
 */
interface Row {
  readonly because: Because;
  readonly category: Category | null | 'any';
  readonly doubt?: Doubt;
  readonly anyOf?: readonly RiskSignal[];
  readonly together?: readonly RiskSignal[];
  readonly effect: Effect;
  readonly minute?: number;
  readonly hour?: number;
}

/** The table of docs/policies.md#decision-table, row by row. */
const ROWS: readonly Row[] = [
  { because: 'read', category: 'Read', effect: 'allow' },
  {
    because: 'read-reaching',
    category: 'Read',
    anyOf: ['path', 'url', 'code', 'outbound'],
    together: ['private', 'untrusted'],
    effect: 'limit',
    minute: 60,
    hour: 600,
  },
  { because: 'read-secrets', category: 'Read', anyOf: ['secrets'], effect: 'ask' },
  { because: 'write', category: 'Write', effect: 'limit', minute: 30, hour: 200 },
  {
    because: 'write-lasting',
    category: 'Write',
    anyOf: ['persistent', 'outbound'],
    effect: 'limit',
    minute: 10,
    hour: 30,
  },
  { because: 'write-access', category: 'Write', anyOf: ['access'], effect: 'ask' },
  { because: 'execute', category: 'Execute', effect: 'limit', minute: 10, hour: 60 },
  { because: 'execute-outbound', category: 'Execute', anyOf: ['outbound'], effect: 'limit', minute: 5, hour: 20 },
  { because: 'execute-code', category: 'Execute', anyOf: ['code'], effect: 'hide' },
  { because: 'destructive', category: 'Destructive', effect: 'hide' },
  { because: 'financial', category: 'Financial', effect: 'deny' },
  { because: 'not-assessed', category: null, effect: 'deny' },
  { because: 'finding', category: 'any', doubt: 'finding', effect: 'ask' },
  { because: 'unsure', category: 'any', doubt: 'unsure', effect: 'ask' },
];

function fits({ category, doubt, anyOf, together }: Row, input: DecisionInput): boolean {
  if (doubt !== undefined) return input.doubts.includes(doubt);
  if (category !== input.category) return false;
  if (anyOf === undefined && together === undefined) return true;
  const has = (signal: RiskSignal) => input.signals.includes(signal);
  return anyOf?.some(has) === true || together?.every(has) === true;
}

/** The signals by any of which a row of the table fits, in the order in which pages name them; empty where it asks for none. */
export function decidingSignals(because: Because): readonly RiskSignal[] {
  return ROWS.find((row) => row.because === because)?.anyOf ?? [];
}

/** Signals that a tool must not have to stay allowed in the variant `strict` (docs/policies.md#variants). */
export const STRICT_SIGNALS: ReadonlySet<RiskSignal> = new Set([
  'secrets',
  'credentials',
  'private',
  'untrusted',
  'url',
  'path',
  'code',
  'outbound',
]);

/** The decision for a tool. The strictest fitting row wins; between limits each window takes the smaller number. */
export function decide(input: DecisionInput, variant: Variant = 'recommended'): Decision {
  const fitting = ROWS.filter((row) => fits(row, input));
  const strictest = EFFECTS.find((candidate) => fitting.some((row) => row.effect === candidate)) as Effect;
  const deciding = fitting.filter((row) => row.effect === strictest).reverse();
  // A reviewer may limit what the table leaves open; a limit never opens what the table denies.
  const effect = strictest === 'allow' && input.limit ? 'limit' : strictest;
  const recommended: Decision = {
    effect,
    limits: effect === 'limit' ? limitsOf(deciding, input.limit) : [],
    because: [
      ...(effect === 'limit' && input.limit ? (['reviewed-limit'] as const) : []),
      ...deciding.map((row) => row.because),
    ],
  };
  return restrict(recommended, input, variant);
}

function limitsOf(rows: readonly Row[], reviewed: ReviewLimit | undefined): DecisionLimit[] {
  const limits: DecisionLimit[] = [];
  for (const window of ['minute', 'hour'] as const) {
    const given = reviewed?.[window] === undefined ? rows.map((row) => row[window]) : [reviewed[window]];
    const numbers = given.filter((max) => max !== undefined);
    if (numbers.length > 0) limits.push({ window, max: Math.min(...numbers) });
  }
  return limits;
}

/** A day's quota in hours at full speed: enough for a working day of an agent, and no more for a loop that runs all night. */
const DAY_IN_HOURS = 5;

/** The recommended limits with a window for the day, made from the hour's. */
function withDay(limits: readonly DecisionLimit[]): DecisionLimit[] {
  const hour = limits.find((limit) => limit.window === 'hour');
  return hour === undefined ? [...limits] : [...limits, { window: 'day', max: hour.max * DAY_IN_HOURS }];
}

function restrict(recommended: Decision, input: DecisionInput, variant: Variant): Decision {
  if (variant === 'recommended') return recommended;
  if (variant === 'narrow') return { ...recommended, limits: withDay(recommended.limits) };
  if (staysAllowed(input, variant)) return recommended;
  const because = variant === 'reads' ? 'variant-reads' : 'variant-strict';
  const effect = recommended.effect === 'hide' ? 'hide' : 'deny';
  return { effect, limits: [], because: [because, ...recommended.because] };
}

function staysAllowed(input: DecisionInput, variant: 'reads' | 'strict'): boolean {
  if (input.category !== 'Read' || input.doubts.length > 0) return false;
  if (variant === 'reads') return !input.signals.includes('secrets');
  return !input.signals.some((signal) => STRICT_SIGNALS.has(signal));
}

/** The table as pages print it. */
export const DECISION_TABLE: readonly {
  readonly because: Because;
  readonly effect: Effect;
  readonly limits: readonly DecisionLimit[];
}[] = ROWS.map((row) => ({ because: row.because, effect: row.effect, limits: limitsOf([row], undefined) }));
