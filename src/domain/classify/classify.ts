import type { Classification, Finding } from '../record/classification.ts';
import type { DefinitionSource, ToolDefinition } from '../record/tool.ts';
import { levelOf } from '../risk/risk-level.ts';
import { scoreOf } from '../risk/score.ts';
import { annotationStates } from './annotations.ts';
import { alternativesTo } from './category/alternatives.ts';
import { categoryOf } from './category/category-of.ts';
import { confidenceOf } from './category/confidence.ts';
import { findingsOfTool, type NameOwners, nameOwners, namesOtherTools } from './findings.ts';
import { areDefaults, readTool } from './read/read-tool.ts';
import { sharedText } from './shared-text.ts';
import { signalsOf } from './signals/signals.ts';

/** Changes whenever verdicts may. */
export const CLASSIFIER = 'rules-3';

/** A tool to be classified, and where its definition comes from (`listed` unless said). */
export interface ClassifierInput {
  readonly server: string;
  readonly tool: ToolDefinition;
  readonly definitionSource?: DefinitionSource;
}

/** What the tools around one tell of it. */
interface Neighbours {
  /** How often each name occurs on the server. */
  readonly counts: ReadonlyMap<string, number>;
  /** The server sends exactly the specification's defaults on every tool. */
  readonly saysNothing: boolean;
}

/** One classification per input, in the same order. Inputs of the same server are looked at together. */
export function classifyTools(inputs: readonly ClassifierInput[]): Classification[] {
  const owners = nameOwners(inputs);
  const neighbours = neighboursOf(inputs);
  return inputs.map((input) => classifyAmong(input, neighbours.get(input.server) as Neighbours, owners));
}

/** One tool alone. */
export function classifyTool(input: ClassifierInput): Classification {
  return classifyAmong(input, neighboursOf([input]).get(input.server) as Neighbours, new Map());
}

/** What decides about a tool, and what shows it: the part of a classification that the ledger is about. */
export type Verdict = Pick<Classification, 'category' | 'level' | 'signals' | 'evidence' | 'sharedText'>;

/** The verdicts alone of `classifyTools`, in half of its time. */
export function verdictsOf(inputs: readonly ClassifierInput[]): Verdict[] {
  const neighbours = neighboursOf(inputs);
  return inputs.map((input) => judge(input, (neighbours.get(input.server) as Neighbours).saysNothing).verdict);
}

/** The neighbours of the tools of each server. */
function neighboursOf(inputs: readonly ClassifierInput[]): ReadonlyMap<string, Neighbours> {
  const servers = new Map<string, ClassifierInput[]>();
  for (const input of inputs) {
    const members = servers.get(input.server);
    if (members === undefined) servers.set(input.server, [input]);
    else members.push(input);
  }
  return new Map(
    [...servers].map(([server, members]) => {
      const counts = new Map<string, number>();
      for (const { tool } of members) counts.set(tool.name, (counts.get(tool.name) ?? 0) + 1);
      const saysNothing = members.length > 1 && members.every(({ tool }) => areDefaults(tool.annotations));
      return [server, { counts, saysNothing }];
    }),
  );
}

/** Reads a tool and decides about it. */
function judge({ server, tool }: ClassifierInput, saysNothing: boolean) {
  const facts = readTool(server, tool, saysNothing);
  const ground = categoryOf(facts);
  const category = ground?.category ?? null;
  const signals = category === null ? [] : signalsOf(facts, category);
  const ids = signals.map((signal) => signal.id);
  const shared = sharedText(facts, category);
  const verdict: Verdict = {
    category,
    level: category === null ? null : levelOf(category, ids),
    signals,
    evidence: ground === null ? [] : [...ground.evidence],
    ...(shared.length === 0 ? {} : { sharedText: [...shared] }),
  };
  return { facts, ground, ids, verdict };
}

function classifyAmong(input: ClassifierInput, neighbours: Neighbours, owners: NameOwners): Classification {
  const { server, tool, definitionSource = 'listed' } = input;
  const { facts, ground, ids, verdict } = judge(input, neighbours.saysNothing);
  const { category, level, signals, evidence, sharedText: shared } = verdict;
  const findings: Finding[] = findingsOfTool(tool, facts.parameters);
  const others = namesOtherTools(server, tool, neighbours.counts, owners);
  if (others !== undefined) findings.push(others);
  if ((neighbours.counts.get(tool.name) ?? 0) > 1) {
    findings.push({
      id: 'duplicate-name',
      evidence: [
        { from: 'name', text: tool.name.slice(0, 200), says: 'another tool of this server has the same name' },
      ],
    });
  }
  return {
    category,
    level,
    score: category === null ? null : scoreOf(category, ids),
    confidence: confidenceOf(facts, ground),
    signals,
    ...(shared === undefined ? {} : { sharedText: shared }),
    evidence,
    alternatives: ground === null ? [] : alternativesTo(ground),
    findings,
    annotations: annotationStates({
      annotations: tool.annotations,
      source: definitionSource,
      saysNothing: neighbours.saysNothing,
      category,
      signals: ids,
    }),
    classifier: CLASSIFIER,
  };
}
