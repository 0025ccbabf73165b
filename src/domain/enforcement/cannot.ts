import { count } from '../text/english.ts';
import type { Plan } from './plan.ts';

/**
 * The ways in which a format can be laxer than the decision (docs/policies.md#formats). Tests hold every format to its own
 * list; captions name each that applies.
 */
export const CANNOT = ['decide-tools', 'deny', 'deny-unrecorded', 'bound-reads', 'bound-claimed-reads'] as const;
export type Inability = (typeof CANNOT)[number];

/** The sentence about an inability beside this snippet; none where it makes no difference. */
export function inabilitySentence(inability: Inability, format: string, plan: Plan): readonly string[] {
  switch (inability) {
    case 'decide-tools':
      return [`${format} decides about whole servers only: which tools run is left to each user's own configuration.`];
    case 'deny': {
      const denied = plan.tools.filter(
        ({ decision }) => decision.effect === 'deny' || decision.effect === 'hide',
      ).length;
      return denied === 0
        ? []
        : [`${format} cannot deny: it asks before ${count(denied, 'tool')} that should be blocked.`];
    }
    case 'deny-unrecorded':
      return plan.shape === 'block'
        ? []
        : [`A tool that this policy does not name is not denied: ${format} asks before it runs.`];
    case 'bound-reads': {
      const unbounded = plan.tools.filter((tool) => tool.unbounded).length;
      return unbounded === 0
        ? []
        : [
            `${format} can neither limit nor ask: nothing bounds a loop of ${count(unbounded, 'tool')} that only ${unbounded === 1 ? 'reads' : 'read'}.`,
          ];
    }
    case 'bound-claimed-reads': {
      const unbounded = plan.tools.filter((tool) => tool.unbounded).length;
      return unbounded === 0
        ? []
        : [
            `${format} does not ask before a tool that the server calls read-only, and cannot limit it: nothing bounds a loop of ${count(unbounded, 'tool')} that only ${unbounded === 1 ? 'reads' : 'read'}.`,
          ];
    }
    default:
      return inability satisfies never;
  }
}
