import { TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import type { Excuse } from '../lexicon/excuses.ts';
import { clausesOf } from './clauses.ts';
import type { Description } from './description.ts';
import type { Parameter } from './schema-parameters.ts';

/** What an excuse is looked for in. */
interface Excusable {
  readonly name: string;
  readonly description: Description;
  readonly parameters: readonly Parameter[];
}

/** Words before an excuse that take it back, or make a condition of it. */
const TAKES_BACK =
  /\b(?:not|never|no|cannot|unless|when|whenever|if|where|while|before|until|unlike|except|disabled|unavailable|instead of|rather than|were|was|can't|don't|doesn't|isn't|(?:sandbox|page|file|model|object|one|user|project|host|system|server|machine) (?:that|which|who))\b/;
/** Words behind an excuse that turn it against what it speaks of, or limit it. */
const TURNS =
  /^[^,]*\b(?:rejected|refused|denied|disabled|unavailable|retired|deprecated|cannot|unless|until|is not|are not|has been|have been)\b/;
/** Words that may stand before a clause of its own. */
const INTRODUCTION =
  /^(?:(?:note|important|warning|security|safety|for (?:safety|security)|since version \d+|like [^,]{1,40}|safe|currently|by design|therefore|thus|so|and|but|also|please note that)\b[,:]? ?)*/;

/** A name in a text such as `run_sql`. */
const IDENTIFIER = /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g;

/**
 * The words of a definition that excuse it, or nothing. An excuse counts only inside the clause that it governs: the one that
 * says what the tool does, or one of its own that says it of every call. It never counts behind "not", "unless" or "when", nor
 * where the clause speaks of another tool or of what is rejected.
 * @returns the words in lower case, as they stand in the description
 */
export function excuseOf(facts: Excusable, excuse: Excuse): string | undefined {
  for (const { text, isDeed } of clausesOf(unwrapped(facts.description.text).toLowerCase())) {
    if (isDeed) {
      const found = excuse.inDeed.exec(text);
      if (found !== null && governs(text, found)) return found[0];
    }
    const introduction = INTRODUCTION.exec(text)?.[0] ?? '';
    const own = text.slice(introduction.length);
    // ", no writes": a piece that says it by itself.
    for (const piece of [own, ...own.split(/, (?=(?:no|only) )/).slice(1)]) {
      const said = excuse.asClause.exec(piece);
      if (said !== null && !excuse.limits.test(piece.slice(said[0].length)) && !namesAnother(text, facts))
        return said[0];
    }
  }
  return undefined;
}

/** A line that goes on in small letters is only wrapped. */
const unwrapped = (text: string) => text.slice(0, 3_000).replace(/(?<=[a-z,])\n(?=[a-z])/g, ' ');

/** "Find where …", "tell whether …": what is looked up, and no condition. */
const LOOKED_UP = /^(?:find|tell|fetch|look up|show|get|return|list|check|see|determine)s? (?:where|when|whether|if)\b/;

function governs(text: string, { 0: words, index }: RegExpExecArray): boolean {
  return !TAKES_BACK.test(text.slice(0, index).replace(LOOKED_UP, '')) && !TURNS.test(text.slice(index + words.length));
}

/** Whether a clause names something like a tool that is neither this one nor an argument of it. */
function namesAnother(text: string, { name, parameters }: Excusable): boolean {
  const own = new Set([name.toLowerCase(), ...parameters.map(({ key }) => key)]);
  return [...text.matchAll(IDENTIFIER)].some(([word]) => !own.has(word) && !/^read_only/.test(word));
}

/** What an example of each row looks like. */
export const EXCUSE_PLACE_EXAMPLES: readonly ExampleTable[] = [
  patternTable('excuse.taken-back', TAKES_BACK, {
    gives: 'Execute',
    example: (text) => ({ name: 'query_it', description: `Run SQL, ${text} read-only`, takes: { sql: TEXT } }),
  }),
];
