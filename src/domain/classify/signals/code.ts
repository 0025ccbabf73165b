import type { Evidence } from '../../record/classification.ts';
import { nestedScript } from '../category/weigh-parameters.ts';
import { FLAG, named, ROUTER_ARGUMENTS, said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import { queryLanguageOf } from '../read/query-language.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { byParameter, byPhrase, firstOf, type SignalRule } from './signal-rule.ts';

const COMMAND = words(`
  command cmd commands shell_command bash_command command_line commandline shell bash start_command
  build_command run_command startup_command entrypoint shell_cmd raw_command test_command pre_deploy_command
  custom_command install_command exec_command cli_command powershell adb_command gdb_command init_script
  user_data userdata startup_script on_start`);
const SCRIPT = words(`
  content script code js javascript python python_code js_code javascript_code script_code source_code source
  code_string script_content script_text snippet python_script program function_body func function code_snippet
  applescript lua macro c_sharp_code csharp_code code_to_run script_body executable_code shader sourcecode
  lambda scripts gdscript r_code run_code eval`);
const EXPRESSION = words(`
  expression formula math_expression calculation equation expr jq_filter jq_query jq jmespath xpath odata_filter
  expressions jsonata predicate math regex_not equation_string mathematical_expression where_clause
  filter_expression odata calc script_expression`);
const RUNS =
  /\b(?:run|runs|running|execute|executes|executing|executed|eval|evaluate|evaluates|exec|invoke|interpret|inject|repl|terminal|shell|sandbox|kernel)\b/;
const CODE_IS_DATA =
  /\b(?:country|currency|language|status|postal|zip|error|verification|authorization|authentication|auth|oauth|promo|discount|product|airport|iata|icd|stock|ticker|coupon|invite|room|area|dial|qr|bar|hs|department|course|review|analy[sz]e|lint|format|explain|document|generate tests|two-factor|2fa|mfa|otp|region|station|state|icao|naics|sic|zip|security code|fund|station|city|unit|color|exchange|account code|language code|code of)\b/;
const NO_SHELL =
  /\b(?:one of|e\.g\.,? ?(?:'|")?(?:play|pause|start|stop|up|down|left|right)|voice|midi|g-?code command|name of (?:the )?command|slash command)\b/;

function runsCommand(facts: ToolFacts, parameter: Parameter): boolean {
  if (
    facts.router !== undefined ||
    !COMMAND.has(parameter.key) ||
    parameter.values.length > 0 ||
    parameter.type === 'boolean' ||
    parameter.type === 'number' ||
    parameter.type === 'integer'
  )
    return false;
  const own = parameter.description.toLowerCase();
  // A list of steps with fields of their own is no list of commands.
  const hasFields = facts.parameters.some((each) => each.path.startsWith(`${parameter.path}[].`));
  if (NO_SHELL.test(own) || (parameter.isList && (parameter.memberType === 'object' || hasFields))) return false;
  const verb = facts.nameActions[0]?.verb;
  // What a command means or was is asked here, not run.
  return !(
    verb?.category === 'Read' &&
    /^(?:explain|describe|search|find|get|list|help|validate|check|analyze|suggest|is)$/.test(verb.base) &&
    !RUNS.test(own)
  );
}

function runsScript(facts: ToolFacts, parameter: Parameter): boolean {
  if (
    !SCRIPT.has(parameter.key) ||
    parameter.values.length > 0 ||
    parameter.isList ||
    parameter.type === 'boolean' ||
    parameter.type === 'integer' ||
    parameter.type === 'number'
  )
    return false;
  const own = parameter.description.toLowerCase();
  if (
    facts.parameters.some((each) => each.key === 'execute' && each.type === 'boolean') &&
    /^(?:content|code|source|script|cell)$/.test(parameter.key)
  )
    return true;
  if (parameter.key === 'content') return false;
  if (CODE_IS_DATA.test(own) && !RUNS.test(own)) return false;
  if (
    /^(?:source|function|func|program|snippet|shader|code_snippet|source_code|sourcecode)$/.test(parameter.key) &&
    !RUNS.test(own) &&
    !/\b(?:code|script)\b/.test(own)
  )
    return false;
  const verb = facts.nameActions[0]?.verb;
  const reads = verb?.category === 'Read' && !/^(?:evaluate|solve|do|test|calculate|compute|state)$/.test(verb.base);
  return (
    RUNS.test(own) ||
    (!reads && RUNS.test(`${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 500)}`))
  );
}

function isExpression(facts: ToolFacts, parameter: Parameter): boolean {
  if (!EXPRESSION.has(parameter.key) || parameter.values.length > 0 || parameter.isList) return false;
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

/** Takes free-form code, a command or a query language that it runs. */
export const code: SignalRule = {
  id: 'code',
  find: (facts, category) =>
    firstOf(
      () =>
        facts.parameters
          .filter((each) => runsCommand(facts, each))
          .slice(0, 3)
          .map((each) => byParameter(each, 'takes a shell command or the like')),
      () =>
        facts.parameters
          .filter((each) => runsScript(facts, each))
          .slice(0, 3)
          .map((each) => byParameter(each, 'takes code that it runs')),
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
  wordTable('code.command', COMMAND, {
    shows: 'code',
    example: (key) => ({ name: 'start_mill', takes: { [key]: TEXT } }),
  }),
  wordTable('code.script', SCRIPT, {
    shows: 'code',
    example: (key) => ({
      name: 'run_mill',
      takes: { [key]: said('Code that is run'), ...(key === 'content' ? { execute: FLAG } : {}) },
    }),
  }),
  wordTable('code.expression', EXPRESSION, {
    except: ['jmespath', 'xpath'],
    shows: 'code',
    example: (key) => ({ name: 'calculate_sum', takes: { [key]: TEXT } }),
  }),
  patternTable('code.runs', RUNS, {
    shows: 'code',
    example: (text) => ({ name: 'mill', description: 'About a mill', takes: { code: said(`The ${text} of it`) } }),
  }),
  patternTable('code.data', CODE_IS_DATA, {
    hides: 'code',
    example: (text) => ({ name: 'run_mill', takes: { code: said(`A ${text} here`) } }),
  }),
  patternTable('code.no-shell', NO_SHELL, {
    hides: 'code',
    example: (text) => ({ name: 'start_mill', takes: { command: said(`For it: ${text}`) } }),
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
