import type { DecisionLimit } from '../policy/decide.ts';
import { limitsWords } from '../policy/policy-wording.ts';
import { SIGNAL_LABEL } from '../risk/risk-wording.ts';
import { count, formatNumber, listWords, sentence } from '../text/english.ts';
import type { FixState } from '../text/version.ts';
import type { AttackClass, AttackFile, AttackJoin } from './attack.ts';
import type { BindingRule, RuleTrial } from './attack-rule.ts';
import type { Facet } from './filter/attack-facets.ts';
import type { Reach } from './relate.ts';

/** Sentences on attack pages that depend on what an entry says. */

/** Words for what an entry is and how sure it is. */
export const ATTACK_WORDS = {
  kind: { pattern: 'Pattern', case: 'Case' },
  confidence: {
    high: 'well documented',
    medium: 'confidence: medium',
    low: 'confidence: low',
  },
} as const;

/** What the attacks of a class have in common. */
export const CLASS_MEANING: Readonly<Record<AttackClass, string>> = {
  definition: 'The text that describes a tool is itself the weapon, or it changes after somebody trusted it.',
  injection: 'Text that an agent reads while it works tells the agent what to do next.',
  argument: 'A value that a tool takes reaches a shell, a query, a path or an address that it should not reach.',
  exfiltration: 'Private data leaves through what an agent may do anyway.',
  identity: 'Somebody acts with a right, a token or a login that was meant for another.',
  exposure: 'A server, a port or a session is open to people who should not reach it.',
  supply: 'What is installed, or what configures an agent, is not what it seems.',
  action: 'An agent does something harmful that it is able to do: it deletes, pays, sends or repeats.',
};

/** What a source was to an entry: nothing of who read it, which is not on record. */
export const SEEN_WORDS = {
  read: 'used here',
  'read in part': 'used in part',
  excerpt: 'an excerpt used',
  linked: 'not used here, for further reading',
} as const;

/** Names of the facets. */
export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  kind: 'Kind',
  class: 'Class',
  category: 'Category of tools',
  signal: 'Risk signal',
  taxonomy: 'Public list',
  year: 'Year',
  severity: 'Severity (CVSS)',
  confidence: 'Confidence',
};

/** Severities of CVSS, worst first, and what has none. */
export const SEVERITY_WORDS = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'None',
  'not-scored': 'Not scored',
} as const;
export type SeverityValue = keyof typeof SEVERITY_WORDS;

/** Whether a rule on tool calls stops an attack: the first sentence of the note above an entry. */
export function verdictSentence({ policy }: Pick<AttackFile, 'policy'>): string {
  if (policy.verdict === 'stops') return 'A rule on tool calls can stop this.';
  if (policy.verdict === 'cannot' && policy.narrows.length === 0) return 'No rule on tool calls stops this.';
  return 'No rule on tool calls stops this; some narrow it.';
}

/** Why an attack page lists no tools: what is attacked stands outside parameters and categories. */
const CONCERNS_WORDS: Readonly<Record<Extract<AttackJoin, { kind: 'none' }>['concerns'], string>> = {
  definition:
    'No tool stands out, and none is spared: any server can do this until its definitions are reviewed and pinned. Where its definition is on record, a tool’s page has the fingerprint to compare with.',
  package: 'No tool stands out: the package that a server comes in is attacked, whatever its tools do.',
  transport: 'No tool stands out: the connection to the server is attacked, whatever its tools do.',
  client: 'No tool stands out: the client is attacked, whatever its servers do.',
  authorisation: 'No tool stands out: the way in which clients and servers are authorised is attacked.',
  person: 'No tool stands out: the person who approves calls is attacked.',
};

/** The sentences in place of a list of tools, for an attack that has none here. */
export function noToolWords(join: AttackJoin | undefined): string {
  switch (join?.kind) {
    case 'none':
      return `${CONCERNS_WORDS[join.concerns]} ${sentence(`It ${join.because}`)}`;
    case 'finding':
      return `No definition of this catalogue shows it. ${sentence(`It ${join.because}`)}`;
    case 'server':
      return 'No tool stands out: what the server is decides, not what its tools do.';
    case 'combination':
      return 'No server of this catalogue has all of its parts by itself; several in one client may.';
    case 'tool':
    case undefined:
      return 'No tool of this catalogue has what it needs.';
    default:
      return join satisfies never;
  }
}

