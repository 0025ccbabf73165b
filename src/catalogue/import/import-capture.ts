import type { Capture } from '../../domain/record/capture.ts';
import type { ServerFile } from '../../domain/record/server.ts';
import { HttpUrlSchema } from '../../domain/text/http-url.ts';
import { isObject, type JsonObject } from '../../domain/text/json.ts';
import { parseDefinition } from './definition.ts';
import { ImportError, type ImportedServer, type ImportedTool } from './imported.ts';

/** A server from a capture, and what of it could not be taken. */
export interface ImportedCapture {
  readonly server: ImportedServer;
  /** Definitions that clients would refuse as well, each with where it stands and why. */
  readonly skipped: readonly string[];
}

/**
 * A scanned server as records are made from it. A definition without a name, or with a part of the wrong type, is left out
 * and said: one broken tool must not hide the others.
 * @param name what the person calls it: the server's own name for itself is a claim, and is kept as one
 * @param manifest the package's package.json, where it came in one
 */
export function importCapture(capture: Capture, name: string, manifest?: JsonObject): ImportedCapture {
  const tools: ImportedTool[] = [];
  const skipped: string[] = [];
  const listed = capture.pages.flatMap((page) =>
    isObject(page) && Array.isArray(page.tools) ? (page.tools as readonly unknown[]) : [],
  );
  for (const [index, tool] of listed.entries()) {
    try {
      tools.push({ definition: parseDefinition(tool, `tool ${index + 1}`), definitionSource: 'listed' });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      skipped.push(error.message);
    }
  }
  const listing: ServerFile['listing'] =
    skipped.length === 0
      ? { state: 'complete' }
      : { state: 'partial', total: listed.length, note: `${skipped.length} definitions could not be read` };
  return {
    server: {
      id: capture.id,
      listed: { ...capture.listed, ...optional('callsItself', claimedName(capture)) },
      tools,
      server: serverOf(capture, name, manifest ?? {}, listing),
    },
    skipped,
  };
}

/** What a server calls itself, on one line. */
function claimedName({ initialize }: Capture): string | undefined {
  const info = isObject(initialize) && isObject(initialize.serverInfo) ? initialize.serverInfo : {};
  const claimed = text(info.title) ?? text(info.name);
  return text(
    claimed
      ?.toWellFormed()
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim()
      .slice(0, 80),
  );
}

function serverOf(capture: Capture, name: string, manifest: JsonObject, listing: ServerFile['listing']): ServerFile {
  const { target } = capture;
  const repository = isObject(manifest.repository) ? manifest.repository.url : manifest.repository;
  const credentials = capture.listed.environment?.filter((name) => CREDENTIAL.test(name) && NAME.test(name)) ?? [];
  return {
    name: (text(name) ?? capture.id).slice(0, 80).trim(),
    ...optional('homepage', address(manifest.homepage)),
    ...optional('repository', address(repository)),
    ...optional('licence', text(manifest.license)?.slice(0, 80)),
    ...(target.kind === 'npm'
      ? { package: { registry: 'npm', name: target.package, ...optional('bin', target.bin) } as const }
      : {}),
    ...optional('endpoint', target.kind === 'http' ? address(target.url.replace(/\?.*$/, '')) : undefined),
    transport: [target.kind === 'http' ? 'streamable-http' : 'stdio'],
    ...(credentials.length > 0 ? { credentials } : {}),
    listing,
    source: { kind: 'scan', id: capture.id },
  };
}

/** Names of variables that hold what nobody else may know. */
const CREDENTIAL = /key|token|secret|passw|pwd|auth|credential|client_id/i;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function address(value: unknown): string | undefined {
  const given = text(value)
    ?.replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/\.git$/, '');
  const parsed = HttpUrlSchema.safeParse(given);
  return parsed.success ? parsed.data : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string });
}
