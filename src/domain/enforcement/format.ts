import type { Effect } from '../policy/decide.ts';
import { listWords } from '../text/english.ts';
import { CANNOT, type Inability, inabilitySentence } from './cannot.ts';
import { FORMAT_LABELS, type FormatId } from './format-ids.ts';
import { NARROW_FORMATS } from './narrow-formats.ts';
import { type Plan, planFor } from './plan.ts';
import type { Can, PolicyRequest } from './request.ts';

/** What `npm test` proves of a format's snippets; runs in the real client are data (verified.ts). */
export interface Verification {
  /** What runs in `npm test`. */
  readonly by: 'evaluator' | 'engine' | 'parser';
  /** False where we rely on documentation that we could not try, in part or in whole: pages say "unverified". */
  readonly confirmed: boolean;
  /** What that is, as a sentence for the reader. */
  readonly says: string;
}

/** A snippet, or why there is none. */
export type Rendered = { readonly text: string } | { readonly refused: string };

/** One client or gateway: what its policy can say, and the policy itself. */
export interface EnforcementFormat {
  readonly id: FormatId;
  /** As people call it. */
  readonly name: string;
  /** The file that the snippet goes to. */
  readonly file: string;
  /** Whether the snippet is the whole of that file; else its lines go into one that the reader has, which no download may replace. */
  readonly isOwnFile: boolean;
  readonly language: 'json' | 'toml' | 'yaml';
  readonly can: Can;
  /** Where it is laxer than the decision; the caption says each that applies. */
  readonly cannot: readonly Inability[];
  /** Whether the snippet replaces or extends what is in the file, as a sentence. */
  readonly merge: string;
  readonly verified: Verification;
  /** Why it takes no such policy, or null: what `render` gives in place of a text. */
  refusal(request: PolicyRequest): string | null;
  /** @returns the snippet without a final newline, or the note that stands in its place */
  render(request: PolicyRequest): Rendered;
  /** What a reader must know beside this snippet: whole sentences, most important first. */
  caveats(request: PolicyRequest): readonly string[];
  /** The command that starts the client so that the snippet does what is said; null for a client that needs none. */
  command(request: PolicyRequest): string | null;
  /** What becomes of each recorded tool, after the format's inabilities: what the text is made from. */
  plan(request: PolicyRequest): Plan;
}

/** What a format's file gives; the rest is the same for all. */
export interface FormatSpec
  extends Pick<EnforcementFormat, 'id' | 'name' | 'file' | 'isOwnFile' | 'language' | 'cannot' | 'merge' | 'verified'> {
  /** What it can express; whether it holds rules on arguments is said in one place (NARROW_FORMATS). */
  readonly can: Omit<Can, 'arguments'>;
  /** The snippet of a plan that was not refused. */
  readonly write: (plan: Plan, request: PolicyRequest) => string;
  /** Why this plan cannot be written, beyond what holds for every format. */
  readonly refuse?: (plan: Plan, request: PolicyRequest) => string | null;
  /** The command that goes with the snippet. */
  readonly command?: (plan: Plan) => string | null;
  /** Further sentences for the reader. */
  readonly remarks?: (plan: Plan, request: PolicyRequest) => readonly string[];
}

/** The formats that hold the variant `narrow`, as the tabs call them. */
const NARROW_LABELS = listWords(
  NARROW_FORMATS.map((id) => FORMAT_LABELS[id]),
  'or',
);
/** Longer names fit no format that we know; policy.json takes them all the same. */
const LONGEST_NAME = 256;

/** Makes a format of its own part and what all share: refusals, caveats and the plan. */
export function defineFormat(spec: FormatSpec): EnforcementFormat {
  const can: Can = { ...spec.can, arguments: NARROW_FORMATS.includes(spec.id) };
  const plan = (request: PolicyRequest) => planFor(request, can);
  const refusal = (request: PolicyRequest, planned: Plan) =>
    commonRefusal(spec, can, request, planned) ?? spec.refuse?.(planned, request) ?? null;
  const { write: _write, refuse: _refuse, remarks: _remarks, command: _command, ...data } = spec;
  return {
    ...data,
    can,
    plan,
    refusal: (request) => refusal(request, plan(request)),
    render(request) {
      const planned = plan(request);
      const refused = refusal(request, planned);
      return refused === null ? { text: spec.write(planned, request) } : { refused };
    },
    command(request) {
      const planned = plan(request);
      return refusal(request, planned) === null ? (spec.command?.(planned) ?? null) : null;
    },
    caveats(request) {
      const planned = plan(request);
      if (refusal(request, planned) !== null) return [];
      return [
        ...(planned.note === null ? [] : [planned.note]),
        // In the variant `narrow` only a tool that is blocked anyway comes so far.
        ...(!can.arguments && request.variant !== 'narrow' && planned.tools.some(({ rules }) => rules.length > 0)
          ? [
              `${spec.name} cannot look at arguments: ${spec.can.ask ? 'it asks before every call of the tool' : 'the tool is left out altogether'}.`,
            ]
          : []),
        ...CANNOT.filter((inability) => spec.cannot.includes(inability)).flatMap((inability) =>
          inabilitySentence(inability, spec.name, planned),
        ),
        ...(spec.remarks?.(planned, request) ?? []),
        spec.merge,
        spec.verified.says,
      ];
    },
  };
}

function commonRefusal(spec: FormatSpec, can: Can, request: PolicyRequest, planned: Plan): string | null {
  const blocksAnyway = () =>
    planned.shape === 'block' && planFor({ ...request, variant: 'recommended' }, can).shape === 'block';
  if (request.variant === 'narrow' && !can.arguments && !blocksAnyway()) {
    return `${spec.name} has no rules on arguments, so it cannot hold the variant narrow. Take ${NARROW_LABELS} for it, or another variant.`;
  }
  if (spec.cannot.includes('decide-tools') && request.tools.some((tool) => tool.ruled !== undefined)) {
    return `${spec.name} decides about whole servers only, so it cannot hold a rule for one tool.`;
  }
  if (request.key.trim() === '')
    return 'The server key is empty. Give the name under which your client knows the server.';
  if (spec.id === 'policy-json') return null;
  const odd = request.tools.find(({ name }) => !name.isWellFormed() || name.length > LONGEST_NAME);
  if (odd !== undefined) {
    return `A tool of this server has a name that ${spec.name} cannot be trusted with: ${odd.name.isWellFormed() ? `more than ${LONGEST_NAME} characters` : 'broken Unicode'}. Only policy.json takes it.`;
  }
  return null;
}

/** Names of the planned tools with one of these effects, sorted so that builds are stable. */
export function namesWith(plan: Plan, ...effects: readonly Effect[]): string[] {
  return plan.tools.filter(({ effect }) => effects.includes(effect)).map(({ name }) => name);
}
