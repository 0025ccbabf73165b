import type { Variant } from '../policy/decide.ts';
import type { PolicyTool } from '../policy/recommend.ts';

/** What a reader asks for: a policy for one tool or a whole server, for their own server key. */
export interface PolicyRequest {
  /** The name under which the reader's client or gateway knows the server. */
  readonly key: string;
  /** Every recorded tool of the server, whichever the policy is for: names can collide. */
  readonly tools: readonly PolicyTool[];
  readonly variant: Variant;
  /** Raw name of the tool whose page it is; without it the policy is for the whole server. */
  readonly tool?: string | undefined;
  /** Tools that the server has beyond those recorded: 0 when complete, null when nobody knows. */
  readonly unrecorded: number | null;
  /** Address of the server, where it is known. */
  readonly endpoint?: string | undefined;
}

/** What a format can express for one tool; everything can allow. */
export interface Can {
  readonly ask: boolean;
  /** False where it does not ask before a tool that the server itself calls read-only. */
  readonly askDespiteClaim: boolean;
  readonly limit: boolean;
  readonly deny: boolean;
  /** A denied tool is not offered to the model. */
  readonly hide: boolean;
  /** A tool that the policy does not name is denied. */
  readonly defaultDeny: boolean;
  /** Conditions on arguments: without them there is no variant `narrow`. */
  readonly arguments: boolean;
  /** One tool can be blocked while everything else stays as it was. */
  readonly blockOne: boolean;
}
