import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import type { PolicyRequest } from '../domain/enforcement/request.ts';
import { runOf } from './clients.ts';
import { differences, expectations, isOpenBefore } from './expectation.ts';
import type { Observation } from './observation.ts';
import { type TriedFormat, trialOf } from './reader-configuration.ts';
import { runClient } from './run-client.ts';
import { type Scenario, scenarioName } from './scenario.ts';

/** What one policy did in the client. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly name: string;
  /** Why the format gives no snippet; null when it gives one, and the client ran with it. */
  readonly refused: string | null;
  /** Calls that were made, and how many of them should reach the server and did. */
  readonly calls: { readonly made: number; readonly expected: number; readonly reached: number };
  readonly differences: readonly string[];
  /** What the client said, for whoever looks for the reason of a difference. */
  readonly details: readonly string[];
  readonly milliseconds: number;
}

/** Runs the client of a format with a policy exactly as its page prints it, and compares what happens with what the policy says. */
export async function verifyScenario(
  format: EnforcementFormat & { readonly id: TriedFormat },
  installed: string,
  scenario: Scenario,
): Promise<ScenarioResult> {
  const { request, offers, server } = scenario;
  const name = scenarioName(scenario);
  const rendered = format.render(request);
  if ('refused' in rendered) {
    const { refused } = rendered;
    const found = server.refusedBy.includes(format.id) ? [] : [`No snippet: ${refused}`];
    const calls = { made: 0, expected: 0, reached: 0 };
    return { scenario, name, refused, calls, differences: found, details: [], milliseconds: 0 };
  }
  const expected = expectations(format, scenario);
  const { client, configure } = trialOf(format.id);
  const reader = {
    key: request.key,
    snippet: rendered.text,
    open: isOpenBefore(format, scenario),
    filledIn: scenario.filledIn,
  };
  const run = await runClient({
    client: runOf(client),
    installed,
    key: request.key,
    tools: offers,
    configure: (surroundings) => configure(reader, surroundings),
    flags: printedFlags(format, request),
  });
  const found = differences(expected, run);
  return {
    scenario,
    name,
    refused: null,
    calls: {
      made: run.tools.size,
      expected: [...expected.values()].filter(({ call }) => call === 'reached').length,
      reached: [...run.tools.values()].filter(({ call }) => call === 'reached').length,
    },
    differences: found,
    details: found.length === 0 ? [] : [...observations(run.tools), run.output],
    milliseconds: run.milliseconds,
  };
}

/** The flags of the command that the page prints beside the snippet. */
export function printedFlags(format: EnforcementFormat, request: PolicyRequest): string {
  return format.command(request)?.replace(/^copilot /, '') ?? '';
}

function observations(tools: ReadonlyMap<string, Observation>): string[] {
  return [...tools].map(
    ([tool, { call, offered, said }]) =>
      `${JSON.stringify(tool)}: ${call}, ${offered ? 'offered' : 'not offered'}; ${JSON.stringify(said)}`,
  );
}
