import { letters } from './letters.ts';

/** Shorter names are near each other by chance. */
const SHORTEST = 6;

/**
 * For each name those that a reader could take for it: the same letters in another case or with other separators, or one
 * letter more, less or other. Equal names are not among them. That is how a name is imitated, and how an agent mixes two up.
 */
export function nearNames(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const unique = [...new Set(names)];
  const bySignature = new Map<string, string[]>();
  for (const name of unique) {
    for (const signature of signaturesOf(name)) {
      const group = bySignature.get(signature);
      if (group === undefined) bySignature.set(signature, [name]);
      else group.push(name);
    }
  }
  const near = new Map<string, readonly string[]>();
  for (const name of unique) {
    const found = new Set(signaturesOf(name).flatMap((signature) => bySignature.get(signature) ?? []));
    found.delete(name);
    if (found.size > 0) near.set(name, [...found].filter((other) => isNear(letters(name), letters(other))).sort());
  }
  for (const [name, found] of near) if (found.length === 0) near.delete(name);
  return near;
}

/** Two words are one letter apart only if they agree when one letter of each, or of one, is left out. */
function signaturesOf(name: string): string[] {
  const all = letters(name);
  if (all.length < SHORTEST || all.length > 100) return all === '' ? [] : [all];
  return [all, ...Array.from(all, (_, index) => all.slice(0, index) + all.slice(index + 1))];
}

/** Left out at different places, the same letters can remain of words that are further apart. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
