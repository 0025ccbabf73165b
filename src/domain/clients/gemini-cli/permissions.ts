import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { meantName } from '../../text/meant-name.ts';
import { type ClientDocument, strongestFirst } from '../document.ts';
import type { Scope } from '../scope.ts';
import {
  NOW_EFFECTS,
  type NowEffect,
  type PermissionModel,
  type Reach,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  type SeenTool,
  type Treatment,
} from '../treatment.ts';
import { fitsWildcard } from '../wildcard.ts';
import { POLICY, SETTINGS } from './files.ts';
import { geminiName, isTooLongForGemini } from './names.ts';

/**
 * Gemini CLI's policy engine (gemini-cli's policy-engine.md; docs/enforcement-targets.md#gemini-cli): of the rules that
 * fit, the highest priority wins; a user's file stands below an administrator's. Entries of settings.json are rules of the
 * user's tier with fixed priorities: `mcp.excluded` 900, `trust` 200, `mcp.allowed` 100. A server that `mcp.excluded` names, or that
 * `mcp.allowed` leaves out, is not connected at all, whatever rules say of its tools (mcp-client-manager.ts).
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  const policies = documents.filter(({ kind }) => kind === POLICY);
  const settings = strongestFirst(documents, SETTINGS);
  const faults = new Map(policies.map((document) => [document, fileFault(document)]));
  const policyRules = policies.filter((document) => faults.get(document) === null).flatMap(rulesOf);
  const rules = [...policyRules, ...settings.flatMap(settingRules)].toSorted((a, b) => b.priority - a.priority);
  return {
    treat: (server, tool) => notOffered(server.key, tool.name, settings) ?? byRules(server.key, tool, rules),
    findings: (servers) => [
      ...policies.flatMap((document) => faults.get(document) ?? []),
      ...policyRules.flatMap((rule) => ruleFindings(rule, servers)),
      ...settings.flatMap((document) => settingFindings(document, servers)),
      ...oddKeys(servers, rules),
    ],
    named: [...new Set(policyRules.flatMap(({ mcpName }) => (mcpName === null || mcpName === '*' ? [] : [mcpName])))],
  };
}

interface GeminiRule {
  readonly mcpName: string | null;
  readonly toolNames: readonly string[];
  readonly decision: NowEffect;
  readonly priority: number;
  /** It holds for some calls only. */
  readonly isConditional: boolean;
  readonly at: RuleLine;
}

const DECISIONS: Readonly<Record<string, NowEffect>> = { allow: 'allowed', ask_user: 'asked', deny: 'hidden' };
const TIERS: Readonly<Record<Scope, number>> = { user: 4000, project: 4000, local: 4000, managed: 5000 };

function entriesOf({ value }: ClientDocument): readonly JsonObject[] {
  return Array.isArray(value.rule) ? (value.rule as readonly Json[]).filter(isObject) : [];
}

function toolNames(rule: JsonObject): readonly string[] | null {
  if (typeof rule.toolName === 'string') return [rule.toolName];
  if (!Array.isArray(rule.toolName)) return null;
  const names = rule.toolName as readonly Json[];
  return names.every((name) => typeof name === 'string') ? (names as readonly string[]) : null;
}

/** One bad rule makes Gemini CLI drop the whole file (trap 1). */
function fileFault(document: ClientDocument): RuleFinding | null {
  for (const [index, rule] of entriesOf(document).entries()) {
    const message = ruleFault(rule);
    if (message === null) continue;
    return {
      kind: 'breaks',
      at: ruleLine(document, ['rule', index], `[[rule]] ${ruleText(rule)}`),
      message: `${message} Gemini CLI drops the whole file, so none of its rules holds.`,
      instead: toolNames(rule) === null && rule.toolName === undefined ? 'toolName = "*"' : undefined,
    };
  }
  return null;
}

function ruleFault(rule: JsonObject): string | null {
  if (toolNames(rule) === null) return 'This rule has no toolName.';
  if (typeof rule.decision !== 'string' || !Object.hasOwn(DECISIONS, rule.decision)) {
    return 'The decision of this rule is none of allow, ask_user and deny.';
  }
  const { priority } = rule;
  if (typeof priority !== 'number' || !Number.isInteger(priority) || priority < 0 || priority > 999) {
    return 'The priority of this rule is no whole number from 0 to 999.';
  }
  if (rule.argsPattern !== undefined && !isPattern(rule.argsPattern)) {
    return 'The argsPattern of this rule is no regular expression.';
  }
  return null;
}

