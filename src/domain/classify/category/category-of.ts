import { categoryRank } from '../../risk/category.ts';
import { levelOf } from '../../risk/risk-level.ts';
import type { Action } from '../lexicon/action.ts';
import { ADVICE_NOUNS, ANSWERING_VERBS, GENERIC_VERBS, RETRIEVING_VERBS } from '../lexicon/verb-or-noun.ts';
import { readVerb } from '../lexicon/verbs.ts';
import { languageOf } from '../read/language.ts';
import { hasUnknownDeed } from '../read/sentence-actions.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { foreignReading } from './foreign-words.ts';
import { httpReading } from './http-requests.ts';
import { headNoun, maySayWhat, nounPhraseVerdict } from './noun-phrase.ts';
import { operationReadings } from './operations.ts';
import { type CategoryVerdict, evidenceOf, type Ground, type Reading, readingOf } from './reading.ts';
import { weighClaims } from './weigh-claims.ts';
import { weighArguments } from './weigh-parameters.ts';
import { weighPhrases } from './weigh-phrases.ts';

/** The category that a definition shows; null when it is too thin to judge, or not understood. */
export function categoryOf(facts: ToolFacts): CategoryVerdict | null {
  const verdict = verdictOfWords(facts);
  if (verdict === null) return null;
  const weighed = weighClaims(facts, weighArguments(facts, weighPhrases(facts, verdict)));
  // What was not understood is no Read, whatever surrounds it; an argument may still show that it is worse.
  if (weighed.ground === 'unread') return null;
  // A deed that is not known stands beside the look: no Read.
  const [first] = facts.description.sentences;
  return weighed.category === 'Read' && first !== undefined && hasUnknownDeed(first) ? null : weighed;
}

function verdictOfWords(facts: ToolFacts): CategoryVerdict | null {
  const read = readingOf(facts);
  const isDoer = NAMES_A_DOER.test(facts.nameWords.at(-1) ?? '');
  const names = facts.nameActions
    .map(read)
    .filter((reading) => saysMuch(reading) && !(isDoer && reading.meaning.category === 'Read'));
  const titles = facts.titleActions.map(read).filter(saysMuch);
  const texts = facts.textActions.map(read).filter(saysMuch);
  // Later sentences of a language that is hardly read count only where they speak of the worst.
  const foreign = facts.description.sentences.flatMap((sentence, index) => {
    const reading = foreignReading(sentence);
    return reading !== undefined && (index === 0 || levelOf(reading.meaning.category, []) === 'critical')
      ? [reading]
      : [];
  });
  // The worst that only a later sentence says is weighed below.
  const [later] = texts;
  const isWorst = later !== undefined && names[0] !== undefined && levelOf(later.meaning.category, []) === 'critical';
  const text = texts.find((each) => each.action.first) ?? foreign[0] ?? (isWorst ? undefined : later);
  const http = httpReading(facts);
  const main = understood(facts, joinMain(names[0] ?? titles[0], http ?? text, facts), text);
  if (main === null && !facts.description.present) return null;
  return raise(main ?? nounPhraseVerdict(facts) ?? UNREAD, [
    ...names.slice(1),
    ...[...texts, ...foreign].filter((each) => each !== text),
    ...operationReadings(facts),
  ]);
}

/** Whether the text begins with the name's verb too, though it was not read as one ("Help a gardener"), or is a noun of it ("Fast search"). */
function isSaid(name: Action | undefined, facts: ToolFacts): boolean {
  const [first] = facts.description.sentences[0]?.words ?? [];
  if (first === undefined || name === undefined) return false;
  return readVerb(first.lower)?.verb === name.verb || headNoun(facts) === name.verb.base;
}

/** Last words of names such as `list_manager`, in which the first word is no verb. */
const NAMES_A_DOER = /^(?:manager|handler|controller|editor|admin|administrator|operator)$/;

/** Whether a reading says more than that something is done: "does things", "makes it happen" say nothing, "performs a check" does. */
function saysMuch({ action, meaning }: Reading): boolean {
  if (meaning.specific) return true;
  if (action.from === 'description' && GENERIC_VERBS.has(action.verb.base) && SOMETHING.test(action.object[0] ?? ''))
    return false;
  return !/^(?:do|perform|conduct)$/.test(action.verb.base);
}

/** Objects that name nothing. */
const SOMETHING = /^(?:it|thing|stuff|everything|anything|something|magic)$/;

/** Nothing that a definition says was understood. What its arguments show may still count. */
const UNREAD: CategoryVerdict = { category: 'Read', evidence: [], ground: 'unread', sure: false, against: [] };

/**
 * A verdict of verbs, as far as the text was understood. A name alone never lowers: where there is a text and none of it was
 * read, a name counts only where it cannot make the tool milder than it is.
 */
