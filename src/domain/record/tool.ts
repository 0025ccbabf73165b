import { z } from 'zod';
import { type JsonObject, JsonObjectSchema } from '../text/json.ts';

/** The four hints of MCP's ToolAnnotations that the taxonomy weighs (modelcontextprotocol.io, schema 2025-11-25). */
export const HINTS = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;
export type Hint = (typeof HINTS)[number];

/** What the specification assumes of a tool that gives no hint. A server that sends exactly this has said nothing. */
export const HINT_DEFAULTS: Readonly<Record<Hint, boolean>> = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** Where a definition comes from (docs/contracts.md#toolsjson). */
export const DEFINITION_SOURCES = ['listed', 'snapshot', 'documented', 'derived'] as const;

/**
 * `listed`: a running server answered tools/list. `snapshot`: a copy of such an answer, kept by somebody else.
 * `documented`: read from documentation or source. `derived`: types were guessed; never printed as a parameter table.
 */
export const DefinitionSourceSchema = z.enum(DEFINITION_SOURCES);
export type DefinitionSource = z.infer<typeof DefinitionSourceSchema>;

/**
 * One element of a tools/list answer, as received (MCP specification, Tool). Everything in it is a stranger's text.
 * Unknown members are kept: a fingerprint is taken of the parts named here only.
 */
export const ToolDefinitionSchema = z.looseObject({
  /** Unique in its server by the specification, which servers break. */
  name: z.string().min(1),
  /** Display name for people. */
  title: z.string().optional(),
  /** Text written for models. */
  description: z.string().optional(),
  /** JSON Schema of the arguments. */
  inputSchema: JsonObjectSchema.optional(),
  /** JSON Schema of the structured answer. */
  outputSchema: JsonObjectSchema.optional(),
  /** The server's own claims about the tool. */
  annotations: JsonObjectSchema.optional(),
} satisfies Readonly<Record<keyof ToolDefinition, z.ZodType>>);

export interface ToolDefinition {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema?: JsonObject | undefined;
  readonly outputSchema?: JsonObject | undefined;
  readonly annotations?: JsonObject | undefined;
}

/** The parts of a definition, in the order in which a record has them. */
export const DEFINITION_PARTS = Object.keys({
  name: 0,
  title: 0,
  description: 0,
  inputSchema: 0,
  outputSchema: 0,
  annotations: 0,
} satisfies Readonly<Record<keyof ToolDefinition, 0>>) as readonly (keyof ToolDefinition)[];
