import { readVerb } from '../lexicon/verbs.ts';
import { textWords } from './tokenize.ts';

/** A clause of a description in lower case. */
export interface Clause {
  readonly text: string;
  /** Whether it says what the tool does: the first of the text, or one that begins with a statement ("Runs …", "It only runs …"). */
  readonly isDeed: boolean;
}

/** As much of a description as is cut. */
const LONGEST = 1_500;
const MOST_CLAUSES = 60;

/** Words that may stand before the verb of a statement about the tool. */
const BEFORE_STATEMENT =
  /^(?:(?:this|the|it|tool|also|only|always|safely|strictly|query|function|endpoint|can|will) )*/;

/** The clauses of a description: cut at ends of sentences and lines, semicolons, colons and dashes, not at commas. */
export function clausesOf(lower: string): Clause[] {
  const pieces = lower.slice(0, LONGEST).split(/(?<=[.!?。])\s+|[;；:：\n]+|\s[-–—]+\s|[—]/);
  const texts = pieces.map((piece) => piece.replace(/^[\s\-•✓×→>|–—.,]+/, '').trim()).filter((piece) => piece !== '');
  return texts.slice(0, MOST_CLAUSES).flatMap((whole, index) => {
    const text = whole.replace(BRACKETS, ' ').replace(/\s+/g, ' ').trim();
    const isDeed = index === 0 || isStatement(text);
    // What stands in brackets says it of the clause around it.
    const asides = isDeed || text === '' ? [...whole.matchAll(BRACKETS)].map(([, aside = '']) => aside.trim()) : [];
    return [{ text, isDeed }, ...asides.map((aside) => ({ text: aside, isDeed: false }))];
  });
}

/** What stands in brackets. */
const BRACKETS = /[([]([^()[\]]{0,200})[)\]]/g;

/** "Runs …", "This tool also returns …": what a later clause says of the tool itself. */
function isStatement(text: string): boolean {
  const rest = text.replace(BEFORE_STATEMENT, '');
  const [first] = textWords(rest, 1);
  const reading = first === undefined ? undefined : readVerb(first.lower);
  return reading?.form === 'third' && !reading.verb.loose;
}