function understood(
  facts: ToolFacts,
  verdict: CategoryVerdict | null,
  text: Reading | undefined,
): CategoryVerdict | null {
  if (verdict === null || !facts.description.present) return verdict;
  const isOneSided = verdict.ground === 'name' && text === undefined;
  // A word that only may be a verb did not make the text understood.
  const isDoubtful = verdict.ground === 'lowered' && verdict.category === 'Read' && text?.action.clarity === 1;
  if (!isOneSided && !isDoubtful) return verdict;
  const isWorst = levelOf(verdict.category, []) === 'critical';
  const [first] = facts.description.sentences;
  if (first !== undefined && languageOf(first.text) !== 'en') return isWorst ? verdict : null;
  const name = facts.nameActions[0] ?? facts.titleActions[0];
  const isOrder = name?.clarity === 3 || (name?.clarity === 2 && ANSWERING_VERBS.has(facts.nameWords[0] ?? ''));
  if (verdict.category === 'Read' && !isSaid(name, facts) && !(isOrder && maySayWhat(facts))) return null;
  const isNamed = headNoun(facts) === name?.verb.base;
  return { ...verdict, sure: verdict.sure && (verdict.category !== 'Read' || isNamed) };
}

const rank = (reading: Reading) => categoryRank(reading.meaning.category);

/** The verdict of the name's verb and the text's verb together. */
function joinMain(name: Reading | undefined, text: Reading | undefined, facts: ToolFacts): CategoryVerdict | null {
  if (name === undefined && text === undefined) return null;
  if (name === undefined || text === undefined) {
    const only = (name ?? text) as Reading;
    // `riddle_type` with a text that names no deed: the last word of the name is no verb.
    const gives = facts.parameters.some((parameter) =>
      /^(?:body|data|text|content|message|payload|caption)$/.test(parameter.key),
    );
    if (only.action.clarity === 1 && only.action.verb.loose && facts.description.present && !gives) return null;
    return {
      category: only.meaning.category,
      evidence: [evidenceOf(only)],
      ground: name === undefined ? 'text' : 'name',
      sure: isSure(only),
      against: [],
    };
  }
  // "Returns true if …" tells of the answer; the name tells of the deed.
  if (text.action.verb.base === 'return' && name.action.clarity >= 2 && rank(name) !== rank(text)) {
    return {
      category: name.meaning.category,
      evidence: [evidenceOf(name)],
      ground: 'name',
      sure: isSure(name),
      against: [],
    };
  }
  // The same verb twice: the text has the object that a bare name lacks ("add: Add two numbers").
  if (name.action.verb.base === text.action.verb.base && facts.nameWords.length === 1 && rank(name) !== rank(text)) {
    return {
      category: text.meaning.category,
      evidence: [evidenceOf(text)],
      ground: 'agreed',
      sure: isSure(text),
      against: [],
    };
  }
  if (rank(name) === rank(text)) {
    return {
      category: name.meaning.category,
      evidence: [evidenceOf(name), evidenceOf(text)],
      ground: 'agreed',
      sure: isSure(name) && isSure(text),
      against: [],
    };
  }
  const [worse, milder] = rank(name) > rank(text) ? [name, text] : [text, name];
  const take = (chosen: Reading, other: Reading, ground: Ground): CategoryVerdict => ({
    category: chosen.meaning.category,
    evidence: [evidenceOf(chosen)],
    ground,
    sure: false,
    against: [{ category: other.meaning.category, text: other.action.text }],
  });
  return worseIsMeant(worse, milder, facts) ? take(worse, milder, 'raised') : take(milder, worse, 'lowered');
}

/** Whether nothing about a reading is in doubt: a plain verb, or a noun-like one with an object that settles it. */
const isSure = ({ action, meaning }: Reading) =>
  meaning.sure &&
  (action.clarity === 3 ||
    (action.clarity === 2 &&
      (meaning.specific ||
        !action.verb.loose ||
        (action.from === 'description' && ANSWERING_VERBS.has(action.verb.base)))));

