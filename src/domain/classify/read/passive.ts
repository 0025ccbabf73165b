import type { Action } from '../lexicon/action.ts';
import { CLAUSE_OPENERS, DETERMINERS, FILLER_WORDS, MEASURE_NOUNS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { singular } from '../lexicon/inflection.ts';
import { GENERIC_VERBS } from '../lexicon/verb-or-noun.ts';
import { readParticiple, readVerb } from '../lexicon/verbs.ts';
import { words as wordList } from '../lexicon/word-list.ts';
import type { Sentence } from './description.ts';
import { shortQuote } from './short-quote.ts';

const AUXILIARY = wordList('is are be been being get gets');
/** What says of a thing how it is, or what it is for, and not what is done to it. */
const STATES = wordList('use design base need require build make call load link set mean connect store');
/** As far into a sentence as its subject may reach. */
const MOST_SUBJECT = 10;

/**
 * What a sentence in the passive says is done: "All rows of the table are deleted". Nothing where it begins with a verb, where it is
 * denied, where the tool itself is spoken of, or where the participle is none of ours.
 */
export function passiveAction({ words, text }: Sentence): Action | undefined {
  const from = words.findIndex(({ lower }) => !FILLER_WORDS.has(lower) && !DETERMINERS.has(lower));
  const at = words.findIndex(({ lower }, index) => index > 0 && AUXILIARY.has(lower));
  if (from < 0 || at <= from || at > MOST_SUBJECT) return undefined;
  const first = readVerb((words[from] as (typeof words)[number]).lower);
  if (first !== undefined && !first.verb.loose && first.form !== 'gerund') return undefined;
  const subject = words.slice(from, at);
  if (subject.some(({ lower }) => CLAUSE_OPENERS.has(lower)) || /[,:;()]/.test(text.slice(0, words[at]?.start)))
    return undefined;
  const index = words.findIndex(
    ({ lower }, each) => each > at && !AUXILIARY.has(lower) && !/ly$|^(?:then|also|now|first)$/.test(lower),
  );
  const word = words[index];
  const verb = word === undefined ? undefined : readParticiple(word.lower);
  // "The machine is powered down": what is only as often a verb of reading says nothing here.
  if (
    word === undefined ||
    verb === undefined ||
    (verb.category === 'Read' && verb.loose) ||
    (STATES.has(verb.base) && verb.category !== 'Financial')
  )
    return undefined;
  const cut = subject.findIndex(({ lower }, each) => PREPOSITIONS.has(lower) && !measures(subject[each - 1]?.lower));
  const object = subject
    .slice(0, cut < 0 ? undefined : cut)
    .filter(({ lower }) => !DETERMINERS.has(lower) && !PREPOSITIONS.has(lower))
    .map(({ lower }) => singular(lower));
  const behind = words.slice(index + 1, index + 9);
  return {
    verb,
    clarity: GENERIC_VERBS.has(verb.base) ? 1 : verb.category === 'Read' ? 2 : 3,
    object,
    rest: behind.slice(1).map(({ lower }) => singular(lower)),
    preposition: PREPOSITIONS.has(behind[0]?.lower ?? '') ? behind[0]?.lower : undefined,
    first: true,
    from: 'description',
    text: shortQuote(text, words[0]?.start ?? 0, word.end),
  };
}

const measures = (word: string | undefined) => MEASURE_NOUNS.has(word ?? '');
