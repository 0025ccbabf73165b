import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { isNarrowed, narrowingRemarks } from '../../enforcement/narrowing.ts';
import type { PlannedTool } from '../../enforcement/plan.ts';
import { jsonText, quotedString } from '../../enforcement/quoting.ts';
import { denialMessage } from '../../policy/message.ts';
import { conditionsOf } from '../../policy/narrow.ts';
import { limitWords } from '../../policy/policy-wording.ts';
import type { Condition } from '../../policy/schema.ts';

/** One rule of a tool, in YAML's flow style, which takes JSON as it is. */
const rule = (members: object) => `      - ${flow(members)}`;

/** One line of flow style: JSON, but for the escapes of YAML. */
function flow(value: unknown): string {
  return jsonText(value, '', quotedString).replace(/\n\s*/g, ' ');
}

function rulesOf(tool: PlannedTool): string[] {
  const { decision, effect } = tool;
  if (effect === 'deny') return [rule({ name: 'blocked', action: 'deny', on_deny: denialMessage(decision) })];
  return [
    ...tool.rules.map((each) => {
      const conditions: readonly Condition[] = conditionsOf(each);
      return rule({
        name: `argument ${each.parameter}`,
        conditions,
        on_deny: `Blocked: ${each.parameter} is not listed.`,
      });
    }),
    ...decision.limits.map((limit) =>
      rule({
        name: `per-${limit.window}`,
        rate_limit: `${limit.max}/${limit.window}`,
        on_deny: `No more than ${limitWords(limit)}.`,
      }),
    ),
  ];
}

/**
 * Intercept's YAML (repository PolicyLayer/Intercept of 4 March 2026, POLICY.md; docs/policy-format.md#intercept). Its
 * conditions say what must hold to pass, and a missing argument fails them: an optional argument with a rule must be given
 * here. No command is printed, because the npm package that its README names cannot be had.
 */
export const intercept = defineFormat({
  id: 'intercept',
  name: 'Intercept',
  file: 'policy.yaml',
  isOwnFile: true,
  language: 'yaml',
  can: {
    ask: false,
    askDespiteClaim: false,
    limit: true,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: [],
  merge: 'It is a whole policy: it replaces the one that Intercept reads now.',
  verified: {
    by: 'parser',
    confirmed: false,
    says: 'Our tests parse it and work out what each call would get by its documentation; Intercept itself was not run.',
  },
  refuse: (plan) => {
    if (plan.tools.some(({ name }) => name === '*')) {
      return 'A tool of this server is called "*", which stands for every tool in Intercept. Only policy.json takes it.';
    }
    return null;
  },
  write: (plan) => {
    const hidden = namesWith(plan, 'hide');
    const ruled = plan.tools.filter(({ effect }) => effect !== 'hide');
    return [
      'version: "1"',
      `default: ${plan.shape === 'block' ? 'allow' : 'deny'}`,
      ...(hidden.length > 0 ? ['hide:', ...hidden.map((name) => `  - ${quotedString(name)}`)] : []),
      ...(ruled.length > 0 ? ['tools:'] : ['tools: {}']),
      ...ruled.flatMap((tool) => {
        const rules = rulesOf(tool);
        const key = `  ${quotedString(tool.name)}:`;
        return rules.length > 0 ? [key, '    rules:', ...rules] : [key, '    rules: []'];
      }),
    ].join('\n');
  },
  remarks: (plan, { variant }) =>
    isNarrowed(plan, variant)
      ? [
          ...narrowingRemarks(plan),
          'Every argument with a rule must be given here, also where the tool would do without.',
        ]
      : [],
});
