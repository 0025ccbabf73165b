import type { Node } from 'jsonc-parser';
import { isObject, type Json } from '../../text/json.ts';
import { nodeAt, readCommentedJson } from '../../text/json-text.ts';
import { meantName } from '../../text/meant-name.ts';
import type { ClientDocument } from '../document.ts';
import { SCOPES } from '../scope.ts';
import {
  type NowEffect,
  type PermissionModel,
  type Reach,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  stoppedBy,
  type Treatment,
} from '../treatment.ts';
import { fitsWildcard } from '../wildcard.ts';
import { CONFIG } from './files.ts';
import { opencodeName } from './names.ts';
import { isOpencodeEntry, isOpencodeTwo } from './servers.ts';

/**
 * opencode's permissions (opencode.ai/docs/permissions; docs/enforcement-targets.md#opencode): everything is allowed
 * that no rule names, and of the rules that fit the last one wins, in the order of the text. Rules on arguments do nothing for
 * MCP tools: the argument is compared as `*`. opencode 2 has a list `permissions` in its place, and asks. The older `tools: {name: false}` comes before all rules.
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  // Weakest first: what a project says replaces what the user said of the same key, in the user's place.
  const files = documents
    .filter(({ kind }) => kind === CONFIG)
    .toSorted((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope));
  const isTwo = isVersionTwo(files);
  const rules = isTwo ? files.flatMap(orderedRules) : rulesOf(files);
  const [bad] = [...rules.filter(({ effect }) => effect === null).map(({ at }) => at), ...files.flatMap(wrongLines)];
  const stopped = (): Treatment | null =>
    bad === undefined ? null : stoppedBy(bad, 'opencode does not start with a value that is no permission.');
  return {
    treat: (server, tool) =>
      stopped() ??
      switchedOff(server, files) ??
      (isTwo ? byOrderedRules(server.key, tool.name, rules) : byRules(server.key, tool.name, rules)),
    stopped,
    findings: (servers) => [
      ...files.flatMap((document) =>
        wrongLines(document).map((at) => ({ kind: 'breaks' as const, at, message: WRONG })),
      ),
      ...rules.flatMap((rule) => ruleFindings(rule, servers)),
      ...files.flatMap(agentFindings),
      ...files.flatMap((document) => otherVersion(document, isTwo)),
    ],
    named: [],
  };
}

const ACTIONS: Readonly<Record<string, NowEffect>> = { allow: 'allowed', ask: 'asked', deny: 'hidden' };

const WRONG = 'opencode checks its file before it starts, and this must be an object, or one of allow, ask and deny.';

/** Where rules stand in another form than opencode takes. */
function wrongLines(document: ClientDocument): RuleLine[] {
  const { permission, tools } = document.value;
  const wrong = (path: readonly string[]) => [ruleLine(document, path, path.join('.'))];
  return [
    ...(permission === undefined || typeof permission === 'string' || isObject(permission)
      ? []
      : wrong(['permission'])),
    ...(tools === undefined || isObject(tools) ? [] : wrong(['tools'])),
  ];
}

interface OpencodeRule {
  /** Compared with the tool's name. */
  readonly pattern: string;
  /** Null for a value that is none. */
  readonly effect: NowEffect | null;
  /** It only holds for arguments of a certain form, which MCP tools never have. */
  readonly hasArguments: boolean;
  readonly at: RuleLine;
}

function rulesOf(files: readonly ClientDocument[]): OpencodeRule[] {
  const byKey = new Map<string, OpencodeRule[]>();
  for (const document of files) {
    for (const { key, value } of members(document, ['tools'])) {
      const isOn = value.value === true;
      const at = ruleLine(document, ['tools', key], `tools: ${key}: ${isOn}`);
      byKey.set(key, [{ pattern: key, effect: isOn ? 'allowed' : 'hidden', hasArguments: false, at }]);
    }
  }
  for (const document of files) {
    const whole = document.value.permission;
    if (typeof whole === 'string') {
      byKey.set('*', [ruleOf('*', whole, false, ruleLine(document, ['permission'], `permission: ${whole}`))]);
    }
    for (const { key, value } of members(document, ['permission'])) {
      byKey.set(
        key,
        value.type === 'object'
          ? members(document, ['permission', key]).map((inner) =>
              ruleOf(
                key,
                inner.value.value,
                !fitsWildcard(inner.key, '*', true),
                ruleLine(document, ['permission', key, inner.key], `${key}: ${inner.key}: ${inner.value.value}`),
              ),
            )
          : [ruleOf(key, value.value, false, ruleLine(document, ['permission', key], `${key}: ${value.value}`))],
      );
    }
  }
  return [...byKey.values()].flat();
}

