import type { Action, Clarity } from '../lexicon/action.ts';
import { isPlural, singular } from '../lexicon/inflection.ts';
import { readVerb, type Verb, type VerbReading } from '../lexicon/verbs.ts';
import type { Sentence } from './description.ts';
import { shortQuote } from './short-quote.ts';
import { isInCompound, nameWords, type Word } from './tokenize.ts';

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'by for from to in into on onto with of at as via using through about between within based against over across under per without out that which where when whose including such'.split(
    ' ',
  ),
);

/** Nouns that end a name which only tells what is returned: `order_status`, `swap_quote`, `charge_history`. */
const STATE_NOUNS: ReadonlySet<string> = new Set(
  `status statuses state info information detail details history count counts stats statistics summary log logs result results progress metric
  metrics schema version versions help price prices pricing balance balances quote quotes rate rates doc docs documentation overview
  analysis search lookup definition definitions fee fees limits data list price-list usage health availability insights trends
  calculator calculation estimator example examples guide guides tips news recommendations suggestions
  converter validator checker parser analyzer viewer reader explorer viewer finder comparison`.split(/\s+/),
);

const CONNECTORS: ReadonlySet<string> = new Set(['and', 'or', 'then', 'to']);

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

interface FoundVerb {
  readonly index: number;
  readonly verb: Verb;
  readonly clarity: Clarity;
}

/** Verbs of reading that are nouns as often when another verb ends the name: `task_list_delete`, `search_update`. */
const NOUNLIKE_READS: ReadonlySet<string> = new Set([
  'list',
  'search',
  'read',
  'check',
  'export',
  'download',
  'filter',
  'access',
  'head',
  'wait',
]);

function mainVerbOfName(all: readonly Word[], serverWords: ReadonlySet<string>): FoundVerb | undefined {
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
  if (lead !== undefined && last > 0 && (!endsInState || SETTING.has(lead.base)) && FRONT_VERBS.has(lead.base))
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
    if (closing === last && closing !== firstFirm && firstFirm > 0 && NOUNS_INSIDE.has(verb.base))
      return { index: closing, verb: lastFirm, clarity: 3 };
    // `task_list_delete`: the verb at the end wins over a noun-like one before it.
    if (
      closing === last &&
      closing !== firstFirm &&
      NOUNLIKE_READS.has(verb.base) &&
      (firstFirm > 0 || lastFirm.category === 'Destructive')
    ) {
      return { index: closing, verb: lastFirm, clarity: 3 };
    }
    // `block_info`: in front of a noun of state, even a plain verb may be a noun.
    return { index: firstFirm, verb, clarity: endsInState && verb.category !== 'Read' ? 2 : 3 };
  }
  // After the product's name: `slack_post_message`.
  const second = verbAt(1);
  const named = serverWords.has(words[0]?.lower ?? '') || (lastVerb !== undefined && CLOSING_NOUNS.has(lastVerb.base));
  if (second !== undefined && last > 1 && !endsInState && named) return { index: 1, verb: second, clarity: 2 };
  if (endsInState && !readings.some((reading) => reading?.verb.base === 'bump' || reading?.verb.base === 'finalize'))
    return { index: last, verb: STATE_VERB, clarity: 2 };
  if (lastVerb !== undefined && last > 0)
    return { index: last, verb: lastVerb, clarity: CLOSING_NOUNS.has(lastVerb.base) ? 1 : 2 };
  if (lead !== undefined) return { index: 0, verb: lead, clarity: 1 };
  const middle = words.findIndex((_, index) => index > 0 && verbAt(index) !== undefined);
  if (middle > 0) return { index: middle, verb: verbAt(middle) as Verb, clarity: 1 };
  const third = readings.findIndex((reading) => reading?.form === 'third' && !reading.verb.loose);
  return third === 0 && words.length > 1 ? { index: 0, verb: readings[0]?.verb as Verb, clarity: 1 } : undefined;
}

/** Verbs that are most often nouns at the end of a name: `play_style_comment`, `fear_index`. */
const CLOSING_NOUNS: ReadonlySet<string> = new Set(
  'comment note record log index message post call order invoice state type match plan trade mail email charge draft design stage command request report quote score forecast group label tag link flag block'.split(
    ' ',
  ),
);

/** Verbs that are nouns when they stand between the product's name and a verb. */
const NOUNS_INSIDE: ReadonlySet<string> = new Set(
  'list search read check export download filter access head wait upload store import backup save watch deploy install launch run build test start stop'.split(
    ' ',
  ),
);

/** Verbs of setting, also before a noun of state: `set_status`. */
const SETTING: ReadonlySet<string> = new Set(['set', 'change', 'mark', 'put', 'use', 'switch', 'clear', 'reset']);

/** Verbs that are nouns elsewhere, but hardly ever at the front of a name. */
const FRONT_VERBS: ReadonlySet<string> = new Set([
  'set',
  'change',
  'mark',
  'put',
  'use',
  'switch',
  'clear',
  'reset',
  'drop',
  'handle',
  'push',
  'claim',
  'place',
]);

