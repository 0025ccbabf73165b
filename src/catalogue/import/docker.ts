import { parse as parseYamlText } from 'yaml';
import type { ServerFile } from '../../domain/record/server.ts';
import { HttpUrlSchema } from '../../domain/text/http-url.ts';
import { isObject, type Json, type JsonObject } from '../../domain/text/json.ts';
import { parseDefinition } from './definition.ts';
import { claimed, ImportError, type ImportedServer, type ImportedTool } from './imported.ts';

/** One folder of a docker/mcp-registry checkout: `servers/<name>/{server.yaml,tools.json}`, as text. */
export interface DockerFolder {
  /** The folder's name: the server's id. */
  readonly name: string;
  readonly serverYaml: string;
  readonly toolsJson: string;
}

/**
 * One server of a docker/mcp-registry checkout. A tool there has `arguments`, a list of `{name, type, desc, optional?}`, in
 * place of a schema: a schema is put together from it and the definition counts as `derived`. One with `inputSchema` is a
 * `snapshot`, one with neither is `documented`.
 * @param today the day of looking
 * @param asOf the day of the lists: a checkout does not say when they were made
 * @throws {ImportError} naming file and remedy
 */
export function importDocker(
  { name, serverYaml, toolsJson }: DockerFolder,
  today: string,
  asOf?: string,
): ImportedServer {
  const tools = readTools(toolsJson, `servers/${name}/tools.json`);
  const file = readServer(serverYaml, `servers/${name}/server.yaml`);
  return {
    id: name,
    listed: {
      date: today,
      ...(asOf === undefined ? {} : { asOf }),
      how: 'a public copy of the list (docker/mcp-registry)',
      ...claimed(isObject(file.about) ? text(file.about.title) : undefined, name),
    },
    tools: tools.map((tool, index) => importTool(tool, `servers/${name}/tools.json, tool ${index + 1}`)),
    server: serverOf(name, file),
  };
}

function readTools(text: string, where: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError(
      `${where}: cannot be read as JSON: ${(error as Error).message}. Correct it, or remove the file.`,
    );
  }
  if (!Array.isArray(value)) throw new ImportError(`${where}: is no list of tools. Correct it, or remove the file.`);
  return value;
}

function readServer(text: string, where: string): JsonObject {
  let value: unknown;
  try {
    value = parseYamlText(text);
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    throw new ImportError(`${where}: cannot be read as YAML: ${message}. Correct it, or remove the folder.`);
  }
  if (!isObject(value)) throw new ImportError(`${where}: is no object. Correct it, or remove the folder.`);
  return value;
}

function importTool(value: unknown, where: string): ImportedTool {
  // Its own list of arguments, which is read below.
  const { arguments: args, ...own } = isObject(value) ? value : { arguments: undefined };
  const definition = parseDefinition(isObject(value) ? own : value, where);
  if (definition.inputSchema !== undefined) return { definition, definitionSource: 'snapshot' };
  if (!Array.isArray(args)) return { definition, definitionSource: 'documented' };
  return { definition: { ...definition, inputSchema: schemaOf(args as readonly Json[]) }, definitionSource: 'derived' };
}

function schemaOf(args: readonly Json[]): JsonObject {
  const named = args.filter((argument) => isObject(argument) && typeof argument.name === 'string') as JsonObject[];
  const properties = Object.fromEntries(named.map((argument) => [argument.name as string, propertyOf(argument)]));
  const required = named
    .filter(({ optional, required: wanted }) => optional !== true && wanted !== false)
    .map((argument) => argument.name as string);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function propertyOf({ type, desc, items }: JsonObject): JsonObject {
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof desc === 'string' && desc !== '' ? { description: desc } : {}),
    ...(isObject(items) ? { items } : {}),
  };
}

function serverOf(name: string, file: JsonObject): ServerFile {
  const source = isObject(file.source) ? file.source : {};
  const remote = isObject(file.remote) ? file.remote : {};
  const project = address(source.project);
  const endpoint = address(remote.url);
  const image = text(file.image);
  const credentials = secretsOf(file);
  return {
    name: name.slice(0, 80),
    ...(project === undefined ? {} : { repository: project }),
    ...(image !== undefined && image.length <= 214 ? { package: { registry: 'docker', name: image } } : {}),
    ...(endpoint === undefined ? {} : { endpoint }),
    transport: transportOf(remote.transport_type, endpoint !== undefined),
    ...(credentials.length > 0 ? { credentials } : {}),
    listing: { state: 'unknown' },
    source: { kind: 'corpus', id: name, repository: 'docker/mcp-registry', ...optionalCommit(source.commit) },
  };
}

function optionalCommit(commit: unknown): { commit?: string } {
  const found = text(commit);
  return found === undefined ? {} : { commit: found };
}

function transportOf(type: unknown, remote: boolean): NonNullable<ServerFile['transport']> {
  if (type === 'sse') return ['sse'];
  return [remote ? 'streamable-http' : 'stdio'];
}

function secretsOf(file: JsonObject): string[] {
  const config = isObject(file.config) ? file.config : {};
  const secrets = Array.isArray(config.secrets) ? (config.secrets as readonly unknown[]) : [];
  return secrets.flatMap((secret) => {
    const name = isObject(secret) ? text(secret.env) : undefined;
    return name !== undefined && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? [name] : [];
  });
}

function address(value: unknown): string | undefined {
  const parsed = HttpUrlSchema.safeParse(text(value));
  return parsed.success ? parsed.data : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
