import type { Category } from './category.ts';
import type { RiskSignal } from './signal.ts';

/** What decides the part that a tool takes in what tools do together. */
export interface Assessed {
  /** Null where nobody assessed it. */
  readonly category: Category | null;
  readonly signals: readonly RiskSignal[];
  /** Whether it puts text of the caller's where others read it. */
  readonly shares: boolean;
}

/** The parts that tools bring to what they do together (docs/taxonomy.md#together). */
export const CAPABILITIES = ['private', 'untrusted', 'way-out', 'code'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a tool brings to what tools do together, in the order of the parts; nothing for most. */
export function capabilitiesOf(tool: Assessed): Capability[] {
  const has: Readonly<Record<Capability, boolean>> = {
    private: tool.signals.includes('private'),
    untrusted: tool.signals.includes('untrusted'),
    'way-out': sends(tool) || runsCode(tool) || sharesText(tool),
    code: runsCode(tool),
  };
  return CAPABILITIES.filter((part) => has[part]);
}

/** The tools that bring each part, in the order given: of a server, or of all servers of a client. */
export type Together<Tool> = Readonly<Record<Capability, readonly Tool[]>>;

/** What tools can do together. */
export function together<Tool>(tools: readonly Tool[], assessmentOf: (tool: Tool) => Assessed): Together<Tool> {
  const brought = tools.map((tool) => ({ tool, parts: capabilitiesOf(assessmentOf(tool)) }));
  const bringing = (part: Capability) => brought.filter(({ parts }) => parts.includes(part)).map(({ tool }) => tool);
  return {
    private: bringing('private'),
    untrusted: bringing('untrusted'),
    'way-out': bringing('way-out'),
    code: bringing('code'),
  };
}

/** The links of the chain that carries data off. */
export const CHAIN = ['private', 'untrusted', 'way-out'] as const satisfies readonly Capability[];

/** Whether every link of the chain is there. */
export function completesChain(parts: Together<unknown>): boolean {
  return CHAIN.every((part) => parts[part].length > 0);
}

/** The signals by which a tool can bring a part; a way out has others beside them. */
export const PART_SIGNALS: Readonly<Record<Capability, readonly RiskSignal[]>> = {
  private: ['private'],
  untrusted: ['untrusted'],
  'way-out': ['outbound', 'url', 'code'],
  code: ['code'],
};

function sends({ signals }: Assessed): boolean {
  return signals.includes('outbound') || signals.includes('url');
}

/** A search language is free-form too, but a tool that only reads runs nobody's code and carries nothing out. */
function runsCode({ category, signals }: Assessed): boolean {
  return signals.includes('code') && category !== 'Read';
}

function sharesText({ category, shares }: Assessed): boolean {
  return shares && category !== 'Read';
}