/** Whether the worse of two readings is what the tool does, or only a word that looks like a verb. */
function worseIsMeant(worse: Reading, milder: Reading, facts: ToolFacts): boolean {
  if (/^(?:manage|handle|control)$/.test(milder.action.verb.base) && !isGeneric(worse)) return true;
  // "clear_dir: Clear the setting of a directory": the text has the whole object of the same verb.
  if (
    worse.action.verb.base === milder.action.verb.base &&
    milder.action.from === 'description' &&
    worse.action.clarity < milder.action.clarity &&
    milder.action.object.length > worse.action.object.length
  )
    return false;
  if (worse.action.clarity < milder.action.clarity)
    return worse.action.clarity === 2 && !isRetrieval(milder) && !isGeneric(worse);
  if (worse.meaning.sure === false && milder.meaning.sure) return false;
  // `post_settings: Updates …`: generators put the HTTP method in front.
  if (
    worse.action.verb.base === 'post' &&
    worse.action.from === 'name' &&
    !worse.meaning.specific &&
    milder.action.clarity === 3
  )
    return false;
  // "search_feedback: Send feedback …": the same object, so the text tells what is done with it.
  if (worse.action.first && worse.action.clarity === 3 && isSameObject(worse, milder) && !isGeneric(worse)) return true;
  // "get_info: Execute the info command": how it is got is no deed of its own.
  if (
    worse.action.from === 'description' &&
    /^(?:run|execute|perform|send)$/.test(worse.action.verb.base) &&
    (worse.action.verb.base !== 'send' || worse.action.object.some((word) => ASKS.test(word))) &&
    milder.action.clarity === 3 &&
    RETRIEVING_VERBS.has(milder.action.verb.base)
  )
    return false;
  // "request_hover: Get …": a verb inside the name is weaker than what the text begins with.
  if (
    worse.action.from === 'name' &&
    milder.action.clarity === 3 &&
    RETRIEVING_VERBS.has(milder.action.verb.base) &&
    !nameBeginsWith(worse, facts)
  )
    return false;
  // `order_status`: a noun of the name is less than a verb of the text.
  if (milder.action.verb.base === 'state' && worse.action.first && worse.action.clarity >= 2 && !isGeneric(worse))
    return worse.action.from === 'description';
  // "cli_install: Provide installation instructions": what the name speaks of is only told about.
  if (
    worse.action.from === 'name' &&
    (worse.meaning.category === 'Execute' || worse.meaning.category === 'Write') &&
    milder.meaning.category === 'Read' &&
    milder.action.first &&
    ADVICE_NOUNS.has(milder.action.object.at(-1) ?? '')
  )
    return false;
  // `deploy_logs_get: Shows …`: the verb at the end of the name is the one.
  if (
    worse.action.from === 'name' &&
    worse.meaning.category === 'Execute' &&
    milder.meaning.category === 'Read' &&
    milder.action.clarity === 3 &&
    RETRIEVING_VERBS.has(facts.nameWords.at(-1) ?? '')
  )
    return false;
  // "run_analysis: Analyse …": the generic verb gives way to what is done.
  if (
    isGeneric(worse) &&
    milder.meaning.sure &&
    milder.meaning.category === 'Read' &&
    worse.action.from !== 'description'
  ) {
    return worse.action.clarity > milder.action.clarity || facts.topics.device;
  }
  if (isGeneric(worse) && milder.action.clarity === 3) return milder.meaning.category !== 'Read';
  if (worse.action.from === 'description' && isRetrieval(milder))
    return worse.action.clarity === 3 && worse.action.first && !isGeneric(worse);
  return true;
}

/** What is sent to get an answer. */
const ASKS = /^(?:command|request|query|packet|probe|ping|get|prompt|question)$/;

const isSameObject = (one: Reading, other: Reading) =>
  one.action.from === 'description' &&
  one.action.object.length > 0 &&
  one.action.object.at(-1) === other.action.object.at(-1);

/** A verb that leaves open what is done, whatever it is done to. */
const isGeneric = ({ action, meaning }: Reading) =>
  GENERIC_VERBS.has(action.verb.base) && (!meaning.specific || action.object.at(-1) === 'request');

function nameBeginsWith({ action }: Reading, facts: ToolFacts): boolean {
  const [first = ''] = facts.nameWords;
  return first === action.verb.base || (facts.nameWords.at(-1) === action.verb.base && readVerb(first) === undefined);
}

const isRetrieval = (reading: Reading) => reading.meaning.category === 'Read' && reading.action.clarity >= 2;

/** Raises a verdict to the worst that further verbs of the definition clearly say. */
function raise(main: CategoryVerdict, others: readonly Reading[]): CategoryVerdict {
  let verdict = main;
  for (const other of others) {
    if (categoryRank(other.meaning.category) <= categoryRank(verdict.category)) continue;
    if (other.action.clarity < 3 || !other.meaning.sure || !maySpeakFor(other)) {
      verdict = {
        ...verdict,
        against: [...verdict.against, { category: other.meaning.category, text: other.action.text }],
      };
      continue;
    }
    verdict = {
      category: other.meaning.category,
      evidence: [evidenceOf(other)],
      ground: other.action.from === 'enum' || other.action.from === 'parameter' ? 'operation' : 'raised',
      sure: other.action.from === 'enum',
      against: [...verdict.against, { category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  return verdict;
}

/** Later words of a text say less; only what cannot be taken for advice or for the answer counts. */
function maySpeakFor({ action }: Reading): boolean {
  if (action.from !== 'description') return true;
  return !GENERIC_VERBS.has(action.verb.base) || action.verb.base === 'start';
}
