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
