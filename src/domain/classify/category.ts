import { type Category, categoryRank } from '../category.ts';
import type { Evidence } from '../classification.ts';
import { type Action, actionsOfName } from './actions.ts';
import type { ToolFacts } from './facts.ts';
import { type Meaning, meaningOf } from './objects.ts';
import type { Parameter } from './parameters.ts';
import { queryLanguageOf } from './query-language.ts';
import { readVerb } from './verbs.ts';
import { shortQuote, textWords } from './words.ts';

/** How the category came about; `confidence.ts` turns it into a number. */
export type Ground =
  | 'agreed' // name and text say the same
  | 'name' // the name's verb alone
  | 'text' // the text's verb alone
  | 'raised' // one of them says worse than the other
  | 'lowered' // the milder of them is taken
  | 'operation' // an operation argument offers worse than the verb says
  | 'argument' // what an argument takes decides
  | 'claim' // the server's annotations tipped the balance
  | 'assumed'; // no verb: a text that only says what comes back

/** A category with what led to it. */
export interface CategoryVerdict {
  readonly category: Category;
  readonly evidence: readonly Evidence[];
  readonly ground: Ground;
  /** Whether every part that decided was beyond doubt. */
  readonly sure: boolean;
  /** Other categories that parts of the definition speak for, with the words that do. */
  readonly against: readonly { readonly category: Category; readonly text: string }[];
}

interface Reading {
  readonly action: Action;
  readonly meaning: Meaning;
}

/** The category that a definition shows; null when it is too thin to judge. */
export function categoryOf(facts: ToolFacts): CategoryVerdict | null {
  const verdict = verdictOfWords(facts);
  if (verdict === null) return null;
  return weighClaims(facts, weighArguments(facts, weighPhrases(facts, verdict)));
}

const readingOf =
  (facts: ToolFacts) =>
  (action: Action): Reading => ({ action, meaning: meaningOf(action, facts.topics) });

function evidenceOf({ action, meaning }: Reading): Evidence {
  return {
    from: action.from,
    ...(action.where === undefined ? {} : { where: action.where }),
    text: action.text,
    says: meaning.says,
  };
}

/** Verbs that say little by themselves: what the text says of the work goes first. */
const GENERIC: ReadonlySet<string> = new Set(
  `run execute perform do process handle manage start call use request make trigger invoke state is has test initiate submit go set complete
  exec action command build take`.split(/\s+/),
);

