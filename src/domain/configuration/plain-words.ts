/**
 * The words of one plain shell command: words of letters, digits and a few marks, and quotes around such words; null where a
 * shell would do more with the text than split it (several commands, variables, patterns, redirections).
 */
export function plainWords(text: string): string[] | null {
  if (!/^[ \t]*(?:(?:[\w@%+=:,./-]|"[\w@%+=:,./ -]*"|'[\w@%+=:,./ -]*')+(?:[ \t]+|$))+$/.test(text)) return null;
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']+)+/g)].map(([word]) => word.replace(/["']/g, ''));
}
