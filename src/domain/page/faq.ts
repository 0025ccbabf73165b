import type { Decision } from '../policy/decide.ts';
import { becauseClause, becauseSentence, proofWords } from '../policy/policy-caption.ts';
import { limitsWords, STEERS_WORDS, UNSURE_WORDS } from '../policy/policy-wording.ts';
import { type PolicyTool, policyDecision } from '../policy/recommend.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import { aTool, consequence, levelWord, SIGNAL_MEANING } from '../risk/risk-wording.ts';
import { count, listWords, sentence } from '../text/english.ts';
import { shownName } from '../text/name-parts.ts';
import type { ParameterTable } from './parameter-table.ts';

/** A question with its answer; the id is the fragment that links to it. Texts may name tools: escape them. */
export interface FaqItem {
  readonly id: string;
  readonly question: string;
  /** Paragraphs. */
  readonly answer: readonly string[];
}

/** What the questions of a tool page are made from: the objects that the page shows, nothing else. */
export interface FaqTool extends PolicyTool {
  readonly serverName: string;
  readonly publisher: string | undefined;
  readonly summary: string | undefined;
  readonly level: RiskLevel | null;
  readonly parameters: ParameterTable;
}

/** The questions of a tool page, in the reference's order. */
export function toolFaq(tool: FaqTool): FaqItem[] {
  const decision = policyDecision(tool);
  const name = shownName(tool.name);
  return [
    {
      id: 'faq-what',
      question: `What does ${name} do?`,
      answer: [tool.summary === undefined ? consequence(tool.category, tool.signals) : sentence(tool.summary)],
    },
    {
      id: 'faq-parameters',
      question: `Which parameters does ${name} take?`,
      answer: [parametersAnswer(tool.parameters)],
    },
    { id: 'faq-risk', question: `How risky is ${name}?`, answer: riskAnswer(tool) },
    { id: 'faq-limit', question: `Can I limit ${name}?`, answer: [limitAnswer(tool, decision)] },
    { id: 'faq-block', question: `How do I block ${name}?`, answer: [blockAnswer(tool.name)] },
    {
      id: 'faq-enforce',
      question: 'How do I put the policy to work?',
      answer: [
        `Save the policy of this page as policy.json and load it in the gateway that stands between your agents and the server. ${proofWords(tool)} Without a gateway, take the tab of your client.`,
      ],
    },
    { id: 'faq-server', question: `Which server provides ${name}?`, answer: [serverAnswer(tool)] },
  ];
}

function parametersAnswer(table: ParameterTable): string {
  if (table.kind === 'unknown') return 'We do not have its input schema, so its parameters are not known.';
  if (table.kind === 'none') return 'Its input schema names none.';
  const required = table.parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  const optional = table.parameters.filter((parameter) => !parameter.required).map((parameter) => parameter.name);
  const parts = [
    ...(required.length > 0 ? [`${firstNames(required)} must be given`] : []),
    ...(optional.length > 0 ? [`${firstNames(optional)} may be given`] : []),
  ];
  const shapes = table.shapes.length > 1 ? ` Its arguments take one of ${table.shapes.length} shapes.` : '';
  const counted =
    parts.length > 0
      ? `It takes ${count(table.parameters.length, 'parameter')}: ${parts.join('; ')}.`
      : 'It takes an object.';
  return `${counted}${shapes}`;
}

const MOST_NAMES = 12;

function firstNames(names: readonly string[]): string {
  return names.length <= MOST_NAMES
    ? listWords(names)
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

function riskAnswer(tool: FaqTool): string[] {
  if (tool.category === null) {
    return ['Not assessed: its definition is too thin to judge. Treat it as dangerous until somebody has looked.'];
  }
  const signals =
    tool.signals.length === 0
      ? 'Its definition shows no risk signal.'
      : `What it shows: ${tool.signals.map((signal) => lowerFirst(SIGNAL_MEANING[signal]).replace(/\.$/, '')).join('; ')}.`;
  return [
    `${levelWord(tool.level)}: it is ${aTool(tool.category)}. ${consequence(tool.category, tool.signals)}`,
    ...(tool.doubts.includes('finding') ? [STEERS_WORDS] : []),
    ...(tool.doubts.includes('unsure') ? [UNSURE_WORDS] : []),
    signals,
  ];
}

function limitAnswer(tool: FaqTool, decision: Decision): string {
  const because = sentence(`it ${becauseClause(tool)}`);
  switch (decision.effect) {
    case 'allow':
      return `Yes. The policy of this page sets no limit, because ${because} To set one, give its rule a list "limits" with a counter, a window, a maximum and the scope "grant".`;
    case 'limit':
      return `Yes. The policy of this page allows ${limitsWords(decision.limits)} for each grant; windows follow the clock in UTC. ${becauseSentence(tool)}`;
    case 'ask':
    case 'deny':
    case 'hide':
      return `You can, but the policy of this page blocks it instead, because ${because} A limit slows an agent down; it does not stop the first call.`;
    default:
      return decision.effect satisfies never;
  }
}

function blockAnswer(name: string): string {
  const inClients = 'In most clients you can too: see their tabs.';
  if (name === '*') {
    return `Under "tools" of policy.json, give "*" the rule {"deny_if": [{"conditions": []}]}: calls to it are denied. In the list "hide" this name would stand for every tool. ${inClients}`;
  }
  return `Put ${JSON.stringify(name)} into the list "hide" of policy.json: the tool then disappears from the list that agents see, and calls to it are denied. "hide" wins over every other rule. ${inClients}`;
}

function serverAnswer(tool: FaqTool): string {
  const publisher = tool.publisher && tool.publisher !== tool.serverName ? `, published by ${tool.publisher}` : '';
  return sentence(`The server ${tool.serverName}${publisher}`);
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
}
