import type { PolicyRequest } from '../enforcement/request.ts';
import type { Variant } from '../policy/decide.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import type { VerifiedClients } from './verified.ts';

/** A tool in `PolicyData`. */
export interface PolicyDataTool extends PolicyTool {
  /** Its URL segment: names of strangers do not survive every place in a page. */
  readonly segment: string;
}

/** What policies for a server are made from, in the browser as in `npm run policy`: `/api/v1/policies/<server>.json`. */
export interface PolicyData {
  readonly schemaVersion: 1;
  /** Slug of the server. */
  readonly server: string;
  /** Address of the server, where it is known. */
  readonly endpoint?: string | undefined;
  /** Tools that the server has beyond those recorded: 0 when complete, null when nobody knows. */
  readonly unrecorded: number | null;
  /** What was run in real clients, for the sentence beside each snippet. */
  readonly verified: VerifiedClients;
  /** Every recorded tool, riskiest first: the order in which policies list them. */
  readonly tools: readonly PolicyDataTool[];
}

/** What a reader may choose; without a choice the policy that stands in the page. */
export interface PolicyChoice {
  readonly variant?: Variant | undefined;
  /** The name under which their client knows the server; by default its slug. */
  readonly key?: string | undefined;
  /** Raw name of one tool; without it the whole server. */
  readonly tool?: string | undefined;
}

/** The request for a policy: one way for pages, browser and script, so that all three print the same. */
export function requestFrom(data: PolicyData, choice: PolicyChoice = {}): PolicyRequest {
  return {
    key: choice.key ?? data.server,
    tools: data.tools,
    variant: choice.variant ?? 'recommended',
    tool: choice.tool,
    unrecorded: data.unrecorded,
    endpoint: data.endpoint,
  };
}
