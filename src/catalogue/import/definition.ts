import { DEFINITION_PARTS, type ToolDefinition, ToolDefinitionSchema } from '../../domain/record/tool.ts';
import { isObject, type JsonObject } from '../../domain/text/json.ts';
import { fieldPath } from '../read/problem.ts';
import { ImportError } from './imported.ts';

/** Deeper nesting than any schema that people write; what walks or writes a definition would give up. */
const DEEPEST = 200;

/**
 * A tool definition from a stranger's JSON. Parts that are null count as absent, as many exporters write them.
 * @param where how a person finds it: "line 12, tool 3"
 * @throws {ImportError} when it has no name, or a part has the wrong type
 */
export function parseDefinition(value: unknown, where: string): ToolDefinition {
  if (!isObject(value))
    throw new ImportError(`${where}: is no object. A tool is {"name": …, "description": …, "inputSchema": …}.`);
  const present: Record<string, unknown> = { name: value.name };
  for (const part of DEFINITION_PARTS.filter((each) => each !== 'name')) {
    if (value[part] !== undefined && value[part] !== null) present[part] = value[part];
  }
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

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

/** A definition without its inputSchema: what a source had that knew no schema. */
export function withoutSchema(definition: ToolDefinition): ToolDefinition {
  const { inputSchema, ...rest } = definition as ToolDefinition & { inputSchema?: JsonObject };
  return rest;
}
