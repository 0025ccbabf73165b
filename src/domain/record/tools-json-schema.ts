import { z } from 'zod';
import { ToolsFileSchema } from './record.ts';

/** tools.json, version 1, as JSON Schema (draft 2020-12), made from the schema that reads it. */
export function toolsJsonSchema(): object {
  return { title: 'tools.json, version 1', ...z.toJSONSchema(ToolsFileSchema, { io: 'input' }) };
}
