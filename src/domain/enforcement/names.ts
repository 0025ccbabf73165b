/**
 * What targets make of names, as observed in the real clients (reference/enforcement-targets.md, section 2). Raw names stay
 * the source of truth; a rule that is written with another spelling matches nothing and says nothing.
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

/** opencode 1.18: `<server>_<tool>`. */
export function opencodeName(key: string, tool: string): string {
  return `${underscored(key)}_${underscored(tool)}`;
}

/** Gemini CLI 0.61: policies compare with this part of the function's name. */
export function geminiName(tool: string): string {
  return tool.replace(/[^A-Za-z0-9_\-.:]/g, '_');
}

/** Gemini CLI cuts the middle out of longer function names, and a rule for the full name then matches nothing. */
const LONGEST_GEMINI = 63;

/** Whether Gemini CLI would shorten the function's name. */
export function isTooLongForGemini(key: string, tool: string): boolean {
  return `mcp_${key}_${geminiName(tool)}`.length > LONGEST_GEMINI;
}

/** GitHub Copilot CLI 1.0: the name that the model sees; the configuration's list takes raw names. */
export function copilotName(key: string, tool: string): string {
  return `${copilotRuleName(key)}-${copilotRuleName(tool)}`;
}

/** GitHub Copilot CLI: a tool in the rule of a flag, whose name is not the raw one either. */
export function copilotRuleName(tool: string): string {
  return tool.replace(/[^A-Za-z0-9_-]/g, '-');
}

/** GitHub Copilot CLI cuts the end off longer names, and numbers those that become the same. */
const LONGEST_COPILOT = 64;

/** Whether GitHub Copilot CLI would shorten the name that the model sees. */
export function isTooLongForCopilot(key: string, tool: string): boolean {
  return copilotName(key, tool).length > LONGEST_COPILOT;
}

function underscored(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '_');
}

/** Why names cannot be told apart after mangling, or null. */
export function collision(
  format: string,
  tools: readonly { readonly name: string }[],
  mangle: (name: string) => string,
): string | null {
  const groups = Map.groupBy(tools, ({ name }) => mangle(name));
  const meeting = [...groups.values()].find((group) => group.length > 1);
  if (meeting === undefined) return null;
  const [first, second] = meeting.map(({ name }) => JSON.stringify(name));
  return `${format} cannot tell ${first} and ${second} apart: both become ${[...groups].find(([, group]) => group === meeting)?.[0]}. A rule for one would hold for the other.`;
}
