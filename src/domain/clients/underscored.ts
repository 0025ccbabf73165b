/** A text with `_` for every character that Claude Code and opencode do not keep in names. */
export function underscored(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '_');
}
