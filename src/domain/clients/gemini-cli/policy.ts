import { collision } from '../../enforcement/collision.ts';
import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { isNarrowed, narrowingRemarks } from '../../enforcement/narrowing.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { quotedString, regexLiteral, tomlList } from '../../enforcement/quoting.ts';
import type { ArgumentRule } from '../../policy/argument-rules.ts';
import { roots } from '../../policy/narrow.ts';
import { geminiName, isTooLongForGemini } from './names.ts';
import { words } from './words.ts';

interface GeminiRule {
  readonly tools: readonly string[] | '*';
  readonly decision: 'allow' | 'ask_user' | 'deny';
  readonly priority: number;
  readonly argsPattern?: string | undefined;
}

/**
 * What an argument's JSON must look like. `$` cannot match inside a text: nothing fits until it is filled in. No group has a
 * quantifier after it: Gemini CLI calls such a pattern unsafe and refuses it (packages/core/src/policy/utils.ts).
 */
const PATTERNS: Readonly<Record<Exclude<ArgumentRule['kind'], 'values'>, string>> = {
  path: '"(?![^"]*\\.\\.)$ALLOWED_ROOT/[^"\\\\]*"',
  url: '"https://($ALLOWED_HOST)/[^\\s"\\\\]*"',
  host: '"($ALLOWED_HOST)"',
  recipient: '"($ALLOWED_RECIPIENT)"',
  amount: '($ALLOWED_AMOUNT)',
  command: '"($ALLOWED_COMMAND)"',
  list: '($ALLOWED_LIST)',
};
/** Longer patterns are refused by Gemini CLI. */
const LONGEST_PATTERN = 2048;

/**
 * Gemini CLI matches a pattern against the arguments' JSON, whose pairs on the top level stand between NUL characters
 * (docs/enforcement-targets.md#traps, 2). A NUL inside a text is escaped in JSON, so no value can pretend to be another
 * pair. One rule that must be met is written as that pair; more are looked for ahead, each from the start, in any order.
 */
export function geminiPattern(rules: readonly ArgumentRule[]): string | undefined {
  const [first] = rules;
  if (first === undefined) return undefined;
  if (rules.length === 1 && first.must === 'fit') return pair(first);
  return `^${rules.map(ahead).join('')}`;
}

function ahead(rule: ArgumentRule): string {
  // Any character, line ends of other alphabets too: a dot stops at them, and what is not found could not be refused.
  const anything = '[\\s\\S]*';
  switch (rule.must) {
    case 'fit':
      return `(?=${anything}${pair(rule)})`;
    case 'fit-or-absent':
      return `(?!${anything}${key(rule)}(?!${value(rule)}\\x00))`;
    case 'absent':
      return `(?!${anything}${key(rule)})`;
    default:
      return rule.must satisfies never;
  }
}

const key = (rule: ArgumentRule) => `\\x00${regexLiteral(JSON.stringify(rule.parameter))}:`;
const pair = (rule: ArgumentRule) => `${key(rule)}${value(rule)}\\x00`;

function value(rule: ArgumentRule): string {
  if (rule.allowed !== undefined) return filledValue(rule.kind, rule.allowed);
  if (rule.kind !== 'values') return PATTERNS[rule.kind];
  return anyOf(rule.values);
}

const anyOf = (values: readonly unknown[]) => `(${values.map((each) => regexLiteral(JSON.stringify(each))).join('|')})`;
const within = (texts: readonly (string | number)[]) =>
  `(${texts.map((each) => regexLiteral(JSON.stringify(String(each)).slice(1, -1))).join('|')})`;

/** The pattern of a rule that a person filled in; caps have none, and are refused before. */
function filledValue(kind: ArgumentRule['kind'], allowed: readonly (string | number)[]): string {
  switch (kind) {
    case 'path':
      return `"(?![^"]*\\.\\.)${within(roots(allowed))}/[^"\\\\]*"`;
    case 'url':
      return `"https://${within(allowed)}/[^\\s"\\\\]*"`;
    case 'list':
      return anyOf(allowed.map((each) => [each]));
    default:
      return anyOf(allowed);
  }
}

/** Priorities of the three kinds of rules, from 0 to 999: what blocks, what was decided about a tool, and everything else. */
export interface GeminiPriorities {
  readonly blocked: number;
  readonly decided: number;
  readonly rest: number;
}

/**
 * In steps of 0.001 on top of the tier of a user's own files, where settings.json makes rules too: `mcp.allowed` stands at 100,
 * `trust` of a server at 200 (both allow all its tools), what `tools.core` leaves out is denied at 240, `tools.allowed` stands at
 * 300, `tools.exclude` at 400 (packages/core/src/policy/config.ts, 0.61.0). So a trusted server keeps to the policy, and what the
 * reader forbids stays forbidden.
 */
