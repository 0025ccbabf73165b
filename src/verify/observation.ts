import type { JsonObject } from '../domain/text/json.ts';

/** A tool that the server of a run offers to the client. */
export interface OfferedTool {
  /** Raw name. */
  readonly name: string;
  readonly inputSchema?: JsonObject | undefined;
  readonly annotations?: JsonObject | undefined;
}

/** A call that the model of a run asks for. */
export interface WantedCall {
  /** Raw name of the tool. */
  readonly tool: string;
  /** The tool as the client names it to the model. */
  readonly modelName: string;
  readonly arguments: JsonObject;
}

/** What became of one tool in a run. */
export interface Observation {
  /** `reached`: the server got the call. `blocked`: it did not. `unanswered`: the client gave no result, so nobody knows. */
  readonly call: 'reached' | 'blocked' | 'unanswered';
  /** The client listed it to the model. */
  readonly offered: boolean;
  /** The beginning of what the client told the model about the call. */
  readonly said: string;
}

/** What a run of a client showed. */
export interface ClientRun {
  /** By raw name of the tool, for every tool that a call was wanted of. */
  readonly tools: ReadonlyMap<string, Observation>;
  /** Names of this server's tools that the model was offered and that no wanted call explains. */
  readonly unexplained: readonly string[];
  /** The client's exit code; null when it was ended for taking too long. */
  readonly exitCode: number | null;
  /** Requests that the model got. */
  readonly requests: number;
  /** The end of what the client printed: for a person who looks for the reason of a difference. */
  readonly output: string;
  /** How long it took. */
  readonly milliseconds: number;
}

/** What the two halves of a run, inside and outside of the namespace, hand each other as JSON. */
export interface InsideOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly calls: readonly WantedCall[];
  readonly callsATurn: number;
  readonly timeoutMs: number;
}

/** The answer to an order. */
export interface InsideAnswer {
  readonly exitCode: number | null;
  readonly output: string;
  /** Every tool name that a request listed, as the client names it to the model. */
  readonly offered: readonly string[];
  /** What the client told the model, for each wanted call in its order; null where it said nothing. */
  readonly results: readonly (string | null)[];
  readonly requests: number;
}