/** Compiled, never run. */
function isPattern(value: Json): boolean {
  if (typeof value !== 'string') return false;
  try {
    new RegExp(value);
    return true;
  } catch {
    return false;
  }
}

function rulesOf(document: ClientDocument): GeminiRule[] {
  return entriesOf(document).flatMap((rule, index) => {
    const { modes } = rule;
    // Rules for other modes of approval do not hold in the one that Gemini CLI starts in.
    if (Array.isArray(modes) && !(modes as readonly Json[]).includes('default')) return [];
    if (rule.interactive === false) return [];
    return [
      {
        mcpName: typeof rule.mcpName === 'string' ? rule.mcpName : null,
        toolNames: toolNames(rule) ?? [],
        decision: DECISIONS[String(rule.decision)] as NowEffect,
        priority: TIERS[document.scope] + Number(rule.priority),
        isConditional: rule.argsPattern !== undefined || rule.toolAnnotations !== undefined,
        at: ruleLine(document, ['rule', index], ruleText(rule)),
      },
    ];
  });
}

function ruleText({ mcpName, toolName, argsPattern, decision }: JsonObject): string {
  const shown = Object.entries({ mcpName, toolName, argsPattern, decision }).filter(([, value]) => value !== undefined);
  return shown.map(([key, value]) => `${key} = ${JSON.stringify(value)}`).join(', ');
}

function serversOf({ value }: ClientDocument): (readonly [string, JsonObject])[] {
  if (!isObject(value.mcpServers)) return [];
  return Object.entries(value.mcpServers).flatMap(([key, entry]) => (isObject(entry) ? [[key, entry] as const] : []));
}

function settingRules(document: ClientDocument): GeminiRule[] {
  const { mcp } = document.value;
  const rule = (key: string, decision: NowEffect, priority: number, at: RuleLine): GeminiRule => ({
    mcpName: key,
    toolNames: ['*'],
    decision,
    priority: TIERS.user + priority,
    isConditional: false,
    at,
  });
  const listed = (list: 'allowed' | 'excluded', decision: NowEffect, priority: number) =>
    (isObject(mcp) && Array.isArray(mcp[list]) ? (mcp[list] as readonly Json[]) : []).map((key, index) =>
      rule(String(key), decision, priority, ruleLine(document, ['mcp', list, index], `mcp.${list}: ${String(key)}`)),
    );
  return [
    ...listed('excluded', 'hidden', 900),
    ...serversOf(document)
      .filter(([, entry]) => entry.trust === true)
      .map(([key]) => rule(key, 'allowed', 200, ruleLine(document, ['mcpServers', key, 'trust'], 'trust: true'))),
    ...listed('allowed', 'allowed', 100),
  ];
}

/** Lists of a server's entry: what they leave out is not offered; exclude wins. */
function notOffered(key: string, tool: string, settings: readonly ClientDocument[]): Treatment | null {
  const hidden = (by: RuleLine, reach: Reach, says: string): Treatment => ({ effect: 'hidden', by, reach, says });
  for (const document of settings) {
    const { mcp } = document.value;
    if (isObject(mcp) && Array.isArray(mcp.allowed) && !(mcp.allowed as readonly Json[]).includes(key)) {
      const at = ruleLine(document, ['mcp', 'allowed'], 'mcp.allowed');
      return { ...hidden(at, 'blanket', 'mcp.allowed leaves the server out.'), keepsOut: true };
    }
    const excluded = isObject(mcp) && Array.isArray(mcp.excluded) ? (mcp.excluded as readonly Json[]).indexOf(key) : -1;
    if (excluded >= 0) {
      const at = ruleLine(document, ['mcp', 'excluded', excluded], `mcp.excluded: ${key}`);
      return { ...hidden(at, 'blanket', 'mcp.excluded names the server: it is not started.'), keepsOut: true };
    }
    const entry = serversOf(document).find(([name]) => name === key)?.[1];
    if (entry === undefined) continue;
    if (Array.isArray(entry.excludeTools)) {
      const index = (entry.excludeTools as readonly Json[]).indexOf(tool);
      const at = ruleLine(document, ['mcpServers', key, 'excludeTools', index], `excludeTools: ${tool}`);
      if (index >= 0) return hidden(at, 'tool', 'excludeTools names it.');
    }
    if (Array.isArray(entry.includeTools) && !namesTool(entry.includeTools as readonly Json[], tool)) {
      const at = ruleLine(document, ['mcpServers', key, 'includeTools'], 'includeTools');
      return hidden(at, 'pattern', 'includeTools leaves it out.');
    }
  }
  return null;
}

