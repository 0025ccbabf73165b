import { urls } from '../site/urls.ts';
import { differingBits, editDistance, forgiven, letterBits } from '../text/edit-distance.ts';
import type { Hit } from './hit.ts';
import { type Bearer, levelPlace, type NameEntry, type NameIndex, singular } from './name-index.ts';
import type { Traits } from './names-file.ts';
import { type QueryWords, queryWords } from './query-words.ts';
import { type Facets, failedFacets } from './search-facets.ts';
import { synonyms } from './search-synonyms.ts';

/** How a name fits a query, best first: `letters` is the whole name. `typo` alone is weak: the letters differ. */
const FITS = ['letters', 'prefix', 'words', 'synonyms', 'typo'] as const;
export type Fit = (typeof FITS)[number];

/** A name that was found. */
export interface NameHit extends Hit {
  readonly fit: Fit;
}

/** Names that were found, best first; `total` counts those that are not given too. */
export interface NameHits {
  readonly hits: readonly NameHit[];
  readonly total: number;
}

/** Names that are given; more are counted. */
const MOST_HITS = 50;

/** Servers whose tools of the wanted name are listed one by one under the page of the name. */
const MOST_BEARERS = 3;

/** With fewer names than this, those with a wrong letter are looked at too. */
const ENOUGH_NAMES = 3;

/** Letters from which on the beginning of a server's name stands for it beside the name of a tool. */
const FIRM_PREFIX = 4;

/** A product comes before the servers that are called by it: its page says which is whose. */
const KIND_ORDER = ['brand', 'server', 'tool', 'attack', 'guide'] as const;

/** Lengths and numbers of servers above this count as this in the order of results. */
const MOST_COUNTED = 255;

/** As many forms as a query has words at most. */
const MOST_FORMS = 12;

/** An entry that fits, or one of its tools. */
interface Found {
  readonly id: number;
  readonly bearer?: Bearer;
  readonly fit: number;
  /** Within a fit, smaller is better: letters that are wrong, words that are only begun, another spelling. */
  readonly distance: number;
  /** Words that are another form of those asked for: alert for alerts. */
  readonly forms: number;
  /** Words of the name that nobody asked for. */
  readonly extra: number;
}

/** Finds names: of products, servers, tools, attacks and guides. An empty query lists everything that the facets let through. */
export function searchNames(index: NameIndex, query: string, facets: Facets = {}): NameHits {
  const asked = queryWords(query);
  if (asked.raw === '') return listNames(index, facets);
  if (asked.keys.length === 0) return { hits: [], total: 0 };
  const found = new FoundNames();
  findKeys(index, asked, found);
  findServerKeys(index, asked, found);
  const words = wordMasks(index, asked.words);
  findWords(index, words, FITS.indexOf('words'), found);
  if (found.size === 0) {
    const others = asked.words.map(synonyms);
    if (others.some((list) => list.length > 0)) {
      findWords(index, wordMasks(index, asked.words, others), FITS.indexOf('synonyms'), found);
    }
  }
  if (found.size < ENOUGH_NAMES && !found.hasWholeName) findTypos(index, asked, words, found);
  return shownHits(index, found, facets);
}

/** What was found, each entry or tool once, in its best fit. */
class FoundNames {
  readonly best = new Map<number | Bearer, Found>();

  get size(): number {
    return this.best.size;
  }

  /** Whether the query is a name: then nobody is looking for one with another letter. */
  get hasWholeName(): boolean {
    return [...this.best.values()].some(({ fit }) => fit === 0);
  }

  add(found: Found): void {
    // A tool whose whole name fits at least as well is in already.
    const whole = this.best.get(found.id);
    if (found.bearer && whole && whole.fit <= found.fit) return;
    const key = found.bearer ?? found.id;
    const known = this.best.get(key);
    if (
      known === undefined ||
      found.fit < known.fit ||
      (found.fit === known.fit && (found.distance - known.distance || found.extra - known.extra) < 0)
    )
      this.best.set(key, found);
  }
}

/** The letters of the query are those of a name, or its first. */
function findKeys(index: NameIndex, asked: QueryWords, found: FoundNames): void {
  for (const wanted of asked.keys) {
    for (const { key, id } of index.keysBy.get(wanted.charAt(0)) ?? []) {
      if (!key.startsWith(wanted)) continue;
      const entry = index.entries[id] as NameEntry;
      const isWhole = key.length === wanted.length;
      const fit = FITS.indexOf(isWhole ? 'letters' : 'prefix');
      const distance = isWhole && !entry.names.includes(asked.raw) ? 1 : 0;
      found.add({ id, fit, distance, forms: 0, extra: isWhole ? 0 : entry.wordCount });
    }
  }
}

