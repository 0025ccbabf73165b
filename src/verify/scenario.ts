import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import type { FormatId } from '../domain/enforcement/format-ids.ts';
import type { PolicyRequest } from '../domain/enforcement/request.ts';
import type { Doubt } from '../domain/policy/doubt.ts';
import type { PolicyTool } from '../domain/policy/recommend.ts';
import type { JsonObject } from '../domain/text/json.ts';
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
  /** Formats that may refuse its names: there the note in the snippet's place is what is expected. */
  readonly refusedBy: readonly FormatId[];
}

/** One policy of one page, and what the server of the run offers. */
export interface Scenario {
  readonly server: TriedServer;
  readonly request: PolicyRequest;
  readonly offers: readonly OfferedTool[];
  /** False for a fleet's file as it is printed, before its placeholders are filled in: it must let nothing run. */
  readonly filledIn: boolean;
}

/** Formats whose snippets leave the identity of the server open. */
const WITH_PLACEHOLDERS: readonly FormatId[] = ['claude-code-managed', 'codex-requirements'];

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
  const base = { server, offers: [...server.offers, UNRECORDED], filledIn: true };
  return [
    ...[undefined, ...pages.filter((name) => name !== undefined)].map((tool) => ({
      ...base,
      request: { ...whole, tool },
    })),
    ...(WITH_PLACEHOLDERS.includes(format.id) ? [{ ...base, request: whole, filledIn: false }] : []),
  ];
}

/** "github: server page", "github: page of create_issue". */
export function scenarioName({ server, request, filledIn }: Scenario): string {
  const page = request.tool === undefined ? 'server page' : `page of ${JSON.stringify(request.tool)}`;
  return `${server.key}: ${page}${filledIn ? '' : ', not filled in'}`;
}

/** A made-up server: its tools take turns to be allowed, asked about and blocked, where no doubt of one says otherwise. */
function madeUp(
  key: string,
  refusedBy: readonly FormatId[],
  names: readonly string[],
  annotations?: JsonObject,
  doubts: Readonly<Record<string, readonly Doubt[]>> = {},
): TriedServer {
  const categories = ['Read', 'Write', 'Destructive'] as const;
  const inputSchema: JsonObject = { type: 'object', properties: {} };
  return {
    key,
    tools: names.map((name, index) => ({
      name,
      category: categories[index % categories.length] ?? null,
      signals: [],
      doubts: doubts[name] ?? [],
      claimsReadOnly: annotations?.readOnlyHint === true ? true : undefined,
    })),
    offers: names.map((name) => ({ name, inputSchema, annotations })),
    pages: 'all',
    refusedBy,
  };
}

/**
 * Servers with names that would break a snippet or a rule, were they not quoted and mangled as each client does. No two of one
 * server become the same in any client: that is a note in place of a snippet, and has tests of its own.
 */
export const MADE_UP: readonly TriedServer[] = [
  madeUp(
    'hostile',
    ['copilot-cli'],
    [
      'quo"te',
      'back\\slash',
      'end]]>',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the name of a tool, as it is
      '${HOME}',
      'with space',
      'line\nbreak',
      "it's",
      'any*',
      'a/b',
      'x"]\nenabled_tools = ["y',
      '# comment',
      '$(id)',
    ],
  ),
  // The longest that Gemini CLI and GitHub Copilot CLI keep whole under this key, and longer.
  madeUp(
    'long-names',
    ['gemini-cli', 'copilot-cli'],
    ['a'.repeat(48), 'b'.repeat(49), 'c'.repeat(53), 'd'.repeat(54), 'e'.repeat(64), 'f'.repeat(100)],
  ),
  // What a server says of itself must not decide: four of these change or destroy.
  madeUp('claims-read-only', [], ['get_item', 'update_item', 'delete_item', 'list_items', 'add_item', 'drop_items'], {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: false,
  }),
  // What may steer a model, or was not understood, does not run unasked, whatever its category, and whatever the server says.
  madeUp(
    'doubtful',
    [],
    [
      'get_plain',
      'update_guessed',
      'delete_steering',
      'read_steering',
      'update_steering',
      'delete_plain',
      'read_guessed',
    ],
    { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
    {
      update_guessed: ['unsure'],
      delete_steering: ['finding'],
      read_steering: ['finding'],
      update_steering: ['finding', 'unsure'],
      read_guessed: ['unsure'],
    },
  ),
  madeUp(
    'dotted-names',
    [],
    [
      'list.items',
      'items.update',
      'items.delete',
      'get-item',
      'put-item',
      'drop-item',
      'Get_Item2',
      '2_update',
      'v1.2-delete_all',
    ],
  ),
];
