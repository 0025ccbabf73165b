import type { EnforcementFormat } from '../enforcement/format.ts';
import type { Plan } from '../enforcement/plan.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import type { Effect } from '../policy/decide.ts';
import { serverCaption, toolCaption, unrecordedSentence } from '../policy/policy-caption.ts';
import { count, listWords } from '../text/english.ts';

/** What a snippet does, in one or two sentences: counted from the same plan that it is written from. */
export function formatCaption(format: EnforcementFormat, request: PolicyRequest): string {
  const plan = format.plan(request);
  const caption =
    format.id === 'policy-json' ? policyJsonCaption(request) : planCaption(format, plan, request.unrecorded);
  const open = plan.tools.filter(({ effect }) => effect !== 'deny' && effect !== 'hide');
  const isToBeFilledIn = open.some(({ rules }) => rules.some((rule) => rule.allowed === undefined));
  if (isToBeFilledIn)
    return `${caption} Calls of a tool with rules on arguments are blocked until the rules are filled in.`;
  const isFilledIn = format.can.arguments && open.some(({ rules }) => rules.length > 0);
  return isFilledIn ? `${caption} Only calls whose arguments meet its rules go through.` : caption;
}

function policyJsonCaption({ tools, tool: name, variant, unrecorded }: PolicyRequest): string {
  const tool = tools.find((each) => each.name === name);
  return tool === undefined ? serverCaption(tools, variant, unrecorded) : toolCaption(tool, variant);
}

function planCaption(format: EnforcementFormat, plan: Plan, unrecorded: number | null): string {
  if (format.cannot.includes('decide-tools')) {
    return 'It lets this server be enabled, once its identity is filled in, and disables every server that is not listed.';
  }
  const others = format.can.defaultDeny ? 'is denied' : 'is asked about';
  switch (plan.shape) {
    case 'only': {
      const asked = plan.tools.some(({ effect }) => effect === 'ask');
      return `This tool ${asked ? 'runs after somebody was asked' : 'runs'}; every other tool of the server ${others}.`;
    }
    case 'block':
      return 'This tool is blocked; every other tool stays as open as it was.';
    case 'server':
      return `${countsSentence(plan)}${format.can.defaultDeny ? ` ${unrecordedSentence(unrecorded)}` : ''}`;
    default:
      return plan.shape satisfies never;
  }
}

const VERBS: readonly (readonly [string, readonly Effect[]])[] = [
  ['allows', ['allow']],
  ['limits', ['limit']],
  ['asks before', ['ask']],
  ['blocks', ['deny', 'hide']],
];

function countsSentence(plan: Plan): string {
  const parts = VERBS.flatMap(([verb, effects]) => {
    const number = plan.tools.filter(({ effect }) => effects.includes(effect)).length;
    return number === 0 ? [] : [`${verb} ${count(number, 'tool')}`];
  });
  return parts.length === 0 ? 'No tool is recorded.' : `It ${listWords(parts)}.`;
}

/** What still flows in a policy that only reads (docs/policies.md#variants): the tools that stay open, by what they bring. */
export interface RemainingFlows {
  readonly private: readonly string[];
  readonly untrusted: readonly string[];
  /** Takes an address that the caller chooses: what was read can be put into it. */
  readonly url: readonly string[];
}

/** Finds them among the tools that the format leaves open, after asking or not. */
export function remainingFlows(format: EnforcementFormat, request: PolicyRequest): RemainingFlows {
  const plan = format.plan(request);
  const open = new Set(
    plan.tools.filter(({ effect }) => effect !== 'deny' && effect !== 'hide').map(({ name }) => name),
  );
  const withSignal = (signal: keyof RemainingFlows) =>
    request.tools.filter(({ name, signals }) => open.has(name) && signals.includes(signal)).map(({ name }) => name);
  return { private: withSignal('private'), untrusted: withSignal('untrusted'), url: withSignal('url') };
}

const FLOW_WORDS = {
  private: 'Private data can still be read',
  untrusted: 'Text that others may have written can still come in',
  url: 'An address that the caller chooses can still be contacted',
} as const;

/** The same as sentences. */
export function flowSentences(flows: RemainingFlows): string[] {
  const sentences = (['private', 'untrusted', 'url'] as const)
    .filter((flow) => flows[flow].length > 0)
    .map((flow) => `${FLOW_WORDS[flow]}: ${flows[flow].join(', ')}.`);
  return sentences.length > 0
    ? sentences
    : [
        'No definition of a tool that stays open shows private data, text of others, or an address that the caller chooses.',
      ];
}
