import { DEFAULT_TIMEOUT_SECONDS } from '../../src/scan/limits.ts';
import { sandboxState } from '../../src/scan/sandbox.ts';
import { MisuseError } from './command.ts';

/** Seconds of `--timeout`. @throws {MisuseError} */
export function timeoutOption(value: string | boolean | undefined): number {
  if (value === undefined) return DEFAULT_TIMEOUT_SECONDS;
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600)) throw new MisuseError('--timeout: give seconds, from 1 to 3600.');
  return seconds;
}

/** Refuses to go on where untrusted code would run without a sandbox. @throws {MisuseError} */
export async function requireSandbox(): Promise<void> {
  const state = await sandboxState();
  if (state.works) return;
  throw new MisuseError(
    `${state.why} Servers are not run without a sandbox: they could read and change everything that you can.\n${state.remedy}\nOr give --no-sandbox, if you would start them yourself.`,
  );
}