function namesTool(list: readonly Json[], tool: string): boolean {
  return list.some((each) => each === tool || (typeof each === 'string' && each.startsWith(`${tool}(`)));
}

/** Rules of policies match no server whose name has other characters (trap 3). */
const PLAIN_KEY = /^[A-Za-z0-9_-]+$/;

function fits(rule: GeminiRule, key: string, tool: string): Reach | null {
  const reaches = rule.toolNames.map((name) => fitsName(rule.mcpName, name, key, tool));
  return (['tool', 'pattern', 'blanket'] as const).find((reach) => reaches.includes(reach)) ?? null;
}

/** The one place of a star in a rule without mcpName. */
const END_STAR = /^mcp_.*_?\*$/;

function fitsName(mcpName: string | null, name: string, key: string, tool: string): Reach | null {
  if (mcpName !== null && mcpName !== '*') {
    if (mcpName !== key || !PLAIN_KEY.test(key)) return null;
    if (name === '*') return 'blanket';
    // The middle is cut out of a long name, and the whole name then matches nothing.
    return name === geminiName(tool) && !isTooLongForGemini(key, tool) ? 'tool' : null;
  }
  if (name === '*') return 'blanket';
  const full = `mcp_${geminiName(key)}_${geminiName(tool)}`;
  if (name === full && !isTooLongForGemini(key, tool)) return 'tool';
  if (mcpName === '*') return name === geminiName(tool) ? 'pattern' : null;
  // Without mcpName, a star stands at the end: mcp_*, mcp_server_*.
  if (!END_STAR.test(name)) return null;
  return fitsWildcard(name, full) ? 'blanket' : null;
}

const SAYS: Readonly<Partial<Record<NowEffect, string>>> = {
  allowed: 'The strongest rule that fits allows it unasked.',
  asked: 'The strongest rule that fits asks before each call.',
  hidden: 'The strongest rule that fits denies it, and the model is not offered it.',
};

function byRules(key: string, tool: SeenTool, sorted: readonly GeminiRule[]): Treatment {
  const fitting = sorted.flatMap((rule) => {
    const reach = fits(rule, key, tool.name);
    return reach === null ? [] : [{ ...rule, reach }];
  });
  const top = fitting.findIndex(({ isConditional }) => !isConditional);
  const conditional = top < 0 ? fitting : fitting.slice(0, top);
  // Which of two equal priorities wins is not documented: the laxer one is reported.
  const last = fitting
    .filter((rule) => !rule.isConditional && rule.priority === fitting[top]?.priority)
    .toSorted((a, b) => NOW_EFFECTS.indexOf(a.decision) - NOW_EFFECTS.indexOf(b.decision))[0];
  const final: Treatment =
    last === undefined
      ? { effect: 'asked', by: null, reach: 'none', says: 'No rule names it: Gemini CLI asks, which is its default.' }
      : { effect: last.decision, by: last.at, reach: last.reach, says: SAYS[last.decision] as string };
  const [first] = conditional;
  if (first === undefined) return final;
  const outcomes = new Set([...conditional.map(({ decision }) => decision), final.effect]);
  if (outcomes.size === 1) return final;
  const laxest = NOW_EFFECTS.find((effect) => outcomes.has(effect)) as NowEffect;
  return {
    effect: laxest === 'allowed' ? 'limited' : laxest,
    by: first.at,
    reach: first.reach,
    says: `It depends on the arguments: where they fit, this rule holds; else: ${final.says}`,
  };
}

