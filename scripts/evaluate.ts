import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { printable } from '../src/catalogue/read/problem.ts';
import { type Call, createEvaluator } from '../src/domain/policy/evaluate.ts';
import { parsePolicy, policyErrorLine } from '../src/domain/policy/parse.ts';
import { DaySchema } from '../src/domain/record/record.ts';
import { isObject } from '../src/domain/text/json.ts';
import { givenPath, MisuseError, RefusedError, runCommand } from './parts/command.ts';

/** A call of the input: `at` is an ISO time, by default one second after the call before (docs/contracts.md#evaluate). */
function parseCall(line: string, number: number, previousAt: number | undefined): Call {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new RefusedError(
      `line ${number}: cannot be read as JSON: ${(error as Error).message}. Each line is {"tool": …, "arguments": {…}}.`,
    );
  }
  if (!isObject(value) || typeof value.tool !== 'string') {
    throw new RefusedError(
      `line ${number}: tool: is missing or no text. Each line is {"tool": …, "arguments"?: {…}, "at"?: …, "grant"?: …}.`,
    );
  }
  if (value.arguments !== undefined && !isObject(value.arguments)) {
    throw new RefusedError(`line ${number}: arguments: is no object. Give {} or leave it out.`);
  }
  if (value.grant !== undefined && typeof value.grant !== 'string') {
    throw new RefusedError(`line ${number}: grant: is no text. Give a name, or leave it out.`);
  }
  const at = value.at === undefined ? (previousAt === undefined ? 0 : previousAt + 1000) : isoTime(value.at);
  if (at === null)
    throw new RefusedError(
      `line ${number}: at: is no ISO time such as 2026-11-20T12:00:00Z. Correct it, or leave it out.`,
    );
  return { tool: value.tool, arguments: value.arguments, at, grant: value.grant ?? 'default' };
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
    let at: number | undefined;
    for (const [index, line] of (await read(callsFile)).split('\n').entries()) {
      if (line.trim() === '') continue;
      const call = parseCall(line, index + 1, at);
      at = call.at;
      outcomes.push(`${JSON.stringify(evaluator.evaluate(call))}\n`);
    }
    process.stdout.write(outcomes.join(''));
    return undefined;
  },
});
