/** The letters and digits of a text in lower case: what is left when case and separators do not count. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
