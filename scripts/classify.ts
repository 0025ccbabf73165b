import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseDefinition } from '../src/catalogue/import/definition.ts';
import { ImportError } from '../src/catalogue/import/imported.ts';
import { type ClassifierInput, classifyTools } from '../src/domain/classify/classify.ts';
import { DEFINITION_SOURCES } from '../src/domain/record/tool.ts';
import { isObject } from '../src/domain/text/json.ts';
import { givenPath, MisuseError, RefusedError, runCommand } from './parts/command.ts';

/** One line of input (docs/contracts.md#classify). */
function parseLine(line: string, number: number): ClassifierInput {
  const where = `line ${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new ImportError(
      `${where}: cannot be read as JSON: ${(error as Error).message}. Each line is {"server": …, "tool": {…}}.`,
    );
  }
  if (!isObject(value)) throw new ImportError(`${where}: is no object. Each line is {"server": …, "tool": {…}}.`);
  if (typeof value.server !== 'string')
    throw new ImportError(`${where}: server: is missing or no text. Give the server's name.`);
  const source = value.definitionSource ?? 'listed';
  const definitionSource = DEFINITION_SOURCES.find((known) => known === source);
  if (definitionSource === undefined) {
    throw new ImportError(
      `${where}: definitionSource: is none of ${DEFINITION_SOURCES.join(', ')}. Use one of them, or leave it out.`,
    );
  }
  return { server: value.server, tool: parseDefinition(value.tool, `${where}: tool`), definitionSource };
}

await runCommand({
  usage: `
Usage: npm run -s classify -- FILE.jsonl

Reads tools, one a line: {"server": …, "tool": {"name": …, "description": …, "inputSchema": …}, "definitionSource"?: …}.
Prints one verdict a line, in the same order. FILE "-" is standard input.
`,
  takesWords: true,
  options: {},
  run: async ({ words }) => {
    const [file] = words;
    if (file === undefined || words.length > 1) throw new MisuseError('Give one file, or - for standard input.');
    const input = await (file === '-' ? text(process.stdin) : readFile(givenPath(file), 'utf8')).catch(() => {
      throw new MisuseError(`${file} cannot be read.`);
    });
    const errors: string[] = [];
    const inputs: ClassifierInput[] = [];
    for (const [index, line] of input.split('\n').entries()) {
      if (line.trim() === '') continue;
      try {
        inputs.push(parseLine(line, index + 1));
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        errors.push(error.message);
      }
    }
    if (errors.length > 0) throw new RefusedError(errors.join('\n'));
    const verdicts = classifyTools(inputs);
    const lines = inputs.map(({ server, tool }, index) =>
      JSON.stringify({ server, tool: tool.name, ...verdicts[index] }),
    );
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return undefined;
  },
});
