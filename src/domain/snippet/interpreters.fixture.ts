import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { evaluate } from '@marcbachmann/cel-js';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { FormatId } from '../enforcement/format-ids.ts';
import { createEvaluator, holds } from '../policy/evaluate.ts';
import { parsePolicy, policyErrorLine } from '../policy/parse.ts';
import type { Condition } from '../policy/schema.ts';

/**
 * What each target makes of a call, by its documented rules, read from the printed text alone. Written apart from the code
 * that prints: nothing of `domain/enforcement` is used here but the ids.
 */
export type Treatment = 'deny' | 'ask' | 'limit' | 'allow';
/** From strict to lax (docs/policies.md#effects). */
export const TREATMENTS: readonly Treatment[] = ['deny', 'ask', 'limit', 'allow'];

/** A call with what targets see of it. */
export interface Called {
  /** The server key that the policy was made for. */
  readonly key: string;
  /** Raw name. */
  readonly tool: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  /** Flags of the client's session, where it has them. */
  readonly flags?: string;
}

type Interpreter = (text: string, call: Called) => Treatment;

/** Reads a text once, however many calls are tried on it. */
function once<Value>(read: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}
const readPolicy = once(parsePolicy);
const readYaml = once((text): unknown => parseYaml(text));
const readYamlMap = once((text): unknown => parseYaml(text, { mapAsMap: true }));
const readToml = once((text): unknown => parseToml(text));

const clean = (text: string) => text.replace(/[^a-zA-Z0-9_-]/g, '_');
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A pattern with `*` and `?` as wildcards, over the whole text. */
function matchesGlob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

const policyJson: Interpreter = (text, call) => {
  const parsed = readPolicy(text);
  if ('errors' in parsed) throw new Error(parsed.errors.map(policyErrorLine).join('\n'));
  const { policy } = parsed;
  const { decision } = createEvaluator(policy).evaluate({ ...call, at: 0, grant: 'test' });
  if (decision === 'deny') return 'deny';
  const rule = Object.hasOwn(policy.tools ?? {}, call.tool) ? policy.tools?.[call.tool] : undefined;
  return (rule?.limits?.length ?? 0) > 0 ? 'limit' : 'allow';
};

interface InterceptRule {
  readonly action?: string;
  readonly rate_limit?: string;
  readonly conditions?: readonly Condition[];
}

/** Hide, then default, then every rule in order; a rule's conditions must hold to pass. */
const intercept: Interpreter = (text, { tool, arguments: args = {} }) => {
  const policy = readYamlMap(text) as Map<string, unknown>;
  if (strings(policy.get('hide')).some((name) => name === tool || name === '*')) return 'deny';
  const entry = (policy.get('tools') as Map<string, Map<string, unknown>> | undefined)?.get(tool);
  if (entry === undefined) return policy.get('default') === 'deny' ? 'deny' : 'allow';
  const rules = (entry.get('rules') as readonly Map<string, unknown>[]).map((rule) => plain(rule) as InterceptRule);
  for (const { action, conditions = [] } of rules) {
    if (action === 'deny' || !conditions.every((condition) => holds(condition, args))) return 'deny';
  }
  return rules.some((rule) => rule.rate_limit !== undefined) ? 'limit' : 'allow';
};

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Deny before ask before allow; what no rule names asks. `mcp__<server>` and globs after it match too. */
const claudeCode: Interpreter = (text, { key, tool }) => {
  const { permissions } = JSON.parse(text) as { permissions: Record<string, unknown> };
  const name = `mcp__${clean(key)}__${clean(tool)}`;
  const matches = (rule: string) => rule === `mcp__${clean(key)}` || matchesGlob(rule, name);
  for (const treatment of ['deny', 'ask', 'allow'] as const) {
    if (strings(permissions[treatment]).some(matches)) return treatment;
  }
  return 'ask';
};

interface CodexServer {
  readonly enabled_tools?: readonly string[];
  readonly disabled_tools?: readonly string[];
  readonly default_tools_approval_mode?: string;
  readonly tools?: Readonly<Record<string, { readonly approval_mode?: string }>>;
}