/** Prepositions after which a name speaks of circumstances: `random_item_by_type`. */
const NAME_PREPOSITIONS: ReadonlySet<string> = new Set([
  'by',
  'for',
  'from',
  'with',
  'of',
  'via',
  'using',
  'in',
  'on',
  'at',
]);

/** A firm verb later in a name that is an object there: `post_update`, `test_connect`. */
function isObjectOf(words: readonly Word[], index: number, lead: Verb): boolean {
  return index === words.length - 1 && TAKING_NOUNS.has(lead.base) && NOUNLIKE_OBJECTS.has(words[index]?.lower ?? '');
}
const TAKING_NOUNS: ReadonlySet<string> = new Set([
  'post',
  'share',
  'test',
  'plan',
  'type',
  'play',
  'build',
  'call',
  'push',
  'schedule',
  'handle',
  'open',
  'draft',
  'quote',
]);
const NOUNLIKE_OBJECTS: ReadonlySet<string> = new Set([
  'update',
  'list',
  'search',
  'export',
  'import',
  'download',
  'upload',
  'register',
  'press',
  'access',
  'send',
  'stop',
  'start',
  'watch',
  'buy',
  'sell',
]);

const STATE_VERB: Verb = { base: 'state', category: 'Read', loose: true, says: 'returns information' };