/** The query is the name of a server, then that of one of its tools. */
function findServerKeys(index: NameIndex, asked: QueryWords, found: FoundNames): void {
  const fit = FITS.indexOf('letters');
  for (const wanted of asked.keys) {
    for (let length = 1; length < wanted.length; length += 1) {
      const servers = index.serversByKey.get(wanted.slice(0, length));
      if (servers === undefined) continue;
      for (const id of index.toolsByKey.get(wanted.slice(length)) ?? []) {
        for (const bearer of (index.entries[id] as NameEntry).bearers) {
          if (servers.includes(bearer.server)) found.add({ id, bearer, fit, distance: 0, forms: 0, extra: 0 });
        }
      }
    }
  }
}

/** For each entry, which words of a query it has, as bits: begun, whole, to the letter, and firm enough to name a server. */
interface WordMasks {
  readonly all: number;
  readonly begun: Uint16Array;
  readonly whole: Uint16Array;
  readonly literal: Uint16Array;
  readonly firm: Uint16Array;
}

/** @param others for each word, words that mean the same */
function wordMasks(index: NameIndex, words: readonly string[], others: readonly (readonly string[])[] = []): WordMasks {
  const masks: WordMasks = {
    all: 2 ** words.length - 1,
    begun: new Uint16Array(index.entries.length),
    whole: new Uint16Array(index.entries.length),
    literal: new Uint16Array(index.entries.length),
    firm: new Uint16Array(index.entries.length),
  };
  for (const [place, word] of words.entries()) {
    markWord(index, word, 1 << place, masks, false);
    for (const other of others[place] ?? []) markWord(index, other, 1 << place, masks, true);
  }
  return masks;
}

/** Marks the entries that have a word. One letter, and a synonym, must be the whole word. */
function markWord(index: NameIndex, word: string, bit: number, masks: WordMasks, wholeOnly: boolean): void {
  const one = singular(word);
  for (const known of index.wordsBy.get(word.charAt(0)) ?? []) {
    const isWhole = known.word === word || known.singular === one;
    if (!isWhole && (wholeOnly || word.length < 2 || !(known.word.startsWith(word) || known.word.startsWith(one))))
      continue;
    const isFirm = isWhole || word.length >= FIRM_PREFIX;
    for (const id of known.entries) {
      masks.begun[id] = (masks.begun[id] as number) | bit;
      if (isWhole) masks.whole[id] = (masks.whole[id] as number) | bit;
      if (known.word === word) masks.literal[id] = (masks.literal[id] as number) | bit;
      if (isFirm) masks.firm[id] = (masks.firm[id] as number) | bit;
    }
  }
}

/** Every word of the query begins a word of the name, or for some words of the name of its server. */
function findWords(index: NameIndex, masks: WordMasks, fit: number, found: FoundNames): void {
  const { all, begun, whole, literal, firm } = masks;
  const count = ones(all);
  for (let id = 0; id < begun.length; id += 1) {
    const has = begun[id] as number;
    if (has === 0) continue;
    const entry = index.entries[id] as NameEntry;
    const wholes = whole[id] as number;
    const forms = -ones(literal[id] as number);
    if (has === all) {
      // A server that has all the words whole is as good as one whose name begins with them.
      const rank = entry.kind === 'server' && wholes === all ? Math.min(fit, FITS.indexOf('prefix')) : fit;
      const extra = Math.max(entry.wordCount - count, 0);
      found.add({ id, fit: rank, distance: count - ones(wholes), forms, extra });
      continue;
    }
    for (const bearer of entry.bearers) {
      const server = firm[index.servers[bearer.server] as number] as number;
      if ((has | server) !== all) continue;
      const own = ones(has);
      const extra = Math.max(entry.wordCount - own, 0);
      found.add({ id, bearer, fit, distance: own - ones(wholes), forms, extra });
    }
  }
}

