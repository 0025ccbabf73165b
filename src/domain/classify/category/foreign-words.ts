import { categoryRank } from '../../risk/category.ts';
import type { ExampleTable } from '../lexicon/example-table.ts';
import { LANGUAGE_SAYS, LANGUAGES, type Language, type LanguageMeaning } from '../lexicon/languages.ts';
import type { Sentence } from '../read/description.ts';
import { languageOf } from '../read/language.ts';
import { shortQuote } from '../read/short-quote.ts';
import { textWords } from '../read/tokenize.ts';
import { phraseReading, type Reading } from './reading.ts';

/** What verbs of a language mean, longest first. */
type VerbTable = readonly (readonly [parts: readonly string[], meaning: LanguageMeaning])[];

const TABLES: ReadonlyMap<Language, VerbTable> = new Map(
  LANGUAGES.map((language) => [
    language,
    Object.entries(language.verbs)
      .flatMap(([meaning, list]) =>
        rows(list).map((row): readonly [string[], LanguageMeaning] => [row.split('+'), meaning as LanguageMeaning]),
      )
      .sort(([one], [other]) => other.join('+').length - one.join('+').length),
  ]),
);

function rows(list: string): string[] {
  return list.split(/\s+/).filter((row) => row !== '');
}

const categoryIn = (meaning: LanguageMeaning) => (meaning === 'generates' ? 'Read' : meaning);
const rankOf = (meaning: LanguageMeaning) => categoryRank(categoryIn(meaning));

/**
 * What a sentence in another language says that the tool does: the worst of its verbs that are known. Read only where the verb
 * that says it stands where the sentence's verb stands. Nothing where no verb is known, or its languages disagree.
 */
export function foreignReading(sentence: Sentence): Reading | undefined {
  const languages = languageOf(sentence.text);
  if (languages === 'en') return undefined;
  const meanings = new Set(languages.map((language) => meaningIn(language, sentence.text)));
  const [meaning] = meanings;
  if (meanings.size !== 1 || meaning === undefined) return undefined;
  const reading = phraseReading(
    'foreign',
    categoryIn(meaning),
    LANGUAGE_SAYS[meaning],
    shortQuote(sentence.text, 0, 80),
    true,
  );
  return { ...reading, action: { ...reading.action, clarity: 3 } };
}

function meaningIn(language: Language, text: string): LanguageMeaning | undefined {
  const lower = text
    .slice(0, 240)
    .toLowerCase()
    .replace(/[(（][^)）]{0,120}[)）]?/g, ' ');
  const found = isDense(language) ? denseMeanings(language, lower) : spacedMeanings(language, lower);
  const worst = found.toSorted((one, other) => rankOf(other) - rankOf(one))[0];
  if (worst === undefined || worst === 'Read' || rankOf(worst) > rankOf('Execute')) return worst;
  return rows(language.money).some((word) => lower.includes(word)) ? 'Financial' : worst;
}

const isDense = ({ id }: Language) => id === 'zh' || id === 'ja' || id === 'ko';

/** Words in front of the verb that carry nothing. */
const OPENERS = new Set(
  rows('esta este esta herramienta ferramenta permite para outil permet de cet tool функция инструмент'),
);

function spacedMeanings(language: Language, lower: string): LanguageMeaning[] {
  const table = TABLES.get(language) as VerbTable;
  const all = textWords(
    lower.replace(/\p{M}/gu, (mark) => (language.id === 'ar' ? '' : mark)),
    40,
  ).map(({ lower: word }) => word);
  const opens = all.findIndex((word) => !OPENERS.has(word));
  const isFront = (at: number) => at === Math.max(0, opens);
  const isEnd = (at: number) => at >= all.length - (language.id === 'hi' ? 3 : 1);
  return all.flatMap((word, at) => {
    const row = table.find(([[first, ...others]]) => first === word && others.every((each) => all.includes(each)));
    if (row === undefined) return [];
    const closes = Math.max(at, ...row[0].slice(1).map((each) => all.lastIndexOf(each)));
    const isMain = (language.verbAt !== 'end' && isFront(at)) || (language.verbAt !== 'front' && isEnd(closes));
    const isJoined =
      language.joins.has(all[at - 1] ?? '') || (language.verbAt === 'end' && language.joins.has(all[at + 1] ?? ''));
    return isMain || isJoined ? [row[1]] : [];
  });
}

/** What parts clauses in scripts without spaces. */
const DENSE_CLAUSES = /[，、；。：！,;:!]|\.(?=\s|$)|(?<!合)并且?|然后|以及|同时|て、|し、|하고|하며|하여/;
/** What may stand before the verb of a Chinese clause. */
const BEFORE_VERB =
  /^(?:(?:根据|根據|通过|使用|用|从|在|对|将|將|把|按|为|為|基于|向)[^，。]{1,24}?|[^，。]{0,12}等(?:参数|条件|方式|信息)?|[^，。]{0,8}来|用于|用来|来|可以|支持|仅|批量|自动|直接|本?接口|该接口|该工具|此工具|工具|这个工具|mcp工具| )*$/;

