import { sha256Hex } from './sha256.ts';

/** The form of a server's slug: its folder's name (contracts: Content). */
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Segments that a tool may not have, because something else of the server lives there (contracts: Content). */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set(['.', '..', 'index', 'policy.json', 'history']);

const PLAIN_SEGMENT = /^[A-Za-z0-9_.-]+$/;
const LONGEST_RAW_SEGMENT = 100;
const LONGEST_CLEANED_SEGMENT = 60;

/** Turns an imported server id into a slug: lower case, runs of other characters to `-`; null when nothing is left. */
export function slugFromId(id: string): string | null {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? null : slug;
}

/**
 * The URL segments of all names that share a folder (contracts: Content): the raw name where it is plain, short, not
 * reserved and no other name has it in another case, else a cleaned name with eight digits of the raw name's hash.
 * The names may repeat; each gets one segment.
 */
export async function segmentsOf(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    const folded = name.toLowerCase();
    spellings.set(folded, (spellings.get(folded) ?? new Set()).add(name));
  }
  const segments = new Map<string, string>();
  for (const name of new Set(names)) {
    const shared = (spellings.get(name.toLowerCase())?.size ?? 0) > 1;
    segments.set(name, isPlainSegment(name) && !shared ? name : await cleanedSegment(name));
  }
  return segments;
}

function isPlainSegment(name: string): boolean {
  return PLAIN_SEGMENT.test(name) && name.length <= LONGEST_RAW_SEGMENT && !RESERVED_SEGMENTS.has(name);
}

async function cleanedSegment(name: string): Promise<string> {
  const cleaned = name
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_CLEANED_SEGMENT);
  const digest = await sha256Hex(name);
  return `${cleaned === '' ? 'tool' : cleaned}-${digest.slice(0, 8)}`;
}
