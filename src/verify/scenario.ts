import type { EnforcementFormat, PolicyRequest } from '../domain/enforcement/format.ts';
import type { JsonObject } from '../domain/json.ts';
import type { PolicyTool } from '../domain/policy/recommend.ts';
import type { OfferedTool } from './observation.ts';

/** A server whose policies are tried: recorded or made up. */
export interface TriedServer {
  /** The reader's key. */
  readonly key: string;
  readonly tools: readonly PolicyTool[];
  /** What it offers; a tool without a schema takes anything. */
  readonly offers: readonly OfferedTool[];
  /** Whether policies of single tools are tried too, or that of the server alone. */
  readonly pages: 'all' | 'server';
  /** Formats may refuse its names: then the note in the snippet's place is what is expected. */
  readonly mayBeRefused: boolean;
}

/** One policy of one page, and what the server of the run offers. */
export interface Scenario {
  readonly server: TriedServer;
  readonly request: PolicyRequest;
  readonly offers: readonly OfferedTool[];
}

/** A tool that the policy does not know, as servers get them with an update. It claims to be harmless: that must not help it. */
export const UNRECORDED: OfferedTool = {
  name: 'unrecorded_tool',
  inputSchema: { type: 'object', properties: {} },
  annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
};

/** The policies of a server that a format is tried with: its own page, and for each effect that of the first tool with it. */
export function scenariosOf(server: TriedServer, format: EnforcementFormat): Scenario[] {
  const whole: PolicyRequest = { key: server.key, tools: server.tools, variant: 'recommended', unrecorded: 0 };
  const { tools } = format.plan(whole);
  const first = (...effects: readonly string[]) => tools.find(({ effect }) => effects.includes(effect))?.name;
  const pages = server.pages === 'all' ? [first('allow'), first('ask'), first('deny', 'hide')] : [];
  return [undefined, ...pages.filter((name) => name !== undefined)].map((tool) => ({
    server,
    request: { ...whole, tool },
    offers: [...server.offers, UNRECORDED],
  }));
}

/** "github: server page", "github: page of create_issue". */
export function scenarioName({ server, request }: Scenario): string {
  return `${server.key}: ${request.tool === undefined ? 'server page' : `page of ${JSON.stringify(request.tool)}`}`;
}

/** A made-up server: its tools take turns to be allowed, asked about and blocked. */
function madeUp(key: string, names: readonly string[]): TriedServer {
  const categories = ['Read', 'Write', 'Destructive'] as const;
  const inputSchema: JsonObject = { type: 'object', properties: {} };
  return {
    key,
    tools: names.map((name, index) => ({ name, category: categories[index % categories.length] ?? null, signals: [] })),
    offers: names.map((name) => ({ name, inputSchema })),
    pages: 'all',
    mayBeRefused: true,
  };
}

/** Servers with names that would break a snippet or a rule, were they not quoted and mangled as each client does. */
export const MADE_UP: readonly TriedServer[] = [
  madeUp('hostile', [
    'quo"te',
    'back\\slash',
    ']]>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the name of a tool, as it is
    '${HOME}',
    'with space',
    'line\nbreak',
    "it's",
    'x"]\nenabled_tools = ["y',
    '日本語',
    `very_long_${'name_'.repeat(20)}`,
    '*',
    'any*',
  ]),
  madeUp('dotted-names', [
    'list.items',
    'items.update',
    'items.delete',
    'get-item',
    'put-item',
    'drop-item',
    'Get_Item2',
    '2_update',
    'v1.2-delete_all',
  ]),
];
