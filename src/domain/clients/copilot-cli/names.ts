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
