/** Room for the lines of the table, made once: thousands of words are compared for one key. Longer words are never near. */
const LINES = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)] as const;

/**
 * The number of letters to put in, take out, change or swap with a neighbour, to make one word of the other (Damerau and
 * Levenshtein, optimal string alignment); anything above `most` is given as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length >= LINES[0].length) return most + 1;
  let [older, old, line] = LINES;
  for (let column = 0; column <= b.length; column += 1) old[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    line.fill(most + 1, 0, b.length + 1);
    line[0] = row;
    let least = row;
    // Cells further from the diagonal than `most` are above it.
    const from = Math.max(1, row - most);
    const to = Math.min(b.length, row + most);
    const letter = a.charCodeAt(row - 1);
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(column - 1);
      let cost = Math.min(
        (old[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (old[column - 1] as number) + (letter === other ? 0 : 1),
      );
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, (older[column - 2] as number) + 1);
      }
      line[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const free = older;
    older = old;
    old = line;
    line = free;
  }
  return Math.min(old[b.length] as number, most + 1);
}

/** How many wrong letters a word of this length is forgiven: none below four, one up to seven, then two. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Which letters and digits a word has, as bits: a cheap filter before `editDistance`. Words within a distance of `d` differ in
 * at most `2 * d` bits, so that the filter loses none.
 */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

/** How many bits two words' letters differ in. */
export function differingBits(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
