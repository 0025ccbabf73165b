import { editDistance } from './edit-distance.ts';
import { letters } from './letters.ts';

/** The candidate that was probably meant: the same letters, or at most two slips away; undefined when none is near. */
export function meantName(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(written);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of candidates) {
    const near = letters(name);
    if (near === wanted && wanted !== '') return name;
    if (Math.abs(near.length - wanted.length) > MOST_SLIPS || wanted.length < SHORTEST || near.length > LONGEST)
      continue;
    const distance = editDistance(wanted, near, MOST_SLIPS);
    if (distance <= MOST_SLIPS && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** Letters to add, drop, change or swap with their neighbour. */
const MOST_SLIPS = 2;
/** Among shorter words everything is near everything. */
const SHORTEST = 4;
const LONGEST = 80;
