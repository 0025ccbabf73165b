/** A version as its numbers and its pre-release parts; null for a text that is none. */
function parse(text: string): { numbers: number[]; pre: string[] } | null {
  const match = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text.trim());
  if (match === null) return null;
  return { numbers: (match[1] as string).split('.').map(Number), pre: match[2]?.split('.') ?? [] };
}

/**
 * Orders two versions as semver.org does (precedence, section 11), with as many numbers as there are: 2025.7.01 and 1.2 are
 * versions too, a missing number is 0.
 * @returns negative, 0 or positive; null where one of them is no version
 */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null) return null;
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index += 1) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.pre.length === 0 || right.pre.length === 0) return right.pre.length - left.pre.length;
  for (let index = 0; index < Math.max(left.pre.length, right.pre.length); index += 1) {
    const difference = comparePart(left.pre[index], right.pre[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers before words; what is not there comes first. */
function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a record's text in `fixed` names a version: it may also say "removed" or give a day. */
export function namesVersion(text: string): boolean {
  return /(?<![\d-])\d+\.\d/.test(text);
}

/** What stands for a fix that nobody looked for: "not verified". */
const UNCHECKED = /^not (?:verified|checked|known)\b/i;

/** Where a recorded version stands to the versions that fix a flaw. */
export interface FixState {
  /**
   * `none`: somebody looked, and no version that fixes it is on record. `not-checked`: nobody looked. `unknown`: the texts cannot
   * be compared.
   */
  readonly state: 'older' | 'not-older' | 'unknown' | 'none' | 'not-checked';
  /** As the record gives them, without repetition. */
  readonly fixed: readonly string[];
  readonly recorded: string | undefined;
  /** The versions that the record names as affected, without repetition. */
  readonly affected: readonly string[];
}

/** What a record says of one thing that a flaw is in. */
export interface AffectedVersions {
  readonly versions?: string | undefined;
  /** The first version without the flaw, or what was found instead of one. Absent where nobody looked. */
  readonly fixed?: string | undefined;
}

/**
 * Compares a recorded version with fixes: older as soon as one fix is later, not older when it has all of them. A record may
 * give one fix per line of versions ("0.6.4 / 2025.7.01"): only what all of them agree on is said.
 */
export function fixState(recorded: string | undefined, of: readonly AffectedVersions[]): FixState {
  const fixes = of.map((each) => each.fixed);
  const affected = [...new Set(of.flatMap(({ versions }) => versions ?? []))];
  const fixed = [...new Set(fixes.flatMap((text) => (text !== undefined && namesVersion(text) ? [text] : [])))];
  if (fixed.length === 0) {
    const wasChecked = fixes.length > 0 && fixes.every((text) => text !== undefined && !UNCHECKED.test(text));
    return { state: wasChecked ? 'none' : 'not-checked', fixed, recorded, affected };
  }
  const states = fixed.map((text) => standing(recorded, text));
  const isOpen = fixes.some((text) => text === undefined || !namesVersion(text));
  const state = states.includes('older')
    ? 'older'
    : !isOpen && states.every((each) => each === 'not-older')
      ? 'not-older'
      : 'unknown';
  return { state, fixed, recorded, affected };
}

function standing(recorded: string | undefined, fixed: string): FixState['state'] {
  if (recorded === undefined) return 'unknown';
  const orders = fixed.split(' / ').map((version) => compareVersions(recorded, version));
  if (orders.some((order) => order === null)) return 'unknown';
  if (orders.every((order) => (order as number) >= 0)) return 'not-older';
  return orders.every((order) => (order as number) < 0) ? 'older' : 'unknown';
}
