import type { Category } from '../../risk/category.ts';
import {
  ANSWER_NOUNS,
  DEED_NOUNS,
  DOER_NOUNS,
  QUALIFIERS,
  READING_NOUNS,
  RUNNER_NOUNS,
} from '../lexicon/deed-nouns.ts';
import {
  CLAUSE_OPENERS,
  DETERMINERS,
  FILLER_WORDS,
  isManner,
  MEASURE_NOUNS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
} from '../lexicon/function-words.ts';
import { singular } from '../lexicon/inflection.ts';
import { ENGLISH } from '../lexicon/languages.ts';
import { readVerb } from '../lexicon/verbs.ts';
import type { Sentence } from '../read/description.ts';
import { languageOf } from '../read/language.ts';
import { doerPhrase } from '../read/sentence-actions.ts';
import { shortQuote } from '../read/short-quote.ts';
import { textWords, type Word } from '../read/tokenize.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { answerNamedIn } from './foreign-words.ts';
import type { CategoryVerdict } from './reading.ts';

/** The verdict of a text without a verb, whose noun says what is done or what comes back; null where it says neither. */
export function nounPhraseVerdict(facts: ToolFacts): CategoryVerdict | null {
  const [sentence] = facts.description.sentences;
  const named = sentence === undefined ? undefined : answerNamedIn(sentence);
  if (named !== undefined && facts.description.sentences.length === 1 && !takesContent(facts)) {
    const evidence = { from: 'description', text: named, says: 'says what it returns' } as const;
    return { category: 'Read', evidence: [evidence], ground: 'noun', sure: false, against: [] };
  }
  if (sentence === undefined || languageOf(sentence.text) !== 'en') return null;
  // "Object Web Service - information about asteroids": what stands behind a dash tells what the name in front of it is.
  for (const piece of sentence.text.split(/ [-–—] |: /)) {
    const phrase = phraseOf(piece);
    const found = phrase === undefined ? undefined : meaningOf(phrase.nouns);
    if (phrase === undefined || found === undefined) continue;
    if (found.category === 'Read' && (takesContent(facts) || doesMore(sentence) || mayOrder(phrase, facts)))
      return null;
    const text = shortQuote(piece, phrase.start, piece.length);
    return {
      category: found.category,
      evidence: [{ from: 'description', text, says: found.says }],
      ground: 'noun',
      sure: false,
      against: [],
    };
  }
  return null;
}

/** The words by which a text calls the tool something that runs whatever it is given: "Python REPL". */
export function namedRunner(facts: ToolFacts): string | undefined {
  const text = facts.description.sentences[0]?.text ?? '';
  const phrase = phraseOf(text);
  if (phrase === undefined || runnerOf(phrase.nouns) === undefined) return undefined;
  const isFree =
    facts.parameters.length === 0 ||
    facts.parameters.some(({ type, values }) => type === 'string' && values.length === 0);
  return isFree ? shortQuote(text, phrase.start, text.length) : undefined;
}

/** "Shell access", "REPL": whoever has that runs what he likes. */
function runnerOf(nouns: readonly string[]): string | undefined {
  const noun = nouns.at(-1) === 'access' ? nouns.at(-2) : nouns.at(-1);
  return RUNNER_NOUNS.has(noun ?? '') ? noun : undefined;
}

/** A noun phrase: its words in the singular, head last. */
interface NounPhrase {
  readonly nouns: readonly string[];
  readonly start: number;
  /** Its first word as written; nothing behind "a tool for", where no order stands. */
  readonly first: string;
  /** Whether an article stands inside it: behind a verb, then. */
  readonly hasArticle: boolean;
}

