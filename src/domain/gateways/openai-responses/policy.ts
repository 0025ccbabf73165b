import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { jsonText } from '../../enforcement/quoting.ts';

/**
 * OpenAI's Responses API: a member of `tools` in the request (docs/enforcement-targets.md#openai-responses, types of openai
 * 6.49).
 */
export const openaiResponses = defineFormat({
  id: 'openai-responses',
  name: 'OpenAI Responses API',
  file: 'the request, in `tools`',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: false,
  },
  cannot: [],
  merge: 'It replaces the entry of this server in `tools`; your headers and authorization go into it.',
  verified: {
    by: 'parser',
    confirmed: false,
    says: 'Our tests parse it; the form was checked against the types of the openai package 6.49.0, the API was not called.',
  },
  refuse: (plan) => {
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(plan.key)) {
      return 'The label of a server in the Responses API begins with a letter and has only letters, digits, - and _.';
    }
    // Whether an empty list means none or all is not documented.
    return namesWith(plan, 'allow', 'ask').length === 0
      ? 'No tool of this server stays open: leave the server out of the request.'
      : null;
  },
  write: (plan, { endpoint }) => {
    const asked = namesWith(plan, 'ask');
    const allowed = namesWith(plan, 'allow');
    return jsonText({
      type: 'mcp',
      server_label: plan.key,
      server_url: endpoint ?? 'https://replace-me.invalid/mcp',
      allowed_tools: [...allowed, ...asked].sort(),
      require_approval: {
        ...(asked.length > 0 ? { always: { tool_names: asked } } : {}),
        ...(allowed.length > 0 ? { never: { tool_names: allowed } } : {}),
      },
    });
  },
  remarks: (_, { endpoint }) =>
    endpoint === undefined
      ? ['Put the address of the server in: nothing is reached until then.']
      : ['The address is the one that our record gives; compare it with yours.'],
});