function denseMeanings(language: Language, lower: string): LanguageMeaning[] {
  const table = TABLES.get(language) as VerbTable;
  return lower.split(DENSE_CLAUSES).flatMap((whole) => {
    // "计算工具": that it is a tool says nothing.
    const clause = whole.trim().replace(/(?:的)?工具$/, '');
    const places = table
      .map(([[word = ''], meaning]) => ({
        at: language.verbAt === 'front' ? clause.indexOf(word) : clause.lastIndexOf(word),
        word,
        meaning,
      }))
      .filter(
        ({ at, word, meaning }) => at >= 0 && (meaning === 'Read' || !NOUN_BEHIND.test(clause.slice(at + word.length))),
      )
      .sort(
        (one, other) =>
          (language.verbAt === 'front' ? one.at - other.at : other.at - one.at) || other.word.length - one.word.length,
      );
    const [main] = places;
    if (main === undefined) return [];
    const isPlace =
      language.verbAt === 'front'
        ? BEFORE_VERB.test(clause.slice(0, main.at).trim()) || isWhole(table, clause, main)
        : clause.length - main.at - main.word.length <= MOST_ENDING;
    if (places.every(({ meaning }) => meaning === 'Read') && endsInReading(table, clause)) return ['Read'];
    if (isPlace && RUN_WORDS.test(main.word) && endsInReading(table, clause)) return ['Read'];
    // A verb somewhere else may be part of a noun ("更新时间"): it counts only where it would be the worst.
    return isPlace || rankOf(main.meaning) > rankOf('Execute') ? [main.meaning] : [];
  });
}

/** What makes a noun of the verb before it: "更新时间" is a date. */
const NOUN_BEHIND = /^(?:时间|历史|次数|记录|日期|者|人|频率|量)/;

/** Nouns that end a Chinese phrase which only names what comes back. */
const ANSWERS =
  /(?:列表|价格|详情|信息|数据|新闻|头条|字典|词典|日报|早报|图片|指数|类型|排行榜?|热榜|热搜榜|天气|诗词|汇率|联系方式)$/;
/** Letters of deeds: a phrase with one of them may be an order. */
const DEEDS =
  /[删刪清移销毁抹卸粉碎停关付转轉汇买購购卖賣发發送推执執运更改写寫踢封禁锁解启啟播安装创建添加增插提交注册消撤退抢占盗攻击入杀断拉爬扣充支签授权]/;

/** The words of a short Chinese phrase without a verb that name what comes back: "随机笑话列表". */
export function answerNamedIn({ text }: Sentence): string | undefined {
  const phrase = text.trim();
  const ends = ANSWERS.exec(phrase);
  const languages = languageOf(text);
  if (ends === null || phrase.length > 16 || languages === 'en' || languages[0]?.id !== 'zh') return undefined;
  return DEEDS.test(phrase.slice(0, ends.index)) ? undefined : phrase;
}

/** Verbs that only say that something is done. */
const RUN_WORDS = /^(?:执行|執行|运行|调用|실행|実行)$/;

/** "执行查询": what is run is a look-up. */
function endsInReading(table: VerbTable, clause: string): boolean {
  return table.some(([[word = ''], meaning]) => meaning === 'Read' && clause.trim().endsWith(word));
}

/** "天气查询": a verb that ends a clause without another is a noun of what is done. */
function isWhole(
  table: VerbTable,
  clause: string,
  { at, word }: { readonly at: number; readonly word: string },
): boolean {
  const before = clause.slice(0, at);
  return (
    clause.trim().endsWith(word) &&
    !table.some(([[other = ''], meaning]) => meaning !== 'Read' && before.includes(other))
  );
}

/** So many letters of inflection may follow a verb at the end. */
const MOST_ENDING = 8;

/** What an example of each row looks like. */
export const FOREIGN_EXAMPLES: readonly ExampleTable[] = LANGUAGES.flatMap((language) =>
  Object.entries(language.verbs).map(([meaning, list]) => ({
    id: `foreign.${language.id}.${meaning}`,
    rows: () => rows(list),
    gives: categoryIn(meaning as LanguageMeaning),
    example: (row: string) => ({ name: 'rose', description: foreignSentence(language, row) }),
  })),
);

function foreignSentence({ id, object, verbAt }: Language, row: string): string {
  const [first = '', ...others] = row.split('+');
  const tail = others.join(' ');
  if (verbAt === 'end') return `${object}${others.length > 0 ? `${first} ${tail}` : first}${id === 'hi' ? ' है' : ''}`;
  return `${first}${object}${tail === '' ? '' : ` ${tail}`}`;
}
