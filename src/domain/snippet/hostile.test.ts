import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { parse as parseCel } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { claudeName } from '../clients/claude-code/names.ts';
import { copilotFlags } from '../clients/copilot-cli/policy.ts';
import { geminiName } from '../clients/gemini-cli/names.ts';
import { opencodeName } from '../clients/opencode/names.ts';
import type { FormatId } from '../enforcement/format-ids.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import { POLICY_VARIANTS } from '../policy/decide.ts';
import { FORMATS } from './formats.ts';
import { INTERPRETERS, permissionsInOrder, TREATMENTS } from './interpreters.fixture.ts';
import { anyTools, plainTools, requestOf } from './sample.fixture.ts';

type Json = Readonly<Record<string, unknown>>;
const json = (text: string) => JSON.parse(text) as Json;
const list = (value: unknown): string[] => (value === undefined ? [] : (value as string[]));
const keys = (value: unknown): string[] => Object.keys((value ?? {}) as object);

/** Every string constant of a CEL expression. */
function celStrings(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { op, args } = node as { op: string; args: unknown };
  if (op === 'value') return typeof args === 'string' ? [args] : [];
  return (Array.isArray(args) ? args.flat() : [args]).flatMap(celStrings);
}

function cedarTools(text: string): string[] {
  return (parseYaml(text) as { cedar: { policies: string[] } }).cedar.policies.flatMap((policy) => {
    const parsed = policyToJson(policy);
    if (parsed.type === 'failure') throw new Error(policy);
    const { resource } = parsed.json as { resource: { op: string; entity?: { id: string } } };
    return resource.op === '==' && resource.entity ? [resource.entity.id] : [];
  });
}

/** The names of tools that a real parser finds in a snippet, as the format spells them. */
const FOUND: Readonly<Record<FormatId, (text: string, key: string) => string[]>> = {
  'policy-json': (text) => [...keys(json(text).tools), ...list(json(text).hide)],
  intercept: (text) => {
    const policy = parseYaml(text, { mapAsMap: true }) as Map<string, unknown>;
    return [...((policy.get('tools') as Map<string, unknown> | undefined)?.keys() ?? []), ...list(policy.get('hide'))];
  },
  'claude-code': (text) => Object.values(json(text).permissions as Record<string, string[]>).flat(),
  'claude-code-managed': (text) =>
    Object.values(json(text).permissions as Record<string, unknown>).flatMap((each) =>
      Array.isArray(each) ? (each as string[]) : [],
    ),
  codex: (text, key) => {
    const server = (parseToml(text).mcp_servers as unknown as Record<string, Record<string, unknown>>)[key] ?? {};
    const named = [...list(server.enabled_tools), ...list(server.disabled_tools)];
    expect(named).toEqual(expect.arrayContaining(keys(server.tools)));
    return named;
  },
  'codex-requirements': () => [],
  'gemini-cli': (text) =>
    (parseToml(text).rule as unknown as { toolName: string | string[] }[]).flatMap(({ toolName }) =>
      toolName === '*' ? [] : toolName,
    ),
  opencode: (text) =>
    permissionsInOrder(text)
      .map(([name]) => name)
      .filter((name) => !name.endsWith('*')),
  'copilot-cli': (text, key) => list((json(text).mcpServers as Record<string, { tools: string[] }>)[key]?.tools),
  'cedar-toolhive': cedarTools,
  agentgateway: (text, key) => {
    const [rule] = (parseYaml(text) as { mcp: { policies: { mcpAuthorization: { rules: [string] } } } }).mcp.policies
      .mcpAuthorization.rules;
    const found = celStrings(parseCel(rule).ast);
    expect(found[0]).toBe(key);
    return found.slice(1);
  },
  'openai-responses': (text) => list(json(text).allowed_tools),
  'anthropic-messages': (text) => keys(json(text).configs),
  librechat: (text, key) => {
    const { toolApproval } = (parseYaml(text) as { endpoints: { agents: { toolApproval: Json } } }).endpoints.agents;
    return ['allow', 'ask', 'deny']
      .flatMap((each) => list(toolApproval[each]))
      .map((each) => each.slice(`mcp:${key}:`.length));
  },
  cursor: (text, key) => list(json(text).mcpAllowlist).map((each) => each.slice(key.length + 1)),
};

/** What a format names, of the tools that it decides about: those that it blocks by leaving them out are not there. */
function named(id: FormatId, request: PolicyRequest): string[] {
  const format = FORMATS.find((each) => each.id === id);
  const plan = format?.plan(request);
  const of = (...effects: string[]) =>
    (plan?.tools ?? []).filter(({ effect }) => effects.includes(effect)).map(({ name }) => name);
  const all = of('allow', 'limit', 'ask', 'deny', 'hide');
  const open = plan?.shape === 'block' ? all : of('allow', 'limit', 'ask');
  switch (id) {
    case 'policy-json':
      // What a variant alone denies is left out there; the evaluator is asked about it below.
      return request.variant === 'recommended' ? all : FOUND[id](textOf(id, request) ?? '', request.key);
    case 'intercept':
    case 'librechat':
      return all;
    case 'claude-code':
    case 'claude-code-managed':
      return all.map((name) => claudeName(request.key, name));
    case 'gemini-cli':
      return all.map(geminiName);
    case 'opencode':
      return open.map((name) => opencodeName(request.key, name));
    case 'codex-requirements':
      return [];
    case 'cursor':
      return of('allow');
    case 'cedar-toolhive':
    case 'agentgateway':
    case 'anthropic-messages':
      return plan?.shape === 'block' ? all : of('allow');
    default:
      return open;
  }
}

function textOf(id: FormatId, request: PolicyRequest): string | null {
  const rendered = FORMATS.find((format) => format.id === id)?.render(request);
  return rendered !== undefined && 'text' in rendered ? rendered.text : null;
}

describe.each(FORMATS.map(({ id }) => id))('%s: hostile names', (id) => {
  test('a real parser finds exactly the names that went in, and each is treated as planned', () => {
    let written = 0;
    fc.assert(
      // Plain ones are mixed in: some formats refuse nearly all others, and what is refused shows nothing here.
      fc.property(
        fc.oneof(anyTools, plainTools),
        fc.constantFrom(...POLICY_VARIANTS),
        fc.boolean(),
        (tools, variant, single) => {
          const request = requestOf({ tools, variant, tool: single ? tools[0]?.name : undefined });
          const text = textOf(id, request);
          if (text === null) return;
          written += 1;
          expect(FOUND[id](text, request.key).sort()).toEqual(named(id, request).sort());
          for (const { name, effect, rules } of FORMATS.find((each) => each.id === id)?.plan(request).tools ?? []) {
            if (rules.length > 0) continue;
            const expected = effect === 'hide' ? 'deny' : effect;
            const flags = id === 'copilot-cli' && effect === 'allow' ? copilotFlags('fx', '--allow-tool', [name]) : '';
            if (id !== 'codex-requirements') {
              expect([name, INTERPRETERS[id](text, { key: 'fx', tool: name, flags })]).toEqual([name, expected]);
            }
          }
          expect(TREATMENTS).toContain(INTERPRETERS[id](text, { key: 'fx', tool: 'a tool that nobody knows' }));
        },
      ),
      { numRuns: 400 },
    );
    expect(written).toBeGreaterThan(20);
  });
});