/**
 * Whether the files are of opencode 2 (opencode.ai/v2/docs): its servers stand one member deeper, its rules in a list. Where
 * servers stand as in opencode 1, that is what runs, and it passes over such a list.
 */
export function isVersionTwo(files: readonly ClientDocument[]): boolean {
  const lists = files.map(({ value: { mcp } }) => (isObject(mcp) ? mcp : {}));
  if (lists.some((mcp) => !isOpencodeTwo(mcp.servers) && Object.values(mcp).some(isOpencodeEntry))) return false;
  return (
    lists.some(({ servers }) => isOpencodeTwo(servers)) || files.some(({ value }) => Array.isArray(value.permissions))
  );
}

/** Rules of the version that these files are not of: they are said not to count. */
function otherVersion(document: ClientDocument, isTwo: boolean): RuleFinding[] {
  const member = isTwo ? 'permission' : 'permissions';
  if (document.value[member] === undefined) return [];
  const message = isTwo
    ? 'It is of opencode 1. Whether opencode 2 heeds it is not documented: it is not read here.'
    : 'It is of opencode 2, and these servers stand as in opencode 1, which passes over it.';
  return [{ kind: isTwo ? 'note' : 'ignored', at: ruleLine(document, [member], member), message }];
}

/**
 * Rules of opencode 2, a list: how the action of an MCP server's tool is spelt is not documented, and taken to be as in
 * opencode 1. `hasArguments` is set for a rule on some resources.
 */
function orderedRules(document: ClientDocument): OpencodeRule[] {
  const { permissions: list } = document.value;
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((entry, index) => {
    if (!isObject(entry) || typeof entry.action !== 'string') return [];
    const { action, resource = '*', effect } = entry;
    const at = ruleLine(document, ['permissions', index], `${action}: ${String(resource)}: ${String(effect)}`);
    return [ruleOf(action, effect, resource !== '*', at)];
  });
}

function ruleOf(pattern: string, value: unknown, hasArguments: boolean, at: RuleLine): OpencodeRule {
  const effect = typeof value === 'string' && Object.hasOwn(ACTIONS, value) ? (ACTIONS[value] as NowEffect) : null;
  return { pattern, effect, hasArguments, at };
}

/** The members of an object in the order of the text: objects of JavaScript put keys that look like numbers first. */
function members({ text }: ClientDocument, path: readonly string[]): { readonly key: string; readonly value: Node }[] {
  const node = nodeAt(readCommentedJson(text).root, path);
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) =>
    children?.[0] && children[1] ? [{ key: String(children[0].value), value: children[1] }] : [],
  );
}

function switchedOff({ key }: SeenServer, files: readonly ClientDocument[]): Treatment | null {
  for (const document of files.toReversed()) {
    const { mcp } = document.value;
    const isTwo = isObject(mcp) && isOpencodeTwo(mcp.servers);
    const servers = isTwo ? mcp.servers : mcp;
    const entry = isObject(servers) && Object.hasOwn(servers, key) ? servers[key] : undefined;
    if (!isObject(entry) || entry.enabled === undefined) continue;
    if (entry.enabled !== false) return null;
    const by = ruleLine(document, ['mcp', ...(isTwo ? ['servers'] : []), key, 'enabled'], 'enabled: false');
    return { effect: 'hidden', by, reach: 'blanket', says: 'The server is switched off.', keepsOut: true };
  }
  return null;
}

const SAYS: Readonly<Partial<Record<NowEffect, string>>> = {
  allowed: 'The last rule that fits allows it unasked.',
  asked: 'The last rule that fits asks before each call.',
  hidden: 'The last rule that fits denies it, and the model is not offered it.',
};

