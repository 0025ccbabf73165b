/** At most six consecutive words of a text from a position on: what evidence may show of a publisher's text. */
export function shortQuote(text: string, start: number, end: number, mostWords = 6): string {
  const piece = text.slice(start, Math.min(end, start + 160));
  let count = 0;
  let last = 0;
  // Counted as publisher-text.ts counts them: "to-do" is two. A word of a script without spaces is a few characters.
  for (const match of piece.matchAll(/[\p{L}\p{N}\p{M}]{1,40}/gu)) {
    count += 1;
    if (count > mostWords) break;
    last = match.index + match[0].length;
  }
  return piece
    .slice(0, last)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '');
}
