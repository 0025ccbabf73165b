import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { quotedString } from '../../enforcement/quoting.ts';

const list = (names: readonly string[]) => `[${names.map(quotedString).join(', ')}]`;

/**
 * agentgateway's authorization for MCP (agentgateway.dev; docs/enforcement-targets.md#agentgateway). A plain string allows, and
 * with any such rule the rest is denied; the form `deny` fails open on errors, so blocking one tool is written as an allow
 * rule for everything else. Arguments are not available here, whatever cel.md lists.
 */
export const agentgateway = defineFormat({
  id: 'agentgateway',
  name: 'agentgateway',
  file: 'config.yaml',
  isOwnFile: false,
  language: 'yaml',
  can: {
    ask: false,
    askDespiteClaim: false,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: ['bound-reads'],
  merge:
    'It extends the backend of your config.yaml: merge it with the `mcp` block that has your targets, and join the rules.',
  verified: {
    by: 'engine',
    confirmed: false,
    says: 'The rules are evaluated by a CEL library, not by agentgateway’s own engine; agentgateway itself was not run.',
  },
  write: (plan) => {
    const target = `mcp.tool.target == ${quotedString(plan.key)}`;
    const rule =
      plan.shape === 'block'
        ? `!(${target} && mcp.tool.name in ${list(namesWith(plan, 'deny', 'hide'))})`
        : `${target} && mcp.tool.name in ${list(namesWith(plan, 'allow'))}`;
    return ['mcp:', '  policies:', '    mcpAuthorization:', '      rules:', `        - ${quotedString(rule)}`].join(
      '\n',
    );
  },
  remarks: (plan) => [
    'The key is the name of the target in your configuration.',
    ...(plan.shape === 'block'
      ? ['If you have allow rules already, take the tool out of them instead: rules are joined by "or".']
      : ['With any allow rule, tools of every other target are denied as well: give each target its rule.']),
  ],
});
