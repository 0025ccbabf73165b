import { count, listWords } from '../text/english.ts';
import type { Accuracy } from './accuracy.ts';
import { type Capability, CHAIN, type Together } from './capabilities.ts';
import type { Category } from './category.ts';
import type { RiskLevel } from './risk-level.ts';
import type { RiskSignal } from './signal.ts';

/** Every sentence that depends on a category, a level or a signal. Templates hold none, so that a word is put right in one place. */

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
  low: 'By its definition, one call changes nothing and returns no secret. That is not the same as safe.',
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
      if (has('private') && has('untrusted')) return 'Returns private data and text that others may have written.';
      if (has('private')) return 'Returns private data. By its definition, one call changes nothing.';
      if (has('untrusted'))
        return 'Returns text that others may have written. By its definition, one call changes nothing.';
      if (has('url'))
        return 'Contacts an address that the caller chooses. By its definition, one call changes nothing.';
      return 'Returns information. By its definition, one call changes nothing and returns no secret.';
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
  code: 'Code or a query',
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
  untrusted: 'Returns text that others may have written, and that may address the model.',
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

/** How sure the classifier is, in a word beside the number. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'high';
  return confidence >= 0.7 ? 'fair' : 'low';
}

/** The plain consequence on a server's plate, from what its tools can at worst do. */
export function serverConsequence(counts: {
  readonly levels: Readonly<Record<RiskLevel | 'not-assessed', number>>;
  readonly categories: Readonly<Record<Category | 'not-assessed', number>>;
}): string {
  const { levels, categories } = counts;
  // What is critical and neither destroys nor pays runs code: nothing else makes a tool critical (docs/taxonomy.md#level).
  const coded = levels.critical - categories.Destructive - categories.Financial;
  const can = [
    ...(categories.Financial > 0 ? ['move or commit money'] : []),
    ...(categories.Destructive > 0 ? ['destroy things for good'] : []),
    ...(coded > 0 ? ['run free-form code'] : []),
    ...(categories.Execute > coded ? ['set things in motion'] : []),
    ...(categories.Write > 0 ? ['change data'] : []),
    ...(categories.Read > 0 ? ['read'] : []),
  ];
  const open = categories['not-assessed'];
  const unknown = open > 0 ? ` ${count(open, 'tool')} ${open === 1 ? 'is' : 'are'} not assessed.` : '';
  return can.length === 0 ? `Nothing is assessed yet.${unknown}` : `Its tools can ${listWords(can)}.${unknown}`;
}

/** The parts of the chain that carries data out, in words. */
export const CAPABILITY_WORDS: Readonly<Record<Capability, { readonly label: string; readonly part: string }>> = {
  private: { label: 'Reads private data', part: 'private data' },
  untrusted: { label: 'Reads text that others may have written', part: 'text that others may have written' },
  'way-out': {
    label: 'Has a way out: sends, contacts a chosen address, runs code, or writes where others read',
    part: 'a way out',
  },
  code: { label: 'Runs free-form code', part: 'code' },
};

/** What is said of tools that do not show every link of the chain; empty where they do. */
export function chainNotShown(parts: Together<unknown>): string {
  const missing = CHAIN.filter((part) => parts[part].length === 0).map((part) => CAPABILITY_WORDS[part].part);
  if (missing.length === 0) return '';
  return `The chain from private data through text of others to a way out is not shown complete: no definition shows ${listWords(missing, 'or')}. That is no proof that it is not there.`;
}

/** How often the rules find a part where it is there, by the first signal that shows it; empty where nothing was measured. */
export function foundWords([signal]: readonly RiskSignal[], accuracy: Pick<Accuracy, 'signals'> | null): string {
  if (signal === undefined || accuracy === null) return '';
  const { hits, of } = accuracy.signals[signal].recall;
  return `Of ${count(of, 'tool')} labelled by hand that do this, the rules found ${hits}.`;
}
