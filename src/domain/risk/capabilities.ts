import type { RiskSignal } from './signal.ts';

/**
 * What a server's tools can do together (docs/decisions/0001-one-call-at-worst.md): each part names the tools that bring
 * it.
 */
export interface Capabilities<Tool> {
  /** Tools that return private data. */
  readonly private: readonly Tool[];
  /** Tools that return text that strangers may have written. */
  readonly untrusted: readonly Tool[];
  /** Tools that carry data out: sending, an address that the caller chooses, or code. */
  readonly wayOut: readonly Tool[];
  /** Tools that run free-form code. */
  readonly code: readonly Tool[];
  /** All of private data, untrusted text and a way out. */
  readonly exfiltration: boolean;
}

const WAYS_OUT: readonly RiskSignal[] = ['outbound', 'url', 'code'];

/** The capabilities of a set of tools in combination. */
export function capabilitiesOf<Tool>(
  tools: readonly Tool[],
  signalsOf: (tool: Tool) => readonly RiskSignal[],
): Capabilities<Tool> {
  const withSignal = (signal: RiskSignal) => tools.filter((tool) => signalsOf(tool).includes(signal));
  const wayOut = tools.filter((tool) => WAYS_OUT.some((signal) => signalsOf(tool).includes(signal)));
  const found = {
    private: withSignal('private'),
    untrusted: withSignal('untrusted'),
    wayOut,
    code: withSignal('code'),
  };
  const exfiltration = found.private.length > 0 && found.untrusted.length > 0 && found.wayOut.length > 0;
  return { ...found, exfiltration };
}
