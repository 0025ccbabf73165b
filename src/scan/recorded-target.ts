import type { Listed } from '../domain/record/record.ts';
import type { ServerFile } from '../domain/record/server.ts';
import { HIDDEN, type NamedSecret, Secret } from '../domain/text/secret.ts';
import type { Target } from './target.ts';

/** What stands in for a credential that was not recorded. Lists seldom depend on its value. */
const STAND_IN = 'placard-stand-in-0123456789abcdef';

/** A recorded server as a target, and which of its variables had to be made up. */
export interface RecordedTarget {
  readonly target: Target;
  readonly madeUp: readonly string[];
}

/**
 * The scan that a record came from: package, version, arguments, names of variables. Values were never recorded; they are
 * taken from `given`, then from the environment, and are made up where neither has them. Null for a server that comes in no
 * npm package, or whose version is not recorded: it cannot be had again.
 */
export function recordedTarget(
  slug: string,
  server: ServerFile,
  listed: Listed,
  given: readonly NamedSecret[],
  environment: NodeJS.ProcessEnv,
): RecordedTarget | null {
  if (server.package?.registry !== 'npm' || listed.version === undefined) return null;
  const { name, bin } = server.package;
  const madeUp: string[] = [];
  const secretOf = (variable: string): Secret => {
    const known = given.find((each) => each.name === variable)?.value.reveal() ?? environment[variable];
    if (known === undefined) madeUp.push(variable);
    return new Secret(known ?? standIn(variable));
  };
  const names = [...new Set([...(listed.environment ?? []), ...given.map((each) => each.name)])];
  return {
    madeUp,
    target: {
      id: slug,
      named: true,
      label: `${name}@${listed.version}${bin === undefined ? '' : `#${bin}`}`,
      what: {
        kind: 'npm',
        package: { name, version: listed.version },
        ...(bin === undefined ? {} : { bin }),
        args: (listed.arguments ?? []).map((argument) => argument.replaceAll(HIDDEN, STAND_IN)),
      },
      environment: names.map((variable) => ({ name: variable, value: secretOf(variable) })),
    },
  };
}

/** Switches and addresses are not read as text: a stand-in of their kind. */
function standIn(variable: string): string {
  if (/TELEMETRY|ANALYTICS|TRACKING/.test(variable)) return /^MDB_/.test(variable) ? 'disabled' : 'false';
  if (/^(?:USE|ENABLE|ALLOW|INCLUDE|WITH)_/.test(variable)) return 'true';
  if (/(?:URL|URI|ENDPOINT|HOST)$/.test(variable)) return 'https://example.com';
  return STAND_IN;
}
