import { z } from 'zod';
import { AttackFileSchema } from './attack.ts';
import { LogLineSchema } from './log-line.ts';

/** One attack in /attacks.json: its entry as it is, and what the site knows besides. */
export const AttackDataSchema = AttackFileSchema.extend({
  /** Stays the same for good; `moved` has those that it had before. */
  id: z.string(),
  /** Path of its page. */
  path: z.string(),
  /** How many tools of this catalogue are open to a pattern; 0 for a case, whose patterns count theirs. */
  openTools: z.number().int().nonnegative(),
  /** Slugs of servers that it happened with, that have the property, or whose tools have every part of it. */
  openServers: z.array(z.string()),
});

/** /attacks.json. */
export const AttacksDataSchema = z.strictObject({
  schemaVersion: z.literal(1),
  attacks: z.array(AttackDataSchema),
});
export type AttacksData = z.infer<typeof AttacksDataSchema>;

/** JSON Schema (draft 2020-12) of /attacks.json, made from what checks the entries themselves. */
export function attacksJsonSchema(): object {
  return {
    ...z.toJSONSchema(AttacksDataSchema),
    title: 'attacks.json, version 1',
    description: 'Documented attacks on agents and their tools: patterns and cases.',
  };
}

/** JSON Schema of one line of a call log, as detection rules read it: what may be left out has a default. */
export function logLineJsonSchema(): object {
  return {
    ...z.toJSONSchema(LogLineSchema, { io: 'input' }),
    title: 'A line of a log of tool calls',
    description: 'One JSON object for each call that a gateway decided, one a line (JSON Lines).',
  };
}
