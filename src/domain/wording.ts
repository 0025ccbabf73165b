import type { Because, Decision, DecisionLimit, Variant } from './policy/decide.ts';
import { VARIANT_LABELS } from './policy/variant-labels.ts';
import type { AnnotationState, FindingId } from './record/classification.ts';
import type { DefinitionSource, Hint } from './record/tool.ts';
import type { Category } from './risk/category.ts';
import type { RiskLevel } from './risk/risk-level.ts';
import type { RiskSignal } from './risk/signal.ts';

/**
 * Every sentence of the site that depends on a category, a level, a signal or a count. Templates hold none, so that a word is
 * put right in one place and no page says "a Execute tool" or "1 tools".
 */

const NUMBERS = new Intl.NumberFormat('en-GB');
const DATES = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A whole number with separators. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A date as far as it is known: `2025`, `2025-07` or `2025-07-02` in words. */
export function formatDate(date: string): string {
  if (date.length === 4) return date;
  if (date.length === 7) return MONTHS.format(new Date(`${date}-01T00:00:00Z`));
  return DATES.format(new Date(`${date}T00:00:00Z`));
}

const PLURALS = {
  tool: 'tools',
  'recorded tool': 'recorded tools',
  server: 'servers',
  attack: 'attacks',
  signal: 'signals',
  parameter: 'parameters',
  name: 'names',
  call: 'calls',
  policy: 'policies',
  guide: 'guides',
  value: 'values',
  field: 'fields',
  item: 'items',
  result: 'results',
  source: 'sources',
  pattern: 'patterns',
  case: 'cases',
  entry: 'entries',
} as const;

/** "1 tool", "2 tools", "1,204 tools". */
export function count(value: number, noun: keyof typeof PLURALS): string {
  return `${formatNumber(value)} ${value === 1 ? noun : PLURALS[noun]}`;
}

/** What a day brought to a server, in the history. */
export function addedWords(added: number, first: boolean): string {
  if (first) return `first recorded, with ${count(added, 'tool')}`;
  return added === 0 ? '' : `${count(added, 'tool')} more`;
}

