import { type Category, categoryRank } from '../../risk/category.ts';
import { FLAG, said, steps, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import { queryLanguageOf } from '../read/query-language.ts';
import { runInCall } from '../read/run-argument.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { genericRequest } from './http-requests.ts';
import type { CategoryVerdict } from './reading.ts';

/** Parameters that name where a result is kept. */
const SAVE_KEYS =
  /^(?:(?:output|out|save|dest|destination|download|export|extract|local|result|results|target)_(?:\w+_)?(?:path|dir|directory|file|filepath|folder|filename|location|to)|(?:save|output|export|download|write|extract)_(?:to|as)(?:_\w+)?|outfile|outputfile|outputpath|outputdir|savepath|file_save_path|destination_folder\w*|output_pdf|outdir|output_file_name)$/;

/** Switches that start or stop playing. */
const PLAYS = /^(?:is_playing|is_recording|start_playing|playing|play_state)$/;
/** Switches that run what is written, and the arguments with what is written. */
const RUNS_AT_ONCE = /^(?:execute|run|auto_run|run_immediately|execute_immediately)$/;
const WRITTEN_CODE = /^(?:content|code|source|script|cell)$/;
/** Arguments with code, of a tool whose text names no deed. */
const RUN_CODE = /^(?:command|cmd|code|script|python_code|shell_command)$/;

/** Lets what the arguments take correct what the words say. */
export function weighArguments(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const raised = (category: Category, parameter: Parameter, says: string, sure: boolean): CategoryVerdict => ({
    category,
    evidence: [{ from: 'parameter', where: parameter.path, text: parameter.name, says }],
    ground: 'argument',
    sure,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  });
  const raisedByPhrase = (category: Category, phrase: RegExpExecArray, says: string): CategoryVerdict => {
    const text = shortQuote(facts.description.purpose, phrase.index, phrase.index + phrase[0].length);
    return {
      category,
      evidence: [{ from: 'description', text, says }],
      ground: 'argument',
      sure: false,
      against: [{ category: 'Read', text: verdict.evidence[0]?.text ?? '' }],
    };
  };
  const routed = weighRouter(facts, verdict);
  if (routed !== undefined) return routed;
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
  const destroys = verdict.category === 'Financial' ? undefined : destroyingSwitch(facts);
  if (destroys !== undefined && verdict.category !== 'Destructive' && verdict.category !== 'Read')
    return raised('Destructive', destroys, 'can destroy what is there', true);
  const bare = facts.parameters.find(
    ({ type, key, depth }) => type === 'boolean' && depth === 0 && DESTROYS_BARE.test(key),
  );
  if (bare !== undefined && (verdict.category === 'Read' || verdict.category === 'Write'))
    return raised('Destructive', bare, 'can destroy what is there', true);
  const script = verdict.category === 'Read' || verdict.category === 'Write' ? nestedScript(facts) : undefined;
  if (script !== undefined) {
    const { parameter, value } = script;
    return {
      ...raised('Execute', parameter, 'can run a script', true),
      ...(value === undefined
        ? {}
        : { evidence: [{ from: 'enum' as const, where: parameter.path, text: value, says: 'can run a script' }] }),
    };
  }
  const run = verdict.category === 'Read' || verdict.category === 'Write' ? runInCall(facts) : undefined;
  if (run !== undefined) return raised('Execute', run, 'takes code or a command that it runs', true);
  const language = queryLanguageOf(facts);
  if (
    language !== undefined &&
    (verdict.category === 'Read' || verdict.category === 'Write') &&
    language.canWrite &&
    // Words that bind it to reading have been weighed before, and are sure.
    !(verdict.ground === 'lowered' && verdict.sure)
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
  const plays = facts.parameters.find((parameter) => parameter.depth <= 1 && PLAYS.test(parameter.key));
  if (plays !== undefined && verdict.category === 'Write')
    return raised('Execute', plays, 'starts or stops playing', true);
  const runs = facts.parameters.find((parameter) => parameter.type === 'boolean' && RUNS_AT_ONCE.test(parameter.key));
  if (runs !== undefined && facts.parameters.some((parameter) => WRITTEN_CODE.test(parameter.key)))
    return raised('Execute', runs, 'can run what it writes', true);
  const acts = verdict.ground === 'unread' ? AGENTS.exec(facts.description.purposeLower) : null;
  if (acts !== null) return raisedByPhrase('Execute', acts, 'acts on a computer by itself');
  if (verdict.ground === 'unread') {
    const code = facts.parameters.find((parameter) => RUN_CODE.test(parameter.key) && parameter.values.length === 0);
    // Beside a name that reads, a text that is not understood does not say that code is run.
    const reads = facts.nameActions[0]?.verb.category === 'Read';
    if (code !== undefined && !reads && RUNNERS.test(facts.about))
      return raised('Execute', code, 'takes code or a command that it runs', true);
  }
  if (verdict.category !== 'Read') return verdict;
  const task = facts.parameters.find((parameter) => /^(?:task|goal)$/.test(parameter.key) && parameter.depth === 0);
  if (task !== undefined && facts.topics.takes.has('url') && BROWSED.test(facts.about))
    return raised('Execute', task, 'has a browser do what the caller asks', false);
  const save = facts.parameters.find((parameter) => parameter.depth <= 1 && namesSaving(facts, parameter));
  if (save !== undefined) return raised('Write', save, 'writes its result to a file', true);
  const downloads = facts.nameActions[0]?.verb.base === 'download' || facts.textActions[0]?.verb.base === 'download';
  const saves =
    SAVES.exec(facts.description.purposeLower) ?? (downloads ? KEEPS.exec(facts.description.purposeLower) : null);
  if (saves !== null) {
    return raisedByPhrase('Write', saves, 'writes its result to a file');
  }
  return verdict;
}

/** Taxonomy, borderline cases: a router is Execute, and Destructive where its definition names deleting. */
function weighRouter(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict | undefined {
  const { router } = facts;
  if (router === undefined || verdict.category === 'Financial') return undefined;
  const { operation, deletes, onlyReads } = router;
  const against = [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }];
  if (deletes !== undefined) {
    return {
      category: 'Destructive',
      evidence: [
        { from: 'description', text: deletes, says: 'names an operation that deletes' },
        { from: 'parameter', where: operation.path, text: operation.name, says: 'passes on any operation' },
      ],
      ground: 'operation',
      sure: true,
      against,
    };
  }
  const category = onlyReads ? 'Read' : 'Execute';
  return {
    category,
    evidence: [
      {
        from: 'parameter',
        where: operation.path,
        text: operation.name,
        says: onlyReads ? 'passes on operations, of which only reading ones are named' : 'passes on any operation',
      },
    ],
    ground: 'argument',
    sure: !onlyReads,
    against: category === verdict.category ? [] : against,
  };
}

/** Options that destroy beside what the tool is for: an existing target, the data that is left. */
const DESTROYS =
  /^(?:drop|delete|destroy|purge|wipe|erase|truncate)_(?:target|existing|collection|table|database|data|local_data|source|all|volumes?|remote|extra|extraneous|old|previous|original|destination|dest)\w*$/;

/** Switches that are named by the deed alone. */
const DESTROYS_BARE = /^(?:purge|wipe|destroy|erase|delete|drop)$/;

/** A switch that makes a change destroy something else. */
function destroyingSwitch(facts: ToolFacts): Parameter | undefined {
  return facts.parameters.find(
    (parameter) =>
      (parameter.type === 'boolean' || parameter.type === undefined) &&
      parameter.depth <= 1 &&
      (DESTROYS.test(parameter.key) ||
        (parameter.key === 'overwrite' && /\b(?:delet|drop|destroy|wip)\w*/.test(parameter.description.toLowerCase()))),
  );
}

/** Values and keys of nested options that run a script: a step of a list of actions, a hook on a page. */
const RUNS_SCRIPT = /^(?:execute|exec|run|eval|evaluate)_?(?:java_?script|js|script|code)$/;

/** A nested option that runs code, such as a step of a list of actions. */
export function nestedScript(facts: ToolFacts): { readonly parameter: Parameter; readonly value?: string } | undefined {
  for (const parameter of facts.parameters) {
    if (parameter.depth === 0) continue;
    const value = parameter.values.find((each) =>
      RUNS_SCRIPT.test(
        each
          .replace(/([a-z])([A-Z])/g, '$1_$2')
          .replaceAll('-', '_')
          .toLowerCase(),
      ),
    );
    if (value !== undefined) return { parameter, value };
    if (RUNS_SCRIPT.test(parameter.key) && parameter.type !== 'boolean') return { parameter };
  }
  return undefined;
}

/** Keys of files; what is said of them must show that they are written. */
const FILE_KEYS = /(?:^|_)(?:path|paths|file|filename|file_name|filepath|dir|directory|folder)$/;
const SAID_TO_SAVE =
  /\b(?:sav(?:e|es|ed|ing)|writ(?:e|es|ten|ing)|stor(?:e|es|ed|ing)|output|export(?:s|ed|ing)?|download(?:s|ed|ing)? (?:to|into)|dump(?:s|ed|ing)?)\b/;
const SAVE_SWITCHES = /^(?:save|write|export|output|download)_(?:to_)?(?:file|disk|local|locally|png|pdf|csv)$/;

/** An argument that makes a reading tool keep its result in a file that the caller chooses. */
function namesSaving(facts: ToolFacts, parameter: Parameter): boolean {
  if (parameter.type === 'boolean') return SAVE_SWITCHES.test(parameter.key);
  if (parameter.depth === 0 && SAVE_KEYS.test(parameter.key)) return true;
  if (!FILE_KEYS.test(parameter.key) || parameter.isList || facts.description.lower.includes('presigned')) return false;
  const own = parameter.description.toLowerCase();
  const saves = SAID_TO_SAVE.exec(own);
  // "Path of the saved session" is read, not written; "a path to save … to" is written.
  return saves !== null && !/\b(?:saved|written|stored|exported|dumped)\b/.test(saves[0]);
}

/** What a browsing agent works on. */
const BROWSED = /\b(?:browser|web ?sites?|web ?pages?|web app(?:lication)?s?|sites?)\b/;

/** What agents with hands are said to do. */
const AGENTS =
  /\b(?:terminal|computer|browser|shell|desktop|system) (?:operations|actions|tasks|commands|control)\b|\b(?:actions?|gestures?) (?:on|in) (?:an? |the |your |ios |android )*(?:web ?page|page|browser|computer|desktop|screen|simulator|emulator|device)\b/;

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

/** What an example of each row looks like. */
export const PARAMETER_EXAMPLES: readonly ExampleTable[] = [
  patternTable('argument.save', SAVE_KEYS, {
    gives: 'Write',
    example: (key) => ({ name: 'get_rose', takes: { [key]: TEXT } }),
  }),
  patternTable('argument.plays', PLAYS, {
    gives: 'Execute',
    example: (key) => ({ name: 'set_song', takes: { [key]: FLAG } }),
  }),
  patternTable('argument.runs', RUNS_AT_ONCE, {
    gives: 'Execute',
    example: (key) => ({ name: 'get_rose', takes: { code: TEXT, [key]: FLAG } }),
  }),
  patternTable('argument.written', WRITTEN_CODE, {
    gives: 'Execute',
    example: (key) => ({ name: 'get_rose', takes: { [key]: TEXT, execute: FLAG } }),
  }),
  patternTable('argument.code', RUN_CODE, {
    gives: 'Execute',
    example: (key) => ({ name: 'rose', description: 'About a terminal', takes: { [key]: TEXT } }),
  }),
  patternTable('argument.destroys', DESTROYS, {
    gives: 'Destructive',
    example: (key) => ({ name: 'rename_fence', takes: { [key]: FLAG } }),
  }),
  patternTable('argument.destroys-bare', DESTROYS_BARE, {
    gives: 'Destructive',
    example: (key) => ({ name: 'get_fence', takes: { [key]: FLAG } }),
  }),
  patternTable('argument.script', RUNS_SCRIPT, {
    gives: 'Execute',
    example: (key) => ({ name: 'get_rose', takes: { actions: steps(key, TEXT) } }),
  }),
  patternTable('argument.file', FILE_KEYS, {
    gives: 'Write',
    example: (key) => ({ name: 'get_rose', takes: { [key]: said('Where to save it') } }),
  }),
  patternTable('argument.said-to-save', SAID_TO_SAVE, {
    // These come before a word that counts, and then it does not: "the saved session to write".
    except: ['saved', 'written', 'stored', 'exported', 'dumped'],
    gives: 'Write',
    example: (text) => ({ name: 'get_rose', takes: { file: said(`It is to ${text} here`) } }),
  }),
  patternTable('argument.save-switch', SAVE_SWITCHES, {
    gives: 'Write',
    example: (key) => ({ name: 'get_rose', takes: { [key]: FLAG } }),
  }),
  patternTable('argument.browsed', BROWSED, {
    gives: 'Execute',
    example: (text) => ({ name: 'get_rose', description: `Get a rose (${text})`, takes: { url: TEXT, task: TEXT } }),
  }),
  patternTable('argument.agent', AGENTS, {
    gives: 'Execute',
    example: (text) => ({ name: 'rose', description: `With ${text}` }),
  }),
  patternTable('argument.runner', RUNNERS, {
    gives: 'Execute',
    example: (text) => ({ name: 'rose', description: `About a rose (${text})`, takes: { code: TEXT } }),
  }),
  patternTable('argument.keeps', KEEPS, {
    gives: 'Write',
    example: (text) => ({ name: 'download_rose', description: `Download a rose (${text})` }),
  }),
  patternTable('argument.saves', SAVES, {
    gives: 'Write',
    example: (text) => ({ name: 'get_rose', description: `Get a rose that it ${text}` }),
  }),
];
