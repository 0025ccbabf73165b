/** A piece of a text, and whether it is what a reader should look at. */
export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** More phrases than this are not looked for: a record is a stranger's. */
const MOST_PHRASES = 100;

/** A text cut into pieces, with the first occurrence of every phrase marked; joined again, the pieces are the text. */
export function markedParts(text: string, phrases: readonly string[]): TextPart[] {
  const spans = phrases
    .slice(0, MOST_PHRASES)
    .map((phrase) => ({ start: phrase === '' ? -1 : text.indexOf(phrase), length: phrase.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, length } of spans) {
    // Where two overlap, what the first has marked stays so, and the rest of the second is added.
    const end = start + length;
    if (end <= at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(Math.max(at, start), end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
