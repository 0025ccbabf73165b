import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import type { ClientRun } from './observation.ts';
import type { Scenario } from './scenario.ts';

/** What must become of a tool without a person at the keyboard. */
export interface Expected {
  readonly call: 'reached' | 'blocked';
  /** Whether the model may see it; null where the format claims nothing. */
  readonly offered: boolean | null;
}

/** Whether the reader of a scenario let everything run before: only then can be seen what the policy itself blocks, or leaves. */
export function isOpenBefore(format: EnforcementFormat, { request }: Scenario): boolean {
  return format.plan(request).shape === 'block' || format.cannot.includes('decide-tools');
}

const RUNS: Expected = { call: 'reached', offered: true };
/** Somebody would be asked, and nobody is there. */
const ASKS: Expected = { call: 'blocked', offered: true };

/**
 * What a policy must do to each tool that the server of the run offers, by its raw name: computed from the same plan that the
 * snippet is written from. A policy that blocks one tool leaves the rest as it was, which in these runs is open.
 */
export function expectations(
  format: EnforcementFormat,
  { request, offers, filledIn }: Scenario,
): Map<string, Expected> {
  const plan = format.plan(request);
  const blocked: Expected = { call: 'blocked', offered: format.can.hide ? false : null };
  const effects = new Map(plan.tools.map(({ name, effect }) => [name, effect]));
  return new Map(offers.map(({ name }) => [name, expected(effects.get(name))]));

  function expected(effect: string | undefined): Expected {
    if (!filledIn) return { call: 'blocked', offered: false };
    if (format.cannot.includes('decide-tools')) return RUNS;
    if (effect === undefined) {
      if (plan.shape === 'block') return RUNS;
      return format.can.defaultDeny ? blocked : ASKS;
    }
    if (effect === 'ask') return ASKS;
    return effect === 'deny' || effect === 'hide' ? blocked : RUNS;
  }
}

/** What went otherwise, one sentence each. Names are quoted: they may be anything. */
export function differences(expected: ReadonlyMap<string, Expected>, run: ClientRun): string[] {
  const found = [...expected].flatMap(([tool, wanted]) => {
    const seen = run.tools.get(tool);
    const name = JSON.stringify(tool);
    if (seen === undefined) return [`${name} was not tried.`];
    if (seen.call === 'unanswered') return [`The call of ${name} was neither made nor refused.`];
    return [
      ...(seen.call === wanted.call
        ? []
        : [
            seen.call === 'reached'
              ? `The call of ${name} reached the server and should have been blocked.`
              : `The call of ${name} was blocked and should have reached the server.`,
          ]),
      ...(wanted.offered === null || seen.offered === wanted.offered
        ? []
        : [
            `${name} was ${seen.offered ? 'offered to the model and should have been hidden' : 'hidden from the model and should have been offered'}.`,
          ]),
    ];
  });
  return [
    ...found,
    ...run.unexplained.map((name) => `The model was offered ${JSON.stringify(name)}, which is no name that we know.`),
  ];
}
