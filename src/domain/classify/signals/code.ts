import type { Evidence } from '../../record/classification.ts';
import { namedRunner } from '../category/noun-phrase.ts';
import { nestedScript } from '../category/weigh-parameters.ts';
import { named, ROUTER_ARGUMENTS, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { NOT_RUN } from '../lexicon/excuses.ts';
import { words } from '../lexicon/word-list.ts';
import { excuseOf } from '../read/governed-excuse.ts';
import { queryLanguageOf } from '../read/query-language.ts';
import { runArguments } from '../read/run-argument.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { byParameter, byPhrase, firstOf, type SignalRule } from './signal-rule.ts';

const EXPRESSION = words(`
  expression formula math_expression calculation equation expr jq_filter jq_query jq jmespath xpath odata_filter
  expressions jsonata predicate math regex_not equation_string mathematical_expression where_clause
  filter_expression odata calc script_expression`);
function isExpression(facts: ToolFacts, parameter: Parameter): boolean {
  if (!EXPRESSION.has(parameter.key) || parameter.values.length > 0 || parameter.isList) return false;
  if (excuseOf(facts, NOT_RUN) !== undefined) return false;
  const own = `${parameter.description.toLowerCase()} ${facts.description.purposeLower.slice(0, 300)}`;
  if (
    parameter.key === 'formula' &&
    /^(?:search|get|find|list|lookup|query)$/.test(facts.nameActions[0]?.verb.base ?? '')
  )
    return false;
  if (/\b(?:chemical|molecular|facial|gene|cron|regular expression|skincare|latex)\b/.test(own)) return false;
  return (
    !/^(?:explain|describe|get|list|create|update|validate|format|generate|convert|lookup)$/.test(
      facts.nameActions[0]?.verb.base ?? '',
    ) || /\b(?:evaluat|calculat|comput|run|execut)/.test(own)
  );
}

const SAID =
  /\b(?:execute|run|runs|executes|evaluate|evaluates|eval|executing|running|inject|injects) (?:an? |any |arbitrary |custom |the |some |raw |your |given |provided |user |async |multiple |single |one |or |specified |browser |context |in )*(?:shell|bash|terminal|cli|command-line|command line|system|python|javascript|js|node(?:\.js)?|typescript|powershell|applescript|lua|r|ruby|php|java|matlab|osascript|code|scripts?|gdb|adb|ssh|linux|unix|cmd|windows|sandboxed|redis|mongo(?:db)?|kubectl|docker|git|jupyter|console|aql)(?: (?:code|commands?|scripts?|expressions?|snippets?|cells?|functions?))?\b/;

/** What is said of an argument that is run. */
const RUN_SAYS = { command: 'takes a shell command or the like', script: 'takes code that it runs' } as const;

/** Takes free-form code, a command or a query language that it runs. */
export const code: SignalRule = {
  id: 'code',
  find: (facts, category) =>
    firstOf(
      () =>
        runArguments(facts)
          .slice(0, 3)
          .map(({ parameter, kind }) => byParameter(parameter, RUN_SAYS[kind])),
      () => {
        const language = queryLanguageOf(facts);
        return language === undefined ? [] : [language.evidence];
      },
      () =>
        facts.parameters
          .filter((each) => isExpression(facts, each))
          .slice(0, 2)
          .map((each) => byParameter(each, 'takes an expression that it evaluates')),
      () => scriptInOptions(facts),
      () => (facts.router === undefined ? [] : byPhrase(facts, ROUTED, 'passes on queries that the caller writes')),
      () =>
        facts.parameters.length === 0 && category === 'Execute'
          ? byPhrase(facts, SAID, 'runs what the caller writes')
          : [],
      () => (category === 'Execute' ? codeByNoun(facts) : []),
      () => codeByWords(facts),
    ),
};

const ROUTED =
  /\b(?:execut(?:e|es|ing)|run(?:s|ning)?) (?:\w+ ){0,2}(?:kql|sql|t-sql|cypher|commands?|scripts?|shell|code|queries)\b/;

function scriptInOptions(facts: ToolFacts): readonly Evidence[] {
  const found = nestedScript(facts);
  if (found === undefined) return [];
  const { parameter, value } = found;
  const says = 'can run a script';
  return value === undefined
    ? [byParameter(parameter, says)]
    : [{ from: 'enum', where: parameter.path, text: value, says }];
}

function codeByNoun(facts: ToolFacts): readonly Evidence[] {
  const text = namedRunner(facts);
  return text === undefined ? [] : [{ from: 'description', text, says: 'runs what the caller writes' }];
}

/** Names that say it, where no schema does. */
const NAMED =
  /\b(?:exec|execute|run|eval) (?:\w+ )?(?:command|shell|bash|code|script|javascript|js|python|terminal|applescript|cmd|powershell|commands)\b/;

function codeByWords(facts: ToolFacts): readonly Evidence[] {
  if (facts.parameters.length > 0 || facts.nameActions[0]?.verb.category === 'Read') return [];
  const name = facts.nameWords.join(' ');
  const match = NAMED.exec(name);
  return match === null || !facts.description.present
    ? []
    : [{ from: 'name', text: facts.name.slice(0, 80), says: 'runs what the caller writes' }];
}

/** What an example of each row looks like. */
export const CODE_EXAMPLES: readonly ExampleTable[] = [
  wordTable('code.expression', EXPRESSION, {
    except: ['jmespath', 'xpath'],
    shows: 'code',
    example: (key) => ({ name: 'calculate_sum', takes: { [key]: TEXT } }),
  }),
  patternTable('code.text', SAID, { shows: 'code', example: (text) => ({ name: 'deploy_it', description: text }) }),
  patternTable('code.router', ROUTED, {
    shows: 'code',
    example: (text) => ({
      name: 'boards',
      description: `Manages boards: ${text}. A command router.`,
      takes: ROUTER_ARGUMENTS,
    }),
  }),
  patternTable('code.name', NAMED, {
    shows: 'code',
    example: (text) => ({ name: named(text), description: 'About a mill' }),
  }),
];
