import type { ArgumentRule } from './argument-rules.ts';
import type { Condition, ToolRule } from './schema.ts';

/**
 * A root, a host and so on that a person has yet to write. `$` is the end of the text, so nothing that begins there can
 * match: until it is filled in, the rule holds for no value at all.
 */
const pathPattern = (roots: string) => `^${roots}(/([^/.\\\\][^/\\\\]*|\\.[^/.\\\\][^/\\\\]*|\\.\\.[^/\\\\]+))*/?$`;
/** Ends after the host: user:password@, ports and look-alike suffixes do not fit. */
const urlPattern = (hosts: string) => `^https://(${hosts})(/[^\\s\\\\]*)?$`;

/** The conditions that must hold for an argument to meet its rule (shape derived, docs/policy-format.md#policyjson). */
export function conditionsOf(rule: ArgumentRule): readonly Condition[] {
  const path = `args.${rule.parameter}`;
  const { allowed } = rule;
  switch (rule.kind) {
    case 'path':
      return [{ path, op: 'regex', value: pathPattern(allowed ? `(${literals(roots(allowed))})` : '$ALLOWED_ROOT') }];
    case 'url':
      return [{ path, op: 'regex', value: urlPattern(allowed ? literals(allowed) : '$ALLOWED_HOST') }];
    case 'amount':
      // Over 0 and at most 0: nothing, until the cap is raised.
      return [
        { path, op: 'gt', value: 0 },
        { path, op: 'lte', value: allowed?.[0] ?? 0 },
      ];
    case 'list':
      return [{ path, op: 'in', value: allowed?.map((member) => [member]) ?? rule.values }];
    case 'values':
    case 'host':
    case 'recipient':
    case 'command':
      return [{ path, op: 'in', value: allowed ?? rule.values }];
    default:
      return rule.kind satisfies never;
  }
}

/** Roots without the slash at their end, which the pattern brings. */
export function roots(allowed: readonly (string | number)[]): string[] {
  return allowed.map((root) => String(root).replace(/\/+$/, ''));
}

/** Texts as alternatives of a regular expression that takes each of them literally. */
function literals(texts: readonly (string | number)[]): string {
  return texts.map((text) => String(text).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
}

/** The members of a tool's rule in policy.json that hold its arguments to their rules. */
export function narrowedRule(rules: readonly ArgumentRule[]): Pick<ToolRule, 'require' | 'deny_if'> {
  const require = rules.filter((rule) => rule.must === 'fit').flatMap(conditionsOf);
  const denyIf = rules
    .filter((rule) => rule.must !== 'fit')
    .map((rule) => {
      const path = `args.${rule.parameter}`;
      const exists: Condition = { path, op: 'exists' };
      return rule.must === 'absent'
        ? { conditions: [exists], on_deny: `Blocked: leave out ${rule.parameter}.` }
        : { conditions: [exists, { path, op: 'not_in' as const, value: rule.values }] };
    });
  return {
    ...(require.length > 0 ? { require: [...require] } : {}),
    ...(denyIf.length > 0 ? { deny_if: denyIf } : {}),
  };
}