/** The noun phrase that a sentence begins with; what a tool is "for" counts instead of the tool. */
function phraseOf(text: string): NounPhrase | undefined {
  const words = textWords(text, 40);
  const isFor = doerPhrase(words) > 0;
  let from = /^takes? an? /i.test(text) ? 2 : doerPhrase(words);
  while (from < words.length && (isFiller((words[from] as Word).lower) || isDeterminer(words, from))) from += 1;
  for (let turns = 0; turns < 2; turns += 1) {
    const end = endOf(text, words, from, false);
    const nouns = words.slice(from, end).map(({ lower }) => singular(lower));
    // "News search tool": what it is a tool of.
    if (
      nouns.length > 1 &&
      /^(?:tool|utility|function)$/.test(nouns.at(-1) ?? '') &&
      !/^(?:for|that|which)$/.test(words[end]?.lower ?? '')
    )
      nouns.pop();
    const head = nouns.at(-1);
    if (head === undefined) return undefined;
    const next = words[end]?.lower ?? '';
    const isDoer = DOER_NOUNS.has(head) && next === 'for';
    const isMeasure = MEASURE_NOUNS.has(head) && next === 'of' && head !== 'list';
    if (!isDoer && !isMeasure) {
      const first = words[from] as Word;
      // "Analysis and design": the first of two; "dynamic and reflective thinking": both belong to the last.
      const short = words.slice(from, endOf(text, words, from, true)).map(({ lower }) => singular(lower));
      const hasArticle = words
        .slice(from + 1, end)
        .some(({ lower }) => /^(?:an?|the|your|its|their|one|all|every|each|some|any|this|it|them|you)$/.test(lower));
      return {
        nouns: meaningOf(short) === undefined ? nouns : short,
        start: first.start,
        first: turns === 0 && !isFor && !isArticle(words[from - 1]) ? first.text : '',
        hasArticle,
      };
    }
    from = end + 1;
  }
  return undefined;
}

const isFiller = (word: string) => FILLER_WORDS.has(word) || isManner(word);

/** No order stands behind an article. */
const isArticle = (word: Word | undefined) => /^(?:an?|the)$/.test(word?.lower ?? '');

function isDeterminer(words: readonly Word[], at: number): boolean {
  return DETERMINERS.has((words[at] as Word).lower) && !ANSWER_NOUNS.has(singular((words[at] as Word).lower));
}

/** Where a noun phrase ends: at a preposition, a clause, a sign that parts, and at "and" where that is asked. */
function endOf(text: string, words: readonly Word[], from: number, toAnd: boolean): number {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] as Word;
    const before = at === from ? '' : text.slice((words[at - 1] as Word).end, word.start);
    if (
      PREPOSITIONS.has(word.lower) ||
      CLAUSE_OPENERS.has(word.lower) ||
      (toAnd && /^(?:and|or)$/.test(word.lower)) ||
      /[,.;:!?()[\]–—]| - /.test(before)
    )
      return at;
  }
  return words.length;
}

function meaningOf(nouns: readonly string[]): { readonly category: Category; readonly says: string } | undefined {
  const head = nouns.at(-1) ?? '';
  if (runnerOf(nouns) !== undefined) return { category: 'Execute', says: 'runs what it is given' };
  const deed = DEED_NOUNS.find((each) => each.nouns.has(head));
  if (deed !== undefined) return deed;
  if (READING_NOUNS.has(head)) return { category: 'Read', says: 'looks something up or works it out' };
  return ANSWER_NOUNS.has(head) ? { category: 'Read', says: 'says what it returns' } : undefined;
}

/** Endings of words that are hardly verbs, and letters that no verb has. */
const NO_VERB =
  /(?:[st]ion|ment|ness|ity|ance|ence|ics|al|ive|ous|ic|ary|logy|ship|ing|ed)$|[A-Z\d].*[A-Z\d]|^(?!re-).+-/;

/** Whether the first word of a phrase may be an order that is not known: "Scramble customer data". */
function mayOrder({ nouns, first, hasArticle }: NounPhrase, { nameWords, server }: ToolFacts): boolean {
  if (hasArticle) return true;
  const [word = ''] = nouns;
  if (
    first === '' ||
    nouns.length === 1 ||
    NO_VERB.test(first) ||
    QUALIFIERS.has(first.toLowerCase()) ||
    QUALIFIERS.has(word)
  )
    return false;
  // What the name, behind its first word, or the server is called after is a noun.
  return ![...nameWords.slice(1), ...server].some((each) => singular(each) === word);
}

/** What tells the reader what he will know. */
const KNOWING =
  /^(?:stay (?:informed|updated|up[- ]to[- ]date)|gain (?:[\w-]+ )?insights?|gain access|understand|gives? (?:back|you)) /i;