/** Which tools a part of a join reaches: "Execute tools that …", as half a sentence. */
export function reachWords({ categories, signals }: Pick<Reach, 'categories' | 'signals'>): string {
  const kinds = categories.length === 0 ? 'tools' : `${listWords(categories, 'or')} tools`;
  if (signals.length === 0) return kinds;
  return `${kinds} with the signal ${listWords(
    signals.map((signal) => `${SIGNAL_LABEL[signal].toLowerCase()} (\`${signal}\`)`),
    'or',
  )}`;
}

/** What is known of a recorded version beside the fix of a flaw, as sentences. */
export function fixWords({ state, fixed, recorded, affected }: FixState): string {
  const fix = `Fixed in ${listWords(fixed)}`;
  switch (state) {
    case 'none':
      return 'No version that fixes it is on record.';
    case 'not-checked':
      return `Whether a version fixes it was not checked${affected.length === 0 ? '' : `; the record names ${listWords(affected)}`}${recorded === undefined ? '' : `, and the version recorded here is ${recorded}`}.`;
    case 'older':
      return `${fix}; the recorded version, ${recorded}, is older.`;
    case 'not-older':
      return `${fix}; the recorded version, ${recorded}, is not older.`;
    case 'unknown':
      return recorded === undefined
        ? `${fix}; no version to compare with is recorded here, so compare yours.`
        : `${fix}; whether the recorded version, ${recorded}, is older cannot be told from the record.`;
    default:
      return state satisfies never;
  }
}

/** What a rule does with its tool, as a heading: "Hide `exec_in_pod`". */
export function controlWords(rule: BindingRule): string {
  switch (rule.control) {
    case 'deny':
      return `Refuse \`${rule.tool}\``;
    case 'hide':
      return `Leave out \`${rule.tool}\``;
    case 'limit':
      return `Limit \`${rule.tool}\` to ${limitsWords(limitsOf(rule.limit)).replace('at most ', '')}`;
    case 'require':
      return `Hold the arguments of \`${rule.tool}\` to a list`;
    default:
      return rule satisfies never;
  }
}

function limitsOf(limit: Readonly<Partial<Record<DecisionLimit['window'], number | undefined>>>): DecisionLimit[] {
  return (['minute', 'hour', 'day'] as const).flatMap((window) => {
    const max = limit[window];
    return max === undefined ? [] : [{ window, max }];
  });
}

/** What the policy of a rule does, in a sentence. */
export function ruleCaption(rule: BindingRule): string {
  switch (rule.control) {
    case 'deny':
      return 'This tool is denied with a message; every other tool stays as open as it was.';
    case 'hide':
      return 'This tool is left out of the list of tools, and denied when called; every other tool stays as open as it was.';
    case 'limit':
      return `This tool is allowed ${limitsWords(limitsOf(rule.limit))} for each grant; every other tool is denied. Add their rules to the same policy.`;
    case 'require':
      return 'This tool is allowed where its arguments meet the rule; every other tool is denied. Add their rules to the same policy.';
    default:
      return rule satisfies never;
  }
}

/** What became of the call that a rule should block. */
export function blockedWords({ blocks, before }: RuleTrial): string {
  const after = before > 0 ? `After ${count(before, 'call')} like it in one minute or less: ` : '';
  return `${after}${blocks.decision === 'deny' ? 'denied' : 'allowed'} by the evaluator`;
}

/** When a detection goes off. */
export function detectionWords({ correlation }: NonNullable<AttackFile['detection']>): string {
  if (correlation === undefined) return 'Goes off at each call that fits.';
  const { gte, timespan, groupBy } = correlation;
  const unit = { s: 'second', m: 'minute', h: 'hour', d: 'day' }[timespan.slice(-1) as 's' | 'm' | 'h' | 'd'];
  const number = Number(timespan.slice(0, -1));
  const span = number === 1 ? `one ${unit}` : `${formatNumber(number)} ${unit}s`;
  return `Goes off at ${formatNumber(gte)} calls that fit within ${span}, counted for each ${listWords(groupBy.map((field) => `\`${field}\``))}.`;
}

/** For pages of a catalogue without attacks, which must not say that none fits. */
export const NO_ATTACKS = 'This catalogue has no attacks that it could be held against.';