/** In opencode 2 what no rule names is asked; what a resource is to a tool of an MCP server is not documented. */
function byOrderedRules(key: string, tool: string, rules: readonly OpencodeRule[]): Treatment {
  const name = opencodeName(key, tool);
  const last = rules.findLast(({ pattern }) => fitsWildcard(pattern, name, true));
  if (last === undefined) {
    const says = 'No rule names it: opencode 2 asks, which is its default.';
    return { effect: 'asked', by: null, reach: 'none', says };
  }
  if (last.hasArguments) {
    const says = 'The last rule that fits is for some resources: what that is for such a tool is not documented.';
    return { effect: 'not-known', by: last.at, reach: 'none', says };
  }
  return byRules(key, tool, [last]);
}

function byRules(key: string, tool: string, rules: readonly OpencodeRule[]): Treatment {
  const name = opencodeName(key, tool);
  const last = rules.findLast(({ pattern, hasArguments }) => !hasArguments && fitsWildcard(pattern, name, true));
  if (last === undefined) {
    const says = 'No rule names it: opencode runs it unasked, which is its default.';
    return { effect: 'allowed', by: null, reach: 'none', says };
  }
  // A rule without an effect stops opencode, and none is asked for.
  const effect = last.effect ?? 'not-known';
  return { effect, by: last.at, reach: reachOf(last.pattern, key, name), says: SAYS[effect] ?? '' };
}

/** A pattern that also fits a name that no tool has is for the whole server. */
function reachOf(pattern: string, key: string, name: string): Reach {
  if (pattern === name) return 'tool';
  return fitsWildcard(pattern, opencodeName(key, `${'z'.repeat(40)}_${'q'.repeat(40)}`), true) ? 'blanket' : 'pattern';
}

/** What else `permission` decides about (opencode.ai/docs/permissions). */
const OWN_TOOLS: ReadonlySet<string> = new Set(
  `read edit write patch glob grep list bash task skill lsp question webfetch websearch codesearch todoread todowrite
  external_directory doom_loop`.split(/\s+/),
);

function ruleFindings(rule: OpencodeRule, servers: readonly SeenServer[]): RuleFinding[] {
  const { pattern, at } = rule;
  if (rule.effect === null) {
    return [{ kind: 'breaks', at, message: 'opencode does not start with this value. There are allow, ask and deny.' }];
  }
  if (OWN_TOOLS.has(pattern) || servers.length === 0) return [];
  const names = servers.flatMap(({ key, tools }) => (tools ?? []).map((tool) => opencodeName(key, tool.name)));
  if (rule.hasArguments) {
    return names.some((name) => fitsWildcard(pattern, name, true))
      ? [{ kind: 'matches-nothing', at, message: 'Rules on arguments do nothing for MCP tools in opencode.' }]
      : [];
  }
  if (names.some((name) => fitsWildcard(pattern, name, true))) return [];
  // Tools that nobody recorded may be meant.
  if (servers.some(({ key, tools }) => tools === null && couldFit(pattern, opencodeName(key, '')))) return [];
  if (pattern.includes('*') && servers.some(({ key }) => couldFit(pattern, opencodeName(key, '')))) {
    return [{ kind: 'matches-nothing', at, message: 'No recorded tool fits this pattern.' }];
  }
  const other = /^mcp__(.+?)__(.+)$/.exec(pattern);
  const meant = other ? opencodeName(other[1] as string, other[2] as string) : pattern;
  const instead = names.includes(meant) ? meant : meantName(meant, names);
  const isOurs = other !== null || instead !== undefined || servers.some(({ key }) => pattern.startsWith(key));
  return isOurs
    ? [
        {
          kind: 'matches-nothing',
          at,
          message: 'No recorded tool has this name: opencode writes server_tool, with _ for other characters.',
          instead,
        },
      ]
    : [];
}

function couldFit(pattern: string, prefix: string): boolean {
  const start = pattern.split(/[*?]/)[0] as string;
  return start.startsWith(prefix) || (prefix.startsWith(start) && start !== pattern);
}

function agentFindings(document: ClientDocument): RuleFinding[] {
  return ['agent', 'mode'].flatMap((member) => {
    const { [member]: agents } = document.value;
    if (!isObject(agents)) return [];
    return Object.entries(agents).flatMap(([name, agent]) =>
      isObject(agent) && (agent.permission !== undefined || agent.tools !== undefined)
        ? [
            {
              kind: 'note' as const,
              at: ruleLine(document, [member, name], `${member}.${name}`),
              message: 'This agent has permissions of its own, which are not read here.',
            },
          ]
        : [],
    );
  });
}
