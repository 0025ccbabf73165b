import type { Action, FoundVerb } from '../lexicon/action.ts';
import { CONNECTORS, NAME_PREPOSITIONS, PHRASAL_PREPOSITIONS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { isPlural, singular } from '../lexicon/inflection.ts';
import {
  NOUNS_AT_NAME_END,
  NOUNS_BEFORE_LAST_VERB,
  NOUNS_INSIDE_NAMES,
  STATE_NOUNS,
  VERBLIKE_NOUNS,
  VERBS_AT_NAME_FRONT,
  VERBS_BEFORE_STATE_NOUNS,
  VERBS_BEFORE_VERBLIKE_NOUNS,
} from '../lexicon/verb-or-noun.ts';
import { readVerb, type Verb } from '../lexicon/verbs.ts';
import { shortQuote } from './short-quote.ts';
import { isInCompound, nameWords, type Word } from './tokenize.ts';

/** What the name says: its main verb first, then verbs that are joined to it by "and" or "or". */
export function actionsOfName(name: string, server: string, from: 'name' | 'title' = 'name'): Action[] {
  const words = nameWords(name);
  const main = mainVerbOfName(words, new Set(nameWords(server).map((word) => word.lower)));
  if (main === undefined) return [];
  const actions = [nameAction(name, words, main, true, from)];
  for (let index = main.index + 1; index + 1 < words.length; index += 1) {
    const verb = readVerb(words[index + 1]?.lower ?? '');
    if (!CONNECTORS.has(words[index]?.lower ?? '') || verb === undefined || verb.form !== 'plain') continue;
    if (words[index]?.lower === 'to') continue;
    if (!verb.verb.loose)
      actions.push(nameAction(name, words, { index: index + 1, verb: verb.verb, clarity: 3 }, false, from));
  }
  return actions;
}

function mainVerbOfName(named: readonly Word[], serverWords: ReadonlySet<string>): FoundVerb | undefined {
  // `place_details_tool`: that it is a tool says nothing.
  const all = named.length > 2 && named.at(-1)?.lower === 'tool' ? named.slice(0, -1) : named;
  // `GroupsController_setSubject`: generators put the class first.
  const owner = all.findIndex((word) => word.lower === 'controller' || word.lower === 'mutation') + 1;
  const found = mainVerbAmong(owner < all.length ? all.slice(owner) : all, serverWords);
  return found === undefined ? undefined : { ...found, index: found.index + (owner < all.length ? owner : 0) };
}

function mainVerbAmong(words: readonly Word[], serverWords: ReadonlySet<string>): FoundVerb | undefined {
  const cut = words.findIndex((word, index) => index > 0 && NAME_PREPOSITIONS.has(word.lower));
  const readings = words.map((word, index) => {
    const reading = (cut > 0 && index > cut) || isInCompound(words, index) ? undefined : readVerb(word.lower);
    return reading !== undefined && reading.form !== 'gerund' ? reading : undefined;
  });
  const verbAt = (index: number) => (readings[index]?.form === 'plain' ? readings[index]?.verb : undefined);
  const last = (cut > 0 ? cut : words.length) - 1;
  const lastVerb = verbAt(last);
  const firm: number[] = [];
  for (let index = 0; index <= last; index += 1) {
    const verb = verbAt(index);
    if (verb !== undefined && !verb.loose) firm.push(index);
  }
  const firstFirm = firm[0];
  const lead = verbAt(0);
  const endsInState = last > 0 && STATE_NOUNS.has(words[last]?.lower ?? '');
  if (
    lead !== undefined &&
    last > 0 &&
    (!endsInState || VERBS_BEFORE_STATE_NOUNS.has(lead.base)) &&
    VERBS_AT_NAME_FRONT.has(lead.base)
  )
    return { index: 0, verb: lead, clarity: 3 };
  // A loose verb at the very front, unless the name is a noun phrase: `post_message`, but `order_status`.
  if (
    lead?.loose === true &&
    last > 0 &&
    !endsInState &&
    (firstFirm === undefined || isObjectOf(words, firstFirm, lead))
  ) {
    return { index: 0, verb: lead, clarity: isPlural(words[0]?.lower ?? '') ? 1 : 2 };
  }
  if (firstFirm !== undefined) {
    const verb = verbAt(firstFirm) as Verb;
    const closing = firm.at(-1) as number;
    const lastFirm = verbAt(closing) as Verb;
    // `w3_upload_rm`, `app_store_list`: inside a name, a verb before the last one is a noun.
    if (closing === last && closing !== firstFirm && firstFirm > 0 && NOUNS_INSIDE_NAMES.has(verb.base))
      return { index: closing, verb: lastFirm, clarity: 3 };
    // `deploy_plan_get`: a name that ends in a verb of getting is what is got, then the verb.
    if (
      closing === last &&
      firstFirm === 0 &&
      last > 1 &&
      closing !== firstFirm &&
      NOUNS_INSIDE_NAMES.has(verb.base) &&
      GETTING.test(lastFirm.base)
    )
      return { index: closing, verb: lastFirm, clarity: 3 };
    // `task_list_delete`: the verb at the end wins over a noun-like one before it.
    if (
      closing === last &&
      closing !== firstFirm &&
      NOUNS_BEFORE_LAST_VERB.has(verb.base) &&
      (firstFirm > 0 || lastFirm.category === 'Destructive')
    ) {
      return { index: closing, verb: lastFirm, clarity: 3 };
    }
    // `block_info`: in front of a noun of state, even a plain verb may be a noun.
    return { index: firstFirm, verb, clarity: endsInState && verb.category !== 'Read' ? 2 : 3 };
  }
  // After the product's name: `slack_post_message`.
  const second = verbAt(1);
  const named =
    serverWords.has(words[0]?.lower ?? '') || (lastVerb !== undefined && NOUNS_AT_NAME_END.has(lastVerb.base));
  if (second !== undefined && last > 1 && !endsInState && named) return { index: 1, verb: second, clarity: 2 };
  if (endsInState && !readings.some((reading) => reading?.verb.base === 'bump' || reading?.verb.base === 'finalize'))
    return { index: last, verb: STATE_VERB, clarity: 2 };
  if (lastVerb !== undefined && last > 0)
    return { index: last, verb: lastVerb, clarity: NOUNS_AT_NAME_END.has(lastVerb.base) ? 1 : 2 };
  if (lead !== undefined) return { index: 0, verb: lead, clarity: 1 };
  const middle = words.findIndex((_, index) => index > 0 && verbAt(index) !== undefined);
  if (middle > 0) return { index: middle, verb: verbAt(middle) as Verb, clarity: 1 };
  const third = readings.findIndex((reading) => reading?.form === 'third' && !reading.verb.loose);
  return third === 0 && words.length > 1 ? { index: 0, verb: readings[0]?.verb as Verb, clarity: 1 } : undefined;
}

/** A firm verb later in a name that is an object there: `post_update`, `test_connect`. */
function isObjectOf(words: readonly Word[], index: number, lead: Verb): boolean {
  return (
    index === words.length - 1 &&
    VERBS_BEFORE_VERBLIKE_NOUNS.has(lead.base) &&
    VERBLIKE_NOUNS.has(words[index]?.lower ?? '')
  );
}

/** Verbs of getting that are hardly ever nouns at the end of a name. */
const GETTING = /^(?:get|fetch|retrieve|describe|generate)$/;

const STATE_VERB: Verb = { base: 'state', category: 'Read', loose: true, says: 'returns information' };

function nameAction(
  name: string,
  words: readonly Word[],
  found: FoundVerb,
  first: boolean,
  from: 'name' | 'title',
): Action {
  const behind = words.slice(found.index + 1);
  const after = behind.length > 1 && PHRASAL_PREPOSITIONS.has(behind[0]?.lower ?? '') ? behind.slice(1) : behind;
  const cut = after.findIndex((word) => PREPOSITIONS.has(word.lower) || word.lower === 'and' || word.lower === 'or');
  const objectWords = cut < 0 ? after : after.slice(0, cut);
  const object = objectWords.length > 0 ? objectWords : words.slice(0, found.index);
  const verbWord = words[found.index] as Word;
  const end = objectWords.at(-1)?.end ?? verbWord.end;
  const start =
    objectWords.length === 0 && found.index > 0 ? (words[Math.max(0, found.index - 2)] as Word).start : verbWord.start;
  return {
    verb: found.verb,
    clarity: found.clarity,
    object: object.map((word) => singular(word.lower)),
    rest: cut < 0 ? [] : after.slice(cut + 1).map((word) => singular(word.lower)),
    preposition: cut < 0 ? undefined : after[cut]?.lower,
    first,
    from,
    text: shortQuote(name, start, end),
  };
}
