import { defineFormat, namesWith } from '../../enforcement/format.ts';
import type { Plan } from '../../enforcement/plan.ts';
import { quotedString } from '../../enforcement/quoting.ts';

function lines(list: string, names: readonly string[], plan: Plan): string[] {
  if (names.length === 0) return [];
  return [`      ${list}:`, ...names.map((name) => `        - ${quotedString(`mcp:${plan.key}:${name}`)}`)];
}

/**
 * LibreChat's approval of tools for agents (librechat.ai, object structure of agents; docs/enforcement-targets.md#librechat).
 * Entries are patterns: a name with wildcards of its own would hold for others. Deny wins, also in the mode `bypass`, which
 * is what leaves everything else as it was. The mode `dontAsk` would deny unnamed tools, but of all servers.
 */
export const librechat = defineFormat({
  id: 'librechat',
  name: 'LibreChat',
  file: 'librechat.yaml',
  isOwnFile: false,
  language: 'yaml',
  can: {
    ask: true,
    askDespiteClaim: true,
    limit: false,
    deny: true,
    hide: false,
    defaultDeny: false,
    blockOne: true,
  },
  cannot: ['deny-unrecorded'],
  merge:
    'It extends `endpoints.agents` in your librechat.yaml: if `toolApproval` is there, add to its lists and leave its mode alone.',
  verified: {
    by: 'parser',
    confirmed: false,
    says: 'Our tests parse it; the form was checked against the schema of librechat-data-provider 0.8.524, LibreChat was not run.',
  },
  refuse: (plan) => {
    if (!/^[A-Za-z0-9_.-]+$/.test(plan.key))
      return 'A server key with other characters than letters, digits, _ . and - cannot be told apart in LibreChat’s patterns.';
    const odd = plan.tools.find(({ name }) => /[*?[\]{}!()\\]/.test(name));
    return odd === undefined
      ? null
      : `LibreChat’s entries are patterns, and the name ${JSON.stringify(odd.name)} would be one.`;
  },
  write: (plan) =>
    [
      'endpoints:',
      '  agents:',
      '    toolApproval:',
      '      enabled: true',
      `      mode: ${plan.shape === 'block' ? 'bypass' : 'default'}`,
      ...lines('allow', namesWith(plan, 'allow'), plan),
      ...lines('ask', namesWith(plan, 'ask'), plan),
      ...lines('deny', namesWith(plan, 'deny'), plan),
    ].join('\n'),
  remarks: (plan) =>
    plan.shape === 'block'
      ? [
          'The mode bypass lets every other tool run as if no approval were configured; a stricter mode keeps this denial too.',
        ]
      : [
          'It holds for agents; approval is off until this block is there, and then asks for the tools of other servers too.',
        ],
});
