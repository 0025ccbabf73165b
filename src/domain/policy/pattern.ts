/** RE2 patterns are unanchored; the inline flag `(?i)` at the start is the one that JavaScript lacks. */
export function readPattern(pattern: unknown): RegExp | null {
  if (typeof pattern !== 'string') return null;
  const ignoresCase = pattern.startsWith('(?i)');
  try {
    return new RegExp(ignoresCase ? pattern.slice(4) : pattern, ignoresCase ? 'iu' : 'u');
  } catch {
    return null;
  }
}
