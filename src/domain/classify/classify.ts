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
import { signalsOf } from './signals/signals.ts';

/** Changes whenever verdicts may. */
export const CLASSIFIER = 'rules-2';

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
  readonly owners: NameOwners;
}

/** One classification per input, in the same order. Inputs of the same server are looked at together. */
export function classifyTools(inputs: readonly ClassifierInput[]): Classification[] {
  const owners = nameOwners(inputs);
  const servers = new Map<string, ClassifierInput[]>();
  for (const input of inputs) {
    const members = servers.get(input.server);
    if (members === undefined) servers.set(input.server, [input]);
    else members.push(input);
  }
  const neighbours = new Map([...servers].map(([server, members]) => [server, neighboursOf(members, owners)]));
  return inputs.map((input) => classifyAmong(input, neighbours.get(input.server) as Neighbours));
}

/** One tool alone. */
export function classifyTool(input: ClassifierInput): Classification {
  return classifyAmong(input, neighboursOf([input], new Map()));
}

function neighboursOf(members: readonly ClassifierInput[], owners: NameOwners): Neighbours {
  const counts = new Map<string, number>();
  for (const { tool } of members) counts.set(tool.name, (counts.get(tool.name) ?? 0) + 1);
  return {
    counts,
    owners,
    saysNothing: members.length > 1 && members.every(({ tool }) => areDefaults(tool.annotations)),
  };
}

function classifyAmong(
  { server, tool, definitionSource = 'listed' }: ClassifierInput,
  neighbours: Neighbours,
): Classification {
  const facts = readTool(server, tool, neighbours.saysNothing);
  const verdict = categoryOf(facts);
  const category = verdict?.category ?? null;
  const signals = category === null ? [] : signalsOf(facts, category);
  const ids = signals.map((signal) => signal.id);
  const findings: Finding[] = findingsOfTool(tool, facts.parameters);
  const others = namesOtherTools(server, tool, new Set(neighbours.counts.keys()), neighbours.owners);
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
    level: category === null ? null : levelOf(category, ids),
    score: category === null ? null : scoreOf(category, ids),
    confidence: confidenceOf(facts, verdict),
    signals,
    evidence: verdict === null ? [] : [...verdict.evidence],
    alternatives: verdict === null ? [] : alternativesTo(verdict),
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
