/** Characters that a command line cannot be trusted with: a reader does not see them, or a terminal acts on them. */
const UNTRUSTED = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * A text as one word of a POSIX shell: as it is where nothing in it means anything there, else in single quotes.
 * Null for a text that nobody should paste into a terminal.
 */
export function shellWord(text: string): string | null {
  if (UNTRUSTED.test(text) || !text.isWellFormed()) return null;
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command that prints the policies that a page renders on demand, for one client; `KEY` is the reader’s to fill in. */
export function policyCommand(server: string, tool?: string): string {
  const word = tool === undefined ? null : shellWord(tool);
  // With "=", a name that begins with a dash is no option.
  const one = word === null ? '' : ` --tool=${word}`;
  return `npm run -s policy -- ${server}${one} --format claude-code --key KEY`;
}
