import { type ToolDefinition, ToolDefinitionSchema } from '../../domain/record/tool.ts';
import { readTool } from '../../domain/record/tool-members.ts';
import { isObject, type JsonObject } from '../../domain/text/json.ts';
import { fieldPath } from '../read/problem.ts';
import { ImportError } from './imported.ts';

/** Deeper nesting than any schema that people write; what walks or writes a definition would give up. */
const DEEPEST = 200;

/**
 * A tool definition from a stranger's JSON, in the members of any API that is known (tool-members.ts). Parts that are null
 * count as absent, as many exporters write them.
 * @param where how a person finds it: "line 12, tool 3"
 * @throws {ImportError} when it has no name, a part has the wrong type, or its schema stands under a name that no API has
 */
export function parseDefinition(value: unknown, where: string): ToolDefinition {
  if (!isObject(value))
    throw new ImportError(`${where}: is no object. A tool is {"name": …, "description": …, "inputSchema": …}.`);
  const read = readTool(value);
  if ('message' in read) {
    const { member, message, remedy } = read;
    throw new ImportError(`${where}: ${member === null ? '' : `${member}: `}${message}. ${remedy}`);
  }
  const present = { name: value.name, ...read.parts };
  if (isDeeperThan(DEEPEST, present))
    throw new ImportError(
      `${where}: is nested more than ${DEEPEST} levels deep. Correct the definition, or take the tool out.`,
    );
  const result = ToolDefinitionSchema.safeParse(present);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ImportError(
      `${where}: ${fieldPath(issue?.path ?? [])}: ${issue?.message}. Correct the definition, or take the tool out.`,
    );
  }
  return present as unknown as ToolDefinition;
}

/** The members of tools that are not read, each once; none of those that cannot be read at all. */
export function unreadMembers(tools: readonly unknown[]): string[] {
  const names = tools.filter(isObject).flatMap((tool) => {
    const read = readTool(tool);
    return 'message' in read ? [] : read.unknown;
  });
  return [...new Set(names)].sort();
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

/** A definition without its inputSchema: what a source had that knew no schema. */
export function withoutSchema(definition: ToolDefinition): ToolDefinition {
  const { inputSchema, ...rest } = definition as ToolDefinition & { inputSchema?: JsonObject };
  return rest;
}
