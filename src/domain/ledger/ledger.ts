import type { ToolDefinition } from '../record/tool.ts';
import { levelOf } from '../risk/risk-level.ts';
import { CATEGORY_LETTERS, LEVEL_LETTERS, readVerdictCode, SHARES, SIGNAL_LETTERS } from './verdict-code.ts';

/** Verdicts that were looked at and accepted, as codes, by the key of what they are about. */
export type Ledger = ReadonlyMap<string, string>;

/** Hex digits of a key: 48 bits, so that among a hundred thousand definitions two share a key once in 60,000 times. */
const KEY_DIGITS = 12;

/** The SHA-256 of a text as hex digits; given by the caller, because a quick one is not everywhere. */
export type HashText = (text: string) => string;

/**
 * The key of a definition: the first digits of the hash of all that a verdict rests on, as received. No word of a publisher
 * can be told from it, and a definition that changes is another line.
 * @param saysNothing whether the server's annotations only repeat the specification's defaults
 */
export function definitionKey(hash: HashText, server: string, tool: ToolDefinition, saysNothing: boolean): string {
  const { name, title = null, description = null, inputSchema = null, annotations = null } = tool;
  return keyOf(hash, [server, name, title, description, inputSchema, annotations, saysNothing]);
}

/** The key of a record of the catalogue, by server, name and fingerprint: a record does not hold the definition. */
export function recordKey(hash: HashText, server: string, name: string, fingerprint: string | undefined): string {
  return keyOf(hash, ['record', server, name, fingerprint ?? null]);
}

function keyOf(hash: HashText, parts: readonly unknown[]): string {
  return hash(JSON.stringify(parts)).slice(0, KEY_DIGITS);
}

/**
 * The text of a ledger: a legend, then a line for each verdict, sorted by key: the key, a space, the code
 * (`verdict-code.ts`). One line each and no compression, so that the diff of a commit shows what changed.
 */
export function ledgerText(ledger: Ledger): string {
  const legend = [
    '# Accepted verdicts. Written by: npm run verdict-diff -- --accept',
    `# Category: ${letters(CATEGORY_LETTERS)}, - not assessed`,
    `# Level: ${letters(LEVEL_LETTERS)}`,
    `# Signals, after "+": ${letters(SIGNAL_LETTERS)}`,
    `# ${SHARES} at the end: writes where others read`,
  ];
  const lines = [...ledger].map(([key, code]) => `${key} ${code}`).sort();
  return `${[...legend, ...lines].join('\n')}\n`;
}

function letters(table: Readonly<Record<string, string>>): string {
  return Object.entries(table)
    .map(([word, letter]) => `${letter} ${word}`)
    .join(', ');
}

/** A ledger and what is wrong with its text: one sentence for each fault, with the number of the line. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly faults: readonly string[];
}

/**
 * Reads a ledger's text. A fault is a line that cannot be read, stands out of order or twice, or has a level that does not
 * follow from its category and signals (docs/taxonomy.md#level).
 */
export function readLedger(text: string): ReadLedger {
  const ledger = new Map<string, string>();
  const faults: string[] = [];
  let before = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [key = '', code = ''] = line.split(' ');
    const verdict = readVerdictCode(code);
    const at = `line ${index + 1}`;
    if (verdict === null) {
      faults.push(`${at}: "${line}" is no key with a verdict`);
      continue;
    }
    if (ledger.has(key)) faults.push(`${at}: ${key} stands there twice`);
    else if (line < before) faults.push(`${at}: ${key} is out of order`);
    const level = verdict.category === null ? null : levelOf(verdict.category, verdict.signals);
    if (verdict.level !== level)
      faults.push(`${at}: the level of ${key} does not follow from its category and signals`);
    before = line;
    ledger.set(key, code);
  }
  return { ledger, faults };
}

/** A verdict that is another than the accepted one. */
export interface Flip {
  readonly key: string;
  /** The code in the ledger. */
  readonly was: string;
  /** The code that the classifier gives now. */
  readonly is: string;
}

/** What differs between accepted verdicts and those of now. */
export interface LedgerDifference {
  readonly flips: readonly Flip[];
  /** Keys that have no accepted verdict. */
  readonly added: readonly string[];
  /** Keys whose definition was not classified. */
  readonly gone: readonly string[];
}

/** Compares accepted verdicts with those of now, in the ledger's order. */
export function compareLedgers(accepted: Ledger, now: Ledger): LedgerDifference {
  const flips = [...accepted].flatMap(([key, was]): Flip[] => {
    const is = now.get(key);
    return is === undefined || is === was ? [] : [{ key, was, is }];
  });
  return {
    flips,
    added: [...now.keys()].filter((key) => !accepted.has(key)),
    gone: [...accepted.keys()].filter((key) => !now.has(key)),
  };
}
