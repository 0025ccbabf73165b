import { underscored } from '../underscored.ts';

/**
 * What the client makes of names, as observed in it (docs/enforcement-targets.md#names). Raw names stay the source
 * of truth; a rule that is written with another spelling matches nothing and says nothing.
 */

/** Claude Code 2.1: `mcp__<server>__<tool>`, each part cleaned. */
export function claudeName(key: string, tool: string): string {
  return `mcp__${underscored(key)}__${underscored(tool)}`;
}

/** Claude Code does not load a tool with a longer name. */
const LONGEST_CLAUDE = 128;

/** Whether Claude Code leaves the tool out. */
export function isTooLongForClaude(key: string, tool: string): boolean {
  return claudeName(key, tool).length > LONGEST_CLAUDE;
}
