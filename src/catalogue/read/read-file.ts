import { readFile, stat } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { fieldPath, type Problem } from './problem.ts';

/** No content file of ours comes near; a larger one is a mistake or an attack. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** What reading a file gave: a value that fits its schema, or the problems that kept it from that. */
export type ReadResult<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

interface Source {
  /** Path on disk. */
  readonly path: string;
  /** Path as it is shown to people. */
  readonly file: string;
}

/** Reads a JSON file against its schema. */
export async function readJson<Schema extends z.ZodType>(
  source: Source,
  schema: Schema,
): Promise<ReadResult<z.output<Schema>>> {
  const text = await readText(source);
  if (typeof text !== 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const remedy = 'Mend the JSON, or let `npm run import` or `npm run scan` write the file again.';
    return failed({ ...source, field: '', message: `cannot be read as JSON: ${(error as Error).message}`, remedy });
  }
  return validate(source, value, schema);
}

/** Reads a YAML file against its schema. */
export async function readYaml<Schema extends z.ZodType>(
  source: Source,
  schema: Schema,
): Promise<ReadResult<z.output<Schema>>> {
  const text = await readText(source);
  if (typeof text !== 'string') return text;
  return parseYaml(source, text, schema);
}

/** Reads the YAML between the `---` lines of a Markdown file against its schema, and the text after them. */
export async function readFrontmatter<Schema extends z.ZodType>(
  source: Source,
  schema: Schema,
): Promise<ReadResult<{ data: z.output<Schema>; body: string }>> {
  const text = await readText(source);
  if (typeof text !== 'string') return text;
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (match === null) {
    const remedy = 'Begin the file with a line `---`, the fields, and a second line `---`.';
    return failed({ ...source, field: '', message: 'has no frontmatter', remedy });
  }
  const parsed = parseYaml(source, match[1] as string, schema);
  if (parsed.problems.length > 0) return { value: null, problems: parsed.problems };
  return { value: { data: parsed.value as z.output<Schema>, body: match[2] as string }, problems: [] };
}

function parseYaml<Schema extends z.ZodType>(
  source: Source,
  text: string,
  schema: Schema,
): ReadResult<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = `cannot be read as YAML: ${error.message} (line ${line}, column ${col})`;
    return failed({
      ...source,
      field: '',
      message,
      remedy: 'Mend the YAML; quote texts that hold `: ` or begin with a special character.',
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (failure) {
    return failed({
      ...source,
      field: '',
      message: `cannot be read as YAML: ${(failure as Error).message}`,
      remedy: 'Write the values out instead of using aliases.',
    });
  }
  return validate(source, value, schema);
}

async function readText(source: Source): Promise<string | ReadResult<never>> {
  try {
    const { size } = await stat(source.path);
    if (size > LARGEST_FILE) {
      const remedy = 'Split the server, or leave out what is not a tool definition.';
      return failed({
        ...source,
        field: '',
        message: `has ${size} bytes, more than the ${LARGEST_FILE} that are read`,
        remedy,
      });
    }
    return await readFile(source.path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`;
    return failed({ ...source, field: '', message, remedy: REMEDY_FOR_MISSING });
  }
}

const REMEDY_FOR_MISSING = 'Create it (docs/adding-a-server.md), correct the path, or delete the folder.';

function validate<Schema extends z.ZodType>(
  source: Source,
  value: unknown,
  schema: Schema,
): ReadResult<z.output<Schema>> {
  const result = schema.safeParse(value, { reportInput: true, error: typeFault });
  if (result.success) return { value: result.data, problems: [] };
  return {
    value: null,
    problems: result.error.issues.flatMap((issue) => problemsOf(source, issue)),
  };
}

/** What to do with a field that is not known; one that is known in another file is told where it belongs. */
function remedyForKey({ file }: Source, key: string): string {
  return /(?:^|\/)site\.yaml$/.test(file) && /^brands?$/.test(key)
    ? 'A product stands in a file of its own, brands/<brand>.yaml, and `brand` in the server.yaml of each of its servers (docs/contracts.md#brands).'
    : 'Correct its spelling, or delete it.';
}

function problemsOf(source: Source, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: readonly PropertyKey[], message: string, remedy: string): Problem => ({
    severity: 'error',
    file: source.file,
    field: fieldPath(path),
    message,
    remedy,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        at([...issue.path, key], 'is no field that is known here', remedyForKey(source, key)),
      );
    case 'invalid_type':
      return issue.input === undefined
        ? [
            at(
              issue.path,
              `is missing: ${issue.message}`,
              remedyFor(
                source,
                issue.path.at(-1) === 'for' ? 'Let `npm run stamp -- SERVER` write it.' : 'Add the field.',
              ),
            ),
          ]
        : [at(issue.path, issue.message, remedyFor(source, `Give it ${typeWords(issue.expected)}.`))];
    case 'invalid_value':
      return [at(issue.path, issue.message, `Use one of: ${issue.values.map(String).join(', ')}.`)];
    case 'invalid_union':
      return [at(issue.path, issue.message, 'Give it one of the forms that the schema in src/domain describes.')];
    default:
      return [at(issue.path, issue.message, 'Change the value so that it fits.')];
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  record: 'an object',
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What is wrong with a value of another type, in our words; a schema that has words of its own is not asked about here. */
function typeFault(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  const expected = `expected ${typeWords(issue.expected)}`;
  return issue.input === undefined ? expected : `${expected}, got ${z.core.util.parsedType(issue.input)}`;
}

function typeWords(expected: string): string {
  return TYPE_WORDS[expected] ?? expected;
}

/** tools.json is not mended by hand: its hashes and verdicts belong to what a server said. */
function remedyFor(source: Source, remedy: string): string {
  return source.file.endsWith('/tools.json') ? 'Import or scan the server again: scripts write this file.' : remedy;
}

function failed(problem: Source & Omit<Problem, 'severity' | 'file'>): { value: null; problems: readonly Problem[] } {
  const { file, field, message, remedy } = problem;
  return { value: null, problems: [{ severity: 'error', file, field, message, remedy }] };
}
