import type { Decision } from '../policy/decide.ts';
import { decisionWords } from '../policy/policy-wording.ts';
import type { AnnotationsVerdict } from '../record/classification.ts';
import { listingWords, recordedWords } from '../record/listing-wording.ts';
import { versionWords } from '../record/record-wording.ts';
import type { ListingState } from '../record/server.ts';
import { HINTS } from '../record/tool.ts';
import { completesChain, together } from '../risk/capabilities.ts';
import { CATEGORIES, type Category } from '../risk/category.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import { categoryLabel, confidenceWord, levelLabel, SIGNAL_LABEL } from '../risk/risk-wording.ts';
import { RISK_SIGNALS, type RiskSignal } from '../risk/signal.ts';
import { count, formatNumber, sentence } from '../text/english.ts';
import type { JsonObject } from '../text/json.ts';
import { parameterTable } from './parameter-table.ts';

/** A tool as `/api/v1/servers/<server>.json` has it, as far as a comparison needs it. Names and schemas are strangers'. */
export interface ComparedTool {
  readonly name: string;
  readonly summary?: string;
  readonly inputSchema?: JsonObject;
  readonly definitionTokens?: { readonly tokenizer: string; readonly count: number };
  readonly verdict: {
    readonly category: Category | null;
    readonly level: RiskLevel | null;
    readonly score: number | null;
    readonly signals: readonly RiskSignal[];
    readonly shares: boolean;
    readonly decision: Decision;
  };
  readonly classification: { readonly confidence: number; readonly annotations: AnnotationsVerdict };
}

/** A server as the same file has it. */
export interface ComparedServer {
  readonly name: string;
  readonly publisher?: string;
  readonly credentials?: readonly string[];
  readonly listing: ListingState;
  readonly listed: { readonly date: string; readonly how: string; readonly asOf?: string; readonly version?: string };
  readonly worstLevel: RiskLevel | null;
  readonly tools: readonly ComparedTool[];
}

/** One line of a comparison: a property, and what it is on either side, as texts. */
export interface ComparedRow {
  readonly label: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** Whether the two sides of a line say different things. */
export function differs({ a, b }: ComparedRow): boolean {
  return a.join('\n') !== b.join('\n');
}

const row = <Side>(label: string, of: (side: Side) => readonly string[] | string, a: Side, b: Side): ComparedRow => ({
  label,
  a: [of(a)].flat(),
  b: [of(b)].flat(),
});

/** Two tools side by side, what decides first. */
export function compareTools(a: ComparedTool, b: ComparedTool): ComparedRow[] {
  const line = (label: string, of: (tool: ComparedTool) => readonly string[] | string) => row(label, of, a, b);
  return [
    line('Risk', ({ verdict }) => levelLabel(verdict.level)),
    line('At worst', ({ verdict }) => categoryLabel(verdict.category)),
    line('What it does', ({ summary }) => summary ?? 'Nobody has described it yet.'),
    line('Recommended', ({ verdict }) => sentence(`It ${decisionWords(verdict.decision)}`)),
    line('Signals', ({ verdict }) =>
      orElse(
        verdict.category === null ? 'not assessed' : 'none shown',
        verdict.signals.map((signal) => SIGNAL_LABEL[signal]),
      ),
    ),
    line('Score', ({ verdict }) => (verdict.score === null ? 'not assessed' : `${verdict.score} of 100`)),
    line('Confidence', ({ classification }) => confidenceWord(classification.confidence)),
    line('Parameters', parameterWords),
    line('Its own annotations', ({ classification }) => annotationWords(classification.annotations)),
    line('Size in a model’s context', ({ definitionTokens }) =>
      definitionTokens ? `${formatNumber(definitionTokens.count)} tokens` : 'not known',
    ),
  ];
}

/** Two servers side by side. */
export function compareServers(a: ComparedServer, b: ComparedServer): ComparedRow[] {
  const line = (label: string, of: (server: ComparedServer) => readonly string[] | string) => row(label, of, a, b);
  const namesOf = (server: ComparedServer) => new Set(server.tools.map(({ name }) => name));
  const [inA, inB] = [namesOf(a), namesOf(b)];
  return [
    line('Worst risk', ({ worstLevel }) => levelLabel(worstLevel)),
    line('Publisher', ({ publisher }) => publisher ?? 'not known'),
    line('Tools', ({ tools, listing }) => listingWords(tools.length, listing)),
    ...[...CATEGORIES.toReversed(), null].map((category) =>
      line(categoryLabel(category), ({ tools }) =>
        count(tools.filter(({ verdict }) => verdict.category === category).length, 'tool'),
      ),
    ),
    ...RISK_SIGNALS.map((signal) =>
      line(SIGNAL_LABEL[signal], ({ tools }) => {
        const shown = tools.filter(({ verdict }) => verdict.signals.includes(signal)).length;
        return shown === 0 ? NOT_SHOWN : count(shown, 'tool');
      }),
    ),
    line('Private data, text of others and a way out', ({ tools }) =>
      completesChain(together(tools, ({ verdict }) => verdict)) ? 'all three' : 'not all three shown',
    ),
    line('Credentials', ({ credentials }) =>
      credentials === undefined ? 'not recorded' : orElse('none', credentials),
    ),
    line('Size in a model’s context', ({ tools }) => {
      const counted = tools.flatMap(({ definitionTokens }) =>
        definitionTokens === undefined ? [] : [definitionTokens.count],
      );
      if (counted.length === 0) return 'not known';
      const sum = `${formatNumber(counted.reduce((total, tokens) => total + tokens, 0))} tokens`;
      return counted.length === tools.length ? sum : `${sum}, of ${counted.length} tools; the rest was not counted`;
    }),
    line('Recorded', ({ listed }) => [
      recordedWords(listed),
      ...(listed.version ? [`version ${versionWords(listed)}`] : []),
    ]),
    {
      label: 'Names on one side only',
      a: orElse(
        'none',
        [...inA].filter((name) => !inB.has(name)),
      ),
      b: orElse(
        'none',
        [...inB].filter((name) => !inA.has(name)),
      ),
    },
  ].filter((each) => ![each.a, each.b].every((side) => ['0 tools', NOT_SHOWN].includes(side.join())));
}

/** A signal that no definition shows may still be there. */
const NOT_SHOWN = 'no definition shows it';

function orElse(empty: string, texts: readonly string[]): readonly string[] {
  return texts.length > 0 ? texts : [empty];
}

function parameterWords({ inputSchema }: ComparedTool): readonly string[] {
  const table = parameterTable(inputSchema);
  switch (table.kind) {
    case 'unknown':
      return ['not known'];
    case 'none':
      return ['its schema names none'];
    case 'list':
      return [
        ...table.parameters.map(({ name, required }) => (required ? `${name} (required)` : name)),
        ...table.shapes.map(({ title, fields }) => `${title}: ${fields.map(({ name }) => name).join(', ')}`),
        ...(table.truncated ? ['and more'] : []),
      ];
    default:
      return table satisfies never;
  }
}

function annotationWords(annotations: AnnotationsVerdict): readonly string[] {
  return HINTS.map((hint) => {
    const { state, value } = annotations[hint];
    switch (state) {
      case 'declared':
        return `${hint}: ${value}`;
      case 'contradicted':
        return `${hint}: ${value}, contradicted by the definition`;
      case 'not-said':
        return `${hint}: not said`;
      case 'not-known':
        return `${hint}: not known`;
      default:
        return state satisfies never;
    }
  });
}
