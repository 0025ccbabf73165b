import type { Category } from './category.ts';
import type { RiskSignal } from './signal.ts';

/** What decides the part that a tool takes in what tools do together. */
export interface Assessed {
  /** Null where nobody assessed it. */
  readonly category: Category | null;
  readonly signals: readonly RiskSignal[];
}

/** What tools can do together (docs/taxonomy.md#together): each part names the tools that bring it, in the order given. */
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

/** The capabilities of a set of tools in combination: of a server, or of all servers of a client. */
export function capabilitiesOf<Tool>(
  tools: readonly Tool[],
  assessmentOf: (tool: Tool) => Assessed,
): Capabilities<Tool> {
  const having = (has: (assessed: Assessed) => boolean) => tools.filter((tool) => has(assessmentOf(tool)));
  const found = {
    private: having(({ signals }) => signals.includes('private')),
    untrusted: having(({ signals }) => signals.includes('untrusted')),
    wayOut: having((assessed) => sends(assessed) || runsCode(assessed)),
    code: having(runsCode),
  };
  const exfiltration = found.private.length > 0 && found.untrusted.length > 0 && found.wayOut.length > 0;
  return { ...found, exfiltration };
}

function sends({ signals }: Assessed): boolean {
  return signals.includes('outbound') || signals.includes('url');
}

/** A search language is free-form too, but a tool that only reads runs nobody's code and carries nothing out. */
function runsCode({ category, signals }: Assessed): boolean {
  return signals.includes('code') && category !== 'Read';
}