/** Disabled wins over enabled; no wildcards; a tool's mode before the server's before auto, which asks. */
const codex: Interpreter = (text, { key, tool }) => {
  const { mcp_servers: servers } = readToml(text) as { mcp_servers: Record<string, CodexServer> };
  const server = Object.hasOwn(servers, key) ? (servers[key] as CodexServer) : {};
  if (server.disabled_tools?.includes(tool)) return 'deny';
  if (server.enabled_tools !== undefined && !server.enabled_tools.includes(tool)) return 'deny';
  const own = server.tools && Object.hasOwn(server.tools, tool) ? server.tools[tool]?.approval_mode : undefined;
  const mode = own ?? server.default_tools_approval_mode ?? 'auto';
  if (!['auto', 'prompt', 'writes', 'approve'].includes(mode)) throw new Error(`${mode} is no approval mode`);
  return mode === 'approve' ? 'allow' : 'ask';
};

interface GeminiRule {
  readonly mcpName: string;
  readonly toolName: string | readonly string[];
  readonly decision: 'allow' | 'ask_user' | 'deny';
  readonly priority: number;
  readonly argsPattern?: string;
}

/** The highest priority wins among the rules that match; without any, MCP tools ask. */
const geminiCli: Interpreter = (text, { key, tool, arguments: args = {} }) => {
  const { rule: rules } = readToml(text) as { rule: readonly GeminiRule[] };
  const name = tool.replace(/[^a-zA-Z0-9_\-.:]/g, '_');
  const pairs = Object.keys(args)
    .sort()
    .map((each) => `\0${JSON.stringify(each)}:${JSON.stringify(args[each])}\0`);
  const json = `{${pairs.join(',')}}`;
  const matching = rules.filter((rule) => {
    // A loader that finds no toolName, or a pattern that it calls unsafe, drops the whole file.
    if (rule.toolName === undefined) throw new Error('a rule without toolName');
    if (rule.argsPattern !== undefined && /\([^)]*[*+?{].*\)[*+?{]/.test(rule.argsPattern)) throw new Error('unsafe');
    if (!Number.isInteger(rule.priority) || rule.priority < 0 || rule.priority > 999) throw new Error('priority');
    const names = typeof rule.toolName === 'string' ? [rule.toolName] : rule.toolName;
    if (rule.mcpName !== key || !names.some((each) => each === '*' || each === name)) return false;
    return rule.argsPattern === undefined || new RegExp(rule.argsPattern).test(json);
  });
  const first = matching.toSorted((a, b) => b.priority - a.priority)[0];
  return first === undefined ? 'ask' : ({ allow: 'allow', ask_user: 'ask', deny: 'deny' } as const)[first.decision];
};

/** The members of the JSON object `permission` in the order of the text: JSON.parse would move keys like "1" forward. */
export function permissionsInOrder(text: string): [string, string][] {
  const body = text.slice(text.indexOf('"permission"') + '"permission"'.length);
  return [...body.matchAll(/("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*")/g)].map(([, key, value]) => [
    JSON.parse(key as string) as string,
    JSON.parse(value as string) as string,
  ]);
}

/** The last rule that matches wins; without any, everything is allowed. */
const opencode: Interpreter = (text, { key, tool }) => {
  JSON.parse(text);
  const name = `${clean(key)}_${clean(tool)}`;
  const last = permissionsInOrder(text).findLast(([pattern]) => matchesGlob(pattern, name));
  if (last === undefined) return 'allow';
  if (!['allow', 'ask', 'deny'].includes(last[1])) throw new Error(`${last[1]} is no permission`);
  return last[1] as Treatment;
};

/** The list decides what is offered, by raw names; a flag, in the model's spelling, lets a listed tool run unasked. */
const copilotCli: Interpreter = (text, { key, tool, flags = '' }) => {
  const { mcpServers: servers } = JSON.parse(text) as { mcpServers: Record<string, { tools: readonly string[] }> };
  const tools = Object.hasOwn(servers, key) ? (servers[key] as { tools: readonly string[] }).tools : [];
  if (!tools.includes(tool) && !tools.includes('*')) return 'deny';
  const rule = `${key}(${tool.replace(/[^A-Za-z0-9_-]/g, '-')})`;
  if (flags.includes(`--deny-tool='${rule}'`)) return 'deny';
  return flags.includes(`--allow-tool='${rule}'`) ? 'allow' : 'ask';
};

/** Cedar's own engine, asked as ToolHive asks: plain arguments in the context, of others only that they are there. */
const cedarToolhive: Interpreter = (text, { tool, arguments: args = {} }) => {
  const { cedar: given } = readYaml(text) as { cedar: { policies: readonly string[]; entities_json: string } };
  const context = Object.entries(args).map(([name, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [`arg_${name}`, value] : [`arg_${name}_present`, true],
  );
  const answer = isAuthorized({
    principal: { type: 'Client', id: 'somebody' },
    action: { type: 'Action', id: 'call_tool' },
    resource: { type: 'Tool', id: tool },
    context: Object.fromEntries(context),
    policies: { staticPolicies: given.policies.join('\n') },
    entities: JSON.parse(given.entities_json),
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === 'allow' ? 'allow' : 'deny';
};

/** Any allow rule that holds allows; with at least one rule, the rest is denied. */
const agentgateway: Interpreter = (text, { key, tool }) => {
  const config = readYaml(text) as { mcp: { policies: { mcpAuthorization: { rules: readonly string[] } } } };
  const { rules } = config.mcp.policies.mcpAuthorization;
  const isAllowed = rules.some((rule) => evaluate(rule, { mcp: { tool: { target: key, name: tool } } }) === true);
  return isAllowed || rules.length === 0 ? 'allow' : 'deny';
};

interface OpenAiServer {
  readonly allowed_tools: readonly string[];
  readonly require_approval: Readonly<
    Record<'always' | 'never', { readonly tool_names: readonly string[] } | undefined>
  >;
}

/** Only allowed tools are offered; those that never need approval run, the rest asks. */
const openaiResponses: Interpreter = (text, { tool }) => {
  const { allowed_tools: allowed, require_approval: approval } = JSON.parse(text) as OpenAiServer;
  if (!allowed.includes(tool)) return 'deny';
  return approval.never?.tool_names.includes(tool) && !approval.always?.tool_names.includes(tool) ? 'allow' : 'ask';
};

const anthropicMessages: Interpreter = (text, { tool }) => {
  const toolset = JSON.parse(text) as {
    default_config: { enabled: boolean };
    configs: Record<string, { enabled: boolean }>;
  };
  const own = Object.hasOwn(toolset.configs, tool) ? toolset.configs[tool] : undefined;
  return (own ?? toolset.default_config).enabled ? 'allow' : 'deny';
};

/** Deny before ask before allow, as patterns; then the mode. */
const librechat: Interpreter = (text, { key, tool }) => {
  const config = readYaml(text) as { endpoints: { agents: { toolApproval: Record<string, unknown> } } };
  const { toolApproval } = config.endpoints.agents;
  for (const treatment of ['deny', 'ask', 'allow'] as const) {
    const rules = strings(toolApproval[treatment]);
    if (rules.some((rule) => matchesGlob(rule, `mcp:${key}:${tool}`))) return treatment;
  }
  return ({ default: 'ask', dontAsk: 'deny', bypass: 'allow' } as const)[toolApproval.mode as 'default'];
};

const cursor: Interpreter = (text, { key, tool }) => {
  const { mcpAllowlist: list } = JSON.parse(text) as { mcpAllowlist: readonly string[] };
  return list.includes(`${key}:${tool}`) || list.includes(`${key}:*`) ? 'allow' : 'ask';
};

/** Once a server is enabled, every tool of it is offered: the file says nothing of tools. */
const codexRequirements: Interpreter = (text) => {
  readToml(text);
  return 'allow';
};

/** The interpreters by format. */
export const INTERPRETERS: Readonly<Record<FormatId, Interpreter>> = {
  'policy-json': policyJson,
  intercept,
  'claude-code': claudeCode,
  'claude-code-managed': claudeCode,
  codex,
  'codex-requirements': codexRequirements,
  'gemini-cli': geminiCli,
  opencode,
  'copilot-cli': copilotCli,
  'cedar-toolhive': cedarToolhive,
  agentgateway,
  'openai-responses': openaiResponses,
  'anthropic-messages': anthropicMessages,
  librechat,
  cursor,
};
