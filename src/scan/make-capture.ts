import type { Capture, CaptureTarget } from '../domain/record/capture.ts';
import { isObject, type Json, type JsonObject } from '../domain/text/json.ts';
import { createMasker, maskArguments } from '../domain/text/masking.ts';
import type { NamedSecret } from '../domain/text/secret.ts';
import type { Listing } from './session.ts';
import type { SideOutput } from './stdio.ts';

/** What a finished scan knows of one server. */
export interface Answered {
  readonly id: string;
  readonly at: Date;
  readonly target: CaptureTarget;
  readonly args: readonly string[];
  /** What it was given: names are kept, values are taken out of everything. */
  readonly environment: readonly NamedSecret[];
  readonly headers: readonly NamedSecret[];
  readonly listing: Listing;
  readonly closedAfter: number;
  readonly sandbox: Capture['sandbox'];
  readonly network: Capture['network'];
  readonly side: SideOutput;
}

/** The capture of one server, ready to be written. */
export function makeCapture(answered: Answered): Capture {
  const { listing, target, side } = answered;
  const masker = createMasker([...answered.environment, ...answered.headers]);
  const initialize = masker.json(listing.initialize);
  const pages = masker.json(listing.pages as readonly Json[]);
  const version = target.kind === 'npm' ? target.version : serverVersion(listing.initialize);
  const names = answered.environment.map(({ name }) => name);
  return {
    schemaVersion: 1,
    id: answered.id,
    at: answered.at.toISOString(),
    target,
    listed: {
      date: answered.at.toISOString().slice(0, 10),
      how: howListed(answered),
      ...(version === undefined ? {} : { version }),
      protocol: listing.protocol.slice(0, 40),
      ...(answered.args.length > 0 ? { arguments: maskArguments(answered.args).map(masker.text) } : {}),
      ...(names.length > 0 ? { environment: names } : {}),
    },
    duration: {
      initialize: listing.initializedAfter,
      list: listing.listedAfter,
      close: answered.closedAfter,
    },
    sandbox: answered.sandbox,
    network: answered.network,
    initialize: initialize.value,
    pages: pages.value as Json[],
    output: { noiseLines: side.noiseLines, noiseBytes: side.noiseBytes, stderrBytes: side.stderrBytes },
    masked: initialize.masked + pages.masked,
  };
}

function howListed({ target, network, sandbox }: Answered): string {
  if (target.kind === 'http') return 'tools/list over Streamable HTTP';
  const inside = sandbox === 'none' ? ', without a sandbox' : '';
  return `tools/list over stdio, ${network.allowed ? 'with' : 'no'} network${inside}`;
}

function serverVersion(initialize: JsonObject): string | undefined {
  const info = initialize.serverInfo;
  return isObject(info) && typeof info.version === 'string' ? info.version.slice(0, 80) : undefined;
}