/** A letter or two of the query are wrong: of the whole name, or of some of its words. */
function findTypos(index: NameIndex, asked: QueryWords, masks: WordMasks, found: FoundNames): void {
  const fit = FITS.indexOf('typo');
  for (const wanted of asked.keys) {
    const most = forgiven(wanted.length);
    const bits = letterBits(wanted);
    if (most === 0) continue;
    for (const keys of index.keysBy.values()) {
      for (const { key, bits: has, id } of keys) {
        if (Math.abs(key.length - wanted.length) > most || differingBits(bits, has) > 2 * most) continue;
        const distance = editDistance(wanted, key, most);
        if (distance <= most) found.add({ id, fit, distance, forms: 0, extra: 0 });
      }
    }
  }
  const begun = masks.begun.slice();
  const firm = masks.firm.slice();
  for (const [place, word] of asked.words.entries()) {
    const most = forgiven(word.length);
    const bits = letterBits(word);
    if (most === 0) continue;
    for (const known of index.words.values()) {
      if (Math.abs(known.word.length - word.length) > most || differingBits(bits, known.bits) > 2 * most) continue;
      if (editDistance(word, known.word, most) > most) continue;
      for (const id of known.entries) {
        begun[id] = (begun[id] as number) | (1 << place);
        firm[id] = (firm[id] as number) | (1 << place);
      }
    }
  }
  findWords(index, { all: masks.all, begun, whole: masks.whole, literal: masks.literal, firm }, fit, found);
}

