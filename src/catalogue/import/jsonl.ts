import { PACKAGE_REGISTRIES, type ServerFile } from '../../domain/record/server.ts';
import { HttpUrlSchema } from '../../domain/text/http-url.ts';
import { isObject, type JsonObject } from '../../domain/text/json.ts';
import { parseDefinition, unreadMembers, withoutSchema } from './definition.ts';
import { claimed, ImportError, type ImportedServer, type ImportedTool } from './imported.ts';

/**
 * Servers from JSON lines as in the corpus: `{id, title?, source?, package?, homepage?, version?, capturedAt?, tools: […]}`.
 * A tool with `schemaDerived` is `derived`, one with `schemaMissing` is `documented`, else `snapshot`
 * (docs/contracts.md#scan-and-import).
 * @param today the day of looking
 * @param asOf the day of what is described, for lines without `capturedAt`; absent where nobody knows, and then the caller decides
 * @throws {ImportError} naming line and remedy
 */
export function importJsonl(text: string, today: string, asOf?: string): ImportedServer[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => importLine(line, `line ${number}`, today, asOf));
}

function importLine(line: string, where: string, today: string, given: string | undefined): ImportedServer {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new ImportError(`${where}: cannot be read as JSON: ${(error as Error).message}. Each line is one server.`);
  }
  if (!isObject(value) || typeof value.id !== 'string' || !Array.isArray(value.tools)) {
    throw new ImportError(`${where}: is no server. A line is {"id": …, "tools": […]}.`);
  }
  const tools = (value.tools as readonly unknown[]).map((tool, index) =>
    importTool(tool, `${where}, tool ${index + 1}`),
  );
  const version = text(value.version);
  const asOf = captureDay(value.capturedAt, today) ?? given;
  return {
    id: value.id,
    tools,
    unread: unreadMembers(value.tools as readonly unknown[]),
    listed: {
      date: today,
      ...(asOf === undefined ? {} : { asOf }),
      how: 'a public copy of the list',
      ...(version ? { version } : {}),
      ...claimed(text(value.title), value.id),
    },
    server: serverOf(value),
  };
}

function importTool(value: unknown, where: string): ImportedTool {
  const definition = parseDefinition(value, where);
  const marks = value as JsonObject;
  if (marks.schemaMissing === true) return { definition: withoutSchema(definition), definitionSource: 'documented' };
  return { definition, definitionSource: marks.schemaDerived === true ? 'derived' : 'snapshot' };
}

/** The day that a line gives; undefined for none, and for one that cannot be: before MCP, or after today. */
function captureDay(value: unknown, today: string): string | undefined {
  const milliseconds = typeof value === 'number' ? value * 1000 : Date.parse(String(value ?? ''));
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return undefined;
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  return day > today || day < '2024-11-01' ? undefined : day;
}

function serverOf(line: JsonObject): ServerFile {
  const source = isObject(line.source) ? line.source : {};
  const homepage = HttpUrlSchema.safeParse(text(line.homepage)?.replace(/^git\+/, ''));
  const pack = isObject(line.package) ? line.package : {};
  const registry = PACKAGE_REGISTRIES.find((name) => name === pack.registry);
  const packageName = text(pack.name);
  return {
    name: (line.id as string).slice(0, 80),
    ...(homepage.success ? { homepage: homepage.data } : {}),
    ...(registry && packageName && packageName.length <= 214 ? { package: { registry, name: packageName } } : {}),
    listing: { state: 'unknown' },
    source: {
      kind: 'corpus',
      id: line.id as string,
      repository: text(source.repo) ?? 'not known',
      ...(text(source.commit) ? { commit: text(source.commit) as string } : {}),
      ...(text(source.licence) ? { licence: text(source.licence) as string } : {}),
    },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
