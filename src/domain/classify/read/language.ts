import { ENGLISH, LANGUAGES, type Language } from '../lexicon/languages.ts';
import { readVerb } from '../lexicon/verbs.ts';
import { textWords, type Word } from './tokenize.ts';

/** What a sentence is written in: English, languages that it may be, or none that is known. */
export type SentenceLanguage = 'en' | readonly Language[];

/** A letter of a script without spaces says as much as so many of Latin. */
const DENSE = 2;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const ACCENTED = /[^a-z\d_-]/;

/**
 * The language of a sentence: by its script, then by its small words and first verb. English where nothing speaks against it;
 * several where words fit them equally; none where something does and no language of ours fits.
 */
export function languageOf(text: string): SentenceLanguage {
  const head = text.slice(0, 240);
  const letters = head.replace(LATIN, '');
  const isFirst = /^[^\p{L}]*(?!\p{Script=Latin})\p{L}/u.test(head);
  if (isFirst || (letters.match(LETTER) ?? []).length * DENSE > (head.match(LATIN) ?? []).length) {
    return LANGUAGES.filter(({ script }) => script?.test(letters)).slice(0, 1);
  }
  return latinLanguage(textWords(head, 40));
}

/** Capitals inside a sentence are names: "Los Angeles". */
const isPlain = ({ text }: Word, index: number) => index === 0 || text === text.toLowerCase();

function latinLanguage(all: readonly Word[]): SentenceLanguage {
  const plain = all.filter(isPlain).flatMap(({ lower }) => lower.split(/['’]/));
  const [first = ''] = plain;
  const count = (small: ReadonlySet<string>) => plain.filter((word) => small.has(word)).length;
  const english = count(ENGLISH) + (readVerb(first) === undefined ? 0 : 2);
  const scored = LANGUAGES.filter(({ script }) => script === undefined).map((language) => ({
    language,
    score: count(language.small) + (plain.some((word, at) => at < 8 && isVerb(language, word, plain)) ? 2 : 0),
  }));
  const most = Math.max(...scored.map(({ score }) => score));
  if (most > english) return scored.filter(({ score }) => score === most).map(({ language }) => language);
  if (!plain.some((word) => ACCENTED.test(word))) return 'en';
  if (most > 0 && most === english) return scored.filter(({ score }) => score === most).map(({ language }) => language);
  return english === 0 ? [] : 'en';
}

/** Whether a word is a verb of a language and not of English. */
function isVerb({ verbs }: Language, word: string, all: readonly string[]): boolean {
  return (
    readVerb(word) === undefined &&
    Object.values(verbs).some((list) =>
      list.split(/\s+/).some((row) => {
        const [first, ...others] = row.split('+');
        return first === word && others.every((each) => all.includes(each));
      }),
    )
  );
}