function nameAction(
  name: string,
  words: readonly Word[],
  found: FoundVerb,
  first: boolean,
  from: 'name' | 'title',
): Action {
  const behind = words.slice(found.index + 1);
  const after = behind.length > 1 && PHRASAL.has(behind[0]?.lower ?? '') ? behind.slice(1) : behind;
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

/** Prepositions that belong to the verb before them: switch to, connect to, reply to. */
const PHRASAL: ReadonlySet<string> = new Set(['to', 'into', 'on', 'in', 'off', 'out', 'up', 'down']);

/** Nouns that only measure out another. */
const MEASURES: ReadonlySet<string> = new Set([
  'amount',
  'number',
  'list',
  'set',
  'quantity',
  'batch',
  'series',
  'pair',
  'type',
  'kind',
  'piece',
  'copy',
  'version',
  'range',
  'array',
]);

/** Words before the verb of a sentence that carry nothing: "This tool allows you to …". */
const FILLER: ReadonlySet<string> = new Set(
  `this the a an tool tools api endpoint function method command operation action utility helper service server mcp it that which use used using uses to
  for allows allow allowing lets let enables enable helps help user users you your we can could will would may must should able be is simple quickly
  safely automatically permanently recursively directly easily manually programmatically asynchronously simply also only just optionally intelligently
  immediately force please when useful advanced enhanced comprehensive unified powerful fast designed easy efficiently securely
  ability way provides provide performs perform new capability feature interface async and batch bulk first basic smart deprecated beta experimental
  internal admin premium legacy preferred recommended important either securely rpc structured multi-step`.split(/\s+/),
);

/** Verbs that are filler in front of another: "helps find", "use to create", but verbs of their own before a noun. */
const DETERMINERS: ReadonlySet<string> = new Set(
  `a an the all your any this these that multiple one new existing specific some my its several more current given every each another selected both
  specified user user's single details information two or only`.split(/\s+/),
);

/** What a sentence says that the tool does: the first verb and those that are joined to it. */
export function actionsOfSentence(sentence: Sentence, isFirst: boolean): Action[] {
  const { words } = sentence;
  const main = mainVerbOfSentence(sentence, isFirst);
  if (main === undefined) return [];
  const actions = [sentenceAction(sentence, main, isFirst)];
  const form = readVerb(words[main.index]?.lower ?? '')?.form;
  const isVague = VAGUE.has(main.verb.base);
  let gap = 0;
  for (let index = main.index + 1; index < Math.min(words.length, main.index + 30); index += 1) {
    const word = words[index] as Word;
    const before = sentence.text.slice((words[index - 1] as Word).end, word.start);
    // What stands in brackets are examples, unless the verb in front of them says nothing by itself.
    if (!isVague && (MODIFYING.has(word.lower) || before.includes('('))) break;
    const reading = readVerb(word.lower);
    const joined =
      /[,/(:]|[-–—] /.test(before) ||
      CONNECTORS.has(words[index - 1]?.lower ?? '') ||
      (isVague && MODIFYING.has(words[index - 1]?.lower ?? ''));
    const sameForm = reading?.form === form || (isVague && !reading?.verb.loose);
    if (reading === undefined || !joined || !sameForm || words[index - 1]?.lower === 'to') {
      if (!CONNECTORS.has(word.lower)) gap += 1;
      continue;
    }
    // "create, read, update": the next word after a joined noun would be the verb's object; a noun list has none.
    const next = words[index + 1]?.lower ?? '';
    const between = sentence.text.slice(word.end, words[index + 1]?.start ?? word.end);
    const listed = /^[,/]| $/.test(between) && (between.includes(',') || between.includes('/') || CONNECTORS.has(next));
    const takesObject = DETERMINERS.has(next) || listed || gap === 0 || isVague;
    if (reading.verb.loose && !takesObject) continue;
    if (actions.length < 6)
      actions.push(
        sentenceAction(
          sentence,
          { index, verb: reading.verb, clarity: clarityOfJoined(reading, takesObject, DETERMINERS.has(next)) },
          false,
        ),
      );
  }
  return actions;
}

/** How clearly a word that is joined to a verb is one too: "gets or clears the log" leaves no doubt, "get log or clear" does. */
function clarityOfJoined({ verb, form }: VerbReading, takesObject: boolean, determined: boolean): Clarity {
  if (verb.loose) return form === 'third' && determined && verb.category !== 'Execute' ? 3 : 1;
  return takesObject || verb.base === 'pay' ? 3 : 2;
}

/** Verbs that only announce others: "Manage tags: create, delete". */
const VAGUE: ReadonlySet<string> = new Set([
  'manage',
  'handle',
  'perform',
  'control',
  'interact',
  'do',
  'provide',
  'work',
]);

/** Words that begin a clause about something else than what the tool does. */
const MODIFYING: ReadonlySet<string> = new Set([
  'that',
  'which',
  'when',
  'if',
  'where',
  'whose',
  'who',
  'because',
  'after',
  'before',
  'so',
  'unless',
  'without',
  'not',
  "don't",
  'never',
  'instead',
  'via',
  'including',
  'such',
  'like',
  'e',
  'eg',
]);

/** Loose verbs that are orders when a text begins with them: "Control playback". */
const IMPERATIVES: ReadonlySet<string> = new Set([
  'control',
  'set',
  'play',
  'open',
  'mark',
  'change',
  'switch',
  'clear',
  'reset',
  'put',
  'push',
  'turn',
  'fill',
  'empty',
  'drop',
  'swap',
  'stake',
]);

function mainVerbOfSentence(sentence: Sentence, isFirst: boolean): FoundVerb | undefined {
  const { words } = sentence;
  const most = Math.min(words.length, isFirst ? 14 : 8);
  let fillers = 0;
  let doubtful: FoundVerb | undefined;
  for (let index = 0; index < most; index += 1) {
    const word = words[index] as Word;
    const reading = isInCompound(words, index) ? undefined : readVerb(word.lower);
    const next = words[index + 1]?.lower ?? '';
    if (index > 0 && MODIFYING.has(word.lower) && doubtful === undefined && index === fillers) return undefined;
    if (!isFirst && reading !== undefined && !LATER_VERBS.has(reading.verb.base)) return undefined;
    if (reading !== undefined && !(FILLER.has(word.lower) && (readVerb(next) !== undefined || FILLER.has(next)))) {
      const atStart = index === fillers;
      const { verb, form } = reading;
      // Later orders ("Create your stack") address the reader; statements ("Creates …", "It will also create") the tool.
      if (!isFirst && form !== 'third' && !/^(?:will|also|automatically|then)$/.test(words[index - 1]?.lower ?? ''))
        return undefined;
      const determined = DETERMINERS.has(next);
      if (atStart && !verb.loose && form !== 'gerund') return { index, verb, clarity: 3 };
      if (atStart && !verb.loose) return { index, verb, clarity: index > 0 || words.length > 2 ? 3 : 2 };
      if (atStart && index === 0 && form === 'plain' && verb.loose && IMPERATIVES.has(verb.base))
        return { index, verb, clarity: 2 };
      if (atStart && (determined || (form === 'third' && index > 0) || isPlural(next)))
        return { index, verb, clarity: 2 };
      if (isFirst && doubtful === undefined && form !== 'gerund' && (atStart || !verb.loose))
        doubtful = { index, verb, clarity: 1 };
      if (isFirst && !atStart && !verb.loose && words[index - 1]?.lower === 'to') return { index, verb, clarity: 2 };
    }
    if (FILLER.has(word.lower) && index === fillers) fillers += 1;
    else if (!isFirst) return undefined;
  }
  return doubtful;
}

/** Verbs that a later sentence adds to what the first one said; others speak of arguments, answers and other tools. */
const LATER_VERBS: ReadonlySet<string> = new Set(
  `delete remove erase wipe purge send post publish create update write save store upload deploy install overwrite charge transfer commit
  merge drop terminate modify insert append replace restart cancel sign broadcast swap buy sell pay retrieve fetch`.split(
    /\s+/,
  ),
);

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
      if (object.length === 0 && PHRASAL.has(word.lower)) continue;
      // "a specified amount of Bitcoin": what is measured out is the object.
      if (word.lower === 'of' && MEASURES.has(object.at(-1) ?? '')) continue;
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