function ruleFindings(rule: GeminiRule, servers: readonly SeenServer[]): RuleFinding[] {
  const { mcpName, at } = rule;
  const nothing = (message: string, instead?: string): RuleFinding => ({
    kind: 'matches-nothing',
    at,
    message,
    instead,
  });
  const ofServer = servers.find(({ key }) => key === mcpName);
  if (mcpName !== null && mcpName !== '*') {
    if (!PLAIN_KEY.test(mcpName)) {
      return [nothing('No rule matches a server whose name has other characters than letters, digits, - and _.')];
    }
    if (ofServer === undefined) {
      if (servers.length === 0) return [];
      return [
        nothing(
          'No server of these files has this name.',
          meantName(
            mcpName,
            servers.map(({ key }) => key),
          ),
        ),
      ];
    }
  }
  if (ofServer === undefined) {
    return rule.toolNames
      .filter((name) => name.includes('*') && name !== '*' && (mcpName === '*' || !END_STAR.test(name)))
      .map((name) =>
        nothing(
          `${name}: a star stands alone for all tools, or without mcpName at the end of mcp_*, and nowhere else.`,
        ),
      );
  }
  const known = ofServer.tools;
  if (known === null) return [];
  return rule.toolNames.flatMap((name) => {
    if (name === '*' || known.some((tool) => fitsName(mcpName, name, ofServer.key, tool.name) !== null)) return [];
    const tool = known.find((each) => each.name === name || geminiName(each.name) === name);
    if (tool !== undefined && isTooLongForGemini(ofServer.key, tool.name)) {
      return [nothing(`${name}: Gemini CLI shortens this long name, and a rule for all of it matches nothing.`)];
    }
    if (tool !== undefined) {
      return [nothing(`${name}: Gemini CLI compares with the cleaned name.`, geminiName(tool.name))];
    }
    const near = meantName(
      name,
      known.map((each) => geminiName(each.name)),
    );
    return [
      nothing(
        name.includes('*')
          ? `${name}: only "*" alone stands for all tools of a server.`
          : `${name}: no recorded tool of this server has this name.`,
        near,
      ),
    ];
  });
}

const SERVER_MEMBERS = ['includeTools', 'excludeTools', 'trust'];

function settingFindings(document: ClientDocument, servers: readonly SeenServer[]): RuleFinding[] {
  return serversOf(document).flatMap(([key, entry]) => {
    const known = servers.find((server) => server.key === key)?.tools;
    const trusted = ruleLine(document, ['mcpServers', key, 'trust'], 'trust: true');
    return [
      ...(entry.trust === true
        ? [{ kind: 'opens', at: trusted, message: 'Every tool of this server runs unasked.' } as const]
        : []),
      ...(['includeTools', 'excludeTools'] as const).flatMap((list) =>
        (Array.isArray(entry[list]) ? (entry[list] as readonly Json[]) : []).flatMap((name, index): RuleFinding[] => {
          if (known == null || typeof name !== 'string' || known.some((tool) => namesTool([name], tool.name)))
            return [];
          const at = ruleLine(document, ['mcpServers', key, list, index], `${list}: ${name}`);
          const instead = meantName(
            name,
            known.map((tool) => tool.name),
          );
          return [{ kind: 'matches-nothing', at, message: 'No recorded tool of this server has this name.', instead }];
        }),
      ),
      ...Object.keys(entry).flatMap((member): RuleFinding[] => {
        const instead = SERVER_MEMBERS.includes(member) ? undefined : meantName(member, SERVER_MEMBERS);
        if (instead === undefined) return [];
        const at = ruleLine(document, ['mcpServers', key, member], member);
        return [{ kind: 'ignored', at, message: 'Gemini CLI knows no such member.', instead }];
      }),
    ];
  });
}

/** Servers for whose name no rule can be written, where rules are. */
function oddKeys(servers: readonly SeenServer[], rules: readonly GeminiRule[]): RuleFinding[] {
  const at = rules.find(({ mcpName }) => mcpName !== null)?.at;
  if (at === undefined) return [];
  return servers
    .filter(({ key }) => !PLAIN_KEY.test(key))
    .map(({ key }) => ({
      kind: 'note' as const,
      at,
      message: `No rule with mcpName can match the server ${JSON.stringify(key.slice(0, 60))}: give it a name of letters, digits, - and _.`,
    }));
}
