import type { ConfigurationProblem, ConfiguredServer } from '../configuration/configured-server.ts';
import type { JsonObject } from '../text/json.ts';
import type { FindLine } from '../text/place.ts';
import type { NotRead } from './not-read.ts';
import { SCOPES, type Scope } from './scope.ts';

/** A file that was read, as a client's own rules look at it: what it is, and where things stand in it. */
export interface ClientDocument {
  /** As it was given. */
  readonly name: string;
  readonly text: string;
  /** What the file is for: the `kind` of a form of its client, or one that belongs to no client. */
  readonly kind: string;
  readonly scope: Scope;
  /** The parsed text; an empty object where it cannot be used. */
  readonly value: JsonObject;
  readonly lineOf: FindLine;
  /** Its MCP servers; none in a file that only has rules. */
  readonly servers: readonly ConfiguredServer[];
  /** Members that were not read, though they may be rules. */
  readonly notRead: readonly NotRead[];
  /** Why it, or a part of it, could not be read. */
  readonly problems: readonly ConfigurationProblem[];
}

/** The documents of a kind, the strongest scope first. */
export function strongestFirst<Document extends ClientDocument>(
  documents: readonly Document[],
  kind: string,
): Document[] {
  return documents
    .filter((document) => document.kind === kind)
    .toSorted((a, b) => SCOPES.indexOf(b.scope) - SCOPES.indexOf(a.scope));
}
