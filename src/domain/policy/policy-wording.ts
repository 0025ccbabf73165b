import type { RiskSignal } from '../risk/signal.ts';
import { count, listWords } from '../text/english.ts';
import { type Because, type Decision, type DecisionLimit, decidingSignals, type Variant } from './decide.ts';
import { VARIANT_LABELS } from './variant-labels.ts';

/** Why a decision is what it is: the row of the table, as half a sentence after "because it". */
export const BECAUSE: Readonly<Record<Because, string>> = {
  read: 'only returns information',
  'read-reaching':
    'returns information but takes a path, an address or a query, sends data out, or mixes private data with text of others',
  'read-secrets': 'can return a usable secret',
  write: 'changes data',
  'write-lasting': 'leaves something behind that acts later, or sends data outside',
  'write-access': 'changes who may do what',
  execute: 'sets something in motion beyond the call',
  'execute-outbound': 'sends what the caller chooses to people or systems outside',
  'execute-code': 'runs code or commands that the caller writes',
  destructive: 'can destroy something with no undo of its own',
  financial: 'can move or commit money',
  'not-assessed': 'has not been assessed',
  finding: 'has a definition with something in it that may steer a model, or hide from a reader',
  unsure: 'was not understood well enough to be let through unasked',
  'reviewed-limit': 'has a limit that a review by hand set',
  'variant-reads': 'does more than read, can return a secret, or is in doubt',
  'variant-strict':
    'is not a plain read: it reaches further, returns what is private or what others wrote, or is in doubt',
  'attack-rule': 'is what one attack goes through',
  chosen: 'was chosen so',
};

/** What a page says of a tool whose verdict is unsure (doubt.ts). */
export const UNSURE_WORDS =
  'The definition says too little to be sure of this verdict: until somebody has looked, policies ask first, or deny it.';

/** What a page says of a tool with a finding, behind what its definition says it does (doubt.ts). */
export const STEERS_WORDS = 'But that definition may steer a model, or hide something from a reader: read it first.';

/** What each signal says of a tool, as half a sentence after "it". */
const SIGNAL_CLAUSE: Readonly<Record<RiskSignal, string>> = {
  code: 'runs a query that the caller writes',
  path: 'takes a path in a file system',
  url: 'contacts an address that the caller chooses',
  credentials: 'takes a secret as an argument',
  secrets: 'can return a usable secret',
  bulk: 'changes many targets in one call',
  outbound: 'sends data outside',
  untrusted: 'returns text that others may have written',
  private: 'returns private data',
  access: 'changes who may do what',
  persistent: 'leaves something behind that acts later',
};

/** Why a decision is what it is, for one tool: as half a sentence after "because it", naming only what this tool has. */
export function becauseWords(because: Because, signals: readonly RiskSignal[]): string {
  const deciding = decidingSignals(because);
  if (deciding.length < 2) return BECAUSE[because];
  const clauses = deciding.filter((signal) => signals.includes(signal)).map((signal) => SIGNAL_CLAUSE[signal]);
  if (clauses.length > 0) return listWords(clauses);
  return 'returns private data together with text that others may have written';
}

/** "10 calls a minute", "1 call an hour". */
export function limitWords(limit: DecisionLimit): string {
  return `${count(limit.max, 'call')} ${limit.window === 'hour' ? 'an' : 'a'} ${limit.window}`;
}

/** "at most 10 calls a minute and 60 calls an hour". */
export function limitsWords(limits: readonly DecisionLimit[]): string {
  return `at most ${listWords(limits.map(limitWords))}`;
}

/** What happens to a call under a decision, in policy.json: after the tool's name. */
export function decisionWords(decision: Decision): string {
  switch (decision.effect) {
    case 'allow':
      return 'is allowed';
    case 'limit':
      return `is allowed ${limitsWords(decision.limits)} for each grant`;
    case 'ask':
    case 'deny':
      return 'is denied with a message';
    case 'hide':
      return 'is left out of the list of tools, and denied when called';
    default:
      return decision.effect satisfies never;
  }
}

/** The names and meanings of the variants. */
export const VARIANT_WORDS: Readonly<Record<Variant, { readonly label: string; readonly meaning: string }>> = {
  recommended: {
    label: VARIANT_LABELS.recommended,
    meaning: 'Reads stay open, changes and actions are limited, what destroys, pays or runs code is blocked.',
  },
  reads: {
    label: VARIANT_LABELS.reads,
    meaning:
      'Only tools that, by definitions without doubts, return information and no secret; everything else is denied.',
  },
  strict: {
    label: VARIANT_LABELS.strict,
    meaning:
      'Only reads whose definition shows no private data, text of others, path, address or query; everything else is denied.',
  },
  narrow: {
    label: VARIANT_LABELS.narrow,
    meaning:
      'The recommended policy with rules on arguments and a limit for the day. The rules block every call that they look at until you fill them in.',
  },
};

/** What an effect means in policy.json. */
export const EFFECT_WORDS = {
  allow: 'allowed',
  limit: 'allowed within a limit',
  ask: 'denied with a message, because this format cannot ask',
  deny: 'denied with a message',
  hide: 'left out of the list of tools and denied when called',
} as const;