function verdictOfWords(facts: ToolFacts): CategoryVerdict | null {
  const read = readingOf(facts);
  const names = facts.nameActions.map(read);
  const titles = facts.titleActions.map(read);
  const texts = facts.textActions.map(read);
  const name = names[0] ?? titles[0];
  const text = texts.find((each) => each.action.first) ?? foreignReading(facts) ?? texts[0];
  const http = httpReading(facts);
  const main = joinMain(name, http ?? text, facts);
  if (main === null && !facts.description.present) return null;
  return raise(facts, main ?? assumedRead(facts), [
    ...names.slice(1),
    ...texts.filter((each) => each !== text),
    ...operationReadings(facts),
  ]);
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
  meaning.sure && (action.clarity === 3 || (action.clarity === 2 && (meaning.specific || !action.verb.loose)));

/** Whether the worse of two readings is what the tool does, or only a word that looks like a verb. */
function worseIsMeant(worse: Reading, milder: Reading, facts: ToolFacts): boolean {
  if (/^(?:manage|handle|control)$/.test(milder.action.verb.base) && !isGeneric(worse)) return true;
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
  // "get_info: Execute the info command": how it is got is no deed of its own.
  if (
    worse.action.from === 'description' &&
    /^(?:run|execute|perform|send)$/.test(worse.action.verb.base) &&
    milder.action.clarity === 3 &&
    PURE_READS.has(milder.action.verb.base)
  )
    return false;
  // "request_hover: Get …": a verb inside the name is weaker than what the text begins with.
  if (
    worse.action.from === 'name' &&
    milder.action.clarity === 3 &&
    PURE_READS.has(milder.action.verb.base) &&
    !nameBeginsWith(worse, facts)
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

/** Verbs that say of a text's tool that it only gets something. */
const PURE_READS: ReadonlySet<string> = new Set([
  'get',
  'fetch',
  'retrieve',
  'list',
  'search',
  'find',
  'lookup',
  'describe',
  'show',
  'calculate',
  'compute',
  'analyze',
  'check',
  'view',
  'return',
]);

/** A verb that leaves open what is done, whatever it is done to. */
const isGeneric = ({ action, meaning }: Reading) =>
  GENERIC.has(action.verb.base) && (!meaning.specific || action.object.at(-1) === 'request');

function nameBeginsWith({ action }: Reading, facts: ToolFacts): boolean {
  const [first = ''] = facts.nameWords;
  return first === action.verb.base || (facts.nameWords.at(-1) === action.verb.base && readVerb(first) === undefined);
}

const isRetrieval = (reading: Reading) => reading.meaning.category === 'Read' && reading.action.clarity >= 2;

/** Raises a verdict to the worst that further verbs of the definition clearly say. */
function raise(facts: ToolFacts, main: CategoryVerdict, others: readonly Reading[]): CategoryVerdict {
  let verdict = main;
  for (const other of others) {
    if (categoryRank(other.meaning.category) <= categoryRank(verdict.category)) continue;
    if (other.action.clarity < 3 || !other.meaning.sure || !maySpeakFor(other, facts)) {
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
function maySpeakFor({ action }: Reading, facts: ToolFacts): boolean {
  if (action.from !== 'description') return true;
  if (GENERIC.has(action.verb.base) && action.verb.base !== 'start') return false;
  return facts.hints.readOnlyHint !== true;
}

/** Parameters that choose what the tool does. */
const OPERATION_KEYS: ReadonlySet<string> = new Set(
  'action operation op command cmd method verb operation_type action_type actiontype task_type request_type sub_command subcommand function mode actions operations action_name tool'.split(
    ' ',
  ),
);

/** Keys that choose a manner as often as a deed. */
const WEAK_KEYS: ReadonlySet<string> = new Set(['mode', 'function', 'tool', 'method', 'task_type', 'request_type']);

/** Tools that only help a model to think: their operations work on their own notes. */
const THINKING = /\b(?:reasoning|thinking|thoughts?|mental models?|brainstorm\w*)\b/;

function operationReadings(facts: ToolFacts): Reading[] {
  if (THINKING.test(facts.about) && !/\bthoughts? (?:record|entry|store)\b/.test(facts.about)) return [];
  const found: Reading[] = [];
  for (const parameter of facts.parameters) {
    if (!OPERATION_KEYS.has(parameter.key) || parameter.depth > 3) continue;
    const values = operationValues(parameter);
    if (values.some(([value]) => /^(?:subtract|multiply|divide|subtraction|sqrt)$/i.test(value))) continue;
    // Operations of a JSON patch on one object.
    if (values.some(([value]) => value === 'replace') && values.some(([value]) => value === 'test')) continue;
    for (const [value, from] of values) {
      if (parameter.key === 'method' && HTTP_METHODS.has(value.toUpperCase())) continue;
      const [action] = actionsOfName(value, '');
      if (action === undefined) continue;
      const object = action.object.length > 0 ? action.object : (facts.nameActions[0]?.object ?? facts.nameWords);
      const reading = readingOf(facts)({
        ...action,
        object,
        from,
        where: parameter.path,
        text: value,
        clarity: 3,
        first: false,
      });
      if (reading.action.verb.loose && WEAK_KEYS.has(parameter.key)) continue;
      // A bare value is an order, not a noun: "order", "list", "charge" would be both.
      if (
        !reading.action.verb.loose ||
        reading.meaning.category !== 'Financial' ||
        facts.topics.money ||
        facts.topics.chain
      )
        found.push(reading);
    }
  }
  return found;
}

/** The operations that a parameter offers: its enum, or words in its description that stand in quotes or in a list. */
function operationValues(parameter: Parameter): [string, 'enum' | 'parameter'][] {
  if (parameter.values.length > 0) return parameter.values.map((value) => [value, 'enum']);
  if (parameter.key === 'command' || parameter.key === 'cmd') return [];
  const text = parameter.description;
  const quoted = [...text.matchAll(/["'`‘“]([A-Za-z][A-Za-z_-]{1,30})["'`’”]/g)].map((match) => match[1] ?? '');
  if (quoted.length > 0) return quoted.slice(0, 60).map((value) => [value, 'parameter']);
  const list = /[:(]\s*([a-z_]+(?:\s*(?:,|\||\/|\bor\b|\band\b)\s*(?:or\s+|and\s+)?[a-z_]+){1,30})/i.exec(text)?.[1];
  return (list ?? '')
    .split(/[^A-Za-z_]+/)
    .filter((word) => word.length > 2)
    .slice(0, 60)
    .map((value) => [value, 'parameter']);
}

const HTTP_METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
/** …or the words for it. */
const HTTP_WORDS = /\bhttp (post|put|patch|delete)\b/;
const HTTP_LINE = /^(?:\[[^\]]{1,30}\] ?)?(GET|POST|PUT|PATCH|DELETE) \/\S{0,120}/;

/** A description that is only an HTTP method and path, as generators write it: the name's verb goes first, the method says the rest. */
function httpReading(facts: ToolFacts): Reading | undefined {
  const words = HTTP_WORDS.exec(`${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 120)}`);
  if (words !== null && facts.nameActions[0]?.verb.category !== 'Read') {
    const verb = { base: 'http', category: 'Execute', loose: false, says: 'sends a request' } as const;
    const text = facts.description.present ? shortQuote(facts.description.purpose, 0, 60) : facts.name;
    const action: Action = {
      verb,
      clarity: 3,
      object: [],
      rest: [],
      preposition: undefined,
      first: true,
      from: facts.description.present ? 'description' : 'name',
      text,
    };
    return {
      action,
      meaning: {
        category: words[1] === 'delete' ? 'Destructive' : 'Execute',
        says: verb.says,
        sure: true,
        specific: true,
      },
    };
  }
  const match = HTTP_LINE.exec(facts.description.text);
  if (match === null) return undefined;
  const category: Category = match[1] === 'GET' ? 'Read' : match[1] === 'DELETE' ? 'Destructive' : 'Write';
  const verb = { base: `http-${match[1]}`, category, loose: false, says: `is an HTTP ${match[1]} request` };
  const action: Action = {
    verb,
    clarity: 2,
    object: [],
    rest: [],
    preposition: undefined,
    first: true,
    from: 'description',
    text: shortQuote(match[0], 0, 80),
  };
  return { action, meaning: { category, says: verb.says, sure: match[1] !== 'POST', specific: true } };
}

/** First words of descriptions in other languages, with the category that they mean. */
const FOREIGN: readonly (readonly [RegExp, Category, string])[] = [
  [/(?:getirir|listeler|gösterir|göster|döndürür|hesaplar|arar|sorgular|bulur)\.?$/, 'Read', 'returns information'],
  [
    /(?:oluşturur|ekler|düzenler|günceller|kaydeder|değiştirir|oluştur|ekle|güncelle)\.?$/,
    'Write',
    'creates or changes something',
  ],
  [/(?:siler|kaldırır)\.?$/, 'Destructive', 'removes something for good'],
  [
    /^(?:obtiene|obtener|buscar?|busca|lista[r]?|consulta[r]?|recupera[r]?|muestra|mostrar|obt[ée]m|obter|retorna|verifica[r]?|calcula[r]?|analiza[r]?|analisa[r]?|devuelve|récupère|obtenir|rechercher?|liste[rn]?|affiche|hole?|holt|sucht?|zeigt?|berechnet?)\b/,
    'Read',
    'returns information',
  ],
  [
    /^(?:crear?|criar?|cria|crea|actualizar?|atualizar?|atualiza|actualiza|agregar?|agrega|adiciona[r]?|modifica[r]?|guarda[r]?|salva[r]?|créer?|ajoute[r]?|erstellt?|aktualisiert?|reactivar|editar?)\b/,
    'Write',
    'creates or changes something',
  ],
  [
    /^(?:eliminar?|elimina|excluir?|exclui|apaga[r]?|borrar?|deletar?|supprime[r]?|löscht?)\b/,
    'Destructive',
    'removes something for good',
  ],
  [
    /^(?:enviar?|envia|envía|manda[r]?|ejecuta[r]?|executa[r]?|envoye[r]?|exécute[r]?|sendet)\b/,
    'Execute',
    'sends or runs something',
  ],
  [
    /^[^。.\n]{0,12}?(?:获取|查询|搜索|检索|列出|返回|查看|读取|分析|计算|检查|查找|取得|獲取|查詢|搜尋|조회|검색|가져|분석|확인|取得し|検索|一覧)/u,
    'Read',
    'returns information',
  ],
  [/^[^。.\n]{0,12}?(?:删除|刪除|삭제|削除|移除)/u, 'Destructive', 'removes something for good'],
  [
    /^[^。.\n]{0,12}?(?:发送|推送|执行|运行|發送|執行|启动|停止|打开|点击|생성형|실행|전송|보내|送信|実行)/u,
    'Execute',
    'sends or runs something',
  ],
  [
    /^[^。.\n]{0,12}?(?:创建|更新|修改|添加|新增|设置|保存|编辑|写入|上传|建立|생성|수정|추가|등록|저장|作成|追加)/u,
    'Write',
    'creates or changes something',
  ],
];

function foreignReading(facts: ToolFacts): Reading | undefined {
  const sentence = facts.description.sentences[0];
  if (sentence === undefined) return undefined;
  const lower = sentence.text.slice(0, 160).toLowerCase();
  for (const [pattern, category, says] of FOREIGN) {
    const match = pattern.exec(lower);
    if (match === null) continue;
    const verb = { base: 'foreign', category, loose: false, says };
    const action: Action = {
      verb,
      clarity: 2,
      object: [],
      rest: [],
      preposition: undefined,
      first: true,
      from: 'description',
      text: shortQuote(sentence.text, 0, Math.max(match[0].length, 12)),
    };
    return { action, meaning: { category, says, sure: true, specific: true } };
  }
  return undefined;
}

/** Words after which a first word was an order. */
const ORDERED: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'your', 'all', 'one']);
/** First words that are none. */
const NO_ORDER: ReadonlySet<string> = new Set([
  'for',
  'with',
  'from',
  'when',
  'given',
  'using',
  'use',
  'this',
  'all',
  'what',
  'which',
  'like',
  'only',
  'not',
  'and',
  'after',
  'before',
  'into',
  'about',
  'based',
  'via',
  'per',
  'both',
  'while',
  'understand',
  'act',
  'acts',
  'inform',
  'have',
  'having',
  'receive',
  'receives',
  'takes',
  'take',
  'accepts',
  'gives',
  'give',
  'need',
  'required',
  'requires',
  'tap',
  'break',
  'breaks',
  'concatenates',
  'reveals',
]);

/** A text without any verb that is known: it tells what comes back, and nothing of a change. */
function assumedRead(facts: ToolFacts): CategoryVerdict {
  const text = facts.description.sentences[0]?.text ?? facts.description.text;
  // "Frobnicate the widget": an order whose verb is not known does something.
  const [first, second] = facts.description.sentences[0]?.words ?? [];
  if (
    first?.start === 0 &&
    /^[a-z]{3,}s?$/.test(first.lower) &&
    readVerb(first.lower) === undefined &&
    !NO_ORDER.has(first.lower) &&
    ORDERED.has(second?.lower ?? '')
  ) {
    return {
      category: 'Write',
      evidence: [
        { from: 'description', text: shortQuote(text, 0, 60), says: 'does something that is not said to be harmless' },
      ],
      ground: 'assumed',
      sure: false,
      against: [{ category: 'Read', text: '' }],
    };
  }
  return {
    category: 'Read',
    evidence: [{ from: 'description', text: shortQuote(text, 0, 160), says: 'only tells what it returns' }],
    ground: 'assumed',
    sure: false,
    against: [],
  };
}

/** Phrases that bind a tool to reading. */
const BINDS_TO_READING =
  /\b(?:read[- ]?only|select[- ]only|only select|select (?:queries|statements|query|statement)(?: only)?|(?:a|run|execute|executes|runs) (?:a )?(?:sql )?select\b|dry[- ]run only|does not (?:modify|change|execute|send|sign|broadcast|write)|doesn't (?:modify|change|execute|send|sign|broadcast|write)|without (?:executing|broadcasting|signing|sending|modifying|running)|no (?:changes|modifications) (?:are|will be) made|unsigned transaction|never (?:writes|modifies|changes|executes))\b/;
/** …unless they speak of something else. */
const NOT_BINDING =
  /\b(?:read[- ]?only (?:unless|by default|mode (?:can|off)|false)|not read[- ]?only|insert|update|delete|ddl|dml|create table)\b/;

/** Names that leave open what is done. */
const VAGUE_NAMES: ReadonlySet<string> = new Set(['', 'manage', 'handle', 'perform', 'state']);

/** Deleting is one of the four that the word stands for. */
const CRUD = /\bcrud\b(?! app)/;

function weighPhrases(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const crud = CRUD.exec(facts.description.purposeLower);
  if (
    crud !== null &&
    categoryRank(verdict.category) < categoryRank('Destructive') &&
    VAGUE_NAMES.has(facts.nameActions[0]?.verb.base ?? '')
  ) {
    return {
      category: 'Destructive',
      evidence: [
        {
          from: 'description',
          text: shortQuote(facts.description.purpose, crud.index, crud.index + 30),
          says: 'also deletes',
        },
      ],
      ground: 'operation',
      sure: false,
      against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  if (verdict.category === 'Read') return verdict;
  const { purposeLower, purpose } = facts.description;
  const match = BINDS_TO_READING.exec(purposeLower);
  if (match === null || verdict.category === 'Destructive' || verdict.category === 'Write') return verdict;
  if (verdict.sure && /^(?:does|no |never|without)/.test(match[0])) return verdict;
  const around = purposeLower.slice(Math.max(0, match.index - 120), match.index + 160);
  if (NOT_BINDING.test(around) && !/\b(?:only|no|not|never|cannot|without)\b/.test(around)) return verdict;
  return {
    category: 'Read',
    evidence: [
      {
        from: 'description',
        text: shortQuote(purpose, match.index, match.index + match[0].length),
        says: 'is bound to reading',
      },
    ],
    ground: 'lowered',
    sure: true,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  };
}

/** Parameters that name where a result is kept. */
const SAVE_KEYS =
  /^(?:(?:output|out|save|dest|destination|download|export|extract|local|result|results|target)_(?:\w+_)?(?:path|dir|directory|file|filepath|folder|filename|location|to)|(?:save|output|export|download|write|extract)_(?:to|as)(?:_\w+)?|outfile|outputfile|outputpath|outputdir|savepath|file_save_path|destination_folder\w*|output_pdf|outdir|output_file_name)$/;

function weighArguments(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const raised = (category: Category, parameter: Parameter, says: string, sure: boolean): CategoryVerdict => ({
    category,
    evidence: [{ from: 'parameter', where: parameter.path, text: parameter.name, says }],
    ground: 'argument',
    sure,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  });
  const http = genericRequest(facts);
  if (http !== undefined && categoryRank(verdict.category) <= categoryRank('Execute')) {
    const deletes = http.values.find((value) => value.toUpperCase() === 'DELETE');
    const isRouter =
      /\b(?:request|requests|api|http|rest|call|endpoint|graph|curl|fetch)\b/.test(facts.about) &&
      facts.nameActions[0]?.verb.base !== 'test';
    if (deletes !== undefined && isRouter) {
      return {
        ...raised('Destructive', http, '', true),
        evidence: [{ from: 'enum', where: http.path, text: deletes, says: 'sends any request, deleting ones too' }],
      };
    }
    if (http.values.some((value) => /^(?:post|put|patch|delete)$/i.test(value)))
      return raised('Execute', http, 'sends any kind of request', true);
  }
  const language = queryLanguageOf(facts);
  if (
    language !== undefined &&
    (verdict.category === 'Read' || verdict.category === 'Write') &&
    language.canWrite &&
    verdict.ground !== 'lowered'
  ) {
    return {
      ...raised('Execute', language.parameter ?? NO_PARAMETER, '', true),
      evidence: [language.evidence],
      sure: language.parameter !== undefined,
    };
  }
  if (verdict.category === 'Write' && isArithmetic(facts)) {
    const operands = facts.parameters.slice(0, 2);
    return {
      category: 'Read',
      evidence: operands.map((each) => ({
        from: 'parameter',
        where: each.path,
        text: each.name,
        says: 'takes a number to reckon with',
      })),
      ground: 'argument',
      sure: true,
      against: [],
    };
  }
  const runs = facts.parameters.find(
    (parameter) =>
      parameter.type === 'boolean' &&
      /^(?:execute|run|auto_run|run_immediately|execute_immediately)$/.test(parameter.key),
  );
  if (
    runs !== undefined &&
    facts.parameters.some((parameter) => /^(?:content|code|source|script|cell)$/.test(parameter.key))
  )
    return raised('Execute', runs, 'can run what it writes', true);
  const acts = verdict.ground === 'assumed' ? AGENTS.exec(facts.description.purposeLower) : null;
  if (acts !== null) {
    return {
      category: 'Execute',
      evidence: [
        {
          from: 'description',
          text: shortQuote(facts.description.purpose, acts.index, acts.index + acts[0].length),
          says: 'acts on a computer by itself',
        },
      ],
      ground: 'argument',
      sure: false,
      against: [{ category: 'Read', text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  if (verdict.ground === 'assumed' && verdict.category === 'Read') {
    const code = facts.parameters.find(
      (parameter) =>
        /^(?:command|cmd|code|script|python_code|shell_command)$/.test(parameter.key) && parameter.values.length === 0,
    );
    if (code !== undefined && RUNNERS.test(facts.about))
      return raised('Execute', code, 'takes code or a command that it runs', true);
  }
  if (verdict.category !== 'Read') return verdict;
  const save = facts.parameters.find(
    (parameter) => parameter.depth === 0 && SAVE_KEYS.test(parameter.key) && parameter.type !== 'boolean',
  );
  if (save !== undefined) return raised('Write', save, 'writes its result to a file', true);
  const downloads = facts.nameActions[0]?.verb.base === 'download' || facts.textActions[0]?.verb.base === 'download';
  const saves =
    SAVES.exec(facts.description.purposeLower) ?? (downloads ? KEEPS.exec(facts.description.purposeLower) : null);
  if (saves !== null && facts.hints.readOnlyHint !== true) {
    return {
      category: 'Write',
      evidence: [
        {
          from: 'description',
          text: shortQuote(facts.description.purpose, saves.index, saves.index + saves[0].length),
          says: 'writes its result to a file',
        },
      ],
      ground: 'argument',
      sure: false,
      against: [{ category: 'Read', text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  return verdict;
}

/** What agents with hands are said to do. */
const AGENTS = /\b(?:terminal|computer|browser|shell|desktop|system) (?:operations|actions|tasks|commands|control)\b/;

/** Words of a text about something that runs code. */
const RUNNERS = /\b(?:repl|shell|terminal|bash|console|interpreter|sandbox|run|execute|eval|python|command)\b/;

/** A download that ends on disk. */
const KEEPS =
  /\b(?:sav(?:e|es|ed|ing)|local(?:ly)?|disk|folder|directory|to (?:a |the )?file|file ?system|your (?:computer|machine))\b/;

/** A text that says that the result is kept on disk. */
const SAVES =
  /\b(?:sav(?:e|es|ing)|writ(?:e|es|ing)|stor(?:e|es|ing)|export(?:s|ing)?|download(?:s|ing)?|dump(?:s|ing)?) (?:[\w'-]+ ){0,6}(?:to|as|in|into|on) (?:an? |the |your |specified |given )*(?:[\w-]+ ){0,2}(?:files?|disk|local(?:ly)?|director(?:y|ies)|folders?|filesystem|file system)\b/;

/** `add(a, b)`: sums, not records. */
function isArithmetic(facts: ToolFacts): boolean {
  const operands = facts.parameters;
  return (
    operands.length >= 2 &&
    operands.length <= 4 &&
    facts.nameActions[0]?.verb.base === 'add' &&
    operands.every(
      (each) =>
        /^(?:number|integer)$/.test(each.type ?? '') &&
        /^(?:[a-z]|num\w*|first\w*|second\w*|x\d|y\d)$/.test(each.key.replaceAll('_', '')),
    )
  );
}

const NO_PARAMETER: Parameter = {
  path: '',
  name: '',
  words: [],
  key: '',
  type: undefined,
  isList: false,
  memberType: undefined,
  values: [],
  description: '',
  format: undefined,
  depth: 0,
};

/** The `method` argument of a tool that sends any HTTP request. */
function genericRequest(facts: ToolFacts): Parameter | undefined {
  const method = facts.parameters.find(
    (parameter) => parameter.depth <= 1 && /^(?:http_|request_)?(?:method|verb)$/.test(parameter.key),
  );
  if (method === undefined) return undefined;
  const named = method.values.length > 0 ? method.values : textWords(method.description, 60).map((word) => word.text);
  const values = named.filter((value) => HTTP_METHODS.has(value.toUpperCase()));
  const hasTarget = facts.parameters.some((parameter) =>
    /^(?:url|uri|endpoint|path|api_path|api_endpoint|route|full_url|relative_url|target_url)$/.test(parameter.key),
  );
  return values.length > 1 && hasTarget ? { ...method, values } : undefined;
}

/** Lets the server's own claims decide where the words leave doubt; they never outweigh clear words. */
function weighClaims(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const { readOnlyHint, destructiveHint } = facts.hints;
  const claimed = (category: Category, hint: string, value: boolean, says: string): CategoryVerdict => ({
    category,
    evidence: [{ from: 'annotation', where: hint, text: String(value), says }, ...verdict.evidence.slice(0, 1)],
    ground: 'claim',
    sure: false,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  });
  if (readOnlyHint === true && verdict.category !== 'Read' && !verdict.sure)
    return claimed('Read', 'readOnlyHint', true, 'the server says that it only reads');
  if (readOnlyHint === true && verdict.category === 'Read') {
    return {
      ...verdict,
      evidence: [
        ...verdict.evidence,
        { from: 'annotation', where: 'readOnlyHint', text: 'true', says: 'the server says that it only reads' },
      ],
    };
  }
  const unclearRead = verdict.category === 'Read' && !verdict.sure;
  if (readOnlyHint === false && unclearRead && verdict.ground !== 'lowered')
    return claimed('Write', 'readOnlyHint', false, 'the server says that it changes something');
  if (destructiveHint === false && verdict.category === 'Destructive' && !verdict.sure)
    return claimed('Write', 'destructiveHint', false, 'the server says that it destroys nothing');
  return verdict;
}
