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

/**
 * The command that prints the policies that a page renders on demand, for one client; `KEY` is the reader’s to fill in.
 * @param of.content the content root as seen from the folder of Placard, for a catalogue that is not Placard's own
 */
export function policyCommand(
  server: string,
  { tool, content }: { readonly tool?: string; readonly content?: string | undefined } = {},
): string {
  const word = tool === undefined ? null : shellWord(tool);
  // With "=", a name that begins with a dash is no option.
  const one = word === null ? '' : ` --tool=${word}`;
  return `npm run -s policy -- ${server}${one} --format claude-code --key KEY${contentOption(content)}`;
}

/** ` --content=DIR` for a command; DIR is the reader's to fill in where nobody should paste the folder's name. */
export function contentOption(content: string | undefined): string {
  return content === undefined ? '' : ` --content=${shellWord(content) ?? 'DIR'}`;
}

/** Commands that take `--content`, between backquotes. */
const COMMAND = /`(npm run (?:-s )?(?:stamp|import|scan|check|build|audit|policy))((?: -- [^`\n]*)?)`/g;

/** A text of ours with the content root in each of its commands that lacks it, for a catalogue that is not Placard's own. */
export function withContentOption(text: string, content: string | undefined): string {
  if (content === undefined) return text;
  return text.replace(COMMAND, (whole, command: string, rest: string) =>
    rest.includes('--content') ? whole : `\`${command}${rest === '' ? ' --' : rest}${contentOption(content)}\``,
  );
}
