import { sha256Hex } from './sha256.ts';

/** The form of a server's slug: its folder's name (docs/contracts.md#slugs-and-segments). */
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Segments that a tool may not have, because something else of the server lives there
 * (docs/contracts.md#slugs-and-segments).
 */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  '.',
  '..',
  'index',
  'index.html',
  'policy.json',
  'history',
]);

/** Ids that an attack may not have, because something else lives at their address. */
export const RESERVED_ATTACK_IDS: ReadonlySet<string> = new Set(['class', 'timeline', 'index']);

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
 * The URL segments of all names that share a folder (docs/contracts.md#slugs-and-segments): the raw name where it is plain,
 * short, not reserved and no other name has it in another case, else a cleaned name with eight digits of the raw name's
 * hash. The names may repeat; each gets one segment. Names that still meet move on to a longer form until none do.
 */
export async function segmentsOf(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(names)];
  const spellings = Map.groupBy(distinct, (name) => name.toLowerCase());
  const forms = new Map<string, [string, ...string[]]>();
  for (const name of distinct) {
    const isShared = (spellings.get(name.toLowerCase())?.length ?? 0) > 1;
    const cleaned = await cleanedSegments(name);
    forms.set(name, isPlainSegment(name) && !isShared ? [name, ...cleaned] : cleaned);
  }
  for (;;) {
    const groups = Map.groupBy(forms, ([, [segment]]) => segment.toLowerCase());
    const meeting = [...groups.values()].filter((group) => group.length > 1).flat();
    if (meeting.length === 0) return new Map([...forms].map(([name, [segment]]) => [name, segment]));
    for (const [, form] of meeting) if (form.length > 1) form.shift();
  }
}

function isPlainSegment(name: string): boolean {
  return PLAIN_SEGMENT.test(name) && name.length <= LONGEST_RAW_SEGMENT && !RESERVED_SEGMENTS.has(name);
}

async function cleanedSegments(name: string): Promise<[string, ...string[]]> {
  const cleaned = name
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_CLEANED_SEGMENT);
  const stem = cleaned === '' ? 'tool' : cleaned;
  const digest = await sha256Hex(name);
  // Two names of a hostile server can have the same first digits, and lone surrogates the same digest; JSON tells them apart.
  return [`${stem}-${digest.slice(0, 8)}`, `${stem}-${await sha256Hex(JSON.stringify(name))}`];
}
