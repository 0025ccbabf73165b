import { defineFormat } from '../../enforcement/format.ts';
import { isNarrowed, narrowingRemarks } from '../../enforcement/narrowing.ts';
import type { PlannedTool } from '../../enforcement/plan.ts';
import { cedarPattern, cedarString } from '../../enforcement/quoting.ts';
import type { ArgumentRule } from '../../policy/argument-rules.ts';
import { roots } from '../../policy/narrow.ts';

/**
 * What an argument's value must meet, in Cedar. `like` would take the mark `$ALLOWED_…` at its word, so a value with `$` is
 * refused as well: until the mark is replaced, nothing fits.
 */
function test(rule: ArgumentRule, value: string): string {
  if (rule.allowed !== undefined) return filledTest(rule.kind, rule.allowed, value);
  const filledIn = `!(${value} like ${cedarPattern('', '$', '')})`;
  switch (rule.kind) {
    case 'path':
      return `${value} like ${cedarPattern('$ALLOWED_ROOT/', '')} && ${filledIn} && !(${value} like ${cedarPattern('', '..', '')})`;
    case 'url':
      return `${value} like ${cedarPattern('https://$ALLOWED_HOST/', '')} && ${filledIn}`;
    case 'amount':
      return `${value} > 0 && ${value} <= 0`;
    case 'values':
    case 'host':
    case 'recipient':
    case 'command':
    case 'list':
      return `[${rule.values.map(cedarString).join(', ')}].contains(${value})`;
    default:
      return rule.kind satisfies never;
  }
}

/** The same for a rule that a person filled in. */
function filledTest(kind: ArgumentRule['kind'], allowed: readonly (string | number)[], value: string): string {
  const like = (before: (text: string) => string, texts: readonly (string | number)[]) =>
    `(${texts.map((text) => `${value} like ${cedarPattern(before(String(text)), '')}`).join(' || ')})`;
  switch (kind) {
    case 'path':
      return `${like((root) => `${root}/`, roots(allowed))} && !(${value} like ${cedarPattern('', '..', '')})`;
    case 'url':
      return like((host) => `https://${host}/`, allowed);
    case 'amount':
      return `${value} > 0 && ${value} <= ${allowed[0]}`;
    default:
      return `[${allowed.map((each) => (typeof each === 'number' ? String(each) : cedarString(each))).join(', ')}].contains(${value})`;
  }
}

/**
 * ToolHive hands plain arguments over as `context.arg_<name>`, and of lists and objects only `arg_<name>_present`
 * (stacklok/toolhive, pkg/authz/authorizers/cedar/core.go). Reading a missing key is an error, so each is asked for first.
 */
function condition(rule: ArgumentRule): string {
  const key = cedarString(`arg_${rule.parameter}`);
  const has = `context has ${key}`;
  const absent = `!(${has}) && !(context has ${cedarString(`arg_${rule.parameter}_present`)})`;
  const fits = `${has} && ${test(rule, `context[${key}]`)}`;
  switch (rule.must) {
    case 'fit':
      return `(${fits})`;
    case 'fit-or-absent':
      return `((${absent}) || (${fits}))`;
    case 'absent':
      return `(${absent})`;
    default:
      return rule.must satisfies never;
  }
}

function permit({ name, rules }: PlannedTool): string {
  const head = `permit(principal, action == Action::"call_tool", resource == Tool::${cedarString(name)})`;
  return rules.length === 0 ? `${head};` : `${head} when { ${rules.map(condition).join(' && ')} };`;
}

/**
 * ToolHive's authorization file with Cedar policies (docs.stacklok.com/toolhive/concepts/cedar-policies and
 * reference/authz-policy-reference; docs/enforcement-targets.md#toolhive). Default deny, forbid wins, tools/list is filtered.
 */
export const cedarToolhive = defineFormat({
  id: 'cedar-toolhive',
  name: 'ToolHive (Cedar)',
  file: 'authz.yaml',
  isOwnFile: true,
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
    'It is a whole file for one server, given to `thv run --authz-config`; it replaces the one that the server has.',
  verified: {
    by: 'engine',
    confirmed: true,
    says: 'Every policy is run through Cedar’s own engine, 4.13; ToolHive itself was not run.',
  },
  refuse: (plan) =>
    plan.tools.some(({ rules }) =>
      rules.some(({ allowed }) => allowed?.some((each) => typeof each === 'number' && !Number.isSafeInteger(each))),
    )
      ? 'Cedar knows whole numbers only, and a value of this rule has a fraction.'
      : null,
  write: (plan) => {
    const permits = plan.tools.filter(({ effect }) => effect === 'allow').map(permit);
    const forbids = plan.tools.map(
      ({ name }) => `forbid(principal, action == Action::"call_tool", resource == Tool::${cedarString(name)});`,
    );
    // Without a policy the file would be refused or mean nothing; this one says what default deny means.
    const closed = permits.length > 0 ? permits : ['forbid(principal, action == Action::"call_tool", resource);'];
    const policies = plan.shape === 'block' ? ['permit(principal, action, resource);', ...forbids] : closed;
    return [
      'version: "1.0"',
      'type: cedarv1',
      'cedar:',
      '  policies:',
      // Names are escaped to printable characters on one line, so a block scalar holds them as they are.
      ...policies.flatMap((policy) => ['    - |-', `      ${policy}`]),
      '  entities_json: "[]"',
    ].join('\n');
  },
  remarks: (plan, { variant }) => [
    ...(isNarrowed(plan, variant)
      ? [
          ...narrowingRemarks(plan),
          'ToolHive filters the list of tools without knowing arguments: a tool with rules may be missing from it, though a call that meets them goes through.',
        ]
      : []),
    ...(plan.tools.some(({ rules }) => rules.some(({ kind }) => kind === 'list'))
      ? ['ToolHive does not hand lists over to Cedar: a tool that needs one stays blocked by its rule.']
      : []),
    ...(plan.shape === 'block' ? [] : ['Prompts and resources of the server are denied too, until you permit them.']),
  ],
});
