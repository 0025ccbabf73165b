import type { VerifiedClient } from '../domain/snippet/verified.ts';
import type { RunnableClient } from './clients.ts';
import type { ScenarioResult } from './verify-format.ts';

/** What is kept of the runs of a format: one difference anywhere, and it failed. Policies that were refused ran nowhere. */
export function verdictOf(
  client: Pick<RunnableClient, 'package' | 'version'> & { readonly name: string },
  results: readonly Pick<ScenarioResult, 'name' | 'refused' | 'calls' | 'differences'>[],
  now: Date,
): VerifiedClient {
  const differences = results.flatMap(({ name, differences: found }) => found.map((each) => `${name}: ${each}`));
  const loaded = results.filter(({ refused }) => refused === null);
  return {
    client: client.name,
    package: client.package,
    version: client.version,
    date: now.toISOString().slice(0, 10),
    verdict: differences.length === 0 && loaded.length > 0 ? 'passed' : 'failed',
    policies: loaded.length,
    calls: loaded.reduce((sum, { calls }) => sum + calls.made, 0),
    differences,
  };
}