export const GEMINI_PRIORITY: GeminiPriorities = { blocked: 990, decided: 230, rest: 220 };

function rulesOf(plan: Plan, priorities: GeminiPriorities): GeminiRule[] {
  const narrowed = plan.tools.filter(
    (tool) => tool.rules.length > 0 && (tool.effect === 'allow' || tool.effect === 'ask'),
  );
  const plain = (...effects: Parameters<typeof namesWith>[1][]) =>
    namesWith(plan, ...effects).filter((name) => !narrowed.some((tool) => tool.name === name));
  const rules: GeminiRule[] = [
    { tools: plain('allow'), decision: 'allow', priority: priorities.decided },
    { tools: plain('ask'), decision: 'ask_user', priority: priorities.decided },
    ...narrowed.map(
      ({ name, effect, rules: own }): GeminiRule => ({
        tools: [name],
        decision: effect === 'allow' ? 'allow' : 'ask_user',
        priority: priorities.decided,
        argsPattern: geminiPattern(own),
      }),
    ),
    { tools: namesWith(plan, 'deny', 'hide'), decision: 'deny', priority: priorities.blocked },
    ...(plan.shape === 'block' ? [] : [{ tools: '*', decision: 'deny', priority: priorities.rest } as const]),
  ];
  return rules.filter(({ tools }) => tools.length > 0);
}

function ruleText(key: string, rule: GeminiRule): string {
  const names = rule.tools === '*' ? '"*"' : tomlList(rule.tools.map(geminiName));
  return [
    '[[rule]]',
    `mcpName = ${quotedString(key)}`,
    // A rule without toolName makes Gemini CLI drop the whole file, whatever its documentation says (trap 1).
    `toolName = ${names}`,
    ...(rule.argsPattern === undefined ? [] : [`argsPattern = ${quotedString(rule.argsPattern)}`]),
    `decision = "${rule.decision}"`,
    `priority = ${rule.priority}`,
    ...(rule.decision === 'deny' ? ['denyMessage = "Blocked by policy. A person must change the policy first."'] : []),
  ].join('\n');
}

/** A policy as text, its rules at these priorities. */
export function geminiPolicy(plan: Plan, priorities: GeminiPriorities): string {
  return rulesOf(plan, priorities)
    .map((rule) => ruleText(plan.key, rule))
    .join('\n\n');
}

/** Gemini CLI's policy engine (gemini-cli's policy-engine.md; docs/enforcement-targets.md#gemini-cli, run for real). */
export const geminiCli = defineFormat({
  id: 'gemini-cli',
  name: words.name,
  file: '~/.gemini/policies/placard.toml',
  isOwnFile: true,
  language: 'toml',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: [],
  merge: 'It is a file of its own beside your other policies; the rule with the highest priority wins.',
  verified: {
    by: 'parser',
    confirmed: true,
    says: 'Our tests parse it and work out what each call would get.',
  },
  refuse: (plan) => {
    if (!/^[A-Za-z0-9_-]+$/.test(plan.key)) {
      return 'Gemini CLI matches no rule for a server whose name has other characters than letters, digits, - and _. Rename it in settings.json first.';
    }
    const long = plan.tools.find(({ name }) => isTooLongForGemini(plan.key, name));
    if (long !== undefined) {
      return `Gemini CLI shortens names over 63 characters, and a rule for ${JSON.stringify(long.name)} would then match nothing. A shorter server key may help.`;
    }
    if (plan.tools.some(({ rules }) => rules.some(({ kind, allowed }) => kind === 'amount' && allowed !== undefined)))
      return 'Gemini CLI matches arguments as text, and no pattern of ours holds a number to a cap. Take policy.json, Intercept or ToolHive for this rule.';
    const wide = plan.tools.find(({ rules }) => (geminiPattern(rules)?.length ?? 0) > LONGEST_PATTERN);
    if (wide !== undefined)
      return `The rules for ${JSON.stringify(wide.name)} make a longer pattern than Gemini CLI takes.`;
    return collision('Gemini CLI', plan.all, geminiName);
  },
  write: (plan) => geminiPolicy(plan, GEMINI_PRIORITY),
  remarks: (plan, { variant }) => [
    'If the server has another name in your settings, the rules match nothing, and Gemini CLI does not say so.',
    ...(isNarrowed(plan, variant) ? narrowingRemarks(plan) : []),
    ...(plan.key.includes('_')
      ? [
          'Its documentation warns of _ in the name of a server: one server with it worked for us, two with a shared beginning were not tried.',
        ]
      : []),
  ],
});
