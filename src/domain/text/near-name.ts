/** The candidate that was probably meant: the same letters, or at most two slips away; undefined when none is near. */
export function nearName(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(written);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of candidates) {
    const near = letters(name);
    if (near === wanted && wanted !== '') return name;
    if (Math.abs(near.length - wanted.length) > MOST_SLIPS || wanted.length < SHORTEST || near.length > LONGEST)
      continue;
    const distance = slips(wanted, near);
    if (distance <= MOST_SLIPS && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

const MOST_SLIPS = 2;
/** Among shorter words everything is near everything. */
const SHORTEST = 4;
const LONGEST = 80;

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + cost,
        swapped ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