/** "a, b and c". */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A text that ends with exactly one full stop (or its own question or exclamation mark). */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  return /[!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** "Read", "Not assessed". */
export function categoryLabel(category: Category | null): string {
  return category ?? 'Not assessed';
}

/** "a Read tool", "an Execute tool", "a tool that is not assessed". */
export function aTool(category: Category | null): string {
  if (category === null) return 'a tool that is not assessed';
  return `${category === 'Execute' ? 'an' : 'a'} ${category} tool`;
}

/** "Low risk" … for plates and titles; "Not assessed". */
export function levelLabel(level: RiskLevel | null): string {
  return level === null ? 'Not assessed' : `${level[0]?.toUpperCase()}${level.slice(1)} risk`;
}

/** "Low", "Not assessed": where "risk" stands beside it already. */
export function levelWord(level: RiskLevel | null): string {
  return level === null ? 'Not assessed' : `${level[0]?.toUpperCase()}${level.slice(1)}`;
}

/** What each category means, as a sentence about one call. */
export const CATEGORY_MEANING: Readonly<Record<Category, string>> = {
  Read: 'One call returns information; nothing lasting changes anywhere.',
  Write: 'One call creates or changes data in a way that can be put right afterwards.',
  Execute: 'One call sets something in motion whose effects reach beyond it.',
  Destructive: 'One call removes or destroys data or infrastructure, with no undo of its own.',
  Financial: 'One call moves money or value, or commits somebody to pay or trade.',
};

/** What "not assessed" means. */
export const NOT_ASSESSED_MEANING =
  'The definition is missing, unreadable or too thin to judge. Until somebody has looked, policies deny it.';

/** What each level means. */
export const LEVEL_MEANING: Readonly<Record<RiskLevel, string>> = {
  low: 'One call changes nothing and returns no secret. That is not the same as safe.',
  medium: 'One call changes data, and another call can put it right.',
  high: 'One call can reach beyond itself, change rights, leave something behind, or return a usable secret.',
  critical: 'One call can run free-form code, destroy something for good, or move money.',
};

/** The one plain consequence on a plate. */
export function consequence(category: Category | null, signals: readonly RiskSignal[]): string {
  const has = (signal: RiskSignal) => signals.includes(signal);
  switch (category) {
    case null:
      return 'Nobody can say yet what it does: the definition is too thin to judge.';
    case 'Read':
      if (has('secrets')) return 'Can return a usable secret: a key, token, password or cookie.';
      if (has('private') && has('untrusted')) return 'Returns private data and text that strangers may have written.';
      if (has('private')) return 'Returns private data. One call changes nothing.';
      if (has('untrusted')) return 'Returns text that strangers may have written. One call changes nothing.';
      if (has('url')) return 'Contacts an address that the caller chooses. One call changes nothing.';
      return 'Returns information. One call changes nothing and returns no secret.';
    case 'Write':
      if (has('access')) return 'Changes who may do what.';
      if (has('persistent')) return 'Leaves something behind that acts later without a further call.';
      if (has('outbound')) return 'Puts data that the caller chooses where outsiders can see it.';
      return 'Creates or changes data. It can be put right afterwards.';
    case 'Execute':
      if (has('code')) return 'Runs free-form code or commands that the caller writes.';
      if (has('outbound')) return 'Sends what the caller chooses to people or systems outside.';
      return 'Sets something in motion that goes on after the call.';
    case 'Destructive':
      return 'Can destroy data or infrastructure, with no undo of its own.';
    case 'Financial':
      return 'Can move money, or commit somebody to pay or trade.';
    default:
      return category satisfies never;
  }
}

/** A signal's name in lists. */
export const SIGNAL_LABEL: Readonly<Record<RiskSignal, string>> = {
  code: 'Runs code',
  path: 'File path',
  url: 'Contacts an address',
  credentials: 'Takes a secret',
  secrets: 'Returns secrets',
  bulk: 'Many at once',
  outbound: 'Sends outside',
  untrusted: 'Untrusted text',
  private: 'Private data',
  access: 'Changes rights',
  persistent: 'Acts later',
};

/** What a signal shows, as a sentence about the tool. */
export const SIGNAL_MEANING: Readonly<Record<RiskSignal, string>> = {
  code: 'Takes free-form code, a command, SQL or another expression language and runs it.',
  path: 'Takes a path in a file system that it reads or writes.',
  url: 'Takes a URL, host or connection string and contacts it.',
  credentials: 'Takes a secret as an argument, which then stands in the conversation and in logs.',
  secrets: 'Returns, or may return, a usable secret.',
  bulk: 'Changes many targets in one call.',
  outbound: 'Sends data that the caller chooses to people or systems outside.',
  untrusted: 'Returns text that strangers may have written, and that may address the model.',
  private: 'Returns data that is private to a person or organisation.',
  access: 'Changes who may do what.',
  persistent: 'Leaves behind something that acts later or elsewhere without a further call.',
};

/** What a signal is not, so that a reader can argue with us. */
export const SIGNAL_NOT: Readonly<Record<RiskSignal, string>> = {
  code: 'A search box with plain words and a structured filter object do not count.',
  path: 'The path of a URL, an object key in a cloud store and a JSON path do not count.',
  url: 'An id, or a URL that is only stored, does not count.',
  credentials: 'A public id, a page token and a cursor do not count.',
  secrets: 'The name or the age of a key does not count.',
  bulk: 'A list that is only read does not count.',
  outbound: "A call to the vendor's own API about the user's own data does not count.",
  untrusted: "The vendor's own documentation and numbers do not count.",
  private: 'Public data, a health check and a public schema do not count.',
  access: 'Changes to ordinary data do not count.',
  persistent: 'Ordinary records, messages and one-off runs do not count.',
};

/** Why a decision is what it is: the row of the table, as half a sentence after "because it". */
export const BECAUSE: Readonly<Record<Because, string>> = {
  read: 'only returns information',
  'read-reaching':
    'returns information but takes a path, an address or a query, sends data out, or mixes private data with untrusted text',
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
  'reviewed-limit': 'has a limit that a reviewer set',
  'variant-reads': 'does more than read, or can return a secret',
  'variant-strict': 'is not a plain read: it reaches further, or returns what is private or untrusted',
  'attack-rule': 'is what one attack goes through',
};

/** What each signal says of a tool, as half a sentence after "it". */
const SIGNAL_CLAUSE: Readonly<Partial<Record<RiskSignal, string>>> = {
  path: 'takes a path in a file system',
  url: 'contacts an address that the caller chooses',
  code: 'runs a query that the caller writes',
  outbound: 'sends data outside',
  persistent: 'leaves something behind that acts later',
};

/** Why a decision is what it is, for one tool: as half a sentence after "because it", naming only what this tool has. */
export function becauseWords(because: Because, signals: readonly RiskSignal[]): string {
  if (because !== 'read-reaching' && because !== 'write-lasting') return BECAUSE[because];
  const wanted: readonly RiskSignal[] =
    because === 'write-lasting' ? ['persistent', 'outbound'] : ['path', 'url', 'code', 'outbound'];
  const clauses = wanted.filter((signal) => signals.includes(signal)).map((signal) => SIGNAL_CLAUSE[signal] as string);
  if (clauses.length > 0) return listWords(clauses);
  return 'returns private data together with text that strangers may have written';
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
    meaning: 'Only tools that return information and no secret; everything else is denied.',
  },
  strict: {
    label: VARIANT_LABELS.strict,
    meaning: 'Only reads without private data, untrusted text, paths, addresses or queries; everything else is denied.',
  },
  narrow: {
    label: VARIANT_LABELS.narrow,
    meaning:
      'The recommended policy with rules on arguments and a limit for the day. The rules block every call that they look at until you fill them in.',
  },
};

