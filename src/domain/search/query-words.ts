import { nameKey, nameWords } from './name-words.ts';

/** Words that say nothing of what is meant. */
const STOP_WORDS = new Set(
  'a an the of to in into on at for from with by and or my your our their is are be do does how what which can i me it its this that as please all every any some'.split(
    ' ',
  ),
);

/** Words that stand for every server or tool here. */
const NOISE_WORDS = new Set(['mcp', 'server', 'servers', 'tool', 'tools']);

/** Words of a query that are looked up; what comes after is not. */
const MOST_WORDS = 12;

/** A query in the forms in which it is compared. */
export interface QueryWords {
  /** As typed, without space around. */
  readonly raw: string;
  /** Its letters, and those without words that say nothing; each once, none empty. */
  readonly keys: readonly string[];
  /** The words that say something: never empty unless the query has no letter. */
  readonly words: readonly string[];
  /** True where words were typed apart: somebody wrote a sentence, not a name. */
  readonly isSentence: boolean;
}

/** Reads what somebody typed. A name as clients show it, `mcp__server__tool`, is the server and the tool. */
export function queryWords(query: string): QueryWords {
  const raw = query.trim();
  const named = raw.replace(/^mcp__(?=.)/, '');
  const all = nameWords(named).slice(0, MOST_WORDS);
  const told = all.filter((word) => !STOP_WORDS.has(word));
  const bare = told.filter((word) => !NOISE_WORDS.has(word));
  const words = [bare, told, all].find((list) => list.length > 0) ?? [];
  const keys = [nameKey(named), told.join(''), bare.join('')].filter((key) => key !== '');
  return { raw, keys: [...new Set(keys)], words: [...new Set(words)], isSentence: /\S\s+\S/.test(raw) };
}