/** Whether the head of a phrase may be a deed that is not known: "key revocation". */
function isDeed(nouns: readonly string[]): boolean {
  const head = nouns.at(-1) ?? '';
  if (!/(?:[st]ion|ment|ing)$/.test(head) || READING_NOUNS.has(head) || ANSWER_NOUNS.has(head)) return false;
  const gerund = readVerb(head);
  // "Enrichment", "extraction": of a verb that reads.
  const stem = head.replace(/(?:ment|ation|ion)$/, '');
  if ([stem, `${stem}e`].some((each) => readVerb(each)?.verb.category === 'Read')) return false;
  return !(gerund?.verb.category === 'Read' || (head === 'operation' && READING_NOUNS.has(nouns.at(-2) ?? '')));
}

/** Whether a sentence has a word that shows it to be English: a small one, or one of these tables. */
function isEnglish({ words }: Sentence): boolean {
  return words.some(({ lower }) => {
    const noun = singular(lower);
    if (lower !== 'a' && ENGLISH.has(lower)) return true;
    return readVerb(lower) !== undefined || [QUALIFIERS, ANSWER_NOUNS, READING_NOUNS].some((nouns) => nouns.has(noun));
  });
}

/** Words that make a statement of a phrase. */
const STATEMENT = /^(?:is|are|was|be|will|can|may|must|has|have)$/;

/** Whether a text that no verb of ours was found in may say what comes back, as a name that reads says: it hides no order. */
export function maySayWhat(facts: ToolFacts): boolean {
  const [sentence] = facts.description.sentences;
  if (sentence === undefined || KNOWING.test(sentence.text)) return true;
  const phrase = phraseOf(sentence.text);
  if (phrase === undefined || doesMore(sentence) || mayOrder(phrase, facts)) return false;
  // A picture may stand for the verb, a question says nothing, and "the machine is down" is no noun.
  if (
    (facts.description.hasPictures && facts.description.text.length < 100) ||
    /^[^,.;:]{0,60}\bgets\b/.test(facts.description.lower) ||
    sentence.text.endsWith('?') ||
    phrase.nouns.some((each) => STATEMENT.test(each))
  )
    return false;
  if (!isEnglish(sentence)) return false;
  const own = new Set([...facts.nameWords.slice(1), ...facts.server].map(singular));
  const head = phrase.nouns.at(-1) ?? '';
  if (isDeed(phrase.nouns) && !own.has(head)) return false;
  // "Lets go of …": a word that stands alone is no noun if it can be a verb, unless the name says what it is.
  const [noun = ''] = phrase.nouns;
  const verb = readVerb(noun)?.verb;
  return phrase.nouns.length > 1 || verb === undefined || verb.category === 'Read' || own.has(noun);
}

/** The head of the noun phrase that a text begins with, unless a verb may hide in it; a list is none of looking. */
export function headNoun({ description }: ToolFacts): string | undefined {
  const phrase = phraseOf(description.sentences[0]?.text ?? '');
  const head = phrase === undefined || phrase.hasArticle ? undefined : phrase.nouns.at(-1);
  return head === 'list' ? undefined : head;
}

/** Arguments with what is sent or kept. */
function takesContent({ parameters }: ToolFacts): boolean {
  return parameters.some(({ key }) =>
    /^(?:body|payload|message|caption|amount|command|recipient|to_address)$/.test(key),
  );
}

/** Whether the sentence speaks of another deed: "Overview of servers to delete", "Analysis and deletion of records". */
function doesMore({ words }: Sentence): boolean {
  return words.some(({ lower }, at) => {
    if (DEED_NOUNS.some(({ nouns }) => nouns.has(lower))) return true;
    const reading = readVerb(lower);
    // "Status: sets it."
    if (
      reading?.form === 'third' &&
      reading.verb.category !== 'Read' &&
      OBJECT_PRONOUNS.has(words[at + 1]?.lower ?? '')
    )
      return true;
    if (reading === undefined || reading.verb.loose || reading.verb.category === 'Read') return false;
    return reading.form === 'gerund' || /^(?:to|and|or|can|will|also)$/.test(words[at - 1]?.lower ?? '');
  });
}
