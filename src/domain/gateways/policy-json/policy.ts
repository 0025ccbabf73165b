import { defineFormat } from '../../enforcement/format.ts';
import { isNarrowed, narrowingRemarks } from '../../enforcement/narrowing.ts';
import { policyText } from '../../policy/policy-text.ts';
import { serverPolicy, toolPolicy } from '../../policy/recommend.ts';

/**
 * PolicyLayer's policy.json, version 1 (docs/policy-format.md#policyjson). The decision as it is: nothing degrades but
 * asking.
 */
export const policyJson = defineFormat({
  id: 'policy-json',
  name: 'policy.json',
  file: 'policy.json',
  isOwnFile: true,
  language: 'json',
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
  merge:
    'It is a whole policy: load it in the gateway between your agents and the server, in place of the one that is there.',
  verified: {
    by: 'evaluator',
    confirmed: true,
    says: 'Our tests work out what each call would get.',
  },
  write: (_, { tool: name, tools, variant }) => {
    const tool = tools.find((each) => each.name === name);
    return policyText(tool === undefined ? serverPolicy(tools, variant) : toolPolicy(tool, variant));
  },
  remarks: (plan, { variant }) =>
    // A blocked tool has rules that stand ready in this format alone.
    isNarrowed(plan, variant) || (variant === 'narrow' && plan.tools.some(({ rules }) => rules.length > 0))
      ? [
          ...narrowingRemarks(plan, plan.tools),
          'The shape of conditions and the window "day" are derived, not documented: try them on your gateway first.',
          ...(plan.tools.some(({ rules, effect }) => rules.length > 0 && (effect === 'hide' || effect === 'deny'))
            ? [
                'Rules also stand ready for tools that stay blocked: they hold once you take the tool out of "hide", or the empty "deny_if" away.',
              ]
            : []),
        ]
      : [],
});
