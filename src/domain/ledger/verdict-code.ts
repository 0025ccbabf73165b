import { CATEGORIES, type Category } from '../risk/category.ts';
import { RISK_LEVELS, type RiskLevel } from '../risk/risk-level.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';

/** What the ledger keeps of a verdict. */
export interface LedgerVerdict {
  /** Null when the definition is too thin to judge. */
  readonly category: Category | null;
  /** Null exactly when the category is. */
  readonly level: RiskLevel | null;
  /** In the taxonomy's order. */
  readonly signals: readonly RiskSignal[];
  /** Whether it puts text of the caller's where others read it. */
  readonly shares: boolean;
}

/** One letter for each category. */
export const CATEGORY_LETTERS: Readonly<Record<Category, string>> = {
  Read: 'R',
  Write: 'W',
  Execute: 'E',
  Destructive: 'D',
  Financial: 'F',
};

/** One letter for each level. */
export const LEVEL_LETTERS: Readonly<Record<RiskLevel, string>> = { low: 'l', medium: 'm', high: 'h', critical: 'c' };

/** One letter for each signal; the first of its name where that is free. */
export const SIGNAL_LETTERS: Readonly<Record<RiskSignal, string>> = {
  code: 'c',
  path: 'p',
  url: 'u',
  credentials: 'k',
  secrets: 's',
  bulk: 'b',
  outbound: 'o',
  untrusted: 't',
  private: 'v',
  access: 'a',
  persistent: 'l',
};

/** Stands at the end of a verdict that shares text of the caller's. */
export const SHARES = '>';

/**
 * A verdict as the ledger writes it: `Ec+cp` is Execute, critical, with code and path; `Wm>` is Write, medium, and writes where
 * others read; `--` is not assessed.
 */
export function verdictCode({ category, level, signals, shares }: LedgerVerdict): string {
  const letters = RISK_SIGNALS.filter((signal) => signals.includes(signal)).map((signal) => SIGNAL_LETTERS[signal]);
  const head = `${category === null ? '-' : CATEGORY_LETTERS[category]}${level === null ? '-' : LEVEL_LETTERS[level]}`;
  return `${head}${letters.length === 0 ? '' : `+${letters.join('')}`}${shares ? SHARES : ''}`;
}

/** The verdict that a code stands for; null for a text that is no code. */
export function readVerdictCode(code: string): LedgerVerdict | null {
  const shares = code.endsWith(SHARES);
  const [head = '', letters = ''] = (shares ? code.slice(0, -SHARES.length) : code).split('+');
  const verdict = {
    category: CATEGORIES.find((category) => CATEGORY_LETTERS[category] === head[0]) ?? null,
    level: RISK_LEVELS.find((level) => LEVEL_LETTERS[level] === head[1]) ?? null,
    signals: RISK_SIGNALS.filter((signal) => letters.includes(SIGNAL_LETTERS[signal])),
    shares,
  };
  return verdictCode(verdict) === code ? verdict : null;
}

/** A code in words: "Execute, critical: code, path". */
export function verdictWords(code: string): string {
  const verdict = readVerdictCode(code);
  if (verdict === null) return code;
  if (verdict.category === null) return 'not assessed';
  const { category, level, signals, shares } = verdict;
  const words = [...signals, ...(shares ? ['text that others read'] : [])];
  return `${category}, ${level}${words.length === 0 ? '' : `: ${words.join(', ')}`}`;
}
