import type { DefinitionSource, ToolDefinition } from '../../record/tool.ts';
import type { JsonObject } from '../../text/json.ts';

/** A tool definition in our own words that shows what a row of a table is for. */
export interface Example {
  readonly name: string;
  readonly description?: string;
  /** The arguments: `properties` of the input schema. */
  readonly takes?: JsonObject;
  /** The server's id, where it tells something; else one that says nothing. */
  readonly server?: string;
  /** The server's own claims. */
  readonly annotations?: JsonObject;
}

/** An example as a tool of a server. */
export interface ExampleTool {
  readonly server: string;
  readonly tool: ToolDefinition;
  readonly definitionSource?: DefinitionSource;
}

/** An example as the classifier takes it. */
export function exampleTool({ name, description, takes, server = 'acme', annotations }: Example): ExampleTool {
  const tool = {
    name,
    ...(description === undefined ? {} : { description }),
    ...(takes === undefined ? {} : { inputSchema: { type: 'object', properties: takes } }),
    ...(annotations === undefined ? {} : { annotations }),
  };
  return { server, tool };
}

/** An argument that takes any text. */
export const TEXT: JsonObject = { type: 'string' };

/** An argument that takes a list of texts. */
export const LIST: JsonObject = { type: 'array', items: TEXT };

/** An argument that is said to be something. */
export function said(description: string): JsonObject {
  return { type: 'string', description };
}