/** Where a definition comes from. */
export const DEFINITION_SOURCE_WORDS: Readonly<Record<DefinitionSource, string>> = {
  listed: 'listed by the running server',
  snapshot: "a public copy of the server's list",
  documented: 'read from documentation or source, not listed by a running server',
  derived: 'names and descriptions from a public collection; argument types were guessed there and are not shown',
};

/** What each hint claims when it is true. */
export const HINT_CLAIM: Readonly<Record<Hint, string>> = {
  readOnlyHint: 'changes nothing',
  destructiveHint: 'may destroy or overwrite',
  idempotentHint: 'repeating a call changes nothing more',
  openWorldHint: 'reaches an open set of outside systems',
};

/** An annotation's state in words. */
export function annotationWords(state: AnnotationState): string {
  switch (state.state) {
    case 'declared':
      return `declared ${state.value}`;
    case 'contradicted':
      return `declared ${state.value}, contradicted by the definition`;
    case 'not-said':
      return 'not said';
    case 'not-known':
      return 'not known';
    default:
      return state.state satisfies never;
  }
}

/** What a finding means. */
export const FINDING_WORDS: Readonly<Record<FindingId, string>> = {
  'instructs-model': 'The definition gives the model orders that go beyond using the tool.',
  'hidden-characters': 'The definition has characters that a reader cannot see.',
  'names-other-tools': "The definition speaks of another server's tools.",
  'duplicate-name': 'The server lists this name more than once; this page shows the stricter verdict.',
};

/** How sure the classifier is, in a word beside the number. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'high';
  return confidence >= 0.7 ? 'fair' : 'low';
}

/** "11 of 19 tools recorded"; "8 tools recorded, the full list is not known"; "14 tools". */
export function listingWords(
  recorded: number,
  listing: { readonly state: 'complete' } | { readonly state: 'partial'; readonly total?: number | undefined },
): string {
  if (listing.state === 'complete') return count(recorded, 'tool');
  if (listing.total === undefined) return `${count(recorded, 'tool')} recorded, the full list is not known`;
  return `${formatNumber(recorded)} of ${count(listing.total, 'tool')} recorded`;
}

/** "GitHub MCP server"; a name that ends in "server" already stays as it is. */
export function serverTitle(name: string): string {
  return /\bserver$/i.test(name.trim()) ? name.trim() : `${name.trim()} MCP server`;
}

/** Who wrote a server: the maker of the product, or somebody else. */
export const PUBLISHER_WORDS = {
  official: 'the maker of the product',
  third: 'a third party',
} as const;

/** The plain consequence on a server's plate, from what its tools can at worst do. */
export function serverConsequence(counts: {
  readonly categories: Readonly<Record<Category | 'not-assessed', number>>;
}): string {
  const { categories } = counts;
  const can = [
    ...(categories.Financial > 0 ? ['move or commit money'] : []),
    ...(categories.Destructive > 0 ? ['destroy things for good'] : []),
    ...(categories.Execute > 0 ? ['set things in motion'] : []),
    ...(categories.Write > 0 ? ['change data'] : []),
    ...(categories.Read > 0 ? ['read'] : []),
  ];
  const open = categories['not-assessed'];
  const unknown = open > 0 ? ` ${count(open, 'tool')} ${open === 1 ? 'is' : 'are'} not assessed.` : '';
  return can.length === 0 ? `Nothing is assessed yet.${unknown}` : `Its tools can ${listWords(can)}.${unknown}`;
}

/** The parts of the chain that carries data out, in words. */
export const CAPABILITY_WORDS = {
  private: { label: 'Reads private data', missing: 'private data' },
  untrusted: { label: 'Reads text that strangers may have written', missing: 'untrusted text' },
  wayOut: { label: 'Has a way out: sends, contacts a chosen address, or runs code', missing: 'a way out' },
  code: { label: 'Runs free-form code', missing: 'code' },
} as const;

/** What an effect means in policy.json. */
export const EFFECT_WORDS = {
  allow: 'allowed',
  limit: 'allowed within a limit',
  ask: 'denied with a message, because this format cannot ask',
  deny: 'denied with a message',
  hide: 'left out of the list of tools and denied when called',
} as const;

/** Kinds of things that search finds. */
export const SEARCH_KINDS = { tool: 'Tools', server: 'Servers', attack: 'Attacks', guide: 'Guides' } as const;

/** What results are narrowed by. */
export const FACET_LABEL = {
  kind: 'Kind',
  level: 'Risk level',
  category: 'Category',
  signal: 'Signal',
  server: 'Server',
} as const;

/** Words on a page that leads from an old address to the new one. */
export function movedWords(name: string): { readonly title: string; readonly description: string } {
  return { title: `${name} has moved`, description: `The page of ${name} has a new address.` };
}
