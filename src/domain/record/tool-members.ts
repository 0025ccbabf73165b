import { editDistance } from '../text/edit-distance.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { DEFINITION_PARTS, type ToolDefinition } from './tool.ts';

/**
 * Where the schema of a tool's arguments stands, by API: MCP's Tool (modelcontextprotocol.io, 2025-11-25), Anthropic's Messages
 * (docs.claude.com/en/api/messages), OpenAI's functions and Gemini's FunctionDeclaration (platform.openai.com/docs/guides/function-calling,
 * ai.google.dev/api/caching#FunctionDeclaration).
 */
const SCHEMA_MEMBERS = ['inputSchema', 'input_schema', 'parameters', 'parametersJsonSchema'] as const;

/** What people write in their place, in small letters and nothing else: no API has these. */
const MEANT: ReadonlySet<string> = new Set(
  `schema inputsschema inputjsonschema toolschema jsonschema argsschema argschema argumentsschema params param parameter
  parameterschema parametersschema parametersjsonschema inputparameters inputs input args arguments properties`.split(
    /\s+/,
  ),
);

/** Members of a tool that no verdict looks at, and that say nothing of what it does. */
const WITHOUT_MEANING: ReadonlySet<string> = new Set(
  // MCP's own, and marks of collections of where a definition comes from.
  'icons _meta execution schemaDerived schemaMissing schemaFrom descriptionFrom'.split(' '),
);

const isText = (value: Json) => typeof value === 'string';
/** Of the other parts of a definition, what is right. */
const PART_TYPES: readonly (readonly [keyof ToolDefinition, (value: Json) => boolean, string])[] = [
  ['title', isText, 'is no text'],
  ['description', isText, 'is no text'],
  ['outputSchema', isObject, 'is no object'],
  ['annotations', isObject, 'is no object'],
];

/** A tool in the members of MCP. */
export interface ReadTool {
  /** The parts of a definition as they were given; those that are null are left out. */
  readonly parts: JsonObject;
  /** Members that are not read. */
  readonly unknown: readonly string[];
}

/** Why a tool is not read: what would be left out may be what it does. */
export interface ToolFault {
  /** The member; null for the tool as a whole. */
  readonly member: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** A tool of any API that is known, in the members of MCP; or why it is not read. */
export function readTool(given: JsonObject): ReadTool | ToolFault {
  // Chat Completions of OpenAI put the function into a member of that name.
  const wrapped = given.type === 'function' && isObject(given.function) ? given.function : null;
  const tool = wrapped ?? given;
  const present = SCHEMA_MEMBERS.filter((member) => tool[member] !== undefined && tool[member] !== null);
  const [schema, ...others] = present;
  const differing = others.find((member) => JSON.stringify(tool[member]) !== JSON.stringify(tool[schema as string]));
  if (differing !== undefined) {
    return {
      member: differing,
      message: `is another schema than ${schema}: which one counts is not known`,
      remedy: 'Leave the one that the server gives.',
    };
  }
  if (schema !== undefined && !isObject(tool[schema])) {
    return { member: schema, message: 'is no object', remedy: 'Give a JSON Schema, or take the tool out.' };
  }
  for (const [part, isRight, message] of PART_TYPES) {
    const value = tool[part];
    if (value === undefined || value === null || isRight(value)) continue;
    return { member: part, message, remedy: 'Correct the definition, or take the tool out.' };
  }
  const names = Object.keys(tool);
  const slip = schema === undefined ? names.find((name) => isMeant(name, tool[name])) : undefined;
  if (slip !== undefined) {
    return {
      member: slip,
      message: 'may be the schema, and no API spells it so',
      remedy: 'Write inputSchema (input_schema and parameters are read as well).',
    };
  }
  const parts = Object.fromEntries(
    DEFINITION_PARTS.flatMap((part): [string, Json][] => {
      const value = part === 'inputSchema' && schema !== undefined ? tool[schema] : tool[part];
      return value === undefined || value === null ? [] : [[part, value]];
    }),
  );
  const known = new Set<string>([...DEFINITION_PARTS, ...SCHEMA_MEMBERS, ...WITHOUT_MEANING, 'type']);
  const outer = wrapped === null ? [] : Object.keys(given).filter((name) => name !== 'function');
  return { parts, unknown: [...names, ...outer].filter((name) => !known.has(name)) };
}

function isMeant(name: string, value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null || name === 'outputSchema') return false;
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return MEANT.has(letters) || ['inputschema', 'parameters'].some((known) => editDistance(letters, known, 2) <= 2);
}
