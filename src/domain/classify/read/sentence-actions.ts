import type { Action, Clarity, FoundVerb } from '../lexicon/action.ts';
import { DOER_NOUNS } from '../lexicon/deed-nouns.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  DETERMINERS,
  FILLER_WORDS,
  isManner,
  MEASURE_NOUNS,
  OBJECT_PRONOUNS,
  PHRASAL_PREPOSITIONS,
  PREPOSITIONS,
} from '../lexicon/function-words.ts';
import { isPlural, singular } from '../lexicon/inflection.ts';
import {
  ANNOUNCING_VERBS,
  ANSWERING_VERBS,
  GENERIC_VERBS,
  VERBLIKE_NOUNS,
  VERBS_AT_SENTENCE_FRONT,
  VERBS_OF_LATER_SENTENCES,
} from '../lexicon/verb-or-noun.ts';
import { readVerb, type VerbReading } from '../lexicon/verbs.ts';
import { words as wordList } from '../lexicon/word-list.ts';
import type { Sentence } from './description.ts';
import { passiveAction } from './passive.ts';
import { shortQuote } from './short-quote.ts';
import { isInCompound, type Word } from './tokenize.ts';

/** What a sentence says that the tool does: the first verb and those that are joined to it. */
export function actionsOfSentence(sentence: Sentence, isFirst: boolean): Action[] {
  const { words } = sentence;
  const main = mainVerbOfSentence(sentence, isFirst);
  const isDoubtful = main === undefined || main.clarity === 1;
  const passive = isFirst && isDoubtful ? passiveAction(sentence) : undefined;
  if (passive !== undefined) return [passive];
  // "The order is placed": the helping verb says nothing by itself.
  if (main === undefined || (isDoubtful && main.index > 0 && /^(?:is|has|get)$/.test(main.verb.base))) return [];
  const actions = [sentenceAction(sentence, main, isFirst), ...meansOf(sentence, isFirst)];
  const form = readVerb(words[main.index]?.lower ?? '')?.form;
  const isVague = ANNOUNCING_VERBS.has(main.verb.base);
  let gap = 0;
  for (let index = main.index + 1; index < Math.min(words.length, main.index + 30); index += 1) {
    const word = words[index] as Word;
    const before = sentence.text.slice((words[index - 1] as Word).end, word.start);
    // What stands in brackets are examples, unless the verb in front of them says nothing by itself.
    if (!isVague && (CLAUSE_OPENERS.has(word.lower) || before.includes('('))) break;
    const reading = readVerb(word.lower);
    const joined =
      /[,/(:]|[-–—] /.test(before) ||
      CONNECTORS.has(words[index - 1]?.lower ?? '') ||
      (isVague && CLAUSE_OPENERS.has(words[index - 1]?.lower ?? ''));
    const sameForm = reading?.form === form || (isVague && !reading?.verb.loose);
    if (reading === undefined || !joined || !sameForm || words[index - 1]?.lower === 'to') {
      if (!CONNECTORS.has(word.lower)) gap += 1;
      continue;
    }
    // "create, read, update": the next word after a joined noun would be the verb's object; a noun list has none.
    const next = words[index + 1]?.lower ?? '';
    const between = sentence.text.slice(word.end, words[index + 1]?.start ?? word.end);
    const listed = /^[,/]| $/.test(between) && (between.includes(',') || between.includes('/') || CONNECTORS.has(next));
    // "… and combine them" is no deed that anybody sees, "… and posts it" is.
    const isSaidOf = OBJECT_PRONOUNS.has(next) && (reading.form === 'third' || reading.verb.category !== 'Write');
    const takesObject = DETERMINERS.has(next) || isSaidOf || listed || gap === 0 || isVague;
    // "Get the configuration and setup details": a noun that looks like a verb.
    if (reading.verb.loose && !takesObject) continue;
    const isNoun = form === 'plain' && VERBLIKE_NOUNS.has(reading.verb.base);
    if (isNoun && !listed && !/^(?:an?|the|your|all|new)$/.test(next)) continue;
    if (actions.length < 6)
      actions.push(
        sentenceAction(
          sentence,
          { index, verb: reading.verb, clarity: clarityOfJoined(reading, takesObject, next) },
          false,
        ),
      );
  }
  return actions;
}

/** How clearly a word that is joined to a verb is one too: "gets or clears the log" leaves no doubt, "get log or clear" does. */
function clarityOfJoined({ verb, form }: VerbReading, takesObject: boolean, next: string): Clarity {
  // "Renders a preview and posts it".
  if (verb.loose && form === 'third' && OBJECT_PRONOUNS.has(next)) return 3;
  if (verb.loose) return form === 'third' && DETERMINERS.has(next) && verb.category !== 'Execute' ? 3 : 1;
  // "Syncs it and deletes stale rows": what ends like a statement is one.
  if (form === 'third' && verb.category === 'Destructive') return 3;
  return takesObject || verb.base === 'pay' ? 3 : 2;
}

/** "Takes a name and returns …": how many words say only what it is given. */
function argumentPhrase({ words, text }: Sentence): number {
  if (!/^(?:receives?|takes?|accepts?|given)$/.test(words[0]?.lower ?? '')) return 0;
  const next = words.findIndex(
    ({ lower, start }, at) =>
      (at > 1 &&
        (words[at - 1]?.lower === 'and' || text.slice((words[at - 1] as Word).end, start).includes(',')) &&
        readVerb(lower)?.verb.loose === false) ||
      (at > 1 && words[at - 1]?.lower === 'and' && /^returns?$/.test(lower)),
  );
  return next > 0 && next < 12 ? next : 0;
}

/** "A detailed tool for …": how many words say only that it is a tool. */
export function doerPhrase(words: readonly Word[]): number {
  const doer = words.findIndex(({ lower }) => DOER_NOUNS.has(lower));
  // "A tool that deletes what it reads".
  const isSubject =
    /^(?:that|which)$/.test(words[doer + 1]?.lower ?? '') && readVerb(words[doer + 2]?.lower ?? '')?.form === 'third';
  const isDoer =
    doer > 0 &&
    doer < 6 &&
    (isSubject || /^(?:for|to|can|will|provides?|allows?|lets|helps?)$/.test(words[doer + 1]?.lower ?? ''));
  return isDoer &&
    words.slice(0, doer).every(({ lower, text }, at) => (at > 0 && text !== lower) || readVerb(lower) === undefined)
    ? doer + 2
    : 0;
}

/** What only stands in front of a noun, so that the word before it is a verb. */
const ARTICLE = /^(?:an?|the|your|all|some|every|each|any|this)$/;

/** Whether a dash stands before a word, as before what is said of the tool that was named. */
function isBehindDash({ words, text }: Sentence, index: number): boolean {
  return /\s[-–—]\s|[—–]/.test(text.slice((words[index - 1] as Word).end, (words[index] as Word).start));
}

/** First words that say nothing of what is done. */
const INTRODUCES = wordList(
  'take takes perform performs conduct conducts do does run runs make makes based given with from after by',
);

/** Verbs that ask the caller for an argument, or for nothing but that something holds: "Input a city". */
const ASKED = wordList('input ensure');

/** "Fact-check", "force-push": what the last part says, where that is hardly ever a noun. */
function readHyphenated(word: string): VerbReading | undefined {
  const reading = word.includes('-') ? readVerb(word.slice(word.lastIndexOf('-') + 1)) : undefined;
  return reading === undefined || reading.verb.loose || reading.form === 'gerund' ? undefined : reading;
}

function mainVerbOfSentence(sentence: Sentence, isFirst: boolean): FoundVerb | undefined {
  const { words } = sentence;
  const most = Math.min(words.length, isFirst ? 14 : 8);
  let fillers = isFirst ? doerPhrase(words) || argumentPhrase(sentence) : 0;
  let doubtful: FoundVerb | undefined;
  // "Take a screenshot", "Based on a list, generate a poem": what stands in front says nothing by itself.
  const isIntroduced = INTRODUCES.has(words[0]?.lower ?? '');
  for (let index = fillers; index < most; index += 1) {
    const word = words[index] as Word;
    const next = words[index + 1]?.lower ?? '';
    const isNoun = isInCompound(words, index) || AUXILIARIES.has(next);
    const reading = isNoun
      ? undefined
      : (readVerb(word.lower) ?? (index === 0 ? readHyphenated(word.lower) : undefined));
    if (index > 0 && CLAUSE_OPENERS.has(word.lower) && doubtful === undefined && index === fillers) return undefined;
    if (!isFirst && reading !== undefined && !VERBS_OF_LATER_SENTENCES.has(reading.verb.base))
      return joinedOfLater(words, index, reading);
    if (
      reading !== undefined &&
      !(FILLER_WORDS.has(word.lower) && (readVerb(next) !== undefined || FILLER_WORDS.has(next)))
    ) {
      const atStart = index === fillers;
      const { verb, form } = reading;
      // Later orders ("Create your stack") address the reader; statements ("Creates …", "It will also create") the tool.
      if (!isFirst && form !== 'third' && !/^(?:will|also|automatically|then)$/.test(words[index - 1]?.lower ?? ''))
        return undefined;
      const determined = DETERMINERS.has(next);
      const isInfinitive =
        atStart && index > 0 && form === 'plain' && /^(?:you|to|can|will)$/.test(words[index - 1]?.lower ?? '');
      // "Lets you fire employees", "Drop the table": beyond doubt a verb, also where it could be a noun.
      if (
        verb.loose &&
        verb.category !== 'Read' &&
        isFirst &&
        !ANNOUNCING_VERBS.has(verb.base) &&
        !GENERIC_VERBS.has(verb.base)
      ) {
        if (isInfinitive && (determined || isPlural(next))) return { index, verb, clarity: 3 };
        if (atStart && form !== 'gerund' && determined && ARTICLE.test(next) && !ASKED.has(verb.base))
          return { index, verb, clarity: 3 };
      }
      // "A quick screen — checks whether …".
      if (isFirst && !verb.loose && form === 'third' && index > 0 && isBehindDash(sentence, index))
        return { index, verb, clarity: verb.category === 'Read' ? 2 : 3 };
      if (atStart && !verb.loose && form !== 'gerund') return { index, verb, clarity: 3 };
      if (atStart && !verb.loose) return { index, verb, clarity: index > 0 || words.length > 2 ? 3 : 2 };
      if (atStart && index === 0 && form === 'plain' && verb.loose && VERBS_AT_SENTENCE_FRONT.has(verb.base))
        return { index, verb, clarity: 2 };
      if (
        atStart &&
        ANSWERING_VERBS.has(verb.base) &&
        form !== 'gerund' &&
        next !== '' &&
        !PREPOSITIONS.has(next) &&
        !(verb.base === 'select' && next === 'and')
      )
        return { index, verb, clarity: 2 };
      // "Skip to the next song".
      if (atStart && verb.category === 'Execute' && next === 'to' && ARTICLE.test(words[index + 2]?.lower ?? ''))
        return { index, verb, clarity: 3 };
      if (atStart && (determined || (form === 'third' && index > 0) || isPlural(next)))
        return { index, verb, clarity: 2 };
      // Inside a sentence a verb of reading is a noun or stands behind a verb that is not known.
      if (
        isFirst &&
        doubtful === undefined &&
        form !== 'gerund' &&
        (atStart || (!verb.loose && (verb.category !== 'Read' || isIntroduced)))
      )
        doubtful = { index, verb, clarity: 1 };
      if (isFirst && !atStart && !verb.loose && words[index - 1]?.lower === 'to') return { index, verb, clarity: 2 };
    }
    if ((FILLER_WORDS.has(word.lower) || isManner(word.lower)) && index === fillers) fillers += 1;
    else if (!isFirst) return undefined;
  }
  return doubtful;
}

function sentenceAction(sentence: Sentence, found: FoundVerb, first: boolean): Action {
  const { words, text } = sentence;
  const object: string[] = [];
  let index = found.index + 1;
  let end = (words[found.index] as Word).end;
  let preposition: string | undefined;
  for (; index < words.length && object.length < 7; index += 1) {
    const word = words[index] as Word;
    const between = text.slice((words[index - 1] as Word).end, word.start);
    if (/[.:;()[\]]/.test(between) && object.length > 0) break;
    if (PREPOSITIONS.has(word.lower)) {
      if (object.length === 0 && PHRASAL_PREPOSITIONS.has(word.lower)) continue;
      // "a specified amount of Bitcoin": what is measured out is the object.
      if (word.lower === 'of' && MEASURE_NOUNS.has(object.at(-1) ?? '')) continue;
      preposition = word.lower;
      break;
    }
    if (word.lower === 'and' || word.lower === 'or' || between.includes(',')) {
      // A list of objects: only the first counts, unless the verb's own object is still to come ("create, update a page").
      if (object.length > 0) break;
      continue;
    }
    if (DETERMINERS.has(word.lower)) continue;
    object.push(...(word.lower.includes('-') ? word.lower.split('-') : [word.lower]).map(singular));
    end = word.end;
  }
  const rest = words.slice(index, index + 8).map((word) => singular(word.lower));
  const start = (words[found.index] as Word).start;
  const restEnd = words[Math.min(words.length - 1, found.index + 5)]?.end ?? end;
  return {
    verb: found.verb,
    clarity: found.clarity,
    object,
    rest,
    preposition,
    first,
    from: 'description',
    text: shortQuote(text, start, Math.max(end, restEnd)),
  };
}

/** "Makes room by dropping what is oldest": a means that is worse than what it is for. */
function meansOf(sentence: Sentence, isFirst: boolean): Action[] {
  const index = sentence.words.findIndex(({ lower }, at) => {
    const reading = sentence.words[at - 1]?.lower === 'by' ? readVerb(lower) : undefined;
    return reading?.form === 'gerund' && /^(?:Destructive|Financial)$/.test(reading.verb.category);
  });
  const verb = index < 0 ? undefined : readVerb(sentence.words[index]?.lower ?? '')?.verb;
  return isFirst && verb !== undefined ? [sentenceAction(sentence, { index, verb, clarity: 3 }, false)] : [];
}

/** "This orders and pays for one": of two deeds of a later sentence, the second where it is one that counts. */
function joinedOfLater(words: readonly Word[], index: number, { form }: VerbReading): FoundVerb | undefined {
  const next = words[index + 2];
  const reading = words[index + 1]?.lower === 'and' && next !== undefined ? readVerb(next.lower) : undefined;
  const counts = reading !== undefined && form === 'third' && reading.form === 'third' && !reading.verb.loose;
  return counts && VERBS_OF_LATER_SENTENCES.has(reading.verb.base)
    ? { index: index + 2, verb: reading.verb, clarity: 3 }
    : undefined;
}

/** Verbs of later clauses that speak of the answer or the arguments. */
const OF_THE_ANSWER = wordList(
  'supports includes contains gives lets offers works means respects follows covers cache caches helps requires needs takes uses accepts allows ignores omits skips excludes leaves',
);

/** What a deed is done to. */
const OBJECT_OF_DEED =
  /^(?:it|them|the|an?|your|its|their|all|every|each|any|some|this|these|those|one|everything|whatever|what)$/;

/** "… and torches empty ones": an adjective and what it stands for. */
function takesAdjective(words: readonly Word[], at: number): boolean {
  return !PREPOSITIONS.has(words[at + 1]?.lower ?? '') && /^ones?$/.test(words[at + 2]?.lower ?? '');
}

/** Whether a statement goes on with a deed that is not known: "Looks up the invoice and settles it". */
export function hasUnknownDeed({ words }: Sentence): boolean {
  const form = readVerb(words[0]?.lower ?? '')?.form;
  if (form === undefined || form === 'gerund') return false;
  return words.slice(0, 40).some(({ lower }, at) => {
    const joins = words[at - 1]?.lower ?? '';
    const isJoined = /^(?:and|then)$/.test(joins) && at > 1;
    if (!isJoined || readVerb(lower) !== undefined || OF_THE_ANSWER.has(lower)) return false;
    const next = words[at + 1]?.lower ?? '';
    return form === 'third'
      ? /[^sui]s$/.test(lower) && (joins === 'then' || takesAdjective(words, at) || OBJECT_OF_DEED.test(next))
      : /^(?:it|them)$/.test(next) && !PREPOSITIONS.has(lower);
  });
}
