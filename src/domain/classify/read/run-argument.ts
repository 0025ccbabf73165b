import { FLAG, said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { NOT_RUN } from '../lexicon/excuses.ts';
import { words } from '../lexicon/word-list.ts';
import { excuseOf } from './governed-excuse.ts';
import type { Parameter } from './schema-parameters.ts';
import type { ToolFacts } from './tool-facts.ts';

/** An argument that takes what is run: a command line, or code. */
export interface RunArgument {
  readonly parameter: Parameter;
  readonly kind: 'command' | 'script';
}

/** The arguments whose text a tool runs; none where the definition says that it is only looked at. */
export function runArguments(facts: ToolFacts): RunArgument[] {
  const found = (kind: RunArgument['kind'], runs: (facts: ToolFacts, parameter: Parameter) => boolean) =>
    facts.parameters.filter((parameter) => runs(facts, parameter)).map((parameter) => ({ parameter, kind }));
  const commands = found('command', runsCommand);
  const all = commands.length > 0 ? commands : found('script', runsScript);
  return all.length > 0 && excuseOf(facts, NOT_RUN) === undefined ? all : [];
}

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
const RUNS =
  /\b(?:run|runs|running|execute|executes|executing|executed|eval|evaluate|evaluates|exec|invoke|interpret|inject|repl|terminal|shell|sandbox|kernel)\b/;
const CODE_IS_DATA =
  /\b(?:country|currency|language|status|postal|zip|error|verification|authorization|authentication|auth|oauth|promo|discount|product|airport|iata|icd|stock|ticker|coupon|invite|room|area|dial|qr|bar|hs|department|course|review|analy[sz]e|lint|format|explain|document|generate tests|two-factor|2fa|mfa|otp|region|station|state|icao|naics|sic|zip|security code|fund|station|city|unit|color|exchange|account code|language code|code of)\b/;
const NO_SHELL =
  /\b(?:one of|e\.g\.,? ?(?:'|")?(?:play|pause|start|stop|up|down|left|right)|voice|midi|g-?code command|name of (?:the )?command|slash command)\b/;

/** The argument that is run in the call itself, and so outweighs a mild verb: its words or the text say that it is. */
export function runInCall(facts: ToolFacts): Parameter | undefined {
  const byCode = BY_CODE.test(facts.description.purposeLower);
  const reads = facts.nameActions[0]?.verb.category !== 'Write';
  return runArguments(facts).find(
    ({ parameter }) => byCode || (reads && RUNS.test(parameter.description.toLowerCase())),
  )?.parameter;
}

/** A text that makes something by code of the caller's: its mild verb does not say that the code is looked at. */
const BY_CODE =
  /\b(?:(?:via|through|by (?:running|executing|evaluating)|runs?|executes?|evaluates?) (?:[\w.+#-]+ ){0,3}(?:code|scripts?|javascript|python|commands?)|(?:with|using) (?:an? |your |custom |own )*(?:javascript|js|python|lua|ruby|typescript|shell|bash|powershell) (?:functions?|code|scripts?|snippets?|commands?))\b/;

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
  if (BY_CODE.test(facts.description.purposeLower)) return true;
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

/** What an example of each row looks like. */
export const RUN_EXAMPLES: readonly ExampleTable[] = [
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
  patternTable('code.runs', RUNS, {
    shows: 'code',
    example: (text) => ({ name: 'mill', description: 'About a mill', takes: { code: said(`The ${text} of it`) } }),
  }),
  patternTable('code.by-code', BY_CODE, {
    gives: 'Execute',
    example: (text) => ({ name: 'generate_rose', description: `Generate a rose ${text}`, takes: { code: TEXT } }),
  }),
  patternTable('code.data', CODE_IS_DATA, {
    hides: 'code',
    example: (text) => ({ name: 'run_mill', takes: { code: said(`A ${text} here`) } }),
  }),
  patternTable('code.no-shell', NO_SHELL, {
    hides: 'code',
    example: (text) => ({ name: 'start_mill', takes: { command: said(`For it: ${text}`) } }),
  }),
];
