import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { printable } from '../src/catalogue/read/problem.ts';
import { type Call, createEvaluator } from '../src/domain/policy/evaluate.ts';
import { parsePolicy, policyErrorLine } from '../src/domain/policy/parse.ts';
import { DaySchema } from '../src/domain/record/record.ts';
import { isObject } from '../src/domain/text/json.ts';
import { meantName } from '../src/domain/text/meant-name.ts';
import { givenPath, MisuseError, RefusedError, runCommand } from './parts/command.ts';

const MEMBERS = ['tool', 'arguments', 'at', 'grant'];
const FORM = 'Each line is {"tool": …, "arguments"?: {…}, "at"?: …, "grant"?: …}.';

/** A call of the input: `at` is an ISO time, by default one second after the call before (docs/contracts.md#evaluate). */
function parseCall(line: string, previousAt: number | undefined): Call | { readonly wrong: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { wrong: [`cannot be read as JSON: ${(error as Error).message}. ${FORM}`] };
  }
  if (!isObject(value)) return { wrong: [`is no object. ${FORM}`] };
  const at = value.at === undefined ? (previousAt === undefined ? 0 : previousAt + 1000) : isoTime(value.at);
  const { tool, arguments: args, grant = 'default' } = value;
  const wrong = [
    ...(typeof tool === 'string' ? [] : [`tool: is missing or no text. ${FORM}`]),
    ...(args === undefined || isObject(args) ? [] : ['arguments: is no object. Give {} or leave it out.']),
    ...(typeof grant === 'string' ? [] : ['grant: is no text. Give a name, or leave it out.']),
    ...(at === null ? ['at: is no ISO time such as 2026-11-20T12:00:00Z. Correct it, or leave it out.'] : []),
    // A rule on an argument must not look past it because it stands under another name.
    ...Object.keys(value)
      .filter((member) => !MEMBERS.includes(member))
      .map((member) => unknownMember(member)),
  ];
  if (wrong.length > 0 || typeof tool !== 'string' || typeof grant !== 'string' || at === null) return { wrong };
  return { tool, arguments: isObject(args) ? args : undefined, at, grant };
}

function unknownMember(member: string): string {
  const meant = member === 'args' ? 'arguments' : meantName(member, MEMBERS);
  return `${member}: is no member of a call. ${meant === undefined ? FORM : `Did you mean ${meant}?`}`;
}

function isoTime(value: unknown): number | null {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(value)
  )
    return null;
  if (!DaySchema.safeParse(value.slice(0, 10)).success) return null;
  // A time without a zone would be read as local time; windows are in UTC.
  const zoned = /T/.test(value) && !/(Z|[+-]\d{2}:\d{2})$/.test(value) ? `${value}Z` : value;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : at;
}

await runCommand({
  usage: `
Usage: npm run -s evaluate -- POLICY.json CALLS.jsonl

Decides calls, one a line, in order, and keeps the counters between them: {"tool": …, "arguments"?: {…}, "at"?: ISO time,
"grant"?: …}. Prints {"decision": "allow"|"deny", "rule": …, "message"?: …} for each. CALLS "-" is standard input.
`,
  takesWords: true,
  options: {},
  run: async ({ words }) => {
    const [policyFile, callsFile] = words;
    if (policyFile === undefined || callsFile === undefined || words.length > 2)
      throw new MisuseError('Give a policy and a file of calls.');
    const read = (file: string) =>
      (file === '-' ? text(process.stdin) : readFile(givenPath(file), 'utf8')).catch(() => {
        throw new MisuseError(`${file} cannot be read.`);
      });
    const parsed = parsePolicy(await read(policyFile));
    if ('errors' in parsed) {
      const lines = parsed.errors.map((error) => printable(policyErrorLine(error)));
      throw new RefusedError(`${policyFile} is no valid policy:\n${lines.join('\n')}`);
    }
    const evaluator = createEvaluator(parsed.policy);
    const outcomes: string[] = [];
    const wrong: string[] = [];
    let at: number | undefined;
    for (const [index, line] of (await read(callsFile)).split('\n').entries()) {
      if (line.trim() === '') continue;
      const call = parseCall(line, at);
      if ('wrong' in call) {
        wrong.push(...call.wrong.map((words) => printable(`line ${index + 1}: ${words}`)));
        continue;
      }
      at = call.at;
      outcomes.push(`${JSON.stringify(evaluator.evaluate(call))}\n`);
    }
    if (wrong.length > 0) throw new RefusedError(wrong.join('\n'));
    if (outcomes.length === 0) throw new RefusedError(`${callsFile} has no calls. ${FORM}`);
    process.stdout.write(outcomes.join(''));
    return undefined;
  },
});
