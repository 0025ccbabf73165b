import type { DefinitionSource, ToolDefinition } from '../../record/tool.ts';
import type { JsonObject } from '../../text/json.ts';

/** A tool definition in our own words that shows what a row of a table is for. */
export interface Example {
  readonly name: string;
  readonly title?: string;
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
export function exampleTool({ name, title, description, takes, server = 'acme', annotations }: Example): ExampleTool {
  const tool = {
    name,
    ...(title === undefined ? {} : { title }),
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

/** An argument that is on or off. */
export const FLAG: JsonObject = { type: 'boolean' };

/** An argument that takes a list of objects. */
export const OBJECTS: JsonObject = { type: 'array', items: { type: 'object' } };

/** An argument that takes one of some values. */
export function oneOf(...values: readonly string[]): JsonObject {
  return { type: 'string', enum: [...values] };
}

/** An argument that takes a list of steps with one option each. */
export function steps(key: string, option: JsonObject): JsonObject {
  return { type: 'array', items: { type: 'object', properties: { [key]: option } } };
}

/** The arguments of a tool that passes calls on to operations that its schema does not list. */
export const ROUTER_ARGUMENTS: JsonObject = { command: TEXT, parameters: { type: 'object' }, intent: TEXT };

/** A text as a name: "send e-mail" is `send_e_mail`. */
export function named(text: string): string {
  return text.trim().replace(/[^\p{L}\p{N}]+/gu, '_');
}