function ones(mask: number): number {
  let count = 0;
  for (let bits = mask; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** What was found, as results: sorted, narrowed, equal names as one. */
function shownHits(index: NameIndex, found: FoundNames, facets: Facets): NameHits {
  const hits: NameHit[] = [];
  let total = 0;
  const isNarrowed = Object.values(facets).some(Boolean);
  const kept = [...found.best.values()].filter(
    ({ id, bearer, fit }) => bearer === undefined || (found.best.get(id)?.fit ?? FITS.length) > fit,
  );
  const sorted = firstOf(index, kept, isNarrowed ? kept.length : MOST_HITS);
  for (const { id, bearer, fit } of sorted) {
    const entry = index.entries[id] as NameEntry;
    const kind = FITS[fit] as Fit;
    if (entry.kind !== 'tool') {
      const item = faceted(index, entry);
      if (failedFacets(item, facets).length > 0) continue;
      total += 1;
      if (hits.length < MOST_HITS) hits.push({ ...entryHit(index, entry), fit: kind });
      continue;
    }
    const bearers = (bearer ? [bearer] : entry.bearers).filter(
      (tool) => failedFacets(bearerFaceted(index, tool), facets).length === 0,
    );
    if (bearers.length === 0) continue;
    total += 1;
    if (hits.length >= MOST_HITS) continue;
    if (bearers.length > 1) hits.push({ ...sharedHit(index, entry, bearers), fit: kind });
    const isNamed = fit <= FITS.indexOf('letters');
    if (bearers.length === 1 || (isNamed && bearers.length <= MOST_BEARERS)) {
      const tools = bearers.toSorted((a, b) => levelPlace(traitsOf(index, a)[0]) - levelPlace(traitsOf(index, b)[0]));
      hits.push(...tools.map((tool) => ({ ...toolHit(index, entry, tool), fit: kind })));
    }
  }
  return { hits, total: isNarrowed ? total : kept.length };
}

/** At least so many of them, in order: where there are thousands, only those that will be shown are sorted by more than a number. */
function firstOf(index: NameIndex, found: readonly Found[], most: number): Found[] {
  const ranks = Float64Array.from(found, (one) => rankOf(index, one));
  const last = found.length > most ? (ranks.toSorted()[most - 1] as number) : Number.POSITIVE_INFINITY;
  return found
    .map((one, place) => ({ one, rank: ranks[place] as number }))
    .filter(({ rank }) => rank <= last)
    .sort((a, b) => a.rank - b.rank || compareTitles(index, a.one, b.one))
    .map(({ one }) => one);
}

/**
 * The place of a find among the others as one number, smaller first: a sort of thousands must not keep a key waiting. Whole names
 * go by kind, a server before tools, however it is spelt, and by how many servers use the spelling.
 */
function rankOf(index: NameIndex, { id, bearer, fit, distance, forms, extra }: Found): number {
  const entry = index.entries[id] as NameEntry;
  const kind = KIND_ORDER.indexOf(entry.kind);
  const bearers = fit === 0 ? MOST_COUNTED - Math.min(entry.bearers.length, MOST_COUNTED) : 0;
  const worst = bearer ? (index.levels[bearer.traits] as number) : entry.worst;
  let rank = fit;
  const kinds = KIND_ORDER.length;
  rank = fit === 0 ? (rank * kinds + kind) * 16 + distance : (rank * 16 + distance) * kinds + kind;
  rank = (rank * 32 + Math.min(extra, 31)) * 16 + forms + MOST_FORMS;
  rank = (rank * (MOST_COUNTED + 1) + bearers) * (MOST_COUNTED + 1) + Math.min(entry.title.length, MOST_COUNTED);
  return rank * 8 + worst;
}

function compareTitles(index: NameIndex, a: Found, b: Found): number {
  const one = (index.entries[a.id] as NameEntry).title;
  const two = (index.entries[b.id] as NameEntry).title;
  return one < two ? -1 : one > two ? 1 : 0;
}

/** Everything that the facets let through: worst level first, then by name. */
function listNames(index: NameIndex, facets: Facets): NameHits {
  const listed: { readonly entry: NameEntry; readonly bearer?: Bearer; readonly level: number }[] = [];
  for (const entry of index.entries) {
    if (entry.kind !== 'tool') {
      const item = faceted(index, entry);
      if (failedFacets(item, facets).length === 0) listed.push({ entry, level: levelPlace(item.level) });
      continue;
    }
    for (const bearer of entry.bearers) {
      const item = bearerFaceted(index, bearer);
      if (failedFacets(item, facets).length === 0) listed.push({ entry, bearer, level: levelPlace(item.level) });
    }
  }
  listed.sort(
    (a, b) =>
      a.level - b.level ||
      KIND_ORDER.indexOf(a.entry.kind) - KIND_ORDER.indexOf(b.entry.kind) ||
      a.entry.title.localeCompare(b.entry.title, 'en'),
  );
  const hits = listed.slice(0, MOST_HITS).map(({ entry, bearer }): NameHit => {
    return { ...(bearer ? toolHit(index, entry, bearer) : entryHit(index, entry)), fit: 'letters' };
  });
  return { hits, total: listed.length };
}

/** Everything that facets count: each tool of each server, and the rest. */
export function* facetedNames(index: NameIndex) {
  for (const entry of index.entries) {
    if (entry.kind !== 'tool') yield faceted(index, entry);
    else for (const bearer of entry.bearers) yield bearerFaceted(index, bearer);
  }
}

function faceted(index: NameIndex, { kind, at }: NameEntry) {
  if (kind !== 'server') return { kind };
  const [slug, , level] = index.file.servers[at] as NameIndex['file']['servers'][number];
  return { kind, level, server: slug };
}

function bearerFaceted(index: NameIndex, bearer: Bearer) {
  const [level, category, ...signals] = traitsOf(index, bearer);
  return { kind: 'tool', level, category, signals, server: index.file.servers[bearer.server]?.[0] };
}

function traitsOf(index: NameIndex, bearer: Bearer): Traits {
  return index.file.traits[bearer.traits] as Traits;
}

const TEXT_URLS = { brand: urls.server, attack: urls.attack, guide: urls.guide } as const;

function entryHit(index: NameIndex, { kind, at }: NameEntry): Hit {
  if (kind === 'server') {
    const [slug, name, level] = index.file.servers[at] as NameIndex['file']['servers'][number];
    return { url: urls.server(slug), kind, title: name, level };
  }
  const [text, id, title] = index.file.texts[at] as NameIndex['file']['texts'][number];
  return { url: TEXT_URLS[text](id), kind: text, title };
}

function toolHit(index: NameIndex, entry: NameEntry, bearer: Bearer): Hit {
  const [slug, server] = index.file.servers[bearer.server] as NameIndex['file']['servers'][number];
  const [level, category] = traitsOf(index, bearer);
  return { url: urls.tool(slug, bearer.segment), kind: 'tool', title: entry.title, level, category, server };
}

function sharedHit(index: NameIndex, entry: NameEntry, bearers: readonly Bearer[]): Hit {
  const { hubs } = index.file;
  const segment = Object.hasOwn(hubs, entry.title) ? (hubs[entry.title] as string) : entry.title;
  const levels = bearers.map((bearer) => traitsOf(index, bearer)[0]).sort((a, b) => levelPlace(a) - levelPlace(b));
  const level = levels[0] as string;
  const mildest = levels.at(-1) as string;
  return { url: urls.name(segment), kind: 'name', title: entry.title, level, mildest, servers: bearers.length };
}
