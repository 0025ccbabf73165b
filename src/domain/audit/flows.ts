import { isOpen, type Treatment } from '../clients/treatment.ts';
import { together } from '../risk/capabilities.ts';
import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';

/** What tools of one client can do together, whichever servers they come from. */
export const FLOW_IDS = ['exfiltration', 'untrusted-code', 'untrusted-action', 'untrusted-memory'] as const;
export type FlowId = (typeof FLOW_IDS)[number];

/** A tool with its server's key. */
export interface FlowTool {
  readonly server: string;
  readonly name: string;
  readonly category: Category | null;
  readonly signals: readonly RiskSignal[];
  readonly shares: boolean;
  readonly treatment: Treatment;
}

/** One step of a flow and the tools that take it. */
export interface FlowPart {
  readonly step: 'private' | 'untrusted' | 'way-out' | 'code' | 'action' | 'memory';
  readonly tools: readonly FlowTool[];
}

/** A flow that is open. */
export interface Flow {
  readonly id: FlowId;
  readonly parts: readonly FlowPart[];
  /** Every step has a tool that runs unasked: nobody is in the way. */
  readonly unasked: boolean;
  /** Ids of the attacks that use it. */
  readonly attacks: readonly string[];
}

/** The attacks that need nothing but the flow (content/attacks). */
export const FLOW_ATTACKS: Readonly<Record<FlowId, readonly string[]>> = {
  exfiltration: ['outbound-exfiltration-lethal-trifecta'],
  'untrusted-code': ['indirect-prompt-injection-tool-results', 'command-injection-tool-arguments'],
  'untrusted-action': ['indirect-prompt-injection-tool-results', 'destructive-action-without-confirmation'],
  'untrusted-memory': ['memory-poisoning', 'agent-configuration-tampering'],
};

/** The flows among the tools that are not denied. */
export function flowsOf(tools: readonly FlowTool[]): Flow[] {
  const open = tools.filter(({ treatment }) => isOpen(treatment));
  const part = (step: FlowPart['step'], taking: readonly FlowTool[]): FlowPart => ({ step, tools: taking });
  const able = together(open, (tool) => tool);
  const untrusted = part('untrusted', able.untrusted);
  const acting = open.filter(({ category }) => category === 'Destructive' || category === 'Financial');
  const lasting = open.filter(({ signals }) => signals.includes('persistent'));
  const candidates: Readonly<Record<FlowId, readonly FlowPart[]>> = {
    exfiltration: [part('private', able.private), untrusted, part('way-out', able['way-out'])],
    'untrusted-code': [untrusted, part('code', able.code)],
    'untrusted-action': [untrusted, part('action', acting)],
    'untrusted-memory': [untrusted, part('memory', lasting)],
  };
  return FLOW_IDS.filter((id) => candidates[id].every((each) => each.tools.length > 0)).map((id) => ({
    id,
    parts: candidates[id],
    unasked: candidates[id].every((each) => each.tools.some(({ treatment }) => runsUnasked(treatment))),
    attacks: FLOW_ATTACKS[id],
  }));
}

/** Whether a call may go through without anybody being asked. */
export function runsUnasked({ effect }: Treatment): boolean {
  return effect === 'allowed' || effect === 'limited' || effect === 'not-known';
}
